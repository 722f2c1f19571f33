import { PageCache } from '../cache/page-cache.ts';
import { type ResolvedArticle, resolveArticles } from './article.ts';
import { collectAsUsual } from './collect-often.ts';
import type { ShowOptions } from './command-options.ts';
import { type Environment, type ExitCode, widthOf } from './environment.ts';
import { optimiseAsUsual } from './optimise-late.ts';
import { sayHidden } from './say-hidden.ts';
import { write } from './write.ts';

/** The width in cells in a pipe and on wider terminals. */
const MAX_WIDTH = 80;

/** `kiosque show`: articles, styled on a terminal, plain text in a pipe, or as Markdown, JSON, HTML or PDF, one after the other. */
export async function show(environment: Environment, options: ShowOptions): Promise<ExitCode> {
  try {
    return await showArticles(environment, options);
  } finally {
    await collectAsUsual();
    await optimiseAsUsual();
  }
}

async function showArticles(environment: Environment, options: ShowOptions): Promise<ExitCode> {
  const articles = await resolveArticles(environment, options);
  const { stdout } = environment;
  const terminal = stdout.isTTY ? Math.min(MAX_WIDTH, widthOf(stdout)) : MAX_WIDTH;
  const width = options.width ?? terminal;
  const format = options.format ?? (stdout.isTTY || environment.colorDepth > 0 ? 'ansi' : 'text');
  if (format === 'html') {
    await (await import('./show-html.ts')).showHtml(environment, articles, options.section);
    return 0;
  }
  if (format === 'pdf') {
    await (await import('./pdf/show-pdf.ts')).showPdf(environment, articles, options.section);
    return 0;
  }
  const pages = pageCache(environment, width);
  const isPage = format === 'text' && options.section === undefined;
  for (const [index, resolved] of articles.entries()) {
    if (index > 0) {
      const { between } = await import('./show-article.ts');
      await write(stdout, between(environment, format, width || MAX_WIDTH));
    }
    if (isPage && (await showKept(resolved, environment, pages))) continue;
    // Layout is loaded only if needed.
    const { showArticle } = await import('./show-article.ts');
    await showArticle(resolved, environment, { ...options, format }, width, pages);
  }
  return 0;
}

/** Pages for the present settings. */
function pageCache(environment: Environment, width: number): PageCache {
  const { storage, build, settings, language } = environment;
  return new PageCache({ ...storage, build }, [width, language, settings.values]);
}

/** Prints a page that was kept. False if there is none. */
async function showKept(
  { article, parsed }: ResolvedArticle,
  environment: Environment,
  pages: PageCache,
): Promise<boolean> {
  // A text that was parsed to find its title may differ from its facts.
  const page = parsed ? undefined : pages.get(article);
  if (!page) return false;
  await write(environment.stdout, [page.text]);
  sayHidden(environment, page.hidden);
  return true;
}
