import type { Block, Document, Heading, Link } from './document.ts';

/** The first blocks of a document, at least one and at most `units` UTF-16 units, as an incomplete document. */
export function beginningOf(document: Document, units: number): Document {
  const { text, blocks, headings, links, hidden, lang } = document;
  const after = blocks.findIndex(({ end }) => end > units);
  const kept = after < 0 ? blocks : blocks.slice(0, Math.max(1, after));
  const end = kept.at(-1)?.end ?? 0;
  return {
    text: text.slice(0, end),
    blocks: kept,
    headings: headings.filter(({ at }) => at < end),
    links: links.filter(({ start }) => start < end),
    hidden,
    lang,
    complete: false,
    extend: () => undefined,
  };
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

  get blocks(): readonly Block[] {
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
