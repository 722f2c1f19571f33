import { hiddenIn } from '../../unicode/hidden.ts';
import { childBlocks } from '../child-blocks.ts';
import type { Block } from '../document.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';

/** A part of a source, before and after cleaning, and the line on which it begins. */
interface CleanedSource {
  readonly source: string;
  readonly cleaned: string;
  readonly line: number;
}

/**
 * Notes the hidden characters that were removed from a source of Markdown before it was parsed into `blocks`. Markup has no
 * offsets in the text, so that a place is found by its line and by the characters around it; if the text lacks these, as
 * those of a comment, it is the beginning of the block, or the last place in it.
 */
export function noteHidden(
  writer: DocumentWriter,
  { source, cleaned, line }: CleanedSource,
  blocks: readonly Block[],
): void {
  const { count, places } = hiddenIn(source, cleaned);
  const known = [...leaves(blocks)];
  const start = known[0]?.start ?? writer.length;
  const text = writer.text.slice(start, writer.length);
  let [from, lines, block, after] = [0, line, 0, start];
  const located = places.map((at) => {
    for (let end = cleaned.indexOf('\n', from); end >= 0 && end < at; end = cleaned.indexOf('\n', from)) {
      lines++;
      from = end + 1;
    }
    while ((known[block + 1]?.line ?? Number.POSITIVE_INFINITY) <= lines) block++;
    const leaf = known[block];
    if (!leaf) return start;
    after = Math.max(after, leaf.start);
    after += offsetOf(text.slice(after - start, leaf.end - start), cleaned, at) ?? 0;
    return after;
  });
  writer.hidden.add({ count, places: located });
}

/** The blocks that hold text themselves, in order. */
function* leaves(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    const inside = childBlocks(block);
    if (inside.length > 0) yield* leaves(inside);
    else yield block;
  }
}

/** Characters before and after a place by which it is found again: first many, then those of the word. */
const around = () =>
  [
    [/[^\n]{0,16}$/, /^[^\n]{0,8}/],
    [/[\p{L}\p{N}]{0,16}$/u, /^[\p{L}\p{N}]{0,16}/u],
  ] as const;
const MAX_AROUND = 16;

/** The offset in `text` of the characters around offset `at` of `source`. */
function offsetOf(text: string, source: string, at: number): number | undefined {
  const [left, right] = [source.slice(Math.max(0, at - MAX_AROUND), at), source.slice(at, at + MAX_AROUND)];
  for (const [before, after] of around()) {
    const head = before.exec(left)![0];
    const found = text.indexOf(head + after.exec(right)![0]);
    if (found >= 0) return found + head.length;
  }
  return undefined;
}
