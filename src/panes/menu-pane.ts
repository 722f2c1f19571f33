import { readerMessages } from '../messages/reader.ts';
import type { Rect } from '../state/geometry.ts';
import { tagChoices } from '../state/menu.ts';
import { currentHeading } from '../state/scroll.ts';
import { geometryOf } from '../state/selectors.ts';
import { emptyField, type State } from '../state/state.ts';
import {
  blank,
  headerLine,
  piece,
  type Row,
  spread,
  type TextBox,
  textBox,
  toHeight,
  toWidth,
} from './row.ts';

interface Entry {
  readonly text: string;
  readonly indent: number;
  readonly right: string;
  /** Marks the heading being read, or the tag whose articles are listed. */
  readonly isCurrent: boolean;
}

/** The contents of the article: its headings. */
export const contentsRows = (state: State, rect: Rect): readonly Row[] =>
  menuRows(state, rect, [piece(` ${readerMessages[state.language].contents}`, { bold: true })]);

/** The choice of tags, with the box that filters them. */
export function tagsRows(state: State, rect: Rect): readonly Row[] {
  const { overlay } = state;
  const isFiltered = overlay?.kind === 'tags' && (overlay.typing || overlay.filter.value !== '');
  return menuRows(state, rect, isFiltered ? tagFilter(state, rect.width).row : [tagsTitle(state)]);
}

const tagsTitle = ({ language }: State) => piece(` ${readerMessages[language].tags}`, { bold: true });

/** The title of the tags and the box that filters them. */
export function tagFilter(state: State, width: number): TextBox {
  const { overlay } = state;
  const filter = overlay?.kind === 'tags' ? overlay.filter : emptyField;
  const title = tagsTitle(state);
  const room = width - title.text.length - 3;
  return textBox([title, piece(' / ', { role: 'accent' })], filter, room);
}

function menuRows(state: State, rect: Rect, title: Row): readonly Row[] {
  const { overlay } = state;
  if (overlay?.kind !== 'contents' && overlay?.kind !== 'tags') return toHeight([], rect);
  const { width, height } = rect;
  const header = [toWidth(title, width), headerLine(width)].slice(0, geometryOf(state).listHeader?.height);
  const entries = menuEntries(state, overlay.top, height - header.length);
  const rows = entries.map((entry, index) => entryRow(entry, overlay.top + index === overlay.row, width));
  return toHeight([...header, ...rows], rect);
}

function entryRow({ text, indent, right, isCurrent }: Entry, isSelected: boolean, width: number): Row {
  const bar = piece(isSelected ? '▌' : ' ', { role: 'accent' });
  const mark = piece(isCurrent ? '• ' : '  ', { role: 'accent' });
  const label = piece(text, isSelected ? { bold: true } : {});
  return spread([bar, mark, ...blank(indent), label], [piece(`${right} `, { role: 'dim' })], width);
}

/** Entries of the open menu, at most `count` of them from row `top` on. */
export function menuEntries(state: State, top: number, count: number): readonly Entry[] {
  if (state.overlay?.kind === 'contents') {
    const headings = state.reader.document?.headings ?? [];
    const least = headings.reduce((depth, heading) => Math.min(depth, heading.depth), 6);
    const current = currentHeading(state);
    return headings.slice(top, top + count).map((heading, index) => ({
      text: heading.text,
      indent: 2 * Math.min(4, heading.depth - least),
      right: '',
      isCurrent: top + index === current,
    }));
  }
  const choices = tagChoices(state).slice(top, top + count);
  return choices.map(({ tag, count: used }) => ({
    text: tag ?? readerMessages[state.language].allTags,
    indent: 0,
    right: `${used}`,
    isCurrent: tag === state.list.tag,
  }));
}
