import type { Expansion } from './expand.ts';
import { AUTHOR_BIT, META_FIELDS, type PositionsReader, TAGS_BIT, TITLE_BIT } from './postings.ts';
import type { Field } from './query.ts';
import type { Segment } from './segment.ts';

const BITS = [TITLE_BIT, TAGS_BIT, AUTHOR_BIT] as const;

/** A document that has a phrase: times in the body, other fields as bits. */
export interface PhraseDoc {
  readonly doc: number;
  readonly times: number;
  readonly mask: number;
}

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
 * The documents where words that answer the terms stand side by side in one field, in ascending order. The rarest
 * term leads; positions are read only where all terms are there.
 */
export function phraseDocs(
  segment: Segment,
  expansions: readonly (readonly Expansion[])[],
  field: Field | undefined,
): PhraseDoc[] {
  if (expansions.some((each) => each.length === 0)) return [];
  const terms = expansions.map((each, place) => ({
    place,
    positions: new TermPositions(segment, each),
    size: each.reduce((sum, entry) => sum + entry.count, 0),
  }));
  const found: PhraseDoc[] = [];
  const bySize = [...terms].sort((a, b) => a.size - b.size);
  const [rarest, ...others] = bySize;
  for (let doc = rarest!.positions.seek(0); doc >= 0 && doc < segment.count; ) {
    let next = doc;
    for (const other of others) {
      next = other.positions.seek(doc);
      if (next !== doc) break;
    }
    if (next < 0) break;
    if (next === doc) {
      const hit = inDocument(terms, doc, field);
      if (hit) found.push(hit);
      next = doc + 1;
    }
    doc = rarest!.positions.seek(next);
  }
  return found;
}

function inDocument(
  terms: readonly { positions: TermPositions }[],
  doc: number,
  field: Field | undefined,
): PhraseDoc | undefined {
  const all = terms.map((term) => term.positions.read(doc));
  const meta = starts(
    all.map((each) => each.meta),
    4,
  );
  let mask = 0;
  for (const position of meta) mask |= BITS[position & 3] ?? 0;
  let times = starts(
    all.map((each) => each.body),
    1,
  ).length;
  if (field !== undefined && field !== 'body') {
    mask &= BITS[META_FIELDS.indexOf(field)]!;
    times = 0;
  } else if (field === 'body') mask = 0;
  return mask > 0 || times > 0 ? { doc, times, mask } : undefined;
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
