import { LONGEST_PAGE, type PageCache } from '../cache/page-cache.ts';
import type { Document, Style } from '../document/document.ts';
import { renderText, type TextOptions, textLines } from '../style/plain.ts';
import { setLines } from '../text/layout.ts';
import type { Highlighter, LayoutOptions, Line } from '../text/line.ts';
import { setPlain } from '../text/paragraph.ts';
import { languageOfTypography } from '../text/typography.ts';
import { clean, cleanExcerpt } from '../unicode/clean.ts';
import type { ResolvedArticle } from './article.ts';
import type { ShowOptions } from './command-options.ts';
import { type Environment, Failure, widthOf } from './environment.ts';
import { printed } from './print.ts';
import { sayHidden } from './say-hidden.ts';
import { articleJson, jsonText } from './script-output.ts';
import { type ArticleHead, headOf, openedOf } from './shown-article.ts';
import { lineOf } from './table.ts';
import { write } from './write.ts';

type Format = Exclude<ShowOptions['format'], 'html' | 'pdf' | undefined>;

/** Two articles are parted by a line; sources and JSON objects follow each other, as `cat` and `jq` have them. */
export function between(environment: Environment, format: Format, width: number): Iterable<string> {
  const blank = lineOf([]);
  const rule = lineOf([{ text: '─'.repeat(width), style: { role: 'rule' }, at: -1 }]);
  return format === 'text' || format === 'ansi' ? printed([blank, rule, blank], environment) : [];
}

/**
 * Prints an article.
 *
 * @param width  in cells; 0 for no limit
 * @param pages  where a page of plain text is kept
 */
export async function showArticle(
  resolved: ResolvedArticle,
  environment: Environment,
  options: ShowOptions & { readonly format: Format },
  width: number,
  pages: PageCache,
): Promise<void> {
  const { stdout } = environment;
  switch (options.format) {
    case 'text':
      await showText(resolved, environment, options, width, pages);
      break;
    case 'ansi': {
      const page = await pageOf(resolved, environment, width, options.section);
      const right = options.width === undefined && stdout.isTTY ? widthOf(stdout) - width : 0;
      const highlight = await highlighterFor(resolved, environment);
      // Without styles, levels of headings and deleted text would not be told apart.
      const plain = environment.colorDepth === 0;
      const lines = styledLines(page, { beside: { left: 0, right }, highlight, plain });
      await write(stdout, printed(lines, environment, page.document.links));
      sayHidden(environment, page.document.hidden?.count);
      break;
    }
    case 'markdown': {
      const text = await sourceOf(resolved, environment, options.section);
      // A pipe gets the source unchanged; a terminal could obey its control characters.
      const shown = stdout.isTTY ? clean(text) : text;
      stdout.write(shown);
      if (shown !== text)
        sayHidden(environment, (await import('../unicode/hidden.ts')).hiddenIn(text, shown).count);
      break;
    }
    case 'json':
      stdout.write(jsonText(await json(resolved, environment, options)));
  }
}

/** Prints an article as plain text, and keeps the page if it was shown before. */
async function showText(
  resolved: ResolvedArticle,
  environment: Environment,
  { section }: ShowOptions,
  width: number,
  pages: PageCache,
): Promise<void> {
  const page = await pageOf(resolved, environment, width, section);
  const isKept = section === undefined && page.isCached && !resolved.parsed;
  const keep = (text: string): void =>
    pages.set(resolved.article, { text, hidden: page.document.hidden?.count ?? 0 });
  const lines = textLines(page.document, page);
  await write(environment.stdout, isKept ? keptLines(lines, keep) : lines);
  sayHidden(environment, page.document.hidden?.count);
}

/**
 * Lines as they are, which are kept once all have been taken. That is done after they are written, for saving delays them. The
 * first time, an article is not kept as a page but as a document, so that what is shown once is saved once.
 */
