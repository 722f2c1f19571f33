import type { Article } from '../../library/article.ts';
import { withTag } from '../../library/order.ts';
import { createMemoryIndex, type Searcher } from '../../search/engine.ts';
import type { Snippet } from '../../search/match.ts';
import { parseQuery } from '../../search/query.ts';
import { snippet } from '../../search/snippet.ts';
import type { Results } from '../../state/state.ts';
import { cellWidth } from '../../unicode/width.ts';

/** Results listed; a search that has more is refined, not scrolled. */
const LIMIT = 2_000;

/** Searches the articles whose texts have been added so far. */
export class CatalogueSearch {
  readonly #articles: Article[] = [];
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();
  #searcher: Searcher | undefined;

  add(article: Article, text: string): void {
    this.#numbers.set(article.path, this.#articles.length);
    this.#articles.push(article);
    this.#texts.push(text);
    this.#searcher = undefined;
  }

  search(query: string, tag: string | undefined): Results {
    this.#searcher ??= createMemoryIndex(
      this.#articles.map(({ title, tags, author, date }, index) => ({
        title,
        tags,
        body: this.#texts[index]!,
        ...(author !== undefined && { author }),
        ...(date !== undefined && { date }),
      })),
    );
    const parsed = parseQuery(query);
    const tagged = tag === undefined ? undefined : new Set(withTag(this.#articles, tag));
    const hits = this.#searcher.search(parsed, {
      limit: LIMIT,
      ...(tagged && { filter: (doc: number) => tagged.has(this.#articles[doc]!) }),
    });
    return {
      query,
      tag,
      articles: hits.map((hit) => this.#articles[hit.doc]!),
      suggestion: hits.length === 0 ? this.#searcher.suggest(parsed) : undefined,
    };
  }

  /** One line of the article around what the query found, at most `cells` wide. */
  snippet(article: Article, query: string, cells: number): Snippet | undefined {
    const number = this.#numbers.get(article.path);
    if (number === undefined) return undefined;
    return snippet(this.#texts[number]!, parseQuery(query), cells, cellWidth);
  }
}
