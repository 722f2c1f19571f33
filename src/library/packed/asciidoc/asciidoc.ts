import { readFileSync, statSync } from 'node:fs';
import { decode } from '../../decode.ts';
import { LibraryError, systemLibraryError } from '../../error.ts';
import { MAX_BYTES } from '../../read-body.ts';
import type { PackedArticle, Unpacker } from '../unpacker.ts';
import { readAsciidoc } from './read-asciidoc.ts';

/** A text of AsciiDoc, which a library turns into HTML. */
export const asciidoc: Unpacker = {
  async unpack({ path, size }) {
    if (size === 0) throw new LibraryError('empty', path);
    return { count: 1, articles: only(await readAsciidoc(textAt(path))) };
  },

  async read({ path }) {
    return (await readAsciidoc(textAt(path))).body;
  },
};

async function* only(article: PackedArticle): AsyncGenerator<PackedArticle> {
  yield article;
}

function textAt(path: string): string {
  let text: string | undefined;
  try {
    if (statSync(path).size > MAX_BYTES) throw new LibraryError('too-large', path);
    text = decode(readFileSync(path));
  } catch (cause) {
    throw cause instanceof LibraryError ? cause : systemLibraryError(path, cause);
  }
  if (text === undefined) throw new LibraryError('binary', path);
  if (text.trim() === '') throw new LibraryError('empty', path);
  return text;
}
