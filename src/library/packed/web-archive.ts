import { readFileSync } from 'node:fs';
import PostalMime, { type Email } from 'postal-mime';
import type { Body } from '../../document/body.ts';
import { decode } from '../decode.ts';
import { LibraryError, systemLibraryError } from '../error.ts';
import type { PackedArticle, Unpacker } from './unpacker.ts';

/** Bytes of a page that are read at most; what comes after them is pictures. */
const MAX_BYTES = 32 * 1024 * 1024;

/** A page that a browser saved with its pictures as one file, in the format of a mail (MHTML, RFC 2557). */
export const webArchive: Unpacker = {
  async unpack({ path, size }) {
    if (size === 0) throw new LibraryError('empty', path);
    return { count: 1, articles: only(path) };
  },

  async read({ path }) {
    try {
      return await bodyIn(readFileSync(path).subarray(0, MAX_BYTES));
    } catch (cause) {
      throw systemLibraryError(path, cause);
    }
  },
};

async function* only(path: string): AsyncGenerator<PackedArticle> {
  yield { metadata: {}, body: await bodyIn(readFileSync(path).subarray(0, MAX_BYTES)) };
}

/** The first page in an archive, which the others are frames of; an archive that is damaged is the text that it is. */
async function bodyIn(bytes: Uint8Array): Promise<Body> {
  const email = await PostalMime.parse(bytes, {
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
  }).catch(() => undefined);
  const page = email?.html;
  if (!email || page === undefined) return { format: 'text', source: decode(bytes) ?? '', firstLine: 0 };
  const address = addressOf(email);
  return {
    format: 'html',
    source: page.replace(/\r\n?/g, '\n'),
    firstLine: 0,
    page: { ...(address && { address }) },
  };
}

const addressOf = ({ headers }: Email): string | undefined =>
  headers.find(({ key }) => key === 'snapshot-content-location' || key === 'content-location')?.value;
