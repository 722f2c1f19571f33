import {
  type Annotation,
  type AnnotationChange,
  countsOf,
  HIGHLIGHT_COLORS,
  type HighlightColor,
  withChange,
} from '../annotations/annotation.ts';
import { findQuote } from '../annotations/find-quote.ts';
import { quoteId, quoteOf, type Range } from '../annotations/text-quote.ts';
import type { Document } from '../document/document.ts';
import { clean } from '../unicode/clean.ts';
import { draftOf, keepDraft, withDraft } from './drafts.ts';
import { step, toStep, type Update } from './effects.ts';
import type { AnnotationEvent } from './notice.ts';
import { scrollToTarget } from './scroll.ts';
import { articleRowsOf, memoLast, readerHeight } from './selectors.ts';
import { type RemovedAnnotation, type State, withReader, withSetting, withUnavailable } from './state.ts';

/** An annotation and the range of the text where it is. */
export interface PlacedAnnotation extends Range {
  readonly annotation: Annotation;
}

interface Placement {
  /** In the order of the text. */
  readonly placed: readonly PlacedAnnotation[];
  /** Those whose passage is not in the text any more; known once the whole text is. */
  readonly lost: readonly Annotation[];
}

const NONE: readonly Annotation[] = [];

/** The annotations of the open article. */
export function annotationsOf({ reader: { article }, annotations, keyOf }: State): readonly Annotation[] {
  return (article && annotations.get(keyOf(article))) ?? NONE;
}

/** Where the annotations of the open article are in what has been parsed of its text. */
export function placementOf(state: State): Placement {
  const { document } = state.reader;
  return placementFor(document, document?.length ?? 0, document?.complete ?? false, annotationsOf(state));
}

const placementFor = memoLast(
  (
    document: Document | undefined,
    length: number,
    complete: boolean,
    annotations: readonly Annotation[],
  ): Placement => {
    const placed: PlacedAnnotation[] = [];
    const lost: Annotation[] = [];
    if (!document) return { placed, lost };
    for (const annotation of annotations) {
      const range = placeOf(document, length, complete, annotation);
      if (range) placed.push({ ...range, annotation });
      else if (complete) lost.push(annotation);
    }
    placed.sort((a, b) => a.start - b.start || a.end - b.end);
    return { placed, lost };
  },
);

/** The old place is tried first, for the whole text is needed to find another one. */
function placeOf(document: Document, length: number, complete: boolean, { quote }: Annotation) {
  const { at, exact, prefix, suffix } = quote;
  const end = at + exact.length;
  const from = Math.max(0, at - prefix.length);
  const isSame =
    end <= length && document.slice(from, Math.min(length, end + suffix.length)) === prefix + exact + suffix;
  if (isSame) return { start: at, end };
  return complete ? findQuote(document.text, quote) : undefined;
}

/** The annotation that the reader is at: the one gone to, or else the first on the screen. */
export function currentAnnotation(state: State): PlacedAnnotation | undefined {
  const { placed } = placementOf(state);
  const { currentAnnotation: id } = state.reader;
  const current = placed.find(({ annotation }) => annotation.id === id);
  if (current) return current;
  const { from, to } = rangeInView(state);
  return placed.find(({ start, end }) => end > from && start < to);
}

/** The range of the text on the screen. */
function rangeInView(state: State): { readonly from: number; readonly to: number } {
  const rows = articleRowsOf(state);
  const { top } = state.reader;
  if (!rows) return { from: 0, to: 0 };
  const below = rows.row(top + readerHeight(state));
  return {
    from: rows.offsetOf(top),
    to: below?.kind === 'text' ? below.line.start : Number.POSITIVE_INFINITY,
  };
}

