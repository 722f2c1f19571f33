import { headingAt, headingLengthAt } from './heading-places.ts';
import { PART_OF_HEADING, WHOLE_HEADING } from './weights.ts';

/** A word of the query in a document: its places in headings, ascending, and what it tells of the query there. */
export interface HeadingMatch {
  readonly places: readonly number[];
  readonly idf: number;
}

/** The measure of headings: the idf of all words of the query, and how many words it has, stop words included. */
export interface QueryMeasure {
  readonly idf: number;
  readonly words: number;
}

/**
 * The bonus of a document for its best heading: more the more of the query is in it, and the nearer its length
 * is to the query's. A long article thus competes with the title of a short one by the section that is about the query.
 */
export function headingBonus(matches: readonly HeadingMatch[], query: QueryMeasure): number {
  const found = new Map<number, { told: number; readonly length: number }>();
  for (const { places, idf } of matches) {
    let last = -1;
    for (const place of places) {
      const heading = headingAt(place);
      if (heading === last) continue;
      last = heading;
      const known = found.get(heading);
      if (known) known.told += idf;
      else found.set(heading, { told: idf, length: headingLengthAt(place) });
    }
  }
  let best = 0;
  for (const { told, length } of found.values()) {
    const likeness = Math.min(query.words, length) / Math.max(query.words, length);
    best = Math.max(best, Math.sqrt(likeness) * Math.min(1, told / query.idf) ** PART_OF_HEADING);
  }
  return WHOLE_HEADING * query.idf * best;
}
