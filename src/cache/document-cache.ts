import type { Document } from '../document/document.ts';
import { type DocumentParts, fixedDocument } from '../document/fixed-document.ts';
import { beginningOf } from '../document/partial-document.ts';
import type { Article } from '../library/article.ts';
import { type CacheOptions, Entries } from './entries.ts';

/** A parsed article. */
export interface OpenedText {
  readonly document: Document;
  /** The line of the file, from 0, on which the body begins. */
  readonly firstLine: number;
}

/** UTF-16 units of the longest text that is cached whole. Of longer ones, the beginning is enough for the first screen. */
const LONGEST = 100_000;
const BEGINNING = 16_384;
/** UTF-16 units of the longest entry. Entries take about three units for one of the text, and far more for many short runs. */
const LONGEST_ENTRY = 5 * LONGEST;
/** Whether a document is complete and short enough to be cached whole. */
export const isKeptWhole = ({ complete, length }: Document): boolean => complete && length <= LONGEST;

/**
 * Documents that earlier runs parsed: loading the parser and parsing is most of the cost of showing an article. An entry is
 * valid for a file of the same size and time only.
 */
export class DocumentCache {
  readonly #entries: Entries;

  constructor(options: CacheOptions) {
    this.#entries = new Entries(options, 'json');
  }

  /** A cached article. Of a long one it may be the beginning: a document that is not complete and cannot be extended. */
  get(article: Article): OpenedText | undefined {
    try {
      const { firstLine, document } = JSON.parse(this.#entries.read(article.path, factsOf(article))) as Entry;
      const { complete, ...parts } = document;
      return { firstLine, document: fixedDocument({ ...parts, lang: document.lang }, complete) };
    } catch {
      return undefined;
    }
  }

  set(article: Article, { document, firstLine }: OpenedText): void {
    if (!(article.mtime > 0)) return;
    const { text, blocks, headings, links, hidden, anchors, lang, complete } =
      document.length > LONGEST ? beginningOf(document, BEGINNING) : document;
    const parsed = { text, blocks: [...blocks], headings, links, hidden, anchors, lang, complete };
    const entry = JSON.stringify({ firstLine, document: parsed } satisfies Entry);
    if (entry.length > LONGEST_ENTRY) return;
    this.#entries.write(article.path, factsOf(article), entry);
  }
}

/** Everything in an article that its document depends on. */
const factsOf = ({ size, mtime, title, lang, input }: Article): unknown[] => [
  size,
  mtime,
  title,
  lang,
  input,
];

interface Entry extends Omit<OpenedText, 'document'> {
  readonly document: DocumentParts & Pick<Document, 'complete'>;
}
