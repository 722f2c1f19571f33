/** Cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The pane the keys go to. */
export type Focus = 'list' | 'reader';

export type Overlay = { readonly kind: 'search' | 'find' | 'contents' | 'tags' | 'help' };
