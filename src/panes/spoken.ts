import { type Article, minutesOf } from '../library/article.ts';
import { locales } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import type { ArticleRow } from '../state/article-rows.ts';
import { type HelpRow, helpRows } from '../state/help-rows.ts';
import { currentRelated } from '../state/links.ts';
import { menuLength, menuOf } from '../state/menu.ts';
import { pendingWork } from '../state/scroll.ts';
import { selectedRange } from '../state/selection.ts';
import {
  articleRowsOf,
  listedArticles,
  markOf,
  matchesOf,
  overlayField,
  progressOf,
  readerHeight,
  selectedOf,
} from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { emptyList } from './list-pane.ts';
import { menuEntries } from './menu-pane.ts';
import { noticeText } from './notice.ts';
import { metaOf } from './reader-pane.ts';
import { rowText } from './row.ts';
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
      return menuLines(before, after);
    case 'select':
      return selectionLines(before, after);
    case 'note':
      return typed(before, after, readerMessages[after.language].noteLabel);
    case 'help':
      return helpLines(before, after);
  }
}

/** The keys to begin with. */
function welcome(state: State): string {
  const keys = usefulHints(state, true).map(({ key, label }) => `${key} ${label}`);
  return labelled('Kiosque', keys.join(', '), state);
}

const labelled = (label: string, value: string, { language }: State): string =>
  label + locales[language].colon + value;

/** Box drawing, blocks and bullets mean nothing when they are read out. */
const withoutDrawing = (line: string): string =>
  line
    .replace(/[\u2500-\u259f]+/g, ' ')
    .replace(/[•◦▪]/g, '-')
    .replace(/ {2,}/g, ' ')
    .trim();

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
  return value === previous ? [] : [labelled(label, value, after)];
}

function searchLines(before: State | undefined, after: State): string[] {
  const messages = readerMessages[after.language];
  const { results } = after.search;
  return [
    ...typed(before, after, messages.search),
    ...(results && results !== before?.search.results ? [messages.results(results.articles.length)] : []),
    ...listLines(before, after),
  ];
}

function findLines(before: State | undefined, after: State): string[] {
  const matches = overlayField(after).value === '' ? [] : matchLines(before, after);
  return [...typed(before, after, readerMessages[after.language].find), ...matches];
}

/** Characters of a selected passage that are read out: of a longer one, the beginning and the end. */
const SPOKEN_SELECTION = 160;

