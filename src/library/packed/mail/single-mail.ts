import { readFileSync } from 'node:fs';
import { LibraryError, systemLibraryError } from '../../error.ts';
import type { PackedArticle, Unpacker } from '../unpacker.ts';
import { MAX_MAIL, readMail } from './mail.ts';

/** A file that is one mail (RFC 5322): `.eml`, or a file of a Maildir. */
export const singleMail: Unpacker = {
  async unpack({ path, size }) {
    if (size === 0) throw new LibraryError('empty', path);
    return { count: 1, articles: only(path) };
  },

  async read({ path }) {
    try {
      return (await readMail(bytesOf(path))).body;
    } catch (cause) {
      throw systemLibraryError(path, cause);
    }
  },
};

async function* only(path: string): AsyncGenerator<PackedArticle> {
  const { metadata, body } = await readMail(bytesOf(path));
  yield { metadata, body };
}

const bytesOf = (path: string): Uint8Array => readFileSync(path).subarray(0, MAX_MAIL);
