import { childBlocks } from '../document/child-blocks.ts';
import type { Block, Document } from '../document/document.ts';
import type { Match } from './results.ts';
import type { Part } from './snippet.ts';

/** UTF-16 units of text on either side of a passage, for each cell of the line: some characters have no width. */
const UNITS_PER_CELL = 4;
/** UTF-16 units of a document that are parsed for a snippet, at most. */
const MAX_TEXT = 1 << 21;
/** Blocks parsed at a time. */
const STEP = 16;

/** The whole text of a document for snippets, at most `MAX_TEXT` of it. */
export const wholePart = (document: Document): Part => partAround(document, { start: 0, end: MAX_TEXT }, 0);

/**
 * The part of a document's text around `passage`, for a line of `cells` cells. Newlines within a leaf (paragraph, heading,
 * cell, block of code) are replaced by blanks, so that a newline is the end of a block.
 */
export function partAround(document: Document, passage: Match, cells: number): Part {
  const reach = UNITS_PER_CELL * cells;
  const last = Math.min(passage.end + reach, MAX_TEXT);
  while (!document.complete && document.length < last) document.extend(document.blocks.length + STEP);
  const { text, complete } = document;
  const from = startBefore(text, Math.min(passage.start, text.length) - reach);
  const to = endAfter(text, last);
  const after = to < text.length || !complete;
  const part = withLeavesApart(document, from, to);
  return { text: part, before: from > 0, after, code: codeIn(document, part, from) };
}

/** What a template engine would have replaced. */
const TEMPLATE = /\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|<%[^%\n]*%>/g;

/** The ranges of `part`, the text from offset `from` on, that are no prose, sorted. */
function codeIn(document: Document, part: string, from: number): readonly Match[] {
  const found: Match[] = [];
  const add = (blocks: Iterable<Block>): void => {
    for (const block of blocks) {
      if (block.end < from || block.start >= from + part.length) continue;
      if (block.kind === 'code') found.push({ start: block.start - from, end: block.end - from });
      else add(childBlocks(block));
    }
  };
  add(document.blocks);
  for (const { index, 0: all } of part.includes('{') || part.includes('<%') ? part.matchAll(TEMPLATE) : [])
    found.push({ start: index, end: index + all.length });
  return found.sort((a, b) => a.start - b.start);
}

/** The start of the word at `at`, or of the text. */
function startBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  const blank = text.slice(at).search(/[\n ]/);
  return blank < 0 ? at : at + blank + 1;
}

/** The end of the word at `at`, or of the text. */
function endAfter(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = Math.max(text.lastIndexOf(' ', at), text.lastIndexOf('\n', at));
  return blank > 0 ? blank : at;
}

function withLeavesApart(document: Document, from: number, to: number): string {
  const part = withoutBacklinks(document, from, to);
  if (!part.includes('\n')) return part;
  const starts = new Set<number>();
  addLeafStarts(document.blocks, from, to, starts);
  return part.replace(/\n/g, (newline, at: number) => (starts.has(from + at + 1) ? newline : ' '));
}

/** The text in [from, to), with blanks in place of the arrows that link from notes back to the text. */
function withoutBacklinks({ text, links }: Document, from: number, to: number): string {
  let part = text.slice(from, to);
  for (const { kind, start, end } of links) {
    if (kind !== 'backlink' || start < from || end > to) continue;
    part = part.slice(0, start - from) + ' '.repeat(end - start) + part.slice(end - from);
  }
  return part;
}

/** Adds where the leaves in the range [from, to) of the text start. */
function addLeafStarts(blocks: Iterable<Block>, from: number, to: number, starts: Set<number>): void {
  for (const block of blocks) {
    if (block.end < from || block.start >= to) continue;
    addLeafStarts(childBlocks(block), from, to, starts);
    // A block starts with its first leaf; a table has more of its own.
    starts.add(block.start);
    if (block.kind === 'table') for (const [run] of block.rows.flat()) if (run) starts.add(run.at);
  }
}
