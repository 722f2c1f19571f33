import { type Article, minutesOf, seriesOf } from '../library/article.ts';
import { locales } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import { spokenMessages } from '../messages/spoken.ts';
import { menuLength, menuOf } from '../state/menu.ts';
import { pageRows } from '../state/page-rows.ts';
import { pendingWork } from '../state/scroll.ts';
import { selectedRange } from '../state/selection.ts';
import {
  articleRowsOf,
  listedArticles,
  markOf,
  matchesOf,
  overlayField,
  pageHeight,
  pageOf,
  selectedOf,
} from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { helpPage } from './help-pane.ts';
import { leftOutPage } from './left-out-pane.ts';
import { emptyList } from './list-pane.ts';
import { menuEntries } from './menu-pane.ts';
import { noticeText } from './notice.ts';
import { rowText } from './row.ts';
import { matchNumber, readerLines } from './spoken-reader.ts';
import { spokenRow, withoutDrawing } from './spoken-rows.ts';
import { pendingText, usefulHints } from './status-line.ts';

/** The lines to read out when `before` (undefined at the start) became `after`; the last describes the current row. */
export function spoken(before: State | undefined, after: State): readonly string[] {
  const lines = [...(before ? [] : [welcome(after)]), ...notices(before, after), ...paneLines(before, after)];
  return lines.map(withoutDrawing).filter((line) => line !== '');
}

function paneLines(before: State | undefined, after: State): readonly string[] {
  switch (after.overlay?.kind) {
    case undefined:
      return after.focus === 'list' ? listLines(before, after) : readerLines(before, after);
    case 'search':
      return searchLines(before, after);
    case 'find':
      return findLines(before, after);
    case 'contents':
    case 'filters':
    case 'themes':
      return menuLines(before, after);
    case 'select':
      return selectionLines(before, after);
    case 'note':
      return typed(
        before,
        after,
        readerMessages[after.language][after.overlay.isDraft ? 'draftLabel' : 'noteLabel'],
      );
    case 'help':
      return pageLines(before, after, helpPage(after));
    case 'leftOut':
      return pageLines(before, after, leftOutPage(after));
  }
}

/** The keys to begin with. */
const hintsText = (state: State): string =>
  usefulHints(state, true)
    .map(({ key, label }) => `${key} ${label}`)
    .join(', ');

function welcome(state: State): string {
  return locales[state.language].labelled('Kiosque', hintsText(state));
}

function notices(before: State | undefined, after: State): string[] {
  const { notice } = after;
  const pending = pendingText(after);
  return [
    ...(notice && notice !== before?.notice ? [noticeText(notice, after)] : []),
    ...(pending && pending !== (before && pendingText(before)) ? [pending] : []),
  ];
}

const isOpened = (before: State | undefined, after: State): boolean =>
  before?.overlay?.kind !== after.overlay?.kind;

/** The text in the box of the overlay if it has changed; `initial` is what needs not be read out when the overlay opens. */
function typed(before: State | undefined, after: State, label: string, initial?: string): string[] {
  const { value } = overlayField(after);
  const previous = before && !isOpened(before, after) ? overlayField(before).value : initial;
  return value === previous ? [] : [locales[after.language].labelled(label, value)];
}

function searchLines(before: State | undefined, after: State): string[] {
  const messages = readerMessages[after.language];
  const { results } = after.search;
  return [
    ...typed(before, after, messages.search),
    ...(results && isFinal(after) && !(results === before?.search.results && isFinal(before))
      ? [messages.results(results.articles.length)]
      : []),
    ...listLines(before, after),
  ];
}

/** False while nothing is found and the library is not completely indexed: there may be results yet. */
const isFinal = ({ search: { results }, library }: State): boolean =>
  results === undefined || results.articles.length > 0 || library.indexed >= 1;

function findLines(before: State | undefined, after: State): string[] {
  const matches = overlayField(after).value === '' ? [] : matchLines(before, after);
  return [...typed(before, after, readerMessages[after.language].find), ...matches];
}

/** Characters of a selected passage that are read out: of a longer one, the beginning and the end. */
const SPOKEN_SELECTION = 160;

const isExtended = ({ overlay }: State): boolean =>
  overlay?.kind === 'select' && overlay.anchor !== undefined;

function selectionLines(before: State | undefined, after: State): string[] {
  const range = selectedRange(after);
  const previous = before && selectedRange(before);
  const { document } = after.reader;
  const messages = readerMessages[after.language];
  const extending = isExtended(after) && !(before && isExtended(before)) ? [messages.extending] : [];
  if (!range || !document) return [];
  if (range.start === previous?.start && range.end === previous.end) return extending;
  const title = isOpened(before, after) ? [spokenMessages[after.language].selection] : [];
  const text = document.slice(range.start, range.end);
  const half = SPOKEN_SELECTION / 2;
  return [
    ...title,
    ...extending,
    text.length > SPOKEN_SELECTION ? `${text.slice(0, half)}… ${text.slice(-half)}` : text,
  ];
}