/** Goes `steps` annotations on, or back if negative; after the last one comes the first. */
export function moveByAnnotations(state: State, steps: number): State {
  const { placed } = placementOf(state);
  if (placed.length === 0) return withUnavailable(state, 'annotation');
  const known = placed.findIndex(({ annotation }) => annotation.id === state.reader.currentAnnotation);
  const { from } = rangeInView(state);
  const next = placed.findIndex(({ start }) => start >= from);
  const first = next < 0 ? placed.length : next;
  const number = known >= 0 ? known + steps : steps > 0 ? first + steps - 1 : first + steps;
  return goToAnnotation(state, placed[((number % placed.length) + placed.length) % placed.length]!);
}

/** Rows above an annotation that was gone to. */
const ABOVE = 2;

/** Scrolls to an annotation and says what it is. */
export function goToAnnotation(state: State, { start, annotation }: PlacedAnnotation): State {
  const moved = scrollToTarget(state, { kind: 'offset', at: start, above: ABOVE });
  return withCurrent({ ...moved, notice: { kind: 'annotation', id: annotation.id } }, annotation);
}

/** Makes an annotation the one that commands are for. */
const withCurrent = (state: State, { id }: Annotation): State =>
  withReader(state, { currentAnnotation: id, isRestoring: false });

/** Highlights a passage in the color chosen last. One that is highlighted already keeps its note. */
export function highlight(state: State, range: Range): Update {
  const { document } = state.reader;
  if (!document) return state;
  const quote = quoteOf(document, range);
  const known = placementOf(state).placed.find(
    ({ start, end }) => start === range.start && end === range.end,
  );
  const section = document.headings.findLast(({ at }) => at <= range.start);
  const annotation: Annotation = {
    ...(known?.annotation ?? { created: 0 }),
    id: known?.annotation.id ?? quoteId(quote),
    quote,
    ...(section && { section: section.text }),
    color: state.settings.highlight,
    changed: 0,
  };
  return annotate(withEvent(withCurrent(state, annotation), 'highlighted'), [
    { kind: 'put', annotation, base: annotation.note },
  ]);
}

/** Says what was done, unless a problem was met on the way, such as an editor that failed. */
const withEvent = (state: State, what: AnnotationEvent): State =>
  state.notice?.kind === 'problem' ? state : { ...state, notice: { kind: 'annotated', what } };

/**
 * Opens the box for the note of an annotation, with what was typed there and never saved, if anything was; or the editor if the note
 * has several lines.
 */
export function openNote(state: State, { note = '', id }: Annotation): Update {
  const draft = draftOf(state, id);
  if (draft === undefined && note.includes('\n')) return step(state, { kind: 'editNote', id, text: note });
  const value = draft ?? note;
  const isDraft = draft !== undefined && draft !== note;
  return { ...state, overlay: { kind: 'note', id, field: { value, cursor: value.length }, isDraft } };
}

/** Goes on with the note in the open box in the editor. */
export function editNoteInEditor(state: State): Update {
  const { overlay } = state;
  if (overlay?.kind !== 'note') return state;
  const { id, field } = overlay;
  // The draft is kept until the editor is closed.
  return step({ ...keepDraft(state), overlay: undefined }, { kind: 'editNote', id, text: field.value });
}

/** Closes the box and forgets what was typed in it. */
export function dropNote(state: State): State {
  const { overlay } = state;
  return overlay?.kind === 'note'
    ? withEvent(withDraft({ ...state, overlay: undefined }, overlay.id, undefined), 'noteDropped')
    : state;
}

/** Opens the note of the current annotation. */
export function editCurrentNote(state: State): Update {
  const current = currentAnnotation(state);
  return current ? openNote(state, current.annotation) : withUnavailable(state, 'annotation');
}

/** Saves the note in the open box; an empty one is removed, its highlight stays. */
export function saveNote(state: State): Update {
  const { overlay } = state;
  if (overlay?.kind !== 'note') return state;
  return withNote({ ...state, overlay: undefined }, overlay.id, overlay.field.value);
}

