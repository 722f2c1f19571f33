import { hintsFor } from '../keys/bindings.ts';
import { minutesOf } from '../library/article.ts';
import { keyLabel, readerMessages } from '../messages/reader.ts';
import { visibleField } from '../state/field.ts';
import { contextOf, matchesOf, pageOf, progressOf, readerQuery, rowsOf } from '../state/select.ts';
import type { Notice, State } from '../state/state.ts';
import { blank, piece, type Row, rowWidth, toWidth } from './row.ts';

/** Cells between the parts of the line. */
const GAP = 3;

/** The last line of the screen: which pane has the keys, where one is, the keys that matter, what just happened. */
export function statusRow(state: State, width: number): Row {
  if (state.overlay?.kind === 'find') return findRow(state, width);
  const name = piece(` ${paneName(state)} `, { role: 'accent', bold: true });
  const right = [...position(state), piece(' ')];
  const told = state.notice && [piece(noticeText(state.notice, state), { role: noticeTone(state.notice) })];
  const all = facts(state);
  // A key to press is worth more than the rest of the facts.
  for (const some of told ? [told] : [dim(all), dim(all.slice(0, 1)), []]) {
    const left: Row = [name, piece(' '), ...some];
    const room = width - rowWidth(left) - rowWidth(right) - 2 * GAP;
    const hinted = told ? [] : hints(state, room);
    if (!told && hinted.length === 0) continue;
    const row = hinted.length > 0 ? [...left, ...blank(GAP), ...hinted] : left;
    const pad = width - rowWidth(row) - rowWidth(right);
    if (pad >= 1) return [...row, ...blank(pad), ...right];
  }
  const left = [name, piece(' '), ...(told ?? dim(all))];
  const pad = width - rowWidth(left) - rowWidth(right);
  return pad >= 1 ? [...left, ...blank(pad), ...right] : toWidth(left, width);
}

const dim = (parts: readonly string[]): Row =>
  parts.length === 0 ? [] : [piece(parts.join(' · '), { role: 'dim' })];

function paneName(state: State): string {
  const { panes } = readerMessages[state.language];
  return panes[state.overlay?.kind ?? state.focus];
}

/** What the pane that has the keys shows. */
function facts(state: State): readonly string[] {
  const { language, settings, library, search, count, overlay } = state;
  const messages = readerMessages[language];
  const parts: string[] = [];
  if (count !== '') parts.push(count);
  if (overlay && overlay.kind !== 'search') return [];
  if (state.focus === 'list' || overlay?.kind === 'search') {
    const { length } = rowsOf(state);
    parts.push(search.results ? messages.results(length) : messages.articles(length));
    if (!search.results) parts.push(messages.sortedBy(messages.orders[settings.order], settings.reverse));
    if (!library.complete) parts.push(messages.reading);
    else if (library.indexed < 1 && search.field.value !== '') {
      parts.push(messages.indexing(messages.percent(Math.floor(library.indexed * 100))));
    }
  } else {
    const hit = hitText(state);
    if (hit) parts.push(hit);
  }
  return parts;
}

/** `3/17`, or how many matches there are while one stands on none. */
function hitText(state: State): string | undefined {
  const total = matchesOf(state).length;
  if (!readerQuery(state)) return undefined;
  const { hit } = state.reader;
  return hit === undefined || total === 0
    ? readerMessages[state.language].matches(total)
    : `${hit + 1}/${total}`;
}

/** How far one is in the article, and how much there is left to read. */
function position(state: State): Row {
  const { article } = state.reader;
  if (!article || !pageOf(state) || state.overlay?.kind === 'help') return [];
  const messages = readerMessages[state.language];
  const progress = progressOf(state);
  const left = Math.ceil(minutesOf(article.words) * (1 - progress));
  const parts = [messages.percent(Math.floor(progress * 100))];
  if (left > 0) parts.push(messages.minutesLeft(left));
  return [piece(parts.join('  '), { role: 'dim' })];
}

/** As many hints as toWidth, the most useful first. */
function hints(state: State, room: number): Row {
  const messages = readerMessages[state.language];
  const row: Row[number][] = [];
  let width = 0;
  for (const { command, keys } of hintsFor(contextOf(state))) {
    const label = (messages.hints as Record<string, string | undefined>)[command];
    if (label === undefined || !isUseful(state, command)) continue;
    const key = keyLabel(keys[0]!, state.language);
    const more = key.length + 1 + label.length + (row.length > 0 ? GAP : 0);
    if (width + more > room) continue;
    if (row.length > 0) row.push(...blank(GAP));
    row.push(piece(key, { role: 'kbd' }), piece(` ${label}`, { role: 'dim' }));
    width += more;
  }
  return row;
}

/** A key that would do nothing is not offered. */
function isUseful(state: State, command: string): boolean {
  switch (command) {
    case 'nextMatch':
      return matchesOf(state).length > 0;
    case 'accept':
      return state.overlay?.kind !== 'search' || rowsOf(state).length > 0;
    case 'down':
      return state.overlay?.kind !== 'search' || rowsOf(state).length > 1;
    case 'contents':
      return (state.reader.document?.headings.length ?? 0) > 0;
    case 'tags':
      return state.list.tag === undefined;
    default:
      return true;
  }
}

function findRow(state: State, width: number): Row {
  if (state.overlay?.kind !== 'find') return blank(width);
  const { field } = state.overlay;
  const label = piece(` ${findLabel(state)}`, { role: 'accent', bold: true });
  const right = field.value === '' ? '' : ` ${hitText(state) ?? ''} `;
  const text = visibleField(field, findRoom(state, width)).text;
  const left = [label, piece(text)];
  const pad = width - rowWidth(left) - right.length;
  return pad < 0 ? toWidth(left, width) : [...left, ...blank(pad), piece(right, { role: 'dim' })];
}

const findLabel = ({ language }: State): string =>
  `${readerMessages[language].find}${language === 'fr' ? '\u00a0' : ''}: `;
const findRoom = (state: State, width: number): number => Math.max(1, width - findLabel(state).length - 14);

/** Where the cursor stands in the box that finds: cells from the left. */
export function findCursor(state: State, width: number): number {
  if (state.overlay?.kind !== 'find') return 0;
  return 1 + findLabel(state).length + visibleField(state.overlay.field, findRoom(state, width)).cursor;
}

export function noticeText(notice: Notice, { language }: State): string {
  const messages = readerMessages[language];
  switch (notice.kind) {
    case 'copied':
      return messages.copied[notice.what];
    case 'opened':
      return messages.opened(notice.url);
    case 'unopened':
      return messages.unopened(notice.url);
    case 'resumed':
      return messages.resumed(notice.title, messages.percent(Math.floor(notice.progress * 100)));
    case 'reloaded':
      return messages.reloaded;
    case 'mouse':
      return messages.mouse[notice.on ? 'on' : 'off'];
    case 'nothing':
      return messages.nothing[notice.what];
    case 'skipped':
    case 'brokenFrontMatter':
      return messages[notice.kind](notice.count);
    case 'problem':
      return notice.text;
  }
}

const noticeTone = (notice: Notice) =>
  notice.kind === 'problem' || notice.kind === 'nothing' || notice.kind === 'unopened'
    ? ('error' as const)
    : ('accent' as const);
