import type { Body } from './body.ts';
import { detectLanguage, proseOf } from './detect-language.ts';
import type { Block, Document, Heading, Link } from './document.ts';
import { CHUNK_SIZES } from './markdown/chunks.ts';
import { markdownBlocks } from './markdown/markdown-blocks.ts';
import { plainBlocks } from './plain/plain-blocks.ts';
import { Anchors } from './writer/anchors.ts';
import { Writer } from './writer/document-writer.ts';

export interface Hints {
  /** Language the article says it is in; detected when absent. */
  readonly lang?: string;
  /** The title that is shown above the text; a first heading that says the same is left out. */
  readonly title?: string;
}

/**
 * Opens an article's body for reading: parses its beginning, and the rest as it is asked for. Never throws, whatever is
 * in it; what would take too long to parse is plain text.
 */
export function parseDocument(body: Body, hints: Hints = {}): Document {
  return new ParsedDocument(body, hints);
}

class ParsedDocument implements Document {
  readonly blocks: Block[] = [];
  readonly lang: Document['lang'];
  complete = false;
  readonly #writer = new Writer();
  readonly #anchors = new Anchors(this.#writer);
  readonly #rest: Iterator<readonly Block[]>;

  constructor({ format, source }: Body, { lang, title }: Hints) {
    const read = format === 'markdown' ? markdownBlocks : plainBlocks;
    this.#rest = read(source, this.#writer, title);
    this.extend(source.length <= CHUNK_SIZES.target ? Infinity : 1);
    this.lang = lang ? supported(lang) : detectLanguage(proseOf(this.blocks));
  }

  get text(): string {
    return this.#writer.text;
  }

  get headings(): readonly Heading[] {
    return this.#writer.headings;
  }

  get links(): readonly Link[] {
    return this.#writer.links;
  }

  extend(blocks: number): void {
    while (!this.complete && this.blocks.length < blocks) {
      const { value, done } = this.#rest.next();
      if (done) this.complete = true;
      else for (const block of value) this.blocks.push(block);
    }
    this.#anchors.resolve();
  }
}

function supported(lang: string): Document['lang'] {
  const primary = lang.toLowerCase().split(/[-_]/)[0];
  return primary === 'fr' || primary === 'en' ? primary : undefined;
}
