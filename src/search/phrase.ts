import type { Expansion } from './expand.ts';
import {
  AUTHOR_BIT,
  type Docs,
  META_FIELDS,
  type PositionsReader,
  type Run,
  TAGS_BIT,
  TITLE_BIT,
} from './postings.ts';
import type { Field } from './query.ts';
import type { Segment } from './segment.ts';

const BITS = [TITLE_BIT, TAGS_BIT, AUTHOR_BIT] as const;

/** Positions of the words that answer one term, document by document, in ascending order. */
export class TermPositions {
  private readonly readers: PositionsReader[];

  constructor(segment: Segment, expansions: readonly Expansion[]) {
    this.readers = expansions.map((each) => segment.positions(each));
  }

  /** The first document from `doc` on that has one of the words; -1 where there is none. */
  seek(doc: number): number {
    let first = -1;
    for (const reader of this.readers) {
      const at = reader.seek(doc);
      if (at >= 0 && (first < 0 || at < first)) first = at;
    }
    return first;
  }

  /** Positions in `doc`, to which all readers have been moved by `seek`, ascending. Once a document. */
  read(doc: number): { meta: number[]; body: number[] } {
    const meta: number[] = [];
    const body: number[] = [];
    let many = 0;
    for (const reader of this.readers) {
      if (reader.seek(doc) !== doc) continue;
      reader.read(meta, body);
      many += 1;
    }
    if (many > 1) {
      meta.sort((a, b) => a - b);
      body.sort((a, b) => a - b);
    }
    return { meta, body };
  }
}

/**
 * The documents where words that answer the terms stand side by side in one field. The rarest term leads; positions are
 * read only where all terms are there.
 */
export class PhraseDocs implements Docs {
  private doc = -1;
  /** Times in the body. */
  private times = 0;
  /** Other fields, as bits. */
  private mask = 0;
  private readonly segment: Segment;
  private readonly field: Field | undefined;
  private readonly terms: readonly TermPositions[];
  private readonly rarestFirst: readonly TermPositions[];

  constructor(segment: Segment, expansions: readonly (readonly Expansion[])[], field: Field | undefined) {
    this.segment = segment;
    this.field = field;
    const isAnswered = expansions.every((each) => each.length > 0);
    this.terms = isAnswered ? expansions.map((each) => new TermPositions(segment, each)) : [];
    const sizes = expansions.map((each) => each.reduce((sum, { count }) => sum + count, 0));
    this.rarestFirst = [...this.terms.keys()]
      .sort((a, b) => sizes[a]! - sizes[b]!)
      .map((i) => this.terms[i]!);
  }

  read(run: Run): boolean {
    run.length = 0;
    while (run.length < run.docs.length && this.next()) {
      run.docs[run.length] = this.doc;
      run.times[run.length] = this.times;
      run.masks[run.length] = this.mask;
      run.length += 1;
    }
    return run.length > 0;
  }

  /** Moves to the next one; false past the last. */
  private next(): boolean {
    const [rarest, ...others] = this.rarestFirst;
    if (!rarest) return false;
    for (let doc = rarest.seek(this.doc + 1); doc >= 0 && doc < this.segment.count; ) {
      let next = doc;
      for (const other of others) {
        next = other.seek(doc);
        if (next !== doc) break;
      }
      if (next < 0) break;
      if (next === doc) {
        this.doc = doc;
        if (this.isAnswer()) return true;
        next = doc + 1;
      }
      doc = rarest.seek(next);
    }
    return false;
  }

  /** Reads the document, which has all terms; false where they do not stand side by side. */
  private isAnswer(): boolean {
    const { field, doc } = this;
    const all = this.terms.map((term) => term.read(doc));
    const meta = starts(
      all.map((each) => each.meta),
      4,
    );
    const body = starts(
      all.map((each) => each.body),
      1,
    );
    this.mask = 0;
    this.times = field === undefined || field === 'body' ? body.length : 0;
    for (const position of meta) this.mask |= BITS[position & 3] ?? 0;
    if (field === 'body') this.mask = 0;
    else if (field !== undefined) this.mask &= BITS[META_FIELDS.indexOf(field)]!;
    return this.mask > 0 || this.times > 0;
  }
}

/** The positions of the first list from which the others go on, `step` apart. */
export function starts(lists: readonly (readonly number[])[], step: number): number[] {
  const [first, ...others] = lists;
  let found = first ?? [];
  others.forEach((list, i) => {
    const has = new Set(list);
    found = found.filter((position) => has.has(position + (i + 1) * step));
  });
  return [...found];
}
