import { minutesOf } from '../library/article.ts';
import { locales } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import { currentLinkOf, currentRelated } from '../state/links.ts';
import { pendingWork } from '../state/scroll.ts';
import { articleRowsOf, findingOf, geometryOf, listedArticles, progressOf } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { visibleField } from '../state/text-boxes.ts';
import { cellWidth, padStart, truncate } from '../unicode/width.ts';
import { fitting, hintRow, usefulHints } from './hints.ts';
import { noticeText, noticeTone } from './notice.ts';
import { blank, piece, type Row, rowWidth, toWidth } from './row.ts';

/** Cells between the parts of the line where there is room, and where there is not. */
const LEAST_GAP = 2;
const GAPS = [3, LEAST_GAP];
/** Keys that are offered before anything else is told. */
const HINTS = 3;

/** The last line of the screen: which pane has the keys, where one is, the keys that matter, what just happened. */
export function statusRow(state: State, width: number): Row {
  if (state.overlay?.kind === 'find') return findRow(state, width);
  const name = [piece(` ${paneName(state)} `, { role: 'accent', bold: true }), piece(' ')];
  const rights = position(state).map((parts): Row => [piece(parts.join('  '), { role: 'dim' }), piece(' ')]);
  const useful = usefulHints(state);
  if (state.notice) {
    const told = piece(noticeText(state.notice, state), { role: noticeTone(state.notice) });
    const left = [...name, told];
    const room = width - rowWidth(left) - rowWidth(rights.at(-1)!) - 2 * LEAST_GAP;
    const hints = fitting(useful, room, LEAST_GAP);
    const row = hints.length === 0 ? left : [...left, ...blank(LEAST_GAP), ...hintRow(hints, LEAST_GAP)];
    return between(row, rights, width) ?? toWidth(left, width);
  }
  const { must, may } = facts(state);
  for (let wanted = Math.min(HINTS, useful.length); wanted >= 0; wanted--) {
    // A key to press is worth more than most of what could be told.
    for (const right of rights) {
      for (const some of [[...must, ...may], [...must, ...may.slice(0, 1)], must]) {
        const rows = GAPS.map((gap) => {
          const left = [...name, ...dim(some), ...(some.length > 0 ? blank(gap) : [])];
          const hints = fitting(useful, width - rowWidth(left) - rowWidth(right) - gap, gap);
          return { row: [...left, ...hintRow(hints, gap)], hints: hints.length };
        });
        const best = rows.reduce((a, b) => (b.hints > a.hints ? b : a));
        const whole = best.hints >= wanted && between(best.row, [right], width);
        if (whole) return whole;
      }
    }
  }
  // Rather one thing whole than two of which one is cut.
  const all = [...name, ...dim(must)];
  return toWidth(rowWidth(all) <= width ? all : [...name, ...dim(must.slice(0, 1))], width);
}

/** `left` and, at the right edge, the first of `rights` there is room for; undefined where there is for none. */
function between(left: Row, rights: readonly Row[], width: number): Row | undefined {
  for (const right of rights) {
    const pad = width - rowWidth(left) - rowWidth(right);
    if (pad >= (right.length > 1 ? 1 : 0)) return [...left, ...blank(pad), ...right];
  }
  return undefined;
}

const dim = (parts: readonly string[]): Row =>
  parts.length === 0 ? [] : [piece(parts.join(' · '), { role: 'dim' })];

function paneName(state: State): string {
  const { panes } = readerMessages[state.language];
  return panes[state.overlay?.kind ?? state.focus];
}

