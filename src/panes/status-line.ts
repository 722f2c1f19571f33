import { type Hint, hintsFor } from '../keys/bindings.ts';
import { minutesOf } from '../library/article.ts';
import { keyLabel } from '../messages/key-labels.ts';
import { locales } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import type { Rect } from '../state/geometry.ts';
import { currentLinkOf, currentRelated } from '../state/links.ts';
import type { Notice } from '../state/notice.ts';
import { pendingWork } from '../state/scroll.ts';
import {
  articleRowsOf,
  findingOf,
  geometryOf,
  listedArticles,
  overlayField,
  pageOf,
  progressOf,
} from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { cellWidth, padStart, truncate } from '../unicode/width.ts';
import { noticeText, noticeTone } from './notice.ts';
import { blank, piece, type Row, rowWidth, type TextBox, textBox, toHeight, toWidth } from './row.ts';

/** Cells between the parts of the line: where there is room, and where there is not. */
const MIN_GAP = 2;
const GAPS = [3, MIN_GAP];
/** Hints that take precedence over facts. */
const PREFERRED_HINTS = 3;
/** The longest link target, in cells. */
const MAX_TARGET = 40;
/** Stands for a line break in a note. */
const NEW_LINE = '↵';
/** Cells of the find box that are left for the number of matches. */
const MATCHES_WIDTH = 14;

/** The last line of the screen: the pane that has the keys, the position, the keys that matter, what just happened. */
export function statusRows(state: State, rect: Rect): readonly Row[] {
  const { overlay, notice } = state;
  const { width } = rect;
  if (overlay?.kind === 'find') return toHeight([findRow(state, width)], rect);
  if (overlay?.kind === 'note') return toHeight([toWidth(noteBox(state, width).row, width)], rect);
  return toHeight([notice ? noticeRow(state, notice, width) : factsRow(state, width)], rect);
}

/** The name of the pane and a notice. */
const namedNotice = (state: State, notice: Notice): Row => [
  ...paneName(state),
  piece(noticeText(notice, state), { role: noticeTone(notice) }),
];

/** True if a notice is too long for the line, or the line is a box to type in. */
export const isNoticeCut = (state: State, notice: Notice): boolean =>
  state.overlay?.kind === 'find' ||
  state.overlay?.kind === 'note' ||
  rowWidth(namedNotice(state, notice)) > geometryOf(state).status.width;

function noticeRow(state: State, notice: Notice, width: number): Row {
  const positions = positionRows(state);
  const left = namedNotice(state, notice);
  const room = width - rowWidth(left) - rowWidth(positions.at(-1)!) - 2 * MIN_GAP;
  const hints = fitting(usefulHints(state), room, MIN_GAP);
  const row = hints.length === 0 ? left : [...left, ...blank(MIN_GAP), ...hintRow(hints, MIN_GAP)];
  return firstFitting(row, positions, width, 1) ?? toWidth(left, width);
}

/** Hints take precedence over details, details over the position. */
function factsRow(state: State, width: number): Row {
  const name = paneName(state);
  const { main, details } = facts(state);
  const useful = usefulHints(state);
  const choices = positionRows(state).flatMap((position) =>
    Array.from({ length: details.length + 1 }, (_, left) => ({
      position,
      texts: [...main, ...details.slice(0, details.length - left)],
    })),
  );
  for (let wanted = Math.min(PREFERRED_HINTS, useful.length); wanted >= 0; wanted--) {
    for (const { position, texts } of choices) {
      const leftOf = (gap: number): Row =>
        texts.length === 0 ? name : [...name, ...dim(texts), ...blank(gap)];
      const { row, count } = withHints(leftOf, useful, width - rowWidth(position));
      const whole = count >= wanted && firstFitting(row, [position], width, 1);
      if (whole) return whole;
    }
  }
  // One whole fact says more than two of which one is cut.
  const all = [...name, ...dim(main)];
  return toWidth(rowWidth(all) <= width ? all : [...name, ...dim(main.slice(0, 1))], width);
}

