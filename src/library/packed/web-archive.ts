import PostalMime, { type Email } from 'postal-mime';
import type { Body } from '../../document/body.ts';
import { readStart } from '../../files/read-start.ts';
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
      return await bodyIn(readStart(path, MAX_BYTES));
    } catch (cause) {
      throw systemLibraryError(path, cause);
    }
  },
};

async function* only(path: string): AsyncGenerator<PackedArticle> {
  yield { metadata: {}, body: await bodyIn(readStart(path, MAX_BYTES)) };
}

/** The page in an archive, which is its first part; an archive that is damaged is the text that it is. */
async function bodyIn(bytes: Uint8Array): Promise<Body> {
  const email = await PostalMime.parse(firstPart(bytes), { attachmentEncoding: 'arraybuffer' }).catch(
    () => undefined,
  );
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

/** Bytes of the headers of an archive. */
const HEADERS = 8192;

/** An archive without the parts after the first: frames, which the library would append to the page, and pictures. */
function firstPart(bytes: Uint8Array): Uint8Array {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [, quoted, bare] =
    /boundary=(?:"([^"\r\n]+)"|([^\s;]+))/i.exec(archive.toString('latin1', 0, HEADERS)) ?? [];
  const border = `\n--${quoted ?? bare}`;
  const first = archive.indexOf(border, 0, 'latin1');
  const second = first < 0 ? -1 : archive.indexOf(border, first + border.length, 'latin1');
  return second < 0
    ? bytes
    : Buffer.concat([archive.subarray(0, second), Buffer.from(`${border}--\r\n`, 'latin1')]);
}

const addressOf = ({ headers }: Email): string | undefined =>
  headers.find(({ key }) => key === 'snapshot-content-location' || key === 'content-location')?.value;
