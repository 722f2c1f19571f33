import { ByteWriter } from './bytes.ts';
import { DictionaryWriter } from './dictionary.ts';
import { PostingsWriter } from './postings.ts';
import type { SegmentData } from './segment.ts';

/** Writes the words of a segment and their postings. */
export class WordsWriter {
  private readonly dictionary = new DictionaryWriter();
  private readonly docs = new ByteWriter(1 << 16);
  private readonly positions = new ByteWriter(1 << 16);
  private readonly postings = new PostingsWriter(this.docs, this.positions, new ByteWriter(1 << 12));

  /**
   * Adds a word; words must come in order.
   *
   * @param write  writes the postings. The word is left out if there are none.
   */
  add(key: string, write: (postings: PostingsWriter) => void): void {
    const { docs, positions, postings } = this;
    const [docsAt, positionsAt] = [docs.length, positions.length];
    write(postings);
    const { count } = postings;
    postings.finish();
    if (count === 0) return;
    this.dictionary.add(key, {
      count,
      docsAt,
      docsLength: docs.length - docsAt,
      positionsAt,
      positionsLength: positions.length - positionsAt,
    });
  }

  finish(): Pick<SegmentData, 'heads' | 'dictionary' | 'docs' | 'positions'> {
    const { blocks, heads } = this.dictionary.finish();
    return { heads, dictionary: blocks, docs: this.docs.view(), positions: this.positions.view() };
  }
}
