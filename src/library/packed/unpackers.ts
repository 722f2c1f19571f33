import type { Packing } from '../../document/formats.ts';
import type { Unpacker } from './unpacker.ts';

/** The unpackers, which are loaded when such a file is met. */
const UNPACKERS: Readonly<Record<Packing, () => Promise<Unpacker>>> = {
  asciidoc: async () => (await import('./asciidoc/asciidoc.ts')).asciidoc,
  mail: async () => (await import('./mail/single-mail.ts')).singleMail,
  feed: async () => (await import('./feed/feed.ts')).feed,
  mailbox: async () => (await import('./mail/mailbox.ts')).mailbox,
  webArchive: async () => (await import('./web-archive.ts')).webArchive,
  word: async () => (await import('./word/word.ts')).word,
  converted: async () => (await import('./converted/converted.ts')).converted,
  epub: async () => (await import('./epub/epub.ts')).epub,
  published: async () => (await import('./published.ts')).published,
};

export const unpackerFor = (format: Packing): Promise<Unpacker> => UNPACKERS[format]();
