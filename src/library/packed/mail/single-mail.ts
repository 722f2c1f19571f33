import { readStart } from '../../../files/read-start.ts';
import { slugOf } from '../../../unicode/slug.ts';
import { LibraryError, systemLibraryError } from '../../error.ts';
import { isInMaildir } from '../../packed-names.ts';
import type { PackedArticle, PackedMetadata, Unpacker } from '../unpacker.ts';
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
  yield {
    metadata: isInMaildir(path) ? { ...metadata, ...metadataInMaildir(path, metadata) } : metadata,
    body,
  };
}

/** UTF-16 units of a subject that are an id. */
const SUBJECT = 60;

/** The id of a mail whose file has the name of a moment, and whether it is a draft, which that name tells (`:2,DS`). */
function metadataInMaildir(path: string, { title = '' }: PackedMetadata): PackedMetadata {
  const slug = slugOf(title.slice(0, SUBJECT));
  const isDraft = /[:;!]2,[A-Z]*D[A-Z]*$/.test(path);
  return { ...(slug && { slug }), ...(isDraft && { draft: true }) };
}

const bytesOf = (path: string): Uint8Array => readStart(path, MAX_MAIL);
