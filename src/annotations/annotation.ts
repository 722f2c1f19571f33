import type { TextQuote } from './text-quote.ts';

/** The colors of highlights, in the order in which a key offers them. */
export const HIGHLIGHT_COLORS = ['yellow', 'green', 'blue', 'pink'] as const;
export type HighlightColor = (typeof HIGHLIGHT_COLORS)[number];

/** A highlighted passage of an article, with the reader's note if there is one. */
export interface Annotation {
  /** Unique within the article; the same passage has the same id wherever it is highlighted. */
  readonly id: string;
  readonly quote: TextQuote;
  readonly color: HighlightColor;
  /** The heading that the passage is below. */
  readonly section?: string;
  /** The note; it may have several lines. */
  readonly note?: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly changed: number;
}

/** A change to the annotations of an article: one that is added or replaced by its id, or removed. */
export type AnnotationChange =
  /** `base`: the note that the new one was written from, if there was one. */
  | { readonly kind: 'put'; readonly annotation: Annotation; readonly base?: string | undefined }
  | { readonly kind: 'remove'; readonly id: string };

/** How many passages are highlighted, and how many of them have a note. */
export const countsOf = (annotations: readonly Annotation[]): { highlights: number; notes: number } => ({
  highlights: annotations.length,
  notes: annotations.filter(({ note }) => note !== undefined).length,
});

/** Applies a change. The annotations stay in the order in which they were added. */
export function withChange(
  annotations: readonly Annotation[],
  change: AnnotationChange,
): readonly Annotation[] {
  if (change.kind === 'remove') return annotations.filter(({ id }) => id !== change.id);
  const { annotation, base } = change;
  const known = annotations.find(({ id }) => id === annotation.id);
  if (!known) return [...annotations, annotation];
  const note = mergedNote(known.note, base, annotation.note);
  const { note: _, ...bare } = annotation;
  const merged = { ...bare, ...(note !== undefined && { note }), created: known.created };
  return annotations.map((each) => (each === known ? merged : each));
}

/** The note after a change. If another instance has changed it from the same base meanwhile, both texts are kept. */
function mergedNote(
  known: string | undefined,
  base: string | undefined,
  note: string | undefined,
): string | undefined {
  if (known === undefined || known === base || known === note) return note;
  return note === undefined || note === base || known.includes(note) ? known : `${known}\n\n${note}`;
}
