import { LibraryError } from '../error.ts';
import { publishedTexts } from '../published-texts.ts';
import type { Unpacker } from './unpacker.ts';

/** The articles of published libraries, whose texts are fetched when they are read. */
export const published: Unpacker = {
  async unpack({ path }) {
    throw new LibraryError('missing', path);
  },

  async read(article) {
    const library = publishedTexts.of(article.path);
    if (!library) throw new LibraryError('missing', article.path);
    return library.body(article);
  },

  async follow(article, target, fragment) {
    const path = publishedTexts.of(article.path)?.pathOf(article, target);
    return path === undefined ? undefined : { path, ...(fragment !== undefined && { id: fragment }) };
  },
};