/** What the pane that has the keys shows: what is always told, and what is where there is room. */
function facts(state: State): { readonly must: readonly string[]; readonly may: readonly string[] } {
  const { language, settings, library, search, count, overlay } = state;
  const messages = readerMessages[language];
  const must = count === '' ? [] : [count];
  const may: string[] = [];
  const waiting = awaitedText(state);
  if (waiting) must.push(waiting);
  if (overlay && overlay.kind !== 'search') return { must, may };
  if (state.focus === 'list' || overlay?.kind === 'search') {
    if (!library.complete) must.push(messages.reading);
    else if (library.indexed < 1 && search.field.value !== '') {
      must.push(messages.indexing(messages.percent(Math.floor(library.indexed * 100))));
    }
    const { length } = listedArticles(state);
    may.push(search.results ? messages.results(length) : messages.articles(length));
    if (!search.results && length > 1)
      may.push(messages.sortedBy(messages.orders[settings.order], settings.reverse));
  } else {
    const target = linkTarget(state);
    if (target) must.push(target);
    const hit = hitText(state);
    if (hit) must.push(hit);
  }
  return { must, may };
}

/** What is done to a long text before one is where one wants to be. */
export function awaitedText(state: State): string | undefined {
  const { settingText, searchingText } = readerMessages[state.language];
  const what = pendingWork(state);
  return what && (what === 'lines' ? settingText : searchingText);
}

/** Cells of an address in the status line, at most. */
const LONGEST_TARGET = 40;

/** Where the link leads that one stands on; a way back inside the article needs no words. */
function linkTarget(state: State): string | undefined {
  const link = currentLinkOf(state);
  const target =
    link?.kind === 'footnote'
      ? readerMessages[state.language].note
      : (link?.href ?? currentRelated(state)?.title);
  if (target === undefined || link?.kind === 'backlink') return undefined;
  return `→ ${truncate(target, Math.max(1, Math.min(LONGEST_TARGET, state.size.columns - 24)))}`;
}

/** `3/17`, or how many matches there are while one stands on none. */
function hitText(state: State): string | undefined {
  const finding = findingOf(state);
  if (!finding) return undefined;
  const total = finding.matches.length;
  const more = finding.complete ? '' : '…';
  const { currentMatch: hit } = state.reader;
  const count = hit === undefined || total === 0;
  return (count ? readerMessages[state.language].matches(total) : `${hit + 1}/${total}`) + more;
}

/** How far one is in the article that is shown, and how much there is left to read; then shorter ways to say it. */
function position(state: State): readonly (readonly string[])[] {
  const { article } = state.reader;
  const shown = geometryOf(state).reader && state.overlay?.kind !== 'help';
  if (!article || !shown || !articleRowsOf(state)) return [[]];
  const messages = readerMessages[state.language];
  const progress = progressOf(state);
  const left = Math.ceil(minutesOf(article.words) * (1 - progress));
  // As wide as it will be at the end, so that what stands before it stays where it is.
  const percent = padStart(messages.percent(Math.floor(progress * 100)), cellWidth(messages.percent(100)));
  const told = [...(left > 0 ? [[percent, messages.minutesLeft(left)]] : []), [percent]];
  // Beside the list it is only by the way.
  return state.focus === 'list' ? [...told, []] : told;
}

function findRow(state: State, width: number): Row {
  if (state.overlay?.kind !== 'find') return blank(width);
  const { field } = state.overlay;
  const label = piece(` ${findLabel(state)}`, { role: 'accent', bold: true });
  const text = visibleField(field, findRoom(state, width)).text;
  const left = [label, piece(text)];
  const hits = field.value === '' ? '' : (hitText(state) ?? '');
  const rights = [`${awaitedText(state) ?? ''} ${hits}`, hits].map((right) => [
    piece(` ${right.trim()} `, { role: 'dim' }),
  ]);
  return between(left, rights, width) ?? toWidth(left, width);
}

const findLabel = ({ language }: State): string =>
  `${readerMessages[language].find}${locales[language].colon}`;
const findRoom = (state: State, width: number): number => Math.max(1, width - findLabel(state).length - 14);

/** Where the cursor stands in the box that finds: cells from the left. */
export function findCursor(state: State, width: number): number {
  if (state.overlay?.kind !== 'find') return 0;
  return 1 + findLabel(state).length + visibleField(state.overlay.field, findRoom(state, width)).cursor;
}