/** The left part of the line and the hints that fit after it in `room` cells, with the gap that admits more of them. */
function withHints(
  leftOf: (gap: number) => Row,
  useful: readonly Hint[],
  room: number,
): { row: Row; count: number } {
  const rows = GAPS.map((gap) => {
    const left = leftOf(gap);
    const hints = fitting(useful, room - rowWidth(left) - gap, gap);
    return { row: [...left, ...hintRow(hints, gap)], count: hints.length };
  });
  return rows.reduce((a, b) => (b.count > a.count ? b : a));
}

/** The keys that matter now, the most useful first; `words` spells them out for a screen reader. */
export const usefulHints = (state: State, words = false): readonly Hint[] =>
  hintsFor(state).map((hint) => ({ ...hint, key: keyLabel(hint.key, state.language, words) }));

/** The hints that fit `room` cells, in order; the key of the help, which lists all others, comes last. */
function fitting(hints: readonly Hint[], room: number, gap: number): readonly Hint[] {
  const fit: Hint[] = [];
  let width = 0;
  for (const hint of hints) {
    const added = cellWidth(`${hint.key} ${hint.label}`) + (fit.length > 0 ? gap : 0);
    if (width + added > room) continue;
    fit.push(hint);
    width += added;
  }
  return fit.toSorted((a, b) => Number(a.command === 'help') - Number(b.command === 'help'));
}

const hintRow = (hints: readonly Hint[], gap: number): Row =>
  hints.flatMap(({ key, label }, index) => [
    ...(index > 0 ? blank(gap) : []),
    piece(key, { role: 'kbd' }),
    piece(` ${label}`, { role: 'dim' }),
  ]);

/** `left` and, at the right edge, the first of `rights` that fits beside it; undefined if none does. */
function firstFitting(left: Row, rights: readonly Row[], width: number, minGap: number): Row | undefined {
  for (const right of rights) {
    const gap = width - rowWidth(left) - rowWidth(right);
    if (gap >= minGap) return [...left, ...blank(gap), ...right];
  }
  return undefined;
}

const dim = (texts: readonly string[]): Row =>
  texts.length === 0 ? [] : [piece(texts.join(' · '), { role: 'dim' })];

const paneName = ({ language, overlay, focus }: State): Row => [
  piece(` ${readerMessages[language].panes[overlay?.kind ?? focus]} `, { role: 'accent', bold: true }),
  piece(' '),
];

interface Facts {
  /** Shown before any hint is. */
  readonly main: readonly string[];
  /** Shown where there is room. */
  readonly details: readonly string[];
}

/** What there is to say about the pane that has the keys. */
function facts(state: State): Facts {
  const own = ownFacts(state);
  return { ...own, main: present(typedSoFar(state), pendingText(state), ...own.main) };
}

/** The number and the keys of a sequence that were typed before the next key. */
const typedSoFar = ({ count, pending, language }: State): string =>
  count + (pending === '' ? '' : `${keyLabel(pending, language)}…`);

function ownFacts(state: State): Facts {
  const { overlay, focus } = state;
  if (overlay?.kind === 'select') return selectionFacts(state, overlay.anchor !== undefined);
  if (overlay && overlay.kind !== 'search') return NO_FACTS;
  return overlay || focus === 'list' ? listFacts(state) : readerFacts(state);
}

const NO_FACTS: Facts = { main: [], details: [] };

const present = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text): text is string => text !== undefined && text !== '');

const readerFacts = (state: State): Facts => ({
  main: present(linkTarget(state), matchText(state)),
  // A single article has no list that could say so.
  details: state.library.articles.length === 1 ? leftOutFact(state) : [],
});

function selectionFacts({ language }: State, isExtended: boolean): Facts {
  const { extending, selectionMoves } = readerMessages[language];
  return { main: isExtended ? [extending] : [], details: [selectionMoves] };
}

function listFacts(state: State): Facts {
  const { language, list, library, search } = state;
  const messages = readerMessages[language];
  const main = !library.complete
    ? [messages.loading]
    : library.indexed < 1 && search.field.value !== ''
      ? [messages.indexing(messages.percent(Math.floor(library.indexed * 100)), library.left)]
      : [];
  const { length } = listedArticles(state);
  if (search.results) {
    const { folded = 0 } = search.results;
    return { main, details: [messages.results(length), ...(folded > 0 ? [messages.folded(folded)] : [])] };
  }
  const order = messages.sortedBy(messages.orders[list.order], list.reverse);
  const details = [messages.articles(length), ...(length > 1 ? [order] : []), ...leftOutFact(state)];
  return { main, details };
}