/** Gives an annotation of the open article a note; an empty one takes it away. */
export function withNote(before: State, id: string, text: string): Update {
  const known = annotationsOf(before).find((each) => each.id === id);
  if (!known) return before;
  const state = withDraft(before, id, undefined);
  const { note: _, ...bare } = known;
  const note = clean(text).trim();
  const annotation: Annotation = note === '' ? bare : { ...bare, note };
  const event = note !== '' ? 'noteSaved' : known.note === undefined ? 'highlighted' : 'noteRemoved';
  return annotate(withEvent(state, event), [{ kind: 'put', annotation, base: known.note }]);
}

/**
 * Removes the current annotation. The next commands of the same kind bring back the removed ones, the last one first, unless the
 * user has gone to another one meanwhile.
 */
export function removeAnnotation(state: State): Update {
  const current = currentAnnotation(state);
  const { removed, isRestoring } = state.reader;
  const last = removed[0];
  if (last && (isRestoring || !current)) return restore(state, last);
  if (!current) return withUnavailable(state, 'annotation');
  const { annotation } = current;
  const without = withReader(withDraft(state, annotation.id, undefined), {
    currentAnnotation: undefined,
    removed: [{ annotation, draft: draftOf(state, annotation.id) }, ...removed],
    isRestoring: true,
  });
  return annotate(withEvent(without, 'removed'), [{ kind: 'remove', id: annotation.id }]);
}

/** Brings back the annotation that was removed last, and into view. */
function restore(state: State, { annotation, draft }: RemovedAnnotation): Update {
  const removed = state.reader.removed.slice(1);
  const { state: restored, effects } = toStep(
    annotate(withEvent(withDraft(state, annotation.id, draft), 'restored'), [
      { kind: 'put', annotation, base: annotation.note },
    ]),
  );
  const shown = withReader(intoView(restored, annotation), {
    currentAnnotation: annotation.id,
    removed,
    isRestoring: removed.length > 0,
  });
  return step(shown, ...effects);
}

/** Scrolls to an annotation, unless a part of it is on the screen or its passage is not in the text any more. */
function intoView(state: State, { id }: Annotation): State {
  const place = placementOf(state).placed.find(({ annotation }) => annotation.id === id);
  const { from, to } = rangeInView(state);
  if (!place || (place.end > from && place.start < to)) return state;
  return scrollToTarget(state, { kind: 'offset', at: place.start, above: ABOVE });
}

/** Gives the current annotation the next color, which new ones then get as well. */
export function nextColor(state: State): Update {
  const current = currentAnnotation(state);
  if (!current) return withUnavailable(state, 'annotation');
  const color = colorAfter(current.annotation.color);
  const annotation = { ...current.annotation, color };
  return annotate(withSetting(withCurrent(state, annotation), 'highlight', color), [
    { kind: 'put', annotation, base: annotation.note },
  ]);
}

export const colorAfter = (color: HighlightColor): HighlightColor =>
  HIGHLIGHT_COLORS[(HIGHLIGHT_COLORS.indexOf(color) + 1) % HIGHLIGHT_COLORS.length]!;

/** Changes the annotations of the open article, and has the changes saved. */
function annotate(state: State, changes: readonly AnnotationChange[]): Update {
  const { article } = state.reader;
  if (!article) return state;
  const changed = changes.reduce(withChange, annotationsOf(state));
  const annotated = withAnnotations(state, state.keyOf(article), changed);
  return step(annotated, { kind: 'annotate', article, changes });
}

/** Sets the annotations of an article. How many there are is remembered with its marks, which searches can ask for. */
export function withAnnotations(state: State, key: string, all: readonly Annotation[]): State {
  const annotations = new Map([...state.annotations, [key, all]]);
  const { highlights, notes } = countsOf(all);
  const known = state.marks.get(key);
  if ((known?.highlights ?? 0) === highlights && (known?.notes ?? 0) === notes)
    return { ...state, annotations };
  return { ...state, annotations, marks: new Map([...state.marks, [key, { ...known, highlights, notes }]]) };
}
