import type { Body } from '../document/body.ts';
import type { Block, Document } from '../document/document.ts';
import { firstWords } from '../document/first-words.ts';
import { type Article, minutesOf, seriesOf } from '../library/article.ts';
import { cliMessages } from '../messages/cli.ts';
import { type Language, locales } from '../messages/locale.ts';
import { cleanLine } from '../unicode/clean.ts';
import type { ResolvedArticle } from './article.ts';
import type { Environment } from './environment.ts';
import { cachedSoon, documentCache, openToPrint } from './open-text.ts';

/** What stands above the text of an article; either may be empty. */
export interface ArticleHead {
  readonly title: string;
  /** Author, date and reading time, as far as they are known. */
  readonly byline: string;
}

/** The text of an article to print, or a section of it. */
export interface Opened {
  readonly document: Document;
  /** True if an earlier run parsed it. */
  readonly isCached?: boolean;
  /** Its blocks, if the document does not keep them, or those of the section. */
  readonly blocks?: Iterable<Block>;
  /** The source of the section, without front matter. */
  readonly source?: string | undefined;
}

/**
 * Opens an article to print it.
 *
 * @param section  the title of the only section to print
 * @throws {Failure} if there is no such section
 */
export async function openedOf(
  { article, parsed, read }: ResolvedArticle,
  environment: Environment,
  section: string | undefined,
): Promise<Opened> {
  const body = async (): Promise<Body> => (await read()).body;
  const cache = documentCache(environment);
  const opened: Opened = parsed
    ? cachedSoon(article, parsed, cache)
    : await openToPrint(article, body, cache);
  if (section === undefined) return opened;
  const { sectionOf, sourceOfSection } = await import('./article-section.ts');
  const { document } = opened;
  if (!opened.blocks) document.extend(Number.POSITIVE_INFINITY);
  const all = [...(opened.blocks ?? document.blocks)];
  const blocks = sectionOf(document, all, section);
  return { document, blocks, source: sourceOfSection((await read()).body.source, blocks, all) };
}

/** The lines above the text: none above a section, or if it has no title but its own first words, and there is neither author nor date. */
export function headOf(
  article: Article,
  document: Document,
  language: Language,
  section: string | undefined,
): ArticleHead {
  if (section !== undefined) return { title: '', byline: '' };
  const { title, author, date } = article;
  const isRepeated = title === '' || title === cleanLine(firstWords(document));
  const isBare = isRepeated && author === undefined && date === undefined;
  return { title: isRepeated ? '' : title, byline: isBare ? '' : byline(article, language) };
}

/** Author, date and reading time, as far as known: `Kiosque · 3 mai 2024 · 6 min`. */
function byline(article: Article, language: Language): string {
  const { author, date, words } = article;
  const when = date && locales[language].date(date);
  return [author, seriesOf(article), when, cliMessages[language].minutes(minutesOf(words))]
    .filter(Boolean)
    .join(' · ');
}
