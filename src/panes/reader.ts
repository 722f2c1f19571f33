import { type Article, minutesOf } from '../library/article.ts';
import { locales } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import type { ArticleRow, ArticleRows } from '../state/article-rows.ts';
import type { Rect } from '../state/geometry.ts';
import { currentRelated } from '../state/links.ts';
import { articleRowsOf, geometryOf, matchesOf } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import type { ThemeStyle } from '../style/theme.ts';
import type { Line } from '../text/line.ts';
import { type Highlight, highlighted, within } from './highlight.ts';
import { blank, centred, piece, type Row, spread, toWidth } from './row.ts';
import { wrapWords } from './wrap.ts';

const MATCH: ThemeStyle = { role: 'match' };
const CURRENT: ThemeStyle = { role: 'current' };

/** The reader pane: the rows of the page that are in sight. Exactly as many as the pane has. */
export function readerRows(state: State, rect: Rect): readonly Row[] {
  const page = articleRowsOf(state);
  const rows: Row[] = [];
  for (let y = 0; y < rect.height; y++) {
    const row = page?.row(state.reader.top + y);
    rows.push(row && page ? pageRow(state, page, row, rect.width) : blank(rect.width));
  }
  const { problem, article } = state.reader;
  if (page || !article) return rows;
  const lines = problem === undefined ? [] : wrapWords(problem, geometryOf(state).measure);
  const margin = blank(geometryOf(state).margin);
  const told = lines.map((line) => toWidth([...margin, piece(line, { role: 'error' })], rect.width));
  return [...rows.slice(0, 1), ...told, ...rows].slice(0, rect.height);
}

function pageRow(state: State, page: ArticleRows, row: ArticleRow, width: number): Row {
  const { margin, measure } = geometryOf(state);
  const inMeasure = (content: Row): Row => toWidth([...blank(margin), ...content], width);
  switch (row.kind) {
    case 'blank':
      return blank(width);
    case 'title':
      return inMeasure(
        centred(
          row.line.spans.map((span) => piece(span.text, span.style)),
          measure,
        ),
      );
    case 'meta':
      return inMeasure(centred([piece(metaOf(state), { role: 'meta' })], measure));
    case 'relatedHead':
      return inMeasure([piece(readerMessages[state.language].related, { role: 'heading', bold: true })]);
    case 'related':
      return inMeasure(relatedRow(state, row.article, measure));
    case 'text':
      return textRow(
        row.line.width,
        highlighted(row.line.spans, highlightsOf(state, page, row.line), page.document.links),
        margin,
        width,
      );
  }
}

/** An article after the end, as a link to it. */
function relatedRow(state: State, article: Article, measure: number): Row {
  const paint = currentRelated(state) === article ? CURRENT : {};
  const minutes = readerMessages[state.language].minutes(minutesOf(article.words));
  const title = piece(article.title, { role: 'link', ...paint });
  return spread([title], [piece(minutes, { role: 'dim' })], measure);
}

/** A line of text in the pane. Its width is known: measuring every line of every frame is most of drawing it. */
function textRow(lineWidth: number, content: Row, margin: number, width: number): Row {
  const right = width - margin - lineWidth;
  const row = [...blank(margin), ...content];
  return right < 0 ? toWidth(row, width) : [...row, ...blank(right)];
}

/** Who wrote it, when, and how long it takes. */
export function metaOf(state: State): string {
  const { article } = state.reader;
  return article ? factsOf(article, state).join(' · ') : '';
}

const factsOf = (article: Article, { language }: State): string[] =>
  [
    article.author,
    article.date && locales[language].date(article.date),
    readerMessages[language].minutes(minutesOf(article.words)),
  ].filter((fact) => fact !== undefined && fact !== '') as string[];

/** What is highlighted on a line: matches, the one one stands on, the link one stands on. */
function highlightsOf(state: State, page: ArticleRows, line: Line): readonly Highlight[] {
  const { currentMatch: hit, currentLink: link } = state.reader;
  const matches = within(matchesOf(state), line.start, line.end);
  const found: Highlight[] = matches.map(({ start, end, index }) => ({
    start,
    end,
    paint: index === hit ? CURRENT : MATCH,
  }));
  const target = link === undefined ? undefined : page.document.links[link];
  if (!target || target.end <= line.start || target.start >= line.end) return found;
  const apart = found.filter((one) => one.end <= target.start || one.start >= target.end);
  return [...apart, { start: target.start, end: target.end, paint: CURRENT }].sort(
    (a, b) => a.start - b.start,
  );
}
