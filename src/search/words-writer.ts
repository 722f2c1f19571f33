import { ByteWriter } from '../algorithms/varints.ts';
import { DictionaryWriter } from './dictionary.ts';
import { PostingsWriter } from './postings.ts';
import type { SegmentData } from './segment.ts';

/** Writes the words of a segment and their postings. */
export class WordsWriter {
  readonly #dictionary = new DictionaryWriter();
  readonly #docs = new ByteWriter(1 << 16);
  readonly #positions = new ByteWriter(1 << 16);
  readonly #postings = new PostingsWriter(this.#docs, this.#positions, new ByteWriter(1 << 12));

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
  }

  finish(): Pick<SegmentData, 'heads' | 'dictionary' | 'docs' | 'positions'> {
    const { blocks, heads } = this.#dictionary.finish();
    return { heads, dictionary: blocks, docs: this.#docs.view(), positions: this.#positions.view() };
  }
}
