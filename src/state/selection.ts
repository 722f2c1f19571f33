import type { Range } from '../annotations/text-quote.ts';
import type { Document } from '../document/document.ts';
import { annotationsOf, colorAfter, highlight, openNote } from './annotations.ts';
import type { ArticleRows } from './article-rows.ts';
import { step, toStep, type Update } from './effects.ts';
import { currentLinkOf } from './links.ts';
import { scrollIntoView } from './scroll.ts';
import { lastWord, type MotionName, motions, wordInLine, wordInRow } from './selection-motions.ts';
import { articleRowsOf, matchesOf, readerHeight } from './selectors.ts';
import { type Overlay, type State, withReader, withSetting, withUnavailable } from './state.ts';
import { wordAt } from './text-units.ts';

type Selecting = Extract<Overlay, { kind: 'select' }>;

const selecting = ({ overlay }: State): Selecting | undefined =>
  overlay?.kind === 'select' ? overlay : undefined;

/** The selected passage: the word at the cursor, or all from the anchor to it. */
export function selectedRange(state: State): Range | undefined {
  const overlay = selecting(state);
  if (!overlay) return undefined;
  const { cursor, anchor = cursor } = overlay;
  return { start: Math.min(anchor.start, cursor.start), end: Math.max(anchor.end, cursor.end) };
}

/** Starts to select, at the current match or link, or else at the first word on the screen. */
export function startSelection(state: State): State {
  const { document, currentMatch, top } = state.reader;
  const rows = articleRowsOf(state);
  if (!document || !rows) return state;
  const match = currentMatch === undefined ? undefined : matchesOf(state).at(currentMatch);
  const at = match?.start ?? currentLinkOf(state)?.start ?? rows.offsetOf(top);
  const cursor = wordAt(document, at);
  if (!cursor) return withUnavailable(state, 'selection');
  const started = withCursor(state, cursor, undefined);
  // To mark a passage must not move the text, nor the position that is resumed.
  const row = rows.rowOf(cursor.start);
  const isVisible = row >= top && row < top + readerHeight(state);
  return isVisible ? withReader(started, { top, anchor: state.reader.anchor }) : started;
}

/** Selects from one offset of the text to another, as the mouse is dragged. */
export function selectBetween(state: State, from: number, to: number): State {
  const { document } = state.reader;
  const anchor = document && wordAt(document, from);
  const cursor = document && wordAt(document, to);
  return anchor && cursor ? withCursor(state, cursor, anchor) : state;
}

function withCursor(state: State, cursor: Range, anchor: Range | undefined): State {
  const rows = articleRowsOf(state);
  const selected: State = { ...state, focus: 'reader', overlay: { kind: 'select', cursor, anchor } };
  return rows ? scrollIntoView(selected, rows.rowOf(cursor.start)) : selected;
}

/** Moves the cursor, `count` times. */
export function moveCursor(state: State, motion: MotionName, count: number): State {
  const { document } = state.reader;
  const rows = articleRowsOf(state);
  const overlay = selecting(state);
  if (!document || !rows || !overlay) return state;
  let { cursor } = overlay;
  for (let i = 0; i < count; i++) {
    const next = motions[motion](document, cursor, overlay.anchor, rows);
    if (!next || next.start === cursor.start) break;
    cursor = next;
  }
  return withCursor(state, cursor, overlay.anchor);
}

/** Moves the cursor down by `by` rows, or up if negative. */
export const moveCursorByRows = (state: State, by: number): State =>
  withCursorFrom(state, (document, rows, cursor) => wordInLine(document, cursor, rows, by));

/** Moves the cursor to row `row` of the article, counting from 0. */
export const moveCursorToRow = (state: State, row: number): State =>
  withCursorFrom(state, (document, rows) => wordInRow(document, rows, row));

/** Moves the cursor to the last word of the text. */
export const moveCursorToEnd = (state: State): State => withCursorFrom(state, lastWord);

function withCursorFrom(
  state: State,
  find: (document: Document, rows: ArticleRows, cursor: Range) => Range | undefined,
): State {
  const { document } = state.reader;
  const rows = articleRowsOf(state);
  const overlay = selecting(state);
  const found = document && rows && overlay && find(document, rows, overlay.cursor);
  return found ? withCursor(state, found, overlay.anchor) : state;
}

/** Starts to extend the selection from the cursor, or stops that. */
export function toggleAnchor(state: State): State {
  const overlay = selecting(state);
  if (!overlay) return state;
  return { ...state, overlay: { ...overlay, anchor: overlay.anchor ? undefined : overlay.cursor } };
}

/** Goes to the other end of the selection, to extend it there. */
export function swapEnds(state: State): State {
  const overlay = selecting(state);
  return overlay?.anchor ? withCursor(state, overlay.anchor, overlay.cursor) : state;
}

/** Highlights the selection. */
export function highlightSelection(state: State): Update {
  const range = selectedRange(state);
  return range ? highlight({ ...state, overlay: undefined }, range) : state;
}

/** Highlights the selection and opens the box for its note. */
export function noteSelection(state: State): Update {
  const { state: next, effects } = toStep(highlightSelection(state));
  const annotation = annotationsOf(next).find(({ id }) => id === next.reader.currentAnnotation);
  if (!annotation) return next;
  // The box says enough.
  const opened = toStep(openNote({ ...next, notice: undefined }, annotation));
  return step(opened.state, ...effects, ...opened.effects);
}

/** Copies the selection, with the article it comes from. */
export function copySelection(state: State): Update {
  const range = selectedRange(state);
  const { article, document } = state.reader;
  if (!range || !article || !document) return state;
  const words = document.slice(range.start, range.end);
  const from = [article.title, article.author, article.source].filter(Boolean).join(', ');
  return step(
    { ...state, overlay: undefined },
    { kind: 'copy', what: 'passage', text: `${words}\n— ${from}\n` },
  );
}

/** Chooses the next color for highlights. */
export const nextSelectionColor = (state: State): State =>
  withSetting(state, 'highlight', colorAfter(state.settings.highlight));

/** Remembers where the mouse was pressed, in case it is dragged. */
export const withPress = (state: State, at: number | undefined): State =>
  state.reader.pressed === at ? state : withReader(state, { pressed: at });
