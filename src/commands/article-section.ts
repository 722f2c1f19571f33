import { nearestWord } from '../algorithms/nearest-word.ts';
import type { Block, BlockOf, Document } from '../document/document.ts';
import { cleanExcerpt, cleanLine } from '../unicode/clean.ts';
import { fold } from '../unicode/slug.ts';
import { Failure } from './environment.ts';

/** Titles named in a message, at most. */
const MAX_TITLES = 12;

/**
 * The section of a document with a title: its heading, and the blocks up to the next heading of its level or a higher one.
 *
 * @param wanted  the title, or its beginning, or a part of it; the first heading that fits best counts
 * @param blocks  all blocks of the document
 * @throws {Failure} if there is no such section
 */
export function sectionOf(document: Document, blocks: readonly Block[], wanted: string): readonly Block[] {
  const headings = blocks.flatMap((block, index) =>
    block.kind === 'heading' ? [{ block, index, title: document.slice(block.start, block.end) }] : [],
  );
  const folded = fold(wanted.trim());
  const tests = [
    (title: string) => title === folded,
    (title: string) => title.startsWith(folded),
    (title: string) => title.includes(folded),
  ];
  const found = tests
    .map((matches) => headings.find(({ title }) => matches(fold(title))))
    .find((heading) => heading !== undefined);
  if (!found || folded === '')
    throw noSection(
      wanted,
      headings.map(({ title }) => title),
    );
  const isNext = (block: Block): block is BlockOf<'heading'> =>
    block.kind === 'heading' && block.depth <= found.block.depth;
  const next = blocks.findIndex((block, i) => i > found.index && isNext(block));
  return blocks.slice(found.index, next < 0 ? blocks.length : next).filter(({ kind }) => kind !== 'notes');
}

function noSection(wanted: string, titles: readonly string[]): Failure {
  const known = titles.map(cleanLine);
  const near = nearestWord(wanted, known);
  const shown = known.length > MAX_TITLES ? [...known.slice(0, MAX_TITLES), '…'] : known;
  return new Failure(1, (messages) => messages.noSection(cleanExcerpt(wanted), near, shown));
}

/**
 * The lines of `source` that a section is made of.
 *
 * @param section  from `sectionOf`
 * @param blocks  all blocks of the document
 * @returns undefined if the document does not know its lines
 */
export function sourceOfSection(
  source: string,
  section: readonly Block[],
  blocks: readonly Block[],
): string | undefined {
  const first = section[0]?.line;
  const after = blocks[blocks.indexOf(section.at(-1)!) + 1];
  // Notes are gathered at the end, wherever they are in the source.
  const end = after?.kind === 'notes' ? undefined : after;
  if (first === undefined || (end && end.line === undefined)) return undefined;
  const lines = source.split(/(?<=\n)/);
  return lines.slice(first, end?.line).join('');
}
