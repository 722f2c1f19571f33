import type { Block, Document, Heading, Link } from './document.ts';

/** A document whose beginning was parsed earlier; the whole is opened once more of it is wanted. */
export class BegunDocument implements Document {
  readonly #open: () => Document;
  #document: Document;
  #isWhole = false;

  /** @param open gives the whole document, which begins with all that is in `beginning` */
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
