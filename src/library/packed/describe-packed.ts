import { join } from 'node:path';
import type { PackedFormat } from '../../document/formats.ts';
import type { HeadingRanges } from '../../document/heading-ranges.ts';
import type { Article } from '../article.ts';
import { describeBody } from '../describe-file.ts';
import type { FoundFile } from '../walk.ts';
import type { PackedArticle } from './unpacker.ts';
import { unpackerFor } from './unpackers.ts';

/** An article of a packed file, with its reading text. */
export interface DescribedMember {
  readonly article: Article;
  readonly text: string;
  readonly headings: HeadingRanges;
}

/**
 * Describes the articles of a packed file, one at a time.
 *
 * @throws {LibraryError} or the file system's error if it cannot be read
 */
export async function* describePacked(
  file: FoundFile,
  format: PackedFormat,
): AsyncGenerator<DescribedMember> {
  const { count, articles } = await (await unpackerFor(format)).unpack(file);
  for await (const packed of articles) yield await described(file, format, packed, count);
}

function described(
  file: FoundFile,
  packed: PackedFormat,
  { metadata, body, place }: PackedArticle,
  of: number,
): Promise<DescribedMember> {
  const path = place ? join(file.path, place.name) : file.path;
  const member = place && { at: place.at, length: place.length, of };
  return describeBody(body, { ...metadata, tags: metadata.tags ?? [], packed, member }, { ...file, path });
}
