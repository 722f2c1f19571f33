import { type Article, minutesOf } from '../library/article.ts';
import { locales } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import type { Rect } from '../state/geometry.ts';
import { geometryOf, listedArticles, listPageRows, markOf } from '../state/selectors.ts';
import type { Mark, State } from '../state/state.ts';
import { visibleField } from '../state/text-boxes.ts';
import type { ThemeStyle } from '../style/theme.ts';
import { emptyList } from './empty.ts';
import { fileName } from './file-name.ts';
import { highlighted } from './highlight.ts';
import { blank, type Piece, piece, type Row, spread, toWidth } from './row.ts';

/** The list pane: the search box, a rule, the articles. Exactly as many rows as the pane has. */
export function listRows(state: State, rect: Rect): readonly Row[] {
  const { listHeader } = geometryOf(state);
  const header = [searchBox(state, rect.width)];
  if (listHeader > 1)
    header.push(
      toWidth([piece(` ${'─'.repeat(Math.max(0, rect.width - 2))}`, { role: 'rule' })], rect.width),
    );
  const room = rect.height - header.length;
  const rows =
    listedArticles(state).length === 0 ? emptyList(state, rect.width, room) : items(state, rect.width);
  const body = rows.slice(0, room);
  return [...header, ...body, ...Array.from({ length: room - body.length }, () => blank(rect.width))];
}

/** Where the cursor stands in the search box: cells from the left of the pane. */
export function searchCursor(state: State, width: number): number {
  const label = searchLabel(state);
  return label.length + visibleField(state.search.field, fieldRoom(state, width)).cursor;
}

const searchLabel = ({ language }: State): string =>
  ` ${readerMessages[language].search}${locales[language].colon}`;

const counter = (state: State): string => {
  const { articles } = state.library;
  const rows = listedArticles(state);
  return rows.length === articles.length ? `${articles.length}` : `${rows.length}/${articles.length}`;
};

const fieldRoom = (state: State, width: number): number =>
  Math.max(1, width - searchLabel(state).length - counter(state).length - 2);

function searchBox(state: State, width: number): Row {
  const { search, list, language, overlay } = state;
  const typing = overlay?.kind === 'search';
  const count = piece(`${counter(state)} `, { role: 'dim' });
  if (!typing && search.field.value === '') {
    const name: Piece[] = [piece(' Kiosque', { bold: true })];
    if (list.tag !== undefined) name.push(piece(` · ${list.tag}`, { role: 'accent' }));
    return spread(
      name,
      [piece(`${readerMessages[language].articles(listedArticles(state).length)} `, { role: 'dim' })],
      width,
    );
  }
  const text = visibleField(search.field, fieldRoom(state, width)).text;
  const label = piece(searchLabel(state), { role: typing ? 'accent' : 'dim' });
  return spread([label, piece(text, { bold: true })], [count], width);
}

function items(state: State, width: number): Row[] {
  const { itemHeight } = geometryOf(state);
  const { top, row } = state.list;
  const rows = listedArticles(state);
  const shown = rows.slice(top, top + listPageRows(state));
  return shown.flatMap((article, index) => {
    const item = itemRows(state, article, top + index === row, width);
    return item.slice(0, itemHeight);
  });
}

function itemRows(state: State, article: Article, selected: boolean, width: number): Row[] {
  const mark = markOf(state, article);
  const active = selected && state.focus === 'list';
  const bar = piece(selected ? '▌' : ' ', { role: active ? 'accent' : 'dim' });
  const dim = mark?.read && !selected;
  const title: ThemeStyle = { ...(selected && { bold: true }), ...(dim && { role: 'dim' as const }) };
  const first = spread(
    [bar, piece(article.title, title)],
    [...marks(state, article, mark), piece(' ')],
    width,
  );
  const second = toWidth([bar, ...secondLine(state, article)], width - 1);
  return [first, [...second, piece(' ')]];
}

function marks(state: State, article: Article, mark: Mark | undefined): Row {
  const messages = readerMessages[state.language];
  const star = mark?.starred ? [piece('★ ', { role: 'accent' })] : [];
  const progress = mark?.place?.progress ?? 0;
  const text = mark?.read
    ? `✓ ${messages.minutes(minutesOf(article.words))}`
    : progress > 0 && progress < 1
      ? messages.percent(Math.max(1, Math.floor(progress * 100)))
      : messages.minutes(minutesOf(article.words));
  return [...star, piece(text, { role: progress > 0 && !mark?.read ? 'accent' : 'dim' })];
}

/** Under the title: where the search was answered, else who wrote it and when, else what is known at all. */
function secondLine(state: State, article: Article): Row {
  const snippet = state.search.results && state.search.snippets.get(article.path);
  if (snippet) {
    const span = { text: snippet.text, style: {}, at: 0 };
    return highlighted(
      [span],
      snippet.matches.map((match) => ({ ...match, paint: { role: 'match' as const } })),
    ).map(({ text, style }) => piece(text, style.role ? style : { ...style, role: 'dim' }));
  }
  const facts = [article.author, article.date && locales[state.language].date(article.date)].filter(Boolean);
  const text = facts.join(' · ') || article.summary || fileName(article.path);
  return [piece(text, { role: 'dim' })];
}
