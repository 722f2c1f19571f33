import type { Article, Body } from '../library/article.ts';
import { renderText, textLines } from '../output/plain.ts';
import type { Document, Style } from '../text/document.ts';
import { setLines } from '../text/layout.ts';
import type { Highlighter, Line } from '../text/line.ts';
import { openDocument } from '../text/open.ts';
import { setPlain } from '../text/set-plain.ts';
import { clean } from '../unicode/clean.ts';
import { wantedArticle } from './article.ts';
import { byline } from './byline.ts';
import type { Environment, ExitCode } from './environment.ts';
import { articleJson, jsonText } from './json.ts';
import type { ShowOptions } from './options.ts';
import { printed, write } from './print.ts';
import { lineOf } from './table.ts';

/** Cells of the measure where the terminal has more, and in a pipe. */
const WIDEST = 80;

/** `kiosque show`: one article, styled on a terminal, as plain text in a pipe, as Markdown or JSON where asked. */
export async function show(environment: Environment, options: ShowOptions): Promise<ExitCode> {
  const { article, body, text } = await wantedArticle(environment, options);
  const { stdout } = environment;
  const terminal = stdout.isTTY ? Math.min(WIDEST, stdout.columns) : WIDEST;
  const width = options.width ?? terminal;
  switch (options.format ?? (stdout.isTTY || environment.colour > 0 ? 'ansi' : 'text')) {
    case 'text':
      await write(stdout, textOf(article, body, environment, width));
      break;
    case 'ansi':
      await write(stdout, await ansiOf(article, body, environment, width));
      break;
    case 'markdown':
      // In a pipe it is the source as it was; a terminal would obey what it holds.
      stdout.write(stdout.isTTY ? clean(text) : text);
      break;
    case 'json':
      stdout.write(jsonText(json(article, body, options.width ?? 0)));
  }
  return 0;
}

function textOf(article: Article, body: Body, { language }: Environment, width: number): Generator<string> {
  return textLines(documentOf(article, body), {
    width,
    title: article.title,
    byline: byline(article, language),
  });
}

/** The same lines as in the reader. */
async function ansiOf(
  article: Article,
  body: Body,
  environment: Environment,
  width: number,
): Promise<Generator<string>> {
  const highlight = await highlighterFor(body, environment);
  const document = documentOf(article, body);
  function* lines(): Generator<Line> {
    yield* headLines(article.title, width, document, { role: 'title' });
    yield* headLines(byline(article, environment.language), width, document, { role: 'meta' });
    yield lineOf([]);
    yield* setLines(document, { width, highlight });
  }
  return printed(lines(), environment, document.links);
}

/** A large file: only where there is code in a language, and colours to show it in. */
async function highlighterFor({ source }: Body, { colour }: Environment): Promise<Highlighter | undefined> {
  if (colour === 0 || !/^[ \t>]*(?:```|~~~) *[A-Za-z]/m.test(source)) return undefined;
  const { loadHighlighter } = await import('../output/highlight.ts');
  return loadHighlighter();
}

const headLines = (text: string, width: number, { lang }: Document, style: Style): Line[] =>
  setPlain(text, width, lang).map((line) => lineOf([{ text: line, style, at: -1 }]));

/** The article with its body, as it is read and as it was written. */
const json = (article: Article, body: Body, width: number): object => ({
  ...articleJson(article),
  source: article.source ?? null,
  summary: article.summary ?? null,
  text: renderText(documentOf(article, body), { width }),
  markdown: body.source,
});

const documentOf = ({ title, lang }: Article, body: Body): Document =>
  openDocument(body, { title, ...(lang && { lang }) });
