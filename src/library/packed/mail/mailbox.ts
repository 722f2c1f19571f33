import { fstatSync, readSync } from 'node:fs';
import { UniqueNames } from '../../../algorithms/unique-names.ts';
import { withFile } from '../../../files/with-file.ts';
import { slugOf } from '../../../unicode/slug.ts';
import { fileOf } from '../../article.ts';
import { LibraryError, systemLibraryError } from '../../error.ts';
import { hash } from '../../ids.ts';
import type { PackedArticle, Unpacker } from '../unpacker.ts';
import { MAX_MAIL, type Mail, readMail } from './mail.ts';
import { type MailPlace, placesIn } from './mail-places.ts';

/** A file of mails one after the other (RFC 4155, and the older variants that it describes). */
export const mailbox: Unpacker = {
  async unpack({ path }) {
    const places = withFile(path, (file) => placesIn(readerOf(file)));
    if (places.length === 0) throw new LibraryError('empty', path);
    return { count: places.length, articles: mailsOf(path, places) };
  },

  async read(article) {
    const path = fileOf(article);
    try {
      const { at, length } = article.member!;
      return (await readMail(bytesAt(path, { at, length }))).body;
    } catch (cause) {
      throw systemLibraryError(path, cause);
    }
  },
};

async function* mailsOf(path: string, places: readonly MailPlace[]): AsyncGenerator<PackedArticle> {
  const names = new UniqueNames();
  for (const place of places) {
    const mail = await readMail(bytesAt(path, place));
    const name = names.take(nameOf(mail));
    yield { metadata: mail.metadata, body: mail.body, place: { ...place, name } };
  }
}

/** UTF-16 units of a subject that are part of a name. */
const SUBJECT = 60;

/** The subject and a hash of what identifies the mail; copies of it have the same. */
const nameOf = ({ metadata, identity }: Mail): string =>
  `${slugOf((metadata.title ?? '').slice(0, SUBJECT)) || 'mail'}-${hash(identity)}`;

function bytesAt(path: string, { at, length }: MailPlace): Uint8Array {
  const bytes = Buffer.alloc(Math.min(length, MAX_MAIL));
  return unquoted(withFile(path, (file) => bytes.subarray(0, readSync(file, bytes, 0, bytes.length, at))));
}

/** Lines that begin with `From ` were quoted so that they are not taken for separators (`mboxrd` in RFC 4155's appendix). */
const unquoted = (bytes: Buffer): Buffer =>
  bytes.includes('\n>From ') || bytes.includes('\n>>')
    ? Buffer.from(bytes.toString('latin1').replace(/^>(?=>*From )/gm, ''), 'latin1')
    : bytes;

function readerOf(file: number) {
  const { size } = fstatSync(file);
  const read = (buffer: Buffer, from: number): number => readSync(file, buffer, 0, buffer.length, from);
  return { size, read };
}