function* keptLines(lines: Iterable<string>, keep: (text: string) => void): Generator<string> {
  let text: string | undefined = '';
  for (const line of lines) {
    if (text !== undefined) text = text.length + line.length > LONGEST_PAGE ? undefined : text + line;
    yield line;
  }
  const whole = text;
  if (whole !== undefined) setImmediate(() => keep(whole));
}

/** A document with the lines above it and the settings of its layout. */
interface Page extends TextOptions, ArticleHead {
  readonly document: Document;
  readonly title: string;
  readonly byline: string;
  readonly isCached?: boolean;
}

async function pageOf(
  resolved: ResolvedArticle,
  environment: Environment,
  width: number,
  section: string | undefined,
): Promise<Page> {
  const { article } = resolved;
  const opened = await openedOf(resolved, environment, section);
  const layout = await layoutOptions(environment, width, opened.document);
  return { ...opened, ...layout, ...headOf(article, opened.document, environment.language, section) };
}

/** The settings of the layout; hyphenation patterns are loaded only if needed. */
async function layoutOptions(
  { settings: { values } }: Environment,
  width: number,
  { lang }: Document,
): Promise<Pick<LayoutOptions, 'width' | 'justify' | 'hyphenate' | 'typography'>> {
  const typography = languageOfTypography(values.typography, lang);
  const basic = { width, typography, ...(values.justification && { justify: true }) };
  if (!values.hyphenation || width === 0) return basic;
  const { loadHyphenator } = await import('../text/hyphenate.ts');
  return { ...basic, hyphenate: await loadHyphenator(typography) };
}

/** The lines that the reader shows, or those of plain text. */
function* styledLines(
  page: Page,
  styles: Pick<LayoutOptions, 'beside' | 'highlight' | 'plain'>,
): Generator<Line> {
  const { document, title, byline } = page;
  if (title) yield* headLines(title, page, { role: 'title' });
  if (byline) yield* headLines(byline, page, { role: 'meta' });
  if (title || byline) yield lineOf([]);
  yield* setLines(document, { ...page, ...styles }, page.blocks);
}

/** Loaded only if colors are on and the source has a code block with a language, because the highlighter is large. */
async function highlighterFor(
  { read }: ResolvedArticle,
  { colorDepth }: Environment,
): Promise<Highlighter | undefined> {
  if (colorDepth === 0) return undefined;
  const { format, source } = (await read()).body;
  const sign = format === 'html' ? /<pre\b/i : /^[ \t>]*(?:```|~~~) *[A-Za-z]/m;
  if (format !== 'code' && !sign.test(source)) return undefined;
  const { loadHighlighter } = await import('../style/highlight-code.ts');
  return loadHighlighter();
}

const headLines = (text: string, { width, typography }: Page, style: Style): Line[] =>
  setPlain(text, width, typography).map((line) => lineOf([{ text: line, style, at: -1 }]));

/** The source of an article, front matter included, or that of a section. */
async function sourceOf(
  resolved: ResolvedArticle,
  environment: Environment,
  section: string | undefined,
): Promise<string> {
  const { text } = await resolved.read();
  if (section === undefined) return text;
  const { source } = await openedOf(resolved, environment, section);
  if (source === undefined)
    throw new Failure(2, (messages) => messages.noSectionSource(cleanExcerpt(section)));
  return source;
}

/** The article's metadata, and its body as plain text and as source. */
async function json(
  resolved: ResolvedArticle,
  environment: Environment,
  options: ShowOptions,
): Promise<object> {
  const { article } = resolved;
  const { document, blocks, source } = await openedOf(resolved, environment, options.section);
  const layout = await layoutOptions(environment, options.width ?? 0, document);
  const text = renderText(document, { ...layout, ...(blocks && { blocks }) });
  // Known once all blocks have been taken.
  const { hidden } = document;
  return {
    ...articleJson(article),
    source: article.source ?? null,
    summary: article.summary ?? null,
    ...(hidden && { hidden: hidden.count }),
    text,
    markdown: options.section === undefined ? (await resolved.read()).body.source : (source ?? null),
  };
}
