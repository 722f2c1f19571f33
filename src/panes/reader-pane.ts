import type { Range } from '../annotations/text-quote.ts';
import { type Article, minutesOf, seriesOf } from '../library/article.ts';
import { locales } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import { type PlacedAnnotation, placementOf } from '../state/annotations.ts';
import type { ArticleRow, ArticleRows } from '../state/article-rows.ts';
import type { Rect } from '../state/geometry.ts';
import { hiddenRange } from '../state/hidden-characters.ts';
import { currentRelated } from '../state/links.ts';
import { selectedRange } from '../state/selection.ts';
import { articleRowsOf, geometryOf, matchesOf } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import type { ThemeStyle } from '../style/theme.ts';
import type { Line } from '../text/line.ts';
import { wrapWords } from '../unicode/wrap-words.ts';
import { type Highlight, highlighted, layered, within } from './highlight-spans.ts';
import { withNoteBox } from './note-box.ts';
import { blank, centered, piece, type Row, scrolled, spread, toHeight, toWidth } from './row.ts';

const MATCH: ThemeStyle = { role: 'match' };
const CURRENT: ThemeStyle = { role: 'current' };

/** The rows of the article that are in view, or the reason why its text cannot be shown. */
export function readerRows(state: State, rect: Rect): readonly Row[] {
  const { article, problem, top } = state.reader;
  const rows = articleRowsOf(state);
  if (!rows) return toHeight(article && problem !== undefined ? problemRows(state, problem, rect) : [], rect);
  const pane = Array.from({ length: rect.height }, (_, y) => {
    const row = rows.row(top + y);
    return row ? articleRow(state, rows, row, rect.width) : blank(rect.width);
  });
  return withNoteBox(state, rows, pane, rect);
}

function problemRows(state: State, problem: string, { width }: Rect): readonly Row[] {
  const { margin, measure } = geometryOf(state);
  const rows = wrapWords(problem, measure).map((line) =>
    toWidth([...blank(margin), piece(line, { role: 'error' })], width),
  );
  return [blank(width), ...rows];
}

function articleRow(state: State, rows: ArticleRows, row: ArticleRow, width: number): Row {
  const { margin, measure, beside } = geometryOf(state);
  const inMeasure = (content: Row): Row => toWidth([...blank(margin), ...content], width);
  switch (row.kind) {
    case 'blank':
      return blank(width);
    case 'title':
      return inMeasure(centered(highlighted(row.line.spans, []), measure));
    case 'meta':
      return inMeasure(centered([piece(metaOf(state), { role: 'meta' })], measure));
    case 'relatedHead':
      return inMeasure([piece(readerMessages[state.language].related, { role: 'heading', bold: true })]);
    case 'related':
      return inMeasure(relatedRow(state, row.article, measure));
    case 'text': {
      const { line } = row;
      const content = highlighted(line.spans, highlightsOf(state, rows, line), rows.document.links);
      const left = margin - (line.outdent ?? 0);
      const column = state.reader.codeColumn;
      const before = marginOf(state, line, left);
      if (line.scroll === undefined || column === 0) return textRow(line.width, content, before, left, width);
      const room = margin + measure + beside.right - left;
      return toWidth([...before, ...scrolled(content, line.scroll.after, column, room)], width);
    }
  }
}

/** A related article, listed after the end of the text as a link. */
function relatedRow(state: State, article: Article, measure: number): Row {
  const paint = currentRelated(state) === article ? CURRENT : {};
  const minutes = readerMessages[state.language].minutes(minutesOf(article.words));
  const title = piece(article.title, { role: 'link', ...paint });
  return spread([title], [piece(minutes, { role: 'dim' })], measure);
}

/** A line of the text in the pane. The layout knows its width: measuring it again is most of what a frame would cost. */
function textRow(lineWidth: number, content: Row, before: Row, margin: number, width: number): Row {
  const right = width - margin - lineWidth;
  const row = [...before, ...content];
  return right < 0 ? toWidth(row, width) : [...row, ...blank(right)];
}

/** Author, date and reading time of the article in the reader. */
export function metaOf({ reader: { article }, language }: State): string {
  if (!article) return '';
  const date = article.date && locales[language].date(article.date);
  const minutes = readerMessages[language].minutes(minutesOf(article.words));
  return [article.author, seriesOf(article), date, minutes].filter(Boolean).join(' · ');
}

/** What is laid over a line: annotations, matches, the current link or hidden characters, the passage being selected. */
function highlightsOf(state: State, rows: ArticleRows, line: Line): readonly Highlight[] {
  const { currentMatch, currentLink } = state.reader;
  const matches: Highlight[] = within(matchesOf(state), line.start, line.end).map(
    ({ start, end, index }) => ({ start, end, paint: index === currentMatch ? CURRENT : MATCH }),
  );
  const current = currentLink === undefined ? hiddenRange(state) : rows.document.links[currentLink];
  const marked = annotationsOn(state, line).map(({ annotation, start, end }) => [
    { start, end, paint: { role: `highlight.${annotation.color}` as const } },
  ]);
  return layered(...marked, matches, onLine(current, line), onLine(selectedRange(state), line));
}

const onLine = (range: Range | undefined, line: Line): readonly Highlight[] =>
  range && range.end > line.start && range.start < line.end ? [{ ...range, paint: CURRENT }] : [];

const annotationsOn = (state: State, line: Line): readonly PlacedAnnotation[] =>
  placementOf(state).placed.filter(({ start, end }) => end > line.start && start < line.end);

/** The cells left of a line, with a mark beside annotations: a pencil where a note begins. */
function marginOf(state: State, line: Line, cells: number): Row {
  const here = annotationsOn(state, line);
  if (here.length === 0 || cells < 1) return blank(cells);
  const noted = here.find(({ annotation, start }) => annotation.note !== undefined && start >= line.start);
  const mark = piece(noted ? '✎' : '▎', { role: 'accent' });
  return cells === 1 ? [mark] : [...blank(cells - 2), mark, ...blank(1)];
}
