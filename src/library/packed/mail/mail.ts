import PostalMime, { type Email } from 'postal-mime';
import type { Body } from '../../../document/body.ts';
import { readingOf } from '../../../document/detect-reading.ts';
import { cleanLine } from '../../../unicode/clean.ts';
import { isoDate } from '../../dates.ts';
import { decode, windows1252 } from '../../decode.ts';
import { languageCode, presentFacts } from '../metadata.ts';
import type { PackedMetadata } from '../unpacker.ts';
import { type Flow, flowOf, unflowed, withoutFlow } from './flowed.ts';

/** Bytes of a mail that are read at most; what comes after them is attachments. */
export const MAX_MAIL = 32 * 1024 * 1024;

/** A mail as an article. */
export interface Mail {
  readonly metadata: PackedMetadata;
  readonly body: Body;
  /** Tells it from others: its Message-ID, or else its headers. */
  readonly identity: string;
}

/** Reads a mail. One that is malformed, or nested beyond reason, is the text that it is. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  try {
    const flow = flowOf(bytes);
    const email = await PostalMime.parse(flow ? withoutFlow(bytes, flow) : bytes, {
      attachmentEncoding: 'arraybuffer',
    });
    return { metadata: metadataOf(email), body: bodyOf(email, flow), identity: identityOf(email) };
  } catch {
    const source = decode(bytes) ?? '';
    return { metadata: {}, body: plainBody(source), identity: source.slice(0, 4096) };
  }
}

const identityOf = ({ messageId, headers }: Email): string =>
  messageId ?? headers.map(({ key, value }) => `${key}:${value}`).join('\n');

function metadataOf(email: Email): PackedMetadata {
  const header = (name: string): string | undefined => email.headers.find(({ key }) => key === name)?.value;
  const { subject, from } = email;
  const title = textOf(subject);
  const author = textOf(from?.name || from?.address);
  // The day where it was sent: the library returns that of Greenwich.
  const date = isoDate(header('date') ?? '');
  const lang = languageCode(header('content-language'));
  return presentFacts({ title, author, date, lang });
}

const textOf = (text = ''): string => cleanLine(windows1252(text)).slice(0, 500);

function bodyOf({ text, html }: Email, flow: Flow | undefined): Body {
  const written = withoutSignature(lines(text));
  const plain = flow ? unflowed(written, flow) : written;
  if (plain.trim() !== '' || html === undefined) return plainBody(plain);
  return { format: 'html', source: lines(html), firstLine: 0, page: { extract: false } };
}

const lines = (text = ''): string => windows1252(text).replace(/\r\n?/g, '\n');

const plainBody = (source: string): Body => ({ ...readingOf('', source), source, firstLine: 0 });

/** A text up to the line that begins a signature (RFC 3676, section 4.3). */
function withoutSignature(text: string): string {
  const at = text.search(/^-- $/m);
  return at < 0 ? text : text.slice(0, at);
}
