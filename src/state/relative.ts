import { decodeHref } from '../document/markdown/link.ts';
import type { Article } from '../library/article.ts';
import { resolveReference } from '../library/resolve-reference.ts';

/**
 * The article a link in `from` leads to: a path relative to its file (`autre.md`, `../guide/#debut`), with or
 * without suffix, or, for a wikilink, an id or a title. `slug` names a heading in it.
 */
export function linkedArticle(
  articles: readonly Article[],
  from: Article,
  href: string,
): { article: Article; slug: string | undefined } | undefined {
  const [target = '', fragment] = href.split('#', 2);
  const slug = fragment ? decodeHref(fragment) : undefined;
  if (target === '') return { article: from, slug };
  const path = resolvePath(from.path, decodeHref(target).normalize('NFC'));
  const stem = withoutSuffix(path);
  const byPath = articles.find((article) => {
    const own = article.path.normalize('NFC');
    return own === path || withoutSuffix(own) === stem;
  });
  if (byPath) return { article: byPath, slug };
  const found = resolveReference(articles, withoutSuffix(decodeHref(target).replace(/^.*\//, '')));
  return found.kind === 'one' ? { article: found.article, slug } : undefined;
}

const withoutSuffix = (path: string): string =>
  path.replace(/\/+$/, '').replace(/\.(?:md|markdown|mdown|mkd|txt|text|html?)$/i, '');

function resolvePath(from: string, target: string): string {
  const parts = target.startsWith('/') ? [] : from.normalize('NFC').split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts[0] === '' ? parts.join('/') : `/${parts.join('/')}`;
}
