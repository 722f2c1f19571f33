import type { Body } from '../document/body.ts';
import type { Article } from './article.ts';

/** The texts of a published library. */
export interface PublishedTexts {
  /** Its address, with which the paths of its articles begin. */
  readonly root: string;
  /** @throws {LibraryError} if the text of an article cannot be fetched */
  body(article: Article): Promise<Body>;
  /** The path of the article that a link in an article leads to, by the decoded path of the link; undefined if there is none. */
  pathOf(article: Article, target: string): string | undefined;
}

/** The published libraries that are open: an article does not know of its library. */
class OpenLibraries {
  readonly #all = new Map<string, PublishedTexts>();

  open(library: PublishedTexts): void {
    this.#all.set(library.root, library);
  }

  /** The library of an article with this path; undefined if it is in none. */
  of(path: string): PublishedTexts | undefined {
    return [...this.#all.values()].find(({ root }) => path.startsWith(root));
  }
}

export const publishedTexts = new OpenLibraries();
