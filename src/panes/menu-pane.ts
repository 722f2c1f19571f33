import type { Annotation } from '../annotations/annotation.ts';
import type { Attributes } from '../document/document.ts';
import { readerMessages } from '../messages/reader.ts';
import { type ContentsEntry, contentsOf, currentEntry } from '../state/contents.ts';
import { isSameFilter } from '../state/effects.ts';
import type { Rect } from '../state/geometry.ts';
import { choiceText, filterChoices, folderName, menuOf } from '../state/menu.ts';
import { geometryOf, overlayField } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { lookNamed, themeNames } from '../state/themes.ts';
import type { Ground, Look } from '../style/look.ts';
import { EXPECTED_GROUNDS } from '../style/looks.ts';
import type { ThemeStyle } from '../style/theme.ts';
import { themeLabel } from '../style/theme-names.ts';
import { cleanLine } from '../unicode/clean.ts';
import {
  blank,
  headerLine,
  piece,
  type Row,
  spread,
  type TextBox,
  titleBox,
  toHeight,
  toWidth,
} from './row.ts';

interface Entry {
  readonly text: string;
  readonly indent: number;
  /** What is at the right edge, as text and as it is drawn. */
  readonly right: string;
  readonly sample?: Row;
  /** Marks the heading being read, or the filter in use. */
  readonly isCurrent: boolean;
}

/** Levels by which headings and folders are indented at most. */
const MAX_LEVELS = 4;

/** The contents of the article, the choice of filters or of themes, in place of the list. */
export function menuRows(state: State, rect: Rect): readonly Row[] {
  const menu = menuOf(state);
  if (!menu) return toHeight([], rect);
  const { width, height } = rect;
  const title = toWidth(menuTitle(state, width).row, width);
  const header = [title, headerLine(width)].slice(0, geometryOf(state).listHeader?.height);
  const entries = menuEntries(state, menu.top, height - header.length);
  const rows = entries.map((entry, index) => entryRow(entry, menu.top + index === menu.row, width));
  return toHeight([...header, ...rows], rect);
}

/** The title of the open menu, with the box that filters its rows while that is in use. */
export const menuTitle = (state: State, width: number): TextBox =>
  titleBox(` ${readerMessages[state.language][menuOf(state)?.kind ?? 'filters']}`, state, width);

function entryRow(
  { text, indent, right, sample, isCurrent }: Entry,
  isSelected: boolean,
  width: number,
): Row {
  const bar = piece(isSelected ? '▌' : ' ', { role: 'accent' });
  const mark = piece(isCurrent ? '• ' : '  ', { role: 'accent' });
  const label = piece(text, isSelected ? { bold: true } : {});
  return spread([bar, mark, ...blank(indent), label], sample ?? [piece(`${right} `, { role: 'dim' })], width);
}

function contentsText(
  entry: ContentsEntry,
  least: number,
  { language }: State,
): Pick<Entry, 'text' | 'indent'> {
  switch (entry.kind) {
    case 'chapter':
      return { text: entry.article.title, indent: 0 };
    case 'heading':
      return { text: entry.heading.text, indent: 2 * Math.min(MAX_LEVELS, entry.heading.depth - least) };
    case 'annotation':
      return { text: annotationLabel(entry.placed.annotation), indent: 2 };
    case 'lost':
      return { text: readerMessages[language].lostNote(annotationLabel(entry.annotation)), indent: 0 };
  }
}

/** The note, or the beginning of the passage. */
const annotationLabel = ({ note, quote }: Annotation): string =>
  note === undefined ? `▎${cleanLine(quote.exact)}` : `✎ ${cleanLine(note)}`;

/** Entries of the open menu, at most `count` of them from row `top` on. */
export function menuEntries(state: State, top: number, count: number): readonly Entry[] {
  if (state.overlay?.kind === 'contents') {
    const headings = state.reader.document?.headings ?? [];
    const entries = contentsOf(state);
    const highest = headings.reduce((depth, heading) => Math.min(depth, heading.depth), 6);
    const least = entries[0]?.kind === 'chapter' ? highest - 1 : highest;
    const current = currentEntry(state, entries);
    return entries.slice(top, top + count).map((entry, index) => ({
      ...contentsText(entry, least, state),
      right: '',
      isCurrent: top + index === current,
    }));
  }
  if (state.overlay?.kind === 'themes') {
    return themeNames(state)
      .slice(top, top + count)
      .map((name) => ({
        text: themeLabel(name, state.language),
        indent: 0,
        right: '',
        sample: themeSample(lookNamed(state, name)),
        isCurrent: name === state.settings.theme,
      }));
  }
  const choices = filterChoices(state).slice(top, top + count);
  const isWhole = overlayField(state).value.trim() === '';
  return choices.map((choice) => ({
    ...(isWhole && choice.folder !== undefined
      ? folderEntry(choice.folder)
      : { text: choiceText(choice, state.language), indent: 0 }),
    right: `${choice.count}`,
    isCurrent: isSameFilter(choice, state.list),
  }));
}

/** A folder below those that it is in. */
function folderEntry(folder: string): Pick<Entry, 'text' | 'indent'> {
  const parts = folder.split('/');
  return { text: folderName(parts.at(-1)!), indent: 2 * Math.min(MAX_LEVELS, parts.length - 1) };
}

const expectedGround = (name: string): Ground | undefined =>
  name === 'dark' || name === 'light' ? EXPECTED_GROUNDS[name] : undefined;

/** Letters in the colors of a title, a link and a match, on the background of the look. */
function themeSample({ name, palette, ground = expectedGround(name) }: Look): Row {
  const on = ({ fg, bg }: Attributes): ThemeStyle => {
    const [text, under] = [fg ?? ground?.text, bg ?? ground?.background];
    return { ...(text && { fg: text }), ...(under && { bg: under }) };
  };
  return [
    piece(' A', on(palette.title)),
    piece('a', on(palette.link)),
    piece(' ', on({})),
    piece('a', on(palette.match)),
    piece(' ', on({})),
    piece(' '),
  ];
}
