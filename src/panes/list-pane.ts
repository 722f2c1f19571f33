import { type Article, minutesOf, seriesOf } from '../library/article.ts';
import { countLeftOut } from '../library/left-out.ts';
import { tagsLike } from '../library/tags.ts';
import { conditionTexts } from '../messages/conditions.ts';
import { leftOutText } from '../messages/left-out.ts';
import { locales } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import { parseQuery } from '../search/parse-query.ts';
import type { Rect } from '../state/geometry.ts';
import { choiceText, folderName } from '../state/menu.ts';
import {
  geometryOf,
  hasTitleOfAnother,
  isFiltered,
  listedArticles,
  listPageRows,
  markOf,
} from '../state/selectors.ts';
import type { Mark, State } from '../state/state.ts';
import type { ThemeStyle } from '../style/theme.ts';
import { cleanLine } from '../unicode/clean.ts';
import { wrapWords } from '../unicode/wrap-words.ts';
import { highlighted } from './highlight-spans.ts';
import { fileName } from './notice.ts';
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
import { withKeys } from './with-keys.ts';

/** The search box, or the name of the list while no search is on, and the line below it. */
export function searchBoxRows(state: State, rect: Rect): readonly Row[] {
  const { width } = rect;
  const isSearching = state.overlay?.kind === 'search' || state.search.field.value !== '';
  const box = isSearching
    ? spread(searchBox(state, width).row, [piece(`${counter(state)} `, { role: 'dim' })], width)
    : listName(state, width);
  return toHeight([box, headerLine(width)], rect);
}

/** The search box without the number of results at its right. */
export function searchBox(state: State, width: number): TextBox {
  const { search, language, overlay } = state;
  const label = ` ${readerMessages[language].search}${locales[language].colon}`;
  const room = width - label.length - counter(state).length - 2;
  const role = overlay?.kind === 'search' ? 'accent' : 'dim';
  return textBox([piece(label, { role })], search.field, room, { bold: true });
}

/** The number of listed articles, of how many if not all are listed. */
function counter(state: State): string {
  const all = state.library.articles.length;
  const listed = listedArticles(state).length;
  return listed === all ? `${all}` : `${listed}/${all}`;
}

function listName(state: State, width: number): Row {
  const { list, language } = state;
  const name = [piece(' Kiosque', { bold: true })];
  if (isFiltered(state)) name.push(piece(` · ${choiceText(list, language)}`, { role: 'accent' }));
  const count = readerMessages[language].articles(listedArticles(state).length);
  return spread(name, [piece(`${count} `, { role: 'dim' })], width);
}

/** The listed articles that are in view. */
export function listRows(state: State, rect: Rect): readonly Row[] {
  const articles = listedArticles(state);
  if (articles.length === 0) return toHeight(emptyList(state, rect), rect);
  const { itemHeight } = geometryOf(state);
  const { top, row } = state.list;
  const items = articles
    .slice(top, top + listPageRows(state))
    .flatMap((article, index) =>
      itemRows(state, article, top + index === row, rect.width).slice(0, itemHeight),
    );
  return toHeight(items, rect);
}

function itemRows(state: State, article: Article, isSelected: boolean, width: number): Row[] {
  const mark = markOf(state, article);
  const isActive = isSelected && state.focus === 'list';
  const bar = piece(isSelected ? '▌' : ' ', { role: isActive ? 'accent' : 'dim' });
  const isDim = (mark?.read || article.draft) && !isSelected;
  const title: ThemeStyle = { ...(isSelected && { bold: true }), ...(isDim && { role: 'dim' as const }) };
  const first = spread(
    [bar, piece(article.title, title)],
    [...markPieces(state, article, mark), piece(' ')],
    width,
  );
  const second = toWidth([bar, ...secondLine(state, article)], width - 1);
  return [first, [...second, piece(' ')]];
}

