import { readerMessages } from '../messages/reader.ts';
import type { Rect } from '../state/geometry.ts';
import { menuPageRows, tagChoices } from '../state/menu.ts';
import { headingAt } from '../state/scroll.ts';
import { geometryOf } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { visibleField } from '../state/text-boxes.ts';
import { blank, piece, type Row, spread, toWidth } from './row.ts';

interface Entry {
  readonly text: string;
  readonly indent: number;
  readonly right: string;
  /** Where one is: the current heading, the tag that is shown. */
  readonly here: boolean;
}

/** The contents of the article or the choice of tags, in the pane of the list. */
export function menuRows(state: State, rect: Rect): readonly Row[] {
  const { overlay, language } = state;
  if (overlay?.kind !== 'contents' && overlay?.kind !== 'tags') return [];
  const { listHeader } = geometryOf(state);
  const messages = readerMessages[language];
  const title = overlay.kind === 'contents' ? messages.contents : messages.tags;
  const entries = menuEntries(state, overlay.top, menuPageRows(state));
  const rows: Row[] = [
    toWidth([piece(` ${title}`, { bold: true }), ...filterOf(state, rect.width)], rect.width),
  ];
  if (listHeader > 1)
    rows.push(toWidth([piece(` ${'─'.repeat(Math.max(0, rect.width - 2))}`, { role: 'rule' })], rect.width));
  for (const [index, entry] of entries.entries()) {
    rows.push(entryRow(entry, overlay.top + index === overlay.row, rect.width));
  }
  while (rows.length < rect.height) rows.push(blank(rect.width));
  return rows.slice(0, rect.height);
}

/** What is typed to choose among many tags. */
function filterOf(state: State, width: number): Row {
  const { overlay } = state;
  if (overlay?.kind !== 'tags' || (!overlay.typing && overlay.filter.value === '')) return [];
  return [
    piece(' / ', { role: 'accent' }),
    piece(visibleField(overlay.filter, filterRoom(state, width)).text),
  ];
}

const filterLabel = (state: State): number => readerMessages[state.language].tags.length + 4;
const filterRoom = (state: State, width: number): number => Math.max(1, width - filterLabel(state));

/** Where the cursor stands while one types there: cells from the left of the pane; undefined else. */
export function menuCursor(state: State, width: number): number | undefined {
  const { overlay } = state;
  if (overlay?.kind !== 'tags' || !overlay.typing) return undefined;
  return filterLabel(state) + visibleField(overlay.filter, filterRoom(state, width)).cursor;
}

function entryRow({ text, indent, right, here }: Entry, selected: boolean, width: number): Row {
  const bar = piece(selected ? '▌' : ' ', { role: 'accent' });
  const mark = piece(here ? '• ' : '  ', { role: 'accent' });
  const label = piece(text, selected ? { bold: true } : {});
  return spread([bar, mark, ...blank(indent), label], [piece(`${right} `, { role: 'dim' })], width);
}

/** Rows of the menu that is open, from row `top` on. */
export function menuEntries(state: State, top: number, count: number): readonly Entry[] {
  if (state.overlay?.kind === 'contents') {
    const headings = state.reader.document?.headings ?? [];
    const least = headings.reduce((depth, heading) => Math.min(depth, heading.depth), 6);
    const current = headingAt(state);
    return headings.slice(top, top + count).map((heading, index) => ({
      text: heading.text,
      indent: 2 * Math.min(4, heading.depth - least),
      right: '',
      here: top + index === current,
    }));
  }
  const choices = tagChoices(state).slice(top, top + count);
  return choices.map(({ tag, count: used }) => ({
    text: tag ?? readerMessages[state.language].allTags,
    indent: 0,
    right: `${used}`,
    here: tag === state.list.tag,
  }));
}
