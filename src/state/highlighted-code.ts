import { childBlocks } from '../document/child-blocks.ts';
import type { Block, Document } from '../document/document.ts';
import { SYNC_LENGTH } from './article-rows.ts';
import { layoutOptionsOf, readerHeight } from './selectors.ts';
import type { State } from './state.ts';

/** The code found so far in a document, which grows in place. */
interface KnownCode {
  /** How many blocks have been looked at. */
  lookedAt: number;
  /** The top-level blocks that are or contain code to highlight. */
  readonly blocks: Pick<Block, 'start' | 'end'>[];
}

const known = new WeakMap<Document, KnownCode>();

/**
 * True if the reader shows code that can be highlighted, or soon may. The highlighter is large, and most readings begin far from
 * code and end before it.
 */
export function isNearHighlightedCode(state: State): boolean {
  const { document, anchor } = state.reader;
  if (!document) return false;
  const code = highlightedCodeOf(document);
  // With the highlighter a text is laid out again, which is best done while little of a long one is.
  if (document.length > SYNC_LENGTH) return code.length > 0;
  // A full screen of cells is more text than a screen shows, as lines are seldom full.
  const screen = readerHeight(state) * layoutOptionsOf(state).width;
  return code.some(({ start, end }) => start - screen <= anchor && anchor <= end + screen);
}

function highlightedCodeOf(document: Document): KnownCode['blocks'] {
  const { blocks } = document;
  const code = known.get(document) ?? { lookedAt: 0, blocks: [] };
  known.set(document, code);
  for (; code.lookedAt < blocks.length; code.lookedAt++) {
    const block = blocks.at(code.lookedAt)!;
    if (isHighlighted(block)) code.blocks.push({ start: block.start, end: block.end });
  }
  return code.blocks;
}

const isHighlighted = (block: Block): boolean =>
  (block.kind === 'code' && block.language !== undefined) || childBlocks(block).some(isHighlighted);
