import { articleHtml, PAGE_END, pageStart } from '../style/html/page.ts';
import type { ResolvedArticle } from './article.ts';
import type { Environment, Output } from './environment.ts';
import { sayHidden } from './say-hidden.ts';
import { headOf, openedOf } from './shown-article.ts';
import { write } from './write.ts';

/** Prints articles as one page of HTML that needs no other file, to `stdout` unless told otherwise. */
export async function showHtml(
  environment: Environment,
  articles: readonly ResolvedArticle[],
  section: string | undefined,
  stdout: Pick<Output, 'write'> = environment.stdout,
): Promise<void> {
  const { language } = environment;
  for (const [i, resolved] of articles.entries()) {
    const { article } = resolved;
    const { document, blocks } = await openedOf(resolved, environment, section);
    if (!blocks) document.extend(Number.POSITIVE_INFINITY);
    if (i === 0)
      stdout.write(pageStart(article.title || article.id, document.lang ?? article.lang ?? language));
    const head = headOf(article, document, language, section);
    await write(stdout, articleHtml({ ...head, document, blocks: blocks ?? document.blocks }, i + 1));
    sayHidden(environment, document.hidden?.count);
  }
  stdout.write(PAGE_END);
}