/** The star, and the reading time or the progress. */
function markPieces(state: State, article: Article, mark: Mark | undefined): Row {
  const messages = readerMessages[state.language];
  const star = mark?.starred ? [piece('★ ', { role: 'accent' })] : [];
  const progress = mark?.place?.progress ?? 0;
  const text = mark?.read
    ? `✓ ${messages.minutes(minutesOf(article.words))}`
    : progress > 0 && progress < 1
      ? messages.percent(Math.max(1, Math.floor(progress * 100)))
      : messages.minutes(minutesOf(article.words));
  const draft = article.draft ? [piece(`${messages.draft} · `, { role: 'dim' })] : [];
  return [...draft, ...star, piece(text, { role: progress > 0 && !mark?.read ? 'accent' : 'dim' })];
}

/** Below the title: the snippet of a search; else author and date, the summary or the file's name. */
function secondLine(state: State, article: Article): Row {
  const snippet = state.search.results && state.search.snippets.get(article.path);
  if (snippet) {
    const span = { text: snippet.text, style: {}, at: 0 };
    return highlighted(
      [span],
      snippet.matches.map((match) => ({ ...match, paint: { role: 'match' as const } })),
    ).map(({ text, style }) => piece(text, style.role ? style : { ...style, role: 'dim' }));
  }
  const date = article.date && locales[state.language].date(article.date);
  const facts = [article.author, seriesOf(article), date].filter(Boolean);
  if (hasTitleOfAnother(state, article)) facts.unshift(placeName(article.path));
  const text = facts.join(' · ') || article.summary || fileName(article.path);
  return [piece(text, { role: 'dim' })];
}

/** The folder and the name of a file, safe to show: `folder/name.md`. */
const placeName = (path: string): string => cleanLine(path.split('/').slice(-2).join('/').normalize('NFC'));

/** How much is left out of a library in which nothing is listed, and how to see what. */
function leftOutOf(state: State): readonly Paragraph[] {
  const { language, library } = state;
  const { leftOut = [] } = library;
  if (leftOut.length === 0) return [];
  const hint = withKeys(readerMessages[language].leftOutHint, state);
  return [[`${leftOutText[language](countLeftOut(leftOut))}.`], [hint, 'dim']];
}

type Paragraph = readonly [text: string, role?: 'dim' | 'accent'];

/** Tags that are named in place of an unknown one. */
const MAX_TAGS = 8;

/** Why the list is empty, and what to do next. */
export function emptyList(state: State, { width, height }: Pick<Rect, 'width' | 'height'>): Row[] {
  const rows: Row[] = height > 4 ? [blank(width)] : [];
  for (const [text, role] of emptyListText(state)) {
    for (const line of wrapWords(text, width - 2))
      rows.push(toWidth([piece(` ${line}`, role && { role })], width));
    if (height > 6) rows.push(blank(width));
  }
  return rows;
}

function emptyListText(state: State): readonly Paragraph[] {
  const { language, search, list, library } = state;
  const messages = readerMessages[language];
  if (search.results) {
    const { query, suggestion, unknownTag } = search.results;
    const [condition] = parseQuery(query).unknownConditions;
    if (condition) {
      const { unknown, known } = conditionTexts[language][condition.kind];
      return [[unknown(condition.text)], [known, 'accent']];
    }
    if (suggestion === undefined && unknownTag !== undefined) {
      const tags = tagsLike(library.articles, unknownTag).slice(0, MAX_TAGS);
      const known: readonly Paragraph[] = tags.length > 0 ? [[messages.tagsInUse(tags), 'accent']] : [];
      return [[messages.noneTagged(unknownTag)], ...known, [withKeys(messages.noResultHint, state), 'dim']];
    }
    const none: Paragraph = [messages.noResult(query.trim())];
    return suggestion === undefined
      ? [none, [withKeys(messages.noResultHint, state), 'dim']]
      : [none, [messages.didYouMean(suggestion), 'accent'], [withKeys(messages.acceptHint, state), 'dim']];
  }
  const none =
    list.tag !== undefined
      ? messages.noneTagged(list.tag)
      : list.folder !== undefined
        ? messages.noneInFolder(folderName(list.folder))
        : list.condition && messages.noneMarked(messages.conditions[list.condition]);
  if (none && library.articles.length > 0)
    return [[none], [withKeys(messages.noneFilteredHint, state), 'dim']];
  return library.complete
    ? [[messages.noArticle], ...leftOutOf(state), [messages.noArticleHint, 'dim']]
    : [[messages.loading, 'dim']];
}
