import type { Document, Style } from '../document/document.ts';
import { renderText, type TextOptions, textLines } from '../style/plain.ts';
import { setLines } from '../text/layout.ts';
import type { Highlighter, LayoutOptions, Line } from '../text/line.ts';
import { setPlain } from '../text/set-plain-text.ts';
import { clean } from '../unicode/clean.ts';
import { type WantedArticle, wantedArticle } from './article.ts';
import { byline } from './byline.ts';
import type { Environment, ExitCode } from './environment.ts';
import { articleJson, jsonText } from './json.ts';
import { documentCache, openText } from './open-text.ts';
import type { ShowOptions, TypeOptions } from './options.ts';
import { printed, write } from './print.ts';
import { lineOf } from './table.ts';

/** Cells of the measure where the terminal has more, and in a pipe. */
const WIDEST = 80;

/** `kiosque show`: one article, styled on a terminal, as plain text in a pipe, as Markdown or JSON where asked. */
export async function show(environment: Environment, options: ShowOptions): Promise<ExitCode> {
  const wanted = await wantedArticle(environment, options);
  const { stdout } = environment;
  const terminal = stdout.isTTY ? Math.min(WIDEST, stdout.columns) : WIDEST;
  const width = options.width ?? terminal;
  switch (options.format ?? (stdout.isTTY || environment.colour > 0 ? 'ansi' : 'text')) {
    case 'text': {
      const page = await pageOf(wanted, environment, options, width);
      await write(stdout, textLines(page.document, page));
      break;
    }
    case 'ansi': {
      const page = await pageOf(wanted, environment, options, width);
      const lines = styledLines(page, await highlighterFor(wanted, environment));
      await write(stdout, printed(lines, environment, page.document.links));
      break;
    }
    case 'markdown': {
      const { text } = wanted.read();
      // In a pipe it is the source as it was; a terminal would obey what it holds.
      stdout.write(stdout.isTTY ? clean(text) : text);
      break;
    }
    case 'json':
      stdout.write(jsonText(await json(wanted, environment, options)));
  }
  return 0;
}

/** A text with what stands above it, and how its lines are set. */
interface Page extends TextOptions {
  readonly document: Document;
  readonly title: string;
  readonly byline: string;
}

async function pageOf(
  wanted: WantedArticle,
  environment: Environment,
  options: TypeOptions,
  width: number,
): Promise<Page> {
  const { article } = wanted;
  const document = await documentOf(wanted, environment);
  const type = await typeOf(options, width, document);
  return { document, ...type, title: article.title, byline: byline(article, environment.language) };
}

/** How lines are set at a width; the patterns of a language are loaded only where words will be divided. */
async function typeOf(
  { justify, hyphenate }: TypeOptions,
  width: number,
  { lang }: Document,
): Promise<Pick<LayoutOptions, 'width' | 'justify' | 'hyphenate'>> {
  const type = { width, ...(justify && { justify }) };
  if (!hyphenate || width === 0) return type;
  const { loadHyphenator } = await import('../text/hyphenate.ts');
  return { ...type, hyphenate: await loadHyphenator(lang) };
}

/** The same lines as in the reader. */
function* styledLines(page: Page, highlight: Highlighter | undefined): Generator<Line> {
  const { document, width, title, byline } = page;
  yield* headLines(title, width, document, { role: 'title' });
  yield* headLines(byline, width, document, { role: 'meta' });
  yield lineOf([]);
  yield* setLines(document, { ...page, highlight });
}

/** A large file: only where there is code in a language, and colours to show it in. */
async function highlighterFor(
  { read }: WantedArticle,
  { colour }: Environment,
): Promise<Highlighter | undefined> {
  if (colour === 0) return undefined;
  const { source } = read().body;
  if (!/^[ \t>]*(?:```|~~~) *[A-Za-z]/m.test(source)) return undefined;
  const { loadHighlighter } = await import('../style/highlight.ts');
  return loadHighlighter();
}

const headLines = (text: string, width: number, { lang }: Document, style: Style): Line[] =>
  setPlain(text, width, lang).map((line) => lineOf([{ text: line, style, at: -1 }]));

/** The article with its body, as it is read and as it was written. */
async function json(wanted: WantedArticle, environment: Environment, options: ShowOptions): Promise<object> {
  const { article } = wanted;
  const document = await documentOf(wanted, environment);
  return {
    ...articleJson(article),
    source: article.source ?? null,
    summary: article.summary ?? null,
    text: renderText(document, await typeOf(options, options.width ?? 0, document)),
    markdown: wanted.read().body.source,
  };
}

async function documentOf({ article, read }: WantedArticle, environment: Environment): Promise<Document> {
  return (await openText(article, () => read().body, documentCache(environment))).document;
}
