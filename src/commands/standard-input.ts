import { fstatSync } from 'node:fs';
import type { Body } from '../document/body.ts';
import type { InputFormat } from '../document/formats.ts';
import type { Article } from '../library/article.ts';
import { decode } from '../library/decode.ts';
import { describeBody, describeFile, type ParsedText } from '../library/describe-file.ts';
import { LibraryError } from '../library/error.ts';
import { HEAD_BYTES, headOf } from '../library/file-head.ts';
import { STANDARD_INPUT } from '../library/file-name.ts';
import { bodyOf, MAX_BYTES } from '../library/read-body.ts';
import { Failure, type Streams } from './environment.ts';

/** An article from standard input, with its whole text. */
export interface PipedArticle {
  readonly article: Article;
  /** Its text, if that was parsed to find its title. */
  readonly parsed?: ParsedText | undefined;
  readonly body: Body;
  readonly text: string;
}

/**
 * Reads standard input to its end as one article.
 *
 * @param input  the format that the user asked for, if any
 * @throws {Failure} if it is a folder
 * @throws {LibraryError} if it is empty, not text, or too large
 */
export async function pipedArticle(
  { stdin }: Streams,
  input: InputFormat | undefined,
): Promise<PipedArticle> {
  if (isFolder(stdin)) throw new Failure(2, (messages) => messages.folderPiped);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new LibraryError('too-large', '-');
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (input === 'asciidoc') return asciidocArticle(bytes);
  const described = await describeFile({
    path: STANDARD_INPUT,
    size,
    mtime: 0,
    ...headOf((from) => bytes.subarray(from, from + HEAD_BYTES)),
    input,
    readWhole: () => bytes,
  });
  if (described.kind !== 'article') throw new LibraryError(described.kind, '-');
  const text = decode(bytes);
  if (text === undefined) throw new LibraryError('binary', '-');
  const { article, parsed } = described;
  return { article: { ...article, path: '-' }, parsed, body: bodyOf(text, STANDARD_INPUT, input), text };
}

/** An article of AsciiDoc. @throws {LibraryError} if it is empty or not text */
async function asciidocArticle(bytes: Buffer): Promise<PipedArticle> {
  const text = decode(bytes);
  if (text === undefined) throw new LibraryError('binary', '-');
  if (text.trim() === '') throw new LibraryError('empty', '-');
  const { readAsciidoc } = await import('../library/packed/asciidoc/read-asciidoc.ts');
  const { metadata, body } = await readAsciidoc(text);
  const file = { path: STANDARD_INPUT, size: bytes.length, mtime: 0 };
  const { article } = await describeBody(body, { ...metadata, tags: metadata.tags ?? [] }, file);
  return { article: { ...article, path: '-' }, body, text };
}

/** True if a stream reads from a folder (`kiosque < folder`), which Node takes for empty. Streams of tests have no descriptor. */
const isFolder = (stream: object): boolean =>
  'fd' in stream && typeof stream.fd === 'number' && fstatSync(stream.fd).isDirectory();
