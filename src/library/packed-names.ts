import { readSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type PackedFormat, packedFormatOfName } from '../document/formats.ts';
import { withFile } from '../files/with-file.ts';
import { feedSuffix } from '../web/feed-suffix.ts';
import { converterFor } from './converters.ts';

/** A mail of a Maildir: a name that begins with the time when it came, in the folder `cur` or `new`. */
const MAILDIR = /[\\/](?:cur|new)[\\/]\d{6,12}[._][^\\/]*$/;

/** True for the path of a mail in a Maildir, whose name has no suffix. */
export const isInMaildir = (path: string): boolean => MAILDIR.test(path);

/** How a file is packed, by its path. What the user wants to be converted is, though it might be read otherwise. */
export const packedFormatOf = (path: string): PackedFormat | undefined =>
  converterFor(path) ? 'converted' : (packedFormatOfName(path) ?? (isInMaildir(path) ? 'mail' : undefined));

/** Names that programs for mail give to mailboxes. */
const MAILBOX = /^(?:inbox|mbox|outbox|sent|drafts|archives?)$/i;

/**
 * True for the name of a file of which only the beginning tells whether it is packed: a feed or data, a mailbox or anything
 * else. So that folders are listed fast, no files of other names are looked into.
 */
export const mayBePacked = (name: string): boolean =>
  /\.xml$|^(?:feed|index)\.json$/i.test(name) || MAILBOX.test(name);

/** Bytes of a file in which a feed or a mailbox shows. */
const HEAD = 2048;

/** The first line of a mailbox, and the beginning of a header field below it. */
const FIRST_MAIL = /^From [^\n]{1,200}\n[!-9;-~]{1,80}:/;

/**
 * How a file is packed, by its beginning; undefined if it is not, or cannot be read. Only names that may be packed are looked
 * into, and those without a suffix that the user gave.
 */
export function packedByContent(path: string, isNamed = false): PackedFormat | undefined {
  if (!mayBePacked(basename(path)) && !(isNamed && extname(path) === '')) return undefined;
  const bytes = Buffer.alloc(HEAD);
  try {
    const head = withFile(path, (file) => bytes.subarray(0, readSync(file, bytes, 0, HEAD, 0)));
    if (feedSuffix(head)) return 'feed';
    return FIRST_MAIL.test(head.toString('latin1')) ? 'mailbox' : undefined;
  } catch {
    return undefined;
  }
}
