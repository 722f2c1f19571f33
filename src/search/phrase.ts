import type { Expansion } from './expand.ts';
import {
  type DocIterator,
  META_FIELDS,
  META_STEP,
  type PositionsReader,
  type PostingBatch,
} from './postings.ts';
import type { Field } from './query.ts';
import type { Segment } from './segment.ts';

/** Positions of all expansions of a term, document by document in ascending order. */
export class TermPositions {
  readonly #readers: PositionsReader[];

  constructor(segment: Segment, expansions: readonly Expansion[]) {
    this.#readers = expansions.map((each) => segment.positions(each));
  }

  /** The first document from `doc` on that has one of the words; -1 if there is none. */
  seek(doc: number): number {
    let first = -1;
    for (const reader of this.#readers) {
      const found = reader.seek(doc);
      if (found >= 0 && (first < 0 || found < first)) first = found;
    }
    return first;
  }

  /** Ascending positions in `doc`, the document that `seek` returned. May be called once for each document. */
  read(doc: number): { meta: number[]; body: number[] } {
    const meta: number[] = [];
    const body: number[] = [];
    for (const reader of this.#readers) if (reader.seek(doc) === doc) reader.read(meta, body);
    if (this.#readers.length > 1) for (const list of [meta, body]) list.sort((a, b) => a - b);
    return { meta, body };
  }
}

/**
 * The documents in which expansions of several terms follow each other in one field. The rarest term is walked first;
 * positions are read only of documents that have all terms.
 */
export class PhraseDocs implements DocIterator {
  #doc = -1;
  #termFrequency = 0;
  /** The fields other than the body, as bits. */
  #mask = 0;
  readonly #segment: Segment;
  readonly #field: Field | undefined;
  readonly #terms: readonly TermPositions[];
  readonly #rarestFirst: readonly TermPositions[];

  constructor(segment: Segment, expansions: readonly (readonly Expansion[])[], field: Field | undefined) {
    this.#segment = segment;
    this.#field = field;
    const hasAll = expansions.every((each) => each.length > 0);
    this.#terms = hasAll ? expansions.map((each) => new TermPositions(segment, each)) : [];
    const sizes = expansions.map((each) => each.reduce((sum, { count }) => sum + count, 0));
    const rarestFirst = [...this.#terms.keys()].sort((a, b) => sizes[a]! - sizes[b]!);
    this.#rarestFirst = rarestFirst.map((i) => this.#terms[i]!);
  }

  read(batch: PostingBatch): boolean {
    batch.length = 0;
    while (batch.length < batch.docs.length && this.#next()) {
      batch.docs[batch.length] = this.#doc;
      batch.termFrequencies[batch.length] = this.#termFrequency;
      batch.masks[batch.length] = this.#mask;
      batch.length += 1;
    }
    return batch.length > 0;
  }

  /** Moves to the next document with the phrase; false at the end. */
  #next(): boolean {
    const [rarest, ...others] = this.#rarestFirst;
    if (!rarest) return false;
    for (let doc = rarest.seek(this.#doc + 1); doc >= 0 && doc < this.#segment.count; ) {
      let next = doc;
      for (const other of others) {
        next = other.seek(doc);
        if (next !== doc) break;
      }
      if (next < 0) break;
      if (next === doc) {
        this.#doc = doc;
        if (this.#hasPhrase()) return true;
        next = doc + 1;
      }
      doc = rarest.seek(next);
    }
    return false;
  }

  /** Reads the positions of a document that has all terms; false if they do not follow each other. */
  #hasPhrase(): boolean {
    const field = this.#field;
    const positions = this.#terms.map((term) => term.read(this.#doc));
    const meta = starts(
      positions.map((each) => each.meta),
      META_STEP,
    );
    const body = starts(
      positions.map((each) => each.body),
      1,
    );
    this.#mask = 0;
    this.#termFrequency = field === undefined || field === 'body' ? body.length : 0;
    for (const position of meta) this.#mask |= 1 << (position & (META_STEP - 1));
    if (field === 'body') this.#mask = 0;
    else if (field !== undefined) this.#mask &= 1 << META_FIELDS.indexOf(field);
    return this.#mask > 0 || this.#termFrequency > 0;
  }
}

/** The positions in the first list from which the other lists go on, `step` apart. */
export function starts(lists: readonly (readonly number[])[], step: number): number[] {
  const [first, ...others] = lists;
  let found = first ?? [];
  others.forEach((list, i) => {
    const has = new Set(list);
    found = found.filter((position) => has.has(position + (i + 1) * step));
  });
  return [...found];
}
