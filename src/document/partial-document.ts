import type { Sequence } from '../algorithms/sequence.ts';
import type { Block, Document, Heading, Link } from './document.ts';
import { type DocumentParts, fixedDocument } from './fixed-document.ts';

/** The first blocks of a document, at least one and at most `units` UTF-16 units, as an incomplete document. */
export function beginningOf(document: Document, units: number): Document & DocumentParts {
  const { headings, links, hidden, anchors, lang } = document;
  const blocks: Block[] = [];
  for (const block of document.blocks) {
    if (blocks.length > 0 && block.end > units) break;
    blocks.push(block);
  }
  const end = blocks.at(-1)?.end ?? 0;
  const parts = {
    text: document.slice(0, end),
    blocks,
    headings: headings.filter(({ at }) => at < end),
    links: links.filter(({ start }) => start < end),
    hidden,
    anchors: anchors && Object.fromEntries(Object.entries(anchors).filter(([, at]) => at < end)),
    lang,
  };
  return { ...fixedDocument(parts, false), ...parts };
}

/** A document whose beginning was parsed earlier; the whole is opened when more of it is needed. */
export class PartialDocument implements Document {
  readonly #open: () => Document;
  #document: Document;
  #isWhole = false;

  /** @param open  opens the whole document, of which `beginning` is the beginning */
  constructor(beginning: Document, open: () => Document) {
    this.#document = beginning;
    this.#open = open;
  }

  get text(): string {
    return this.#document.text;
  }

  get length(): number {
    return this.#document.length;
  }

  slice(from: number, to: number): string {
    return this.#document.slice(from, to);
  }

  get blocks(): Sequence<Block> {
    return this.#document.blocks;
  }

  get headings(): readonly Heading[] {
    return this.#document.headings;
  }

  get links(): readonly Link[] {
    return this.#document.links;
  }

  get hidden(): Document['hidden'] {
    return this.#document.hidden;
  }

  get anchors(): Document['anchors'] {
    return this.#document.anchors;
  }

  get lang(): Document['lang'] {
    return this.#document.lang;
  }

  get complete(): boolean {
    return this.#document.complete;
  }

  extend(blocks: number): void {
    if (!this.#isWhole && blocks > this.#document.blocks.length) {
      this.#document = this.#open();
      this.#isWhole = true;
    }
    this.#document.extend(blocks);
  }
}