function menuLines(before: State | undefined, after: State): string[] {
  const menu = menuOf(after);
  if (!menu) return [];
  const messages = readerMessages[after.language];
  const title = isOpened(before, after) ? [messages[menu.kind]] : [];
  const filter = typed(before, after, messages.search, '');
  const previousRow = before?.overlay?.kind === menu.kind ? before.overlay.row : undefined;
  if (menu.row === previousRow && filter.length === 0) return title;
  const [entry] = menuEntries(after, menu.row, 1);
  const row = entry && `${messages.nth(menu.row + 1, menuLength(after))} ${entry.text} ${entry.right}`;
  return [...title, ...filter, row ?? ''];
}

/** A page screen by screen: the rows that were not on the screen before. */
function pageLines(before: State | undefined, after: State, { title: name, none }: PageTexts): string[] {
  const rows = pageRows(after);
  const isNew = !before || isOpened(before, after);
  const title = isNew ? [locales[after.language].labelled(name, hintsText(after))] : [];
  const filter = typed(before, after, readerMessages[after.language].search, '');
  if (rows.length === 0) return [...title, ...filter, none];
  const from = pageTop(after);
  const shown = rows.slice(from, from + pageHeight(after));
  const previous =
    isNew || pageRows(before) !== rows
      ? []
      : rows.slice(pageTop(before), pageTop(before) + pageHeight(before));
  const fresh = shown.filter((row) => !previous.includes(row)).map((row) => pageRowText(row, after));
  return [...title, ...filter, ...fresh];
}

interface PageTexts {
  readonly title: string;
  /** The text for a filter that no row contains. */
  readonly none: string;
}

const pageTop = (state: State): number => pageOf(state)?.top ?? 0;

function pageRowText(row: ReturnType<typeof pageRows>[number], state: State): string {
  switch (row.kind) {
    case 'blank':
    case 'more':
      return '';
    case 'section':
      return row.title;
    case 'path':
      return row.text;
    case 'key':
      return locales[state.language].labelled(
        row.names.join(', '),
        row.text + (row.where && ` (${row.where})`),
      );
  }
}

function listLines(before: State | undefined, after: State): string[] {
  const article = selectedOf(after);
  if (!before && !after.library.complete) return [readerMessages[after.language].loading];
  // Until all articles are found, their order and number change all the time, without the user's doing.
  const isGrowing = before && listedArticles(before) !== listedArticles(after) && !after.library.complete;
  if (isGrowing && before.overlay === after.overlay) return [];
  if (!article) {
    const isKnown = before && listedArticles(before) === listedArticles(after) && isFinal(before);
    return isKnown || !isFinal(after) ? [] : emptyList(after, { width: 1_000, height: 1_000 }).map(rowText);
  }
  if (before && isRowKnown(before, after, article)) return [];
  const snippet = after.search.snippets.get(article.path)?.text;
  return [...(snippet ? [snippet] : []), articleLine(after, article)];
}

/** Whether the row of the selected article has been read out, and nothing about it has changed. */
function isRowKnown(before: State, after: State, article: Article): boolean {
  const isClosed = before.overlay !== undefined && after.overlay === undefined;
  const isShown = before.focus === after.focus && !isClosed;
  if (!isShown || selectedOf(before)?.path !== article.path) return false;
  // While articles are still being found, their number is of no interest.
  if (!after.library.complete) return true;
  return before.library.complete && articleLine(before, article) === articleLine(after, article);
}

function articleLine(state: State, article: Article): string {
  const messages = readerMessages[state.language];
  const mark = markOf(state, article);
  const facts = [
    article.author,
    seriesOf(article),
    article.date && locales[state.language].date(article.date),
    messages.minutes(minutesOf(article.words)),
    mark?.starred && messages.starred,
    mark?.read && messages.read,
    !mark?.read && mark?.place && messages.percent(Math.floor(mark.place.progress * 100)),
  ];
  const number = messages.nth(state.list.row + 1, listedArticles(state).length);
  return `${number} ${article.title}. ${facts.filter(Boolean).join(', ')}`;
}

/** The line of the current match, or the number of matches if there is none. */
function matchLines(before: State | undefined, after: State): string[] {
  const matches = matchesOf(after);
  const { currentMatch } = after.reader;
  const rows = articleRowsOf(after);
  const match = currentMatch === undefined ? undefined : matches.at(currentMatch);
  if (!rows || !match) return [readerMessages[after.language].matches(matches.length)];
  // The line of a match far away is laid out later, and read out then.
  if (pendingWork(after)) return [];
  const isSame = before && before.reader.currentMatch === currentMatch && matchesOf(before) === matches;
  if (isSame && !pendingWork(before)) return [];
  return [`${matchNumber(after)} ${spokenRow(after, rows, rows.rowOf(match.start))}`];
}
