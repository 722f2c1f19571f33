import { ByteWriter } from '../algorithms/varints.ts';
import { ByteParts } from './byte-parts.ts';
import { DictionaryWriter } from './dictionary.ts';
import { PostingsWriter } from './postings.ts';
import type { SegmentData } from './segment.ts';

/** Writes the words of a segment and their postings. */
export class WordsWriter {
  readonly #dictionary = new DictionaryWriter();
  readonly #docs = new ByteParts();
  readonly #positions = new ByteParts();
  readonly #scratch = new ByteWriter(1 << 12);
  #postings = this.#newPostings();

  /**
   * Adds a word; words must come in order.
   *
   * @param write  writes the postings. The word is left out if there are none.
   */
  add(key: string, write: (postings: PostingsWriter) => void): void {
    const docsAt = this.#docs.length;
    const positionsAt = this.#positions.length;
    write(this.#postings);
    const { count } = this.#postings;
    this.#postings.finish();
    if (count === 0) return;
    const docsLength = this.#docs.length - docsAt;
    const positionsLength = this.#positions.length - positionsAt;
    this.#dictionary.add(key, { count, docsAt, docsLength, positionsAt, positionsLength });
    this.#endParts();
  }

  finish(): Pick<SegmentData, 'heads' | 'dictionary' | 'docs' | 'positions'> {
    const { blocks, heads } = this.#dictionary.finish();
    return { heads, dictionary: blocks, docs: this.#docs.finish(), positions: this.#positions.finish() };
  }

  /** Ends the parts that are large enough. The writer of postings must not know of bytes before its own. */
  #endParts(): void {
    const full = [this.#docs, this.#positions].filter(({ isPart }) => isPart);
    for (const parts of full) parts.endPart();
    if (full.length > 0) this.#postings = this.#newPostings();
  }

  #newPostings(): PostingsWriter {
    return new PostingsWriter(this.#docs.writer, this.#positions.writer, this.#scratch);
  }
}
