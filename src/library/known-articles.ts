import { type Article, fileOf } from './article.ts';

/** Returns the articles of a file of this size and time, if all that it holds are known: then it need not be read. */
export type KnownArticles = (path: string, size: number, mtime: number) => readonly Article[] | undefined;

/**
 * Looks up articles by their files.
 *
 * @param articles  all that are known
 * @param at  the one with a path
 */
export function knownArticles(
  articles: Iterable<Article>,
  at: (path: string) => Article | undefined,
): KnownArticles {
  const members = membersByFile(articles);
  return (path, size, mtime) => {
    const alone = at(path);
    const known = alone ? [alone] : members.get(path);
    const first = known?.[0];
    if (first?.size !== size || first.mtime !== mtime) return undefined;
    // An update of the index that was interrupted leaves some of them out.
    return known?.length === (first.member?.of ?? 1) ? known : undefined;
  };
}

function membersByFile(articles: Iterable<Article>): ReadonlyMap<string, readonly Article[]> {
  const members = new Map<string, Article[]>();
  for (const article of articles) {
    if (!article.member) continue;
    const file = fileOf(article);
    const known = members.get(file);
    if (known) known.push(article);
    else members.set(file, [article]);
  }
  return members;
}
