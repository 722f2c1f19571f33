import type { Addresses } from './addresses.ts';
import type { PageNotes } from './page-notes.ts';

/** What a page is written with. */
export interface PageContext {
  readonly addresses: Addresses;
  readonly notes: PageNotes;
  /** BCP 47 primary language, by which quotation marks are chosen. */
  readonly lang?: string | undefined;
}
