import type { HeadingRanges } from '../document/heading-ranges.ts';
import { type SlicedText, textOfUnits } from '../unicode/units.ts';
import { headingPlace, LONGEST_HEADING, MOST_HEADINGS } from './heading-places.ts';
import { OffsetsWriter, SPACING } from './offsets.ts';
import { META_FIELDS, metaPosition, type PostingsWriter } from './postings.ts';
import { dateNumber, lengthByte, type SegmentData } from './segment.ts';
import { isStopWord } from './stop-words.ts';
import { titleKey } from './title-stops.ts';
import { MAX_KEY, scan, type Token } from './tokenize.ts';
import { WordLog } from './word-log.ts';
import { WordTable } from './word-table.ts';
import { WordsWriter } from './words-writer.ts';

/** An article as the index takes it; `body` is its reading text. */
export interface SearchDocument<Text extends SlicedText = string> {
  readonly title: string;
  readonly tags: readonly string[];
  readonly author?: string;
  readonly summary?: string;
  /** The folders that it is in, from the library's on. */
  readonly folder?: string;
  /** The name of its file. */
  readonly file?: string;
  /** Other texts of its front matter. */
  readonly matter?: string;
  /** ISO 8601, as precise as it is known. */
  readonly date?: string;
  readonly body: Text;
  /** Where the headings of the body are; none if absent. */
  readonly headings?: HeadingRanges;
}

const TITLE = META_FIELDS.indexOf('title');
const HEADINGS = META_FIELDS.indexOf('headings');

/** Added to positions outside the body in the log. */
const META = 0x80000000;

/**
 * Builds a segment in memory. Occurrences of words are logged as they come (number of the word, position); a counting sort
 * groups them by word at the end, which takes less time and memory than a list for each word.
 */
export class SegmentBuilder {
  readonly #log = new WordLog();
  readonly #words = new WordTable((number, position) => this.#log.push(number, position));
  /** Occurrences logged so far, a measure of the memory in use: some 2 bytes for each, 8 in `finish`. */
  size = 0;
  readonly #docEnds: number[] = [];
  readonly #bodyLengths: number[] = [];
  readonly #titleLengths: number[] = [];
  readonly #dates: number[] = [];
  readonly #offsets = new OffsetsWriter();
  readonly #key = new Uint16Array(MAX_KEY);

  /** Documents added so far. */
  get count(): number {
    return this.#docEnds.length;
  }

  add(document: SearchDocument<SlicedText>): void {
    this.#titleLengths.push(lengthByte(this.#title(document.title)));
    let place = 0;
    for (const tag of document.tags) place = this.#meta(tag, 1, place) + 1;
    for (const [field, name] of META_FIELDS.entries()) {
      if (name === 'title' || name === 'tags' || name === 'headings') continue;
      if (document[name]) this.#meta(document[name], field, 0);
    }
    this.#headings(document);
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

  /**
   * Logs a title, and its stop words once more: see `title-stops.ts`. Returns its length, which is how many telling words it has,
   * at least one: `Qu’est-ce qu’une adresse IP ?` is as long as `adresse IP`.
   */
  #title(text: string): number {
    let telling = 0;
    scan(text, (token) => {
      this.#push(token, META + metaPosition(token.position, TITLE));
      if (token.joined || token.inner) return;
      const folded = textOfUnits(token.units, token.folded);
      if (isStopWord(folded)) this.#pushKey(titleKey(folded));
      else telling += 1;
    });
    return Math.max(1, telling);
  }

  /** Logs a text of a field other than the body and the title. Returns the place after its last word. */
  #meta(text: string, field: number, from: number): number {
    let next = from;
    scan(text, (token) => {
      this.#push(token, META + metaPosition(from + token.position, field));
      next = Math.max(next, from + token.position + 1);
    });
    return next;
  }

  /** Logs the words of headings once more: these are read in the body, too. */
  #headings({ body, headings = [] }: SearchDocument<SlicedText>): void {
    const count = Math.min(MOST_HEADINGS, headings.length / 2);
    for (let heading = 0; heading < count; heading += 1) {
      const text = body.slice(headings[2 * heading]!, headings[2 * heading + 1]!);
      let length = 0;
      scan(text, ({ position }) => {
        length = Math.max(length, position + 1);
      });
      scan(text, (token) => {
        if (token.position >= LONGEST_HEADING) return;
        this.#push(token, META + metaPosition(headingPlace(heading, length, token.position), HEADINGS));
      });
    }
  }

  #push(token: Token, position: number): void {
    this.#words.add(token.units, token.length, position);
    this.size += 1;
  }

  /** Logs a key that is no word of a text as if it were at the beginning of the body. */
  #pushKey(key: string): void {
    for (let i = 0; i < key.length; i += 1) this.#key[i] = key.charCodeAt(i);
    this.#words.add(this.#key, key.length, 0);
    this.size += 1;
  }

  finish(): SegmentData {
    this.#words.finish();
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
  #groupByWord(order: Uint32Array): Grouped {
    const rank = new Uint32Array(order.length);
    for (let i = 0; i < order.length; i += 1) rank[order[i]!] = i;
    const starts = new Uint32Array(order.length + 1);
    const counted = this.#log.reader();
    for (let i = 0; i < this.size; i += 1) starts[rank[counted.next()]! + 1]! += 1;
    for (let i = 0; i < order.length; i += 1) starts[i + 1]! += starts[i]!;
    const next = starts.slice();
    const docs = numbersBelow(this.count, this.size);
    const positions = new Uint32Array(this.size);
    const log = this.#log.reader();
    for (let doc = 0, i = 0; doc < this.#docEnds.length; doc += 1)
      for (; i < this.#docEnds[doc]!; i += 1) {
        const at = next[rank[log.next()]!]!++;
        docs[at] = doc;
        positions[at] = log.position;
      }
    return { docs, positions, starts };
  }
}

interface Grouped {
  readonly docs: Numbers;
  readonly positions: Uint32Array;
  readonly starts: Uint32Array;
}

type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** An array for `length` numbers below `limit`, of as few bytes as they need. */
function numbersBelow(limit: number, length: number): Numbers {
  if (limit <= 0x100) return new Uint8Array(length);
  return limit <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}

/** Writes the postings of the word whose occurrences are [start, end) of the grouped log. */
function writePostings(
  postings: PostingsWriter,
  docs: Numbers,
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
