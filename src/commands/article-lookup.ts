import type { CurrentList } from '../index/current-list.ts';
import type { ListedLibrary } from '../index/listed-library.ts';
import type { Article } from '../library/article.ts';
import { refreshedArticle } from '../library/prepared-catalogue.ts';
import { type Found, type Named, resolveReference } from '../library/resolve-reference.ts';
import { listedLibrary, openCatalogue } from './catalogue.ts';
import type { FromOptions } from './command-options.ts';
import type { Environment } from './environment.ts';

/** The meaning of a reference among the articles of a library. */
export interface LookedUp {
  readonly found: Found<Named>;
  /** The article, if it is one. */
  readonly article?: Article;
  /** Number of articles in the library. */
  readonly count: number;
}

/** Looks up a reference: see `resolveReference`. */
export type LookUp = (reference: string) => Promise<LookedUp>;

/**
 * Hands `use` a function that looks up references in a library, which is opened at the first call. Of a library with an index,
 * only the names of its articles are read.
 *
 * @throws {LibraryError} or a `Failure` from that function, as `openCatalogue` does
 */
export async function withLookUp<T>(
  environment: Environment,
  options: FromOptions,
  use: (lookUp: LookUp) => Promise<T>,
): Promise<T> {
  const library = new LookUpLibrary(environment, options);
  try {
    return await use((reference) => library.lookUp(reference));
  } finally {
    library.close();
  }
}

class LookUpLibrary {
  readonly #environment: Environment;
  readonly #options: FromOptions;
  #listed: ListedLibrary | undefined;
  /** The articles, once there is no list of them beside the index. */
  #articles: readonly Article[] | undefined;
  #list: CurrentList | undefined;

  constructor(environment: Environment, options: FromOptions) {
    this.#environment = environment;
    this.#options = options;
  }

  async lookUp(reference: string): Promise<LookedUp> {
    if (!this.#list && !this.#articles) await this.#openListed();
    return (await this.#inList(reference)) ?? (await this.#inLibrary(reference));
  }

  close(): void {
    this.#listed?.close();
  }

  async #openListed(): Promise<void> {
    const { paths } = this.#options;
    this.#listed =
      paths.length > 0 ? await listedLibrary(this.#environment, paths, this.#options) : undefined;
    this.#list = await this.#listed?.list(0);
  }

  /** Looks at all files of a large library only if the reference does not mean an article whose file is unchanged. */
  async #inList(reference: string): Promise<LookedUp | undefined> {
    const looked = this.#lookIn(reference);
    if (looked || !this.#list || this.#list.isExamined) return looked;
    this.#list = await this.#listed?.list();
    return this.#lookIn(reference);
  }

  #lookIn(reference: string): LookedUp | undefined {
    const list = this.#list;
    if (!list) return undefined;
    const names = list.names();
    const found = resolveReference(names, reference);
    const at = found.kind === 'one' ? names.indexOf(found.article) : -1;
    if (!list.isExamined && (at < 0 || !list.isUnchanged(at))) return undefined;
    if (at < 0) return { found, count: names.length };
    const article = this.#listed?.guarded(() => list.article(at));
    return article && { found, article, count: names.length };
  }

  async #inLibrary(reference: string): Promise<LookedUp> {
    this.#list = undefined;
    this.#articles ??= (await openCatalogue(this.#environment, this.#options)).articles;
    const found = resolveReference(this.#articles, reference);
    const about = { found, count: this.#articles.length };
    return found.kind === 'one' ? { ...about, article: await refreshedArticle(found.article) } : about;
  }
}
