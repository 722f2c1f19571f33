import { createSearcher, type SearchDocument, type Searcher, type SearchOptions } from '../search/engine.ts';
import { type Lexicon, NO_LEXICON } from '../search/lexicon.ts';
import { parseQuery } from '../search/parse-query.ts';
import type { Query } from '../search/query.ts';
import { keyTerms, relatedTo } from '../search/related.ts';
import type { Hit } from '../search/results.ts';
import type { Cluster } from '../search/snippet.ts';
import { damaged, readingDamage } from './error.ts';
import type { PublishedSegment } from './format.ts';
import { OpenSegment } from './open-segment.ts';
import { MissingDictionary } from './published-dictionary.ts';
import {
  dictionaryUnits,
  type Expanded,
  expandedIn,
  misspellingsIn,
  postingsExtents,
  rareTerms,
  type SoughtTerm,
  soughtTerms,
  withoutCommonStops,
  withoutShortBeginnings,
} from './query-plan.ts';
import type { RangeReader } from './range-reader.ts';
import { MissingUnits } from './ranged-file.ts';

/** Times that a call of the engine may turn out to lack something: hardly ever more than once, but each time it is something else. */
const MOST_ROUNDS = 10_000;

export interface PublishedSearchOptions extends SearchOptions {
  /**
   * If false, misspellings of rare words are searched only where all words of the library are at hand, which may take some MB to
   * fetch: while the user types, and what is rare may not be a whole word yet. See `isPartial`.
   */
  readonly misspellings?: boolean;
}

/**
 * Searches a published library: as `Searcher` does a local one, with the same results, but without one or two letters that are
 * being typed (see `withoutShortBeginnings`). What a call lacks is fetched first. Documents are numbered through the segments in their
 * order, deleted ones included.
 *
 * All methods throw PublishedError if a file is damaged, and what the reader throws.
 */
export class PublishedSearcher {
  readonly #segments: readonly OpenSegment[];
  readonly #engine: Searcher;
  readonly #lexicon: Lexicon;
  /** By query, what is searched in its place; the engine tells searches of it apart by this object. */
  readonly #asked = new WeakMap<Query, Query | undefined>();
  /** The queries that are searched without misspellings, and those of them that may match some. */
  readonly #partial = new WeakSet<Query>();
  readonly #lacking = new WeakSet<Query>();

  private constructor(segments: readonly OpenSegment[], lexicon: Lexicon) {
    this.#segments = segments;
    this.#lexicon = lexicon;
    this.#engine = createSearcher(segments, lexicon);
  }

  /** Opens the segments of a manifest: reads their heads, in one round. */
  static async open(
    reader: RangeReader,
    segments: readonly PublishedSegment[],
    lexicon = NO_LEXICON,
  ): Promise<PublishedSearcher> {
    const opened = await Promise.all(segments.map((segment) => OpenSegment.open(reader, segment)));
    return new PublishedSearcher(opened, lexicon);
  }

  /** Number of documents, deleted ones included. */
  get count(): number {
    return this.#segments.reduce((sum, { count }) => sum + count, 0);
  }

