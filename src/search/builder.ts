import { grown } from '../algorithms/grown.ts';
import { OffsetsWriter, SPACING } from './offsets.ts';
import { metaPosition, type PostingsWriter } from './postings.ts';
import { dateNumber, lengthByte, type SegmentData } from './segment.ts';
import { scan, type Token } from './tokenize.ts';
import { WordTable } from './word-table.ts';
import { WordsWriter } from './words-writer.ts';

/** An article as the index takes it; `body` is its reading text. */
export interface SearchDocument {
  readonly title: string;
  readonly tags: readonly string[];
  readonly author?: string;
  /** ISO 8601, as precise as it is known. */
  readonly date?: string;
  readonly body: string;
}

/** Added to positions outside the body in the log. */
const META = 0x80000000;

/**
 * Builds a segment in memory. Occurrences of words are logged as they come (number of the word, position); a counting sort
 * groups them by word at the end, which takes less time and memory than a list for each word.
 */
export class SegmentBuilder {
  readonly #words = new WordTable();
  #log = new Uint32Array(1 << 12);
  #positions = new Uint32Array(1 << 12);
  /** Occurrences logged so far, a measure of the memory in use: 8 bytes for each, 16 in `finish`. */
  size = 0;
  readonly #docEnds: number[] = [];
  readonly #bodyLengths: number[] = [];
  readonly #titleLengths: number[] = [];
  readonly #dates: number[] = [];
  readonly #offsets = new OffsetsWriter();

  /** Documents added so far. */
  get count(): number {
    return this.#docEnds.length;
  }

  add(document: SearchDocument): void {
    this.#titleLengths.push(lengthByte(this.#meta(document.title, 0, 0)));
    let place = 0;
    for (const tag of document.tags) place = this.#meta(tag, 1, place) + 1;
    if (document.author) this.#meta(document.author, 2, 0);
    let length = 0;
    const offsets: number[] = [];
    scan(document.body, (token) => {
      const { position } = token;
      this.#push(token, position);
      if (position === offsets.length * SPACING) offsets.push(token.start);
      length = position + 1;
    });
    this.#offsets.add(offsets);
    this.#bodyLengths.push(lengthByte(length));
    this.#dates.push(dateNumber(document.date));
    this.#docEnds.push(this.size);
  }

  /** Logs a text of a field other than the body. Returns the place after its last word. */
  #meta(text: string, field: number, from: number): number {
    let next = from;
    scan(text, (token) => {
      this.#push(token, META + metaPosition(from + token.position, field));
      next = Math.max(next, from + token.position + 1);
    });
    return next;
  }

  #push(token: Token, position: number): void {
    if (this.size === this.#log.length) {
      this.#log = grown(this.#log);
      this.#positions = grown(this.#positions);
    }
    this.#log[this.size] = this.#words.number(token.units, token.length);
    this.#positions[this.size] = position;
    this.size += 1;
  }

  finish(): SegmentData {
    const { order, keys } = this.#words.sorted();
    const { docs, positions, starts } = this.#groupByWord(order);
    const words = new WordsWriter();
    for (const [rank, key] of keys.entries())
      words.add(key, (postings) =>
        writePostings(postings, docs, positions, starts[rank]!, starts[rank + 1]!),
      );
    return {
      count: this.count,
      ...words.finish(),
      offsets: this.#offsets.finish(),
      bodyLengths: Uint8Array.from(this.#bodyLengths),
      titleLengths: Uint8Array.from(this.#titleLengths),
      dates: Uint32Array.from(this.#dates),
    };
  }

  /** The log grouped by word, in the words' order: document and position of each occurrence, and where each word begins. */
  #groupByWord(order: Uint32Array): Readonly<Record<'docs' | 'positions' | 'starts', Uint32Array>> {
    const rank = new Uint32Array(order.length);
    for (let i = 0; i < order.length; i += 1) rank[order[i]!] = i;
    const starts = new Uint32Array(order.length + 1);
    for (let i = 0; i < this.size; i += 1) starts[rank[this.#log[i]!]! + 1]! += 1;
    for (let i = 0; i < order.length; i += 1) starts[i + 1]! += starts[i]!;
    const next = starts.slice();
    const docs = new Uint32Array(this.size);
    const positions = new Uint32Array(this.size);
    for (let doc = 0, i = 0; doc < this.#docEnds.length; doc += 1)
      for (; i < this.#docEnds[doc]!; i += 1) {
        const at = next[rank[this.#log[i]!]!]!++;
        docs[at] = doc;
        positions[at] = this.#positions[i]!;
      }
    return { docs, positions, starts };
  }
}

/** Writes the postings of the word whose occurrences are [start, end) of the grouped log. */
function writePostings(
  postings: PostingsWriter,
  docs: Uint32Array,
  positions: Uint32Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; ) {
    const doc = docs[i]!;
    const first = i;
    while (i < end && docs[i] === doc && positions[i]! >= META) i += 1;
    const body = i;
    while (i < end && docs[i] === doc) i += 1;
    if (body - first > 1) positions.subarray(first, body).sort();
    postings.add(doc, positions, first, body, i, META);
  }
}