function selectionLines(before: State | undefined, after: State): string[] {
  const range = selectedRange(after);
  const previous = before && selectedRange(before);
  const { document } = after.reader;
  if (!range || !document || (range.start === previous?.start && range.end === previous.end)) return [];
  const text = document.slice(range.start, range.end);
  const half = SPOKEN_SELECTION / 2;
  return [text.length > SPOKEN_SELECTION ? `${text.slice(0, half)}… ${text.slice(-half)}` : text];
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

function helpLines(before: State | undefined, after: State): string[] {
  const rows = helpRows(after);
  if (before && !isOpened(before, after) && rows === helpRows(before)) return [];
  return rows.map((row) => helpRowText(row, after));
}

function helpRowText(row: HelpRow, state: State): string {
  switch (row.kind) {
    case 'blank':
    case 'moreKeys':
      return '';
    case 'section':
      return row.title;
    case 'key':
      return labelled(row.names.join(', '), row.text + (row.where && ` (${row.where})`), state);
  }
}

function listLines(before: State | undefined, after: State): string[] {
  const article = selectedOf(after);
  if (!article) {
    const isKnown = before && listedArticles(before) === listedArticles(after);
    return isKnown ? [] : emptyList(after, { width: 1_000, height: 1_000 }).map(rowText);
  }
  if (before && isRowKnown(before, after, article)) return [];
  const snippet = after.search.snippets.get(article.path)?.text;
  return [...(snippet ? [snippet] : []), articleLine(after, article)];
}

/** Whether the row of the selected article has been read out, and nothing about it has changed. */
function isRowKnown(before: State, after: State, article: Article): boolean {
  const isShown = before.focus === after.focus && !isOpened(before, after);
  if (!isShown || selectedOf(before)?.path !== article.path) return false;
  // While articles are still being found, their number is of no interest.
  if (!after.library.complete) return true;
  return (
    before.library.complete &&
    before.list.row === after.list.row &&
    listedArticles(before).length === listedArticles(after).length &&
    markOf(before, article) === markOf(after, article)
  );
}

function articleLine(state: State, article: Article): string {
  const messages = readerMessages[state.language];
  const mark = markOf(state, article);
  const facts = [
    article.author,
    article.date && locales[state.language].date(article.date),
    messages.minutes(minutesOf(article.words)),
    mark?.starred && messages.starred,
    mark?.read && messages.read,
    !mark?.read && mark?.place && messages.percent(Math.floor(mark.place.progress * 100)),
  ];
  const number = messages.nth(state.list.row + 1, listedArticles(state).length);
  return `${number} ${article.title}. ${facts.filter(Boolean).join(', ')}`;
}

function readerLines(before: State | undefined, after: State): readonly string[] {
  const { article, problem, currentMatch } = after.reader;
  if (!article) return [];
  const isEntered = before?.focus !== 'reader' || before.reader.article?.path !== article.path;
  // In a menu the text is on the screen, but only the entries are read out.
  const isReopened = isEntered || before.overlay?.kind === 'contents' || before.overlay?.kind === 'help';
  const title = isEntered ? [article.title, metaOf(after)] : [];
  if (problem !== undefined)
    return isReopened || before?.reader.problem !== problem ? [...title, problem] : [];
  const link = linkLines(before, after);
  if (link) return [...title, ...link];
  const isMatchNew = !before || currentMatch !== before.reader.currentMatch || pendingWork(before);
  if (currentMatch !== undefined && isMatchNew) return [...title, ...matchLines(before, after)];
  // A setting may have laid the same text out anew.
  if (after.notice?.kind === 'setting') return title;
  return [...title, ...newLines(isReopened ? undefined : before, after), ...endLine(before, after)];
}

/** The current link, if it has just become that. */
function linkLines(before: State | undefined, after: State): string[] | undefined {
  const { currentLink, document } = after.reader;
  if (currentLink === undefined || currentLink === before?.reader.currentLink) return undefined;
  const link = document?.links[currentLink];
  const text = link ? document.slice(link.start, link.end) : currentRelated(after)?.title;
  return text === undefined ? undefined : [labelled(readerMessages[after.language].link, text, after)];
}

/** Says that all of the article has been shown. */
function endLine(before: State | undefined, after: State): string[] {
  const isKnown = before && before.reader.article === after.reader.article && progressOf(before) === 1;
  return progressOf(after) === 1 && !isKnown ? [readerMessages[after.language].percent(100)] : [];
}

/** The rows of the article that were not on the screen before. */
function newLines(before: State | undefined, after: State): string[] {
  const rows = articleRowsOf(after);
  if (!rows) return [];
  const { top } = after.reader;
  const height = readerHeight(after);
  const previous = before && articleRowsOf(before);
  const isSameLayout = before && previous?.flow === rows.flow;
  const wasShown = (y: number): boolean =>
    Boolean(isSameLayout && y >= before.reader.top && y < before.reader.top + height && previous?.row(y));
  return Array.from({ length: height }, (_, index) => top + index)
    .filter((y) => !wasShown(y))
    .map((y) => articleRowText(rows.row(y), after));
}

function articleRowText(row: ArticleRow | undefined, { language }: State): string {
  switch (row?.kind) {
    case 'text':
      return row.line.spans.map((span) => span.text).join('');
    case 'relatedHead':
      return readerMessages[language].related;
    case 'related':
      return row.article.title;
    default:
      return '';
  }
}

function matchLines(before: State | undefined, after: State): string[] {
  const messages = readerMessages[after.language];
  const matches = matchesOf(after);
  const { currentMatch } = after.reader;
  const rows = articleRowsOf(after);
  const match = currentMatch === undefined ? undefined : matches.at(currentMatch);
  if (!rows || !match || currentMatch === undefined) return [messages.matches(matches.length)];
  // The line of a match far away is laid out later, and read out then.
  if (pendingWork(after)) return [];
  const isSame = before?.reader.currentMatch === currentMatch && matchesOf(before) === matches;
  if (isSame && !pendingWork(before)) return [];
  const line = articleRowText(rows.row(rows.rowOf(match.start)), after);
  return [`${messages.nth(currentMatch + 1, matches.length)} ${line}`];
}