  /** @param signal  ends the search when others are of interest: its reason is thrown */
  async search(
    query: Query,
    options: PublishedSearchOptions = {},
    signal?: AbortSignal,
  ): Promise<readonly Hit[]> {
    const { misspellings = true, ...engineOptions } = options;
    const asked = this.#ask(query, misspellings);
    if (!asked) return [];
    for (const { file } of this.#segments) file.trim();
    const terms = soughtTerms(asked, this.#lexicon);
    await this.#prepare(asked, terms, signal);
    return this.#runFor(asked, () => this.#engine.search(asked, engineOptions), terms, signal);
  }

  /** True if a search with `misspellings` may find more than the last one of this query has. */
  isPartial(query: Query): boolean {
    const asked = this.#asked.get(query);
    return asked !== undefined && this.#lacking.has(asked);
  }

  /** As `Searcher.countFolded`. Nothing is fetched for it after a search. */
  async countFolded(query: Query, options: SearchOptions = {}, signal?: AbortSignal): Promise<number> {
    const asked = this.#askedBy(query);
    if (!asked) return 0;
    const terms = soughtTerms(asked, this.#lexicon);
    return this.#runFor(asked, () => this.#engine.countFolded(asked, options), terms, signal);
  }

  /** As `Searcher.suggest`, by all words: they are fetched if they are not in memory. */
  async suggest(query: Query, signal?: AbortSignal): Promise<string | undefined> {
    const asked = this.#ask(query, true);
    if (!asked) return undefined;
    const terms = soughtTerms(asked, this.#lexicon);
    await this.#prepare(asked, terms, signal);
    return this.#runFor(asked, () => this.#engine.suggest(asked), terms, signal);
  }

  async passages(
    query: Query,
    docs: readonly number[],
    room: number,
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<number, Cluster>> {
    const asked = this.#askedBy(query);
    if (!asked) return new Map();
    const terms = soughtTerms(asked, this.#lexicon, true);
    await this.#prepare(asked, terms, signal, docs);
    return this.#runFor(asked, () => this.#engine.passages(asked, docs, room), terms, signal);
  }

  /** The documents most similar to `document`, best first: see `relatedTo`. */
  async related(document: SearchDocument, signal?: AbortSignal): Promise<readonly number[]> {
    const queries = keyTerms(document).map(({ word }) => parseQuery(`"${word}"`));
    const terms = queries.flatMap((query) => soughtTerms(query, this.#lexicon));
    await this.#prepare(undefined, terms, signal);
    return this.#run(() => relatedTo(this.#engine, document), terms, signal);
  }

  /** The published facts of documents, in their order. The caller must check them. */
  async facts(docs: readonly number[], signal?: AbortSignal): Promise<readonly unknown[]> {
    await this.#fetch((segment, base) => unitsOfDocuments(segment, base, docs));
    const facts = () => docs.map((doc) => this.#inSegment(doc, (segment, own) => segment.facts(own)));
    return this.#run(facts, [], signal);
  }

  /** The form of `query` that its last search used. */
  #askedBy(query: Query): Query | undefined {
    return this.#asked.has(query) ? this.#asked.get(query) : this.#ask(query, true);
  }

  /** The form of `query` to search: with misspellings, or without those that are not at hand. */
  #ask(query: Query, misspellings: boolean): Query | undefined {
    const known = this.#asked.get(query);
    const isPartial = !misspellings && !this.#segments.every(({ dictionary }) => dictionary.isWhole);
    if (this.#asked.has(query) && (!known || this.#partial.has(known) === isPartial)) return known;
    const asked = withoutShortBeginnings(query);
    // A copy, as it is searched in another way.
    const own = asked && { ...asked };
    if (own && isPartial) this.#partial.add(own);
    this.#asked.set(query, own);
    return own;
  }

  /**
   * Fetches what a query needs in two rounds: the blocks of the dictionary with its words; the postings of these. A word that
   * hardly any document has takes a third one, as misspellings are found in the whole dictionary only.
   *
   * @param docs  whose passages are wanted
   */
  async #prepare(
    asked: Query | undefined,
    terms: readonly SoughtTerm[],
    signal?: AbortSignal,
    docs: readonly number[] = [],
  ): Promise<void> {
    await this.#fetch((segment) => (segment.dictionary.isWhole ? [] : dictionaryUnits(segment, terms)));
    const expanded = await this.#run(
      () => this.#segments.map((segment) => expandedIn(segment, terms)),
      [],
      signal,
    );
    const rare = asked && this.#partial.has(asked) ? [] : rareTerms(expanded);
    await Promise.all([
      this.#fetchPostings(withoutCommonStops(expanded, this.count), docs),
      ...(rare.length > 0 ? [this.#fetchMisspellings(rare)] : []),
    ]);
    signal?.throwIfAborted();
  }

  /** Fetches the postings of words, by segment, and what is stored of documents. */
  #fetchPostings(expanded: readonly (readonly Expanded[])[], docs: readonly number[] = []): Promise<void> {
    return this.#fetch((segment, base, number) => [
      ...postingsExtents(segment, expanded[number]!).flatMap(({ at, length }) =>
        segment.file.unitsOf(at, length),
      ),
      ...unitsOfDocuments(segment, base, docs),
    ]);
  }

  /** Fetches the dictionary, and the postings of the misspellings of terms. */
  async #fetchMisspellings(terms: readonly SoughtTerm[]): Promise<void> {
    await Promise.all(this.#segments.map((segment) => segment.fetchDictionary()));
    await this.#fetchPostings(this.#segments.map((segment) => misspellingsIn(segment, terms)));
  }

  /** Fetches units of all segments in one round. */
  async #fetch(
    unitsOf: (segment: OpenSegment, base: number, number: number) => readonly number[],
  ): Promise<void> {
    let end = 0;
    await Promise.all(
      this.#segments.map((segment, number) => {
        end += segment.count;
        return segment.file.fetch(unitsOf(segment, end - segment.count, number));
      }),
    );
  }

  /** As `#run`, in the way in which `asked` is searched. */
  #runFor<T>(
    asked: Query,
    use: () => T,
    terms: readonly SoughtTerm[],
    signal: AbortSignal | undefined,
  ): Promise<T> {
    if (!this.#partial.has(asked)) return this.#run(use, terms, signal);
    const usePartly = this.#segments.reduce<() => T>(
      (inner, { dictionary }) =>
        () =>
          dictionary.passingOverMisspellings(inner, () => this.#lacking.add(asked)),
      use,
    );
    return this.#run(usePartly, terms, signal);
  }

  /**
   * Calls `use` again and again until all that it reads is in memory.
   *
   * @param terms  what it looks up
   */
  async #run<T>(use: () => T, terms: readonly SoughtTerm[], signal: AbortSignal | undefined): Promise<T> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      signal?.throwIfAborted();
      try {
        return readingDamage(use);
      } catch (error) {
        if (error instanceof MissingDictionary) await this.#fetchMisspellings(terms);
        else if (error instanceof MissingUnits) await error.file.fetch(error.units);
        else throw error;
      }
    }
    return damaged('a search does not end');
  }

  #inSegment<T>(doc: number, use: (segment: OpenSegment, own: number) => T): T {
    let base = 0;
    for (const segment of this.#segments) {
      if (doc < base + segment.count) return use(segment, doc - base);
      base += segment.count;
    }
    return damaged(`there is no document ${doc}`);
  }
}

function unitsOfDocuments(segment: OpenSegment, base: number, docs: readonly number[]): readonly number[] {
  const own = docs.map((doc) => doc - base).filter((doc) => doc >= 0 && doc < segment.count);
  return own.map((doc) => segment.documentUnit(doc));
}