/** How much is left out of the library; nothing while nothing is. */
const leftOutFact = ({ language, library: { leftOut = [] } }: State): readonly string[] =>
  leftOut.length > 0 ? [readerMessages[language].leftOutCount(leftOut.length)] : [];

/** The work on a long text that the reader is waiting for; undefined for none. */
export function pendingText(state: State): string | undefined {
  const { layingOut, searching } = readerMessages[state.language];
  const work = pendingWork(state);
  return work && (work === 'layout' ? layingOut : searching);
}

/** The target of the current link. A link back to a footnote's reference needs no explanation. */
function linkTarget(state: State): string | undefined {
  const link = currentLinkOf(state);
  const target =
    link?.kind === 'footnote'
      ? readerMessages[state.language].note
      : (link?.href ?? currentRelated(state)?.title);
  if (target === undefined || link?.kind === 'backlink') return undefined;
  return `→ ${truncate(target, Math.max(1, Math.min(MAX_TARGET, state.size.columns - 24)))}`;
}

/** `3/17`, or the number of matches while none of them is current; with `…` if there may be more. */
function matchText(state: State): string | undefined {
  const finding = findingOf(state);
  if (!finding) return undefined;
  const total = finding.matches.length;
  const more = finding.complete ? '' : '…';
  const { currentMatch } = state.reader;
  return currentMatch === undefined || total === 0
    ? readerMessages[state.language].matches(total) + more
    : `${currentMatch + 1}/${total}${more}`;
}

/** The progress and the reading time that is left, in forms from long to short. */
function positionRows(state: State): readonly Row[] {
  const { article } = state.reader;
  const isShown = geometryOf(state).reader && pageOf(state) === undefined;
  const row = (text: string): Row => [piece(text, { role: 'dim' }), piece(' ')];
  if (!article || !isShown || !articleRowsOf(state)) return [row('')];
  const messages = readerMessages[state.language];
  const progress = progressOf(state);
  const minutes = Math.ceil(minutesOf(article.words) * (1 - progress));
  // As wide as at the end, so that the text before it does not move.
  const percent = padStart(messages.percent(Math.floor(progress * 100)), cellWidth(messages.percent(100)));
  // While a passage is selected, the keys to do so need the room.
  const isSelecting = state.overlay?.kind === 'select';
  return [
    ...(minutes > 0 && !isSelecting ? [row(`${percent}  ${messages.minutesLeft(minutes)}`)] : []),
    row(percent),
    // While the list has the keys the position may give way.
    ...(state.focus === 'list' ? [row('')] : []),
  ];
}

function findRow(state: State, width: number): Row {
  const { row } = findBox(state, width);
  const matches = overlayField(state).value === '' ? '' : (matchText(state) ?? '');
  const rights = [`${pendingText(state) ?? ''} ${matches}`, matches].map((text) => [
    piece(` ${text.trim()} `, { role: 'dim' }),
  ]);
  return firstFitting(row, rights, width, 0) ?? toWidth(row, width);
}

/** The box to type in what to find in the article. */
export function findBox(state: State, width: number): TextBox {
  const { language } = state;
  const label = `${readerMessages[language].find}${locales[language].colon}`;
  const room = width - label.length - MATCHES_WIDTH;
  return textBox([piece(` ${label}`, { role: 'accent', bold: true })], overlayField(state), room);
}

/** The box to write a note in, with signs in place of its line breaks. */
export function noteBox(state: State, width: number): TextBox {
  const { language, overlay } = state;
  const { noteLabel, draftLabel } = readerMessages[language];
  const isDraft = overlay?.kind === 'note' && overlay.isDraft;
  const label = ` ${isDraft ? draftLabel : noteLabel}${locales[language].colon}`;
  const { value, cursor } = overlayField(state);
  return textBox(
    [piece(label, { role: 'accent', bold: true })],
    { value: value.replaceAll('\n', NEW_LINE), cursor },
    width - label.length - 1,
  );
}
