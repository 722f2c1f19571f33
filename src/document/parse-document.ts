import type { Body } from './body.ts';
import { detectLanguage, proseOf } from './detect-language.ts';
import type { Block, Document, Heading, Link } from './document.ts';
import { CHUNK_SIZES } from './markdown/chunks.ts';
import { PARSERS } from './parsers.ts';
import { Anchors } from './writer/anchors.ts';
import { DocumentTitle } from './writer/document-title.ts';
import { DocumentWriter } from './writer/document-writer.ts';

export interface Hints {
  /** Language the article says it is in; detected if absent. */
  readonly lang?: string;
  /** The title that is shown above the text; a first heading with the same text is left out. */
  readonly title?: string;
  /** Without a title: a first heading of the text becomes the title, and is left out. */
  readonly takeTitle?: boolean;
}

/** A document with the title that its text has. */
export interface TitledDocument extends Document {
  /** The title in the text itself, a heading most often; undefined if it has none. Known once all is parsed. */
  readonly ownTitle: string | undefined;
}

/**
 * Opens an article's body for reading: parses its beginning, and the rest as it is asked for. Never throws, whatever is
 * in it; what would take too long to parse is plain text.
 */
export function parseDocument(body: Body, hints: Hints = {}): TitledDocument {
  return new ParsedDocument(body, hints);
}

/** All of the text of an article, as `parseDocument` reads it: what is searched, and what words are counted in. */
export function readingText(body: Body, title: string): string {
  const document = parseDocument(body, { title });
  document.extend(Infinity);
  return document.text;
}

class ParsedDocument implements TitledDocument {
  readonly blocks: Block[] = [];
  complete = false;
  readonly #hintedLang: string | undefined;
  #lang: { readonly detected: Document['lang'] } | undefined;
  /** Blocks by which the language is detected: those parsed at first, so that it does not change later. */
  readonly #sample: number;
  readonly #writer: DocumentWriter;
  readonly #anchors: Anchors;
  readonly #rest: Iterator<readonly Block[]>;

  constructor(body: Body, { lang, title, takeTitle }: Hints) {
    this.#writer = new DocumentWriter(new DocumentTitle(title, takeTitle));
    this.#anchors = new Anchors(this.#writer);
    this.#rest = PARSERS[body.format](body, this.#writer);
    this.#hintedLang = lang;
    this.extend(body.source.length <= CHUNK_SIZES.target ? Infinity : 1);
    this.#sample = this.blocks.length;
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

  get ownTitle(): string | undefined {
    return this.#writer.title.own;
  }

  /** Detecting it costs a part of parsing, and an index does without. */
  get lang(): Document['lang'] {
    if (this.#hintedLang) return supported(this.#hintedLang);
    this.#lang ??= { detected: detectLanguage(proseOf(this.blocks.slice(0, this.#sample))) };
    return this.#lang.detected;
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
