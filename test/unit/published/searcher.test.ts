import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PublishedError } from '../../../src/published/error.ts';
import { withoutShortBeginnings } from '../../../src/published/query-plan.ts';
import { PublishedSearcher } from '../../../src/published/searcher.ts';
import { publishedSegment } from '../../../src/published/segment-writer.ts';
import { type SearchDocument, SegmentBuilder } from '../../../src/search/builder.ts';
import { createSearcher, type Searcher } from '../../../src/search/engine.ts';
import { type Lexicon, NO_LEXICON } from '../../../src/search/lexicon.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { relatedTo } from '../../../src/search/related.ts';
import { Segment, sourceOf } from '../../../src/search/segment.ts';
import { addSegment, MemoryFiles } from '../../support/published-files.ts';
import { documentArbitrary, queryArbitrary } from '../search/generate.ts';

/** Documents of a segment, some of which are deleted before it is published, others after. */
interface Part {
  readonly documents: readonly SearchDocument[];
  readonly left: ReadonlySet<number>;
  readonly deleted: ReadonlySet<number>;
}

interface Library {
  readonly files: MemoryFiles;
  readonly published: PublishedSearcher;
  readonly local: Searcher;
  /** By number. */
  readonly documents: readonly SearchDocument[];
}

const segmentOf = (documents: readonly SearchDocument[], deletions?: Uint8Array): Segment => {
  const builder = new SegmentBuilder();
  for (const document of documents) builder.add(document);
  return new Segment(sourceOf(builder.finish()), deletions);
};

const bitsOf = (docs: ReadonlySet<number>, count: number): Uint8Array => {
  const bits = new Uint8Array(Math.ceil(count / 8));
  for (const doc of docs) if (doc < count) bits[doc >> 3]! |= 1 << (doc & 7);
  return bits;
};

/** Publishes parts, each from two segments of an index, and searches the same documents in the same order locally. */
async function publish(parts: readonly Part[], lexicon: Lexicon = NO_LEXICON): Promise<Library> {
  const files = new MemoryFiles();
  const references = [];
  const segments: Segment[] = [];
  const documents: SearchDocument[] = [];
  for (const part of parts) {
    const middle = part.documents.length >> 1;
    const sources = [segmentOf(part.documents.slice(0, middle)), segmentOf(part.documents.slice(middle))];
    const given = part.documents
      .map((document, i) => ({
        segment: i < middle ? 0 : 1,
        doc: i < middle ? i : i - middle,
        key: `${i}`,
        facts: document,
      }))
      .filter((_, i) => !part.left.has(i));
    const made = await publishedSegment(sources, given);
    const deleted = new Set([...part.deleted].filter((doc) => doc < made.count));
    references.push(addSegment(files, made, deleted));
    const ordered = made.documents.map(({ facts }) => facts as SearchDocument);
    segments.push(segmentOf(ordered, deleted.size > 0 ? bitsOf(deleted, made.count) : undefined));
    documents.push(...ordered);
  }
  const published = await PublishedSearcher.open(files, references, lexicon);
  return { files, published, local: createSearcher(segments, lexicon), documents };
}

const numbers = fc.uniqueArray(fc.nat(14), { maxLength: 4 }).map((docs) => new Set(docs));
const partArbitrary: fc.Arbitrary<Part> = fc.record({
  documents: fc.array(documentArbitrary, { minLength: 1, maxLength: 15 }),
  left: numbers,
  deleted: fc.oneof(fc.constant(new Set<number>()), numbers),
});
const partsArbitrary = fc.array(partArbitrary, { minLength: 1, maxLength: 3 });

const synonyms: Lexicon = {
  isWord: (word) => word === 'client',
  synonymsOf: (word, isAbsent) =>
    word === 'vente' ? ['marché', 'prix de vente'] : isAbsent && word === 'absent' ? ['porte monnaie'] : [],
};

/** A library with several blocks of words, and words that many articles have. */
function manyDocuments(): SearchDocument[] {
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor(((seed >>> 8) / 2 ** 24) ** 2 * below);
  };
  const syllables = ['mar', 'ché', 'par', 'té', 'vent', 'e', 'pri', 'ser', 'vi', 'ce', 'lo', 'gi', 'que'];
  const word = (): string =>
    Array.from({ length: 1 + random(4) }, () => syllables[random(syllables.length)]).join('');
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  return Array.from({ length: 400 }, (_, i) => ({
    title: `${['Le ', 'Sans ', 'Le ', 'Avec le ', ''][i % 5]}${words(1 + random(4))}`,
    tags: [word()],
    date: `20${10 + (i % 10)}-0${1 + (i % 9)}`,
    body: words(5 + random(120)),
  }));
}

describe('search in a published library', () => {
  it('finds in a large library what a local index finds, without reading all of it', async () => {
    const part = { documents: manyDocuments(), left: new Set<number>(), deleted: new Set([7, 300]) };
    const { published, local, files } = await publish([part, { ...part, deleted: new Set() }]);
    const size = [...files.files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    expect(files.fetched.bytes).toBeLessThan(size / 10);
    const texts =
      `marché vente|marche ser|"vent e"|par|vic|pri marlogi|titre:mar|marche NEAR vente|-marser vente|
      vent OR (loge mar)|vente after:2015|marchévantes|after:2018 before:2019|logique parvente e|vi-ce|
      le marché sans vente`.split('|');
    for (const text of texts) {
      const query = parseQuery(text.trim());
      const options = { limit: 60 };
      const hits = await published.search(query, options);
      const docs = hits.slice(0, 10).map(({ doc }) => doc);
      const asked = withoutShortBeginnings(query)!;
      expect(hits, text).toEqual(local.search(asked, options));
      expect(hits.length, text).toBeGreaterThan(0);
      expect(await published.countFolded(query)).toBe(local.countFolded(asked));
      expect(await published.passages(query, docs, 80)).toEqual(local.passages(asked, docs, 80));
    }
    const misspelt = parseQuery('marchevantlogiqui ');
    expect(await published.suggest(misspelt)).toBe(local.suggest(misspelt));
  });

  it('finds what a local index of the same articles finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        partsArbitrary,
        fc.array(queryArbitrary, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(NO_LEXICON, synonyms),
        fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
        fc.boolean(),
        async (parts, texts, lexicon, limit, all) => {
          const { published, local } = await publish(parts, lexicon);
          const options = { all, ...(limit !== undefined && { limit }) };
          for (const text of texts) {
            const query = parseQuery(text);
            const asked = withoutShortBeginnings(query);
            const hits = await published.search(query, options);
            const docs = hits.map(({ doc }) => doc);
            if (!asked) {
              expect([hits, await published.suggest(query)]).toEqual([[], undefined]);
              continue;
            }
            expect(hits).toEqual(local.search(asked, options));
            expect(await published.countFolded(query, options)).toBe(local.countFolded(asked, options));
            expect(await published.passages(query, docs, 80)).toEqual(local.passages(asked, docs, 80));
            expect(await published.suggest(query)).toBe(local.suggest(asked));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('fetches nothing for one or two letters that are being typed', async () => {
    const part = { documents: manyDocuments(), left: new Set<number>(), deleted: new Set<number>() };
    const { published, local, files } = await publish([part]);
    const { bytes } = files.fetched;
    for (const text of ['m', 'ma', 'Le m'])
      expect(await published.search(parseQuery(text)), text).toEqual([]);
    expect(files.fetched.bytes).toBe(bytes);
    const [one, two] = await Promise.all([
      published.search(parseQuery('vente pa')),
      published.search(parseQuery('vente ')),
    ]);
    const docsOf = (hits: typeof one) => hits.map(({ doc }) => doc).sort();
    expect(docsOf(one)).toEqual(docsOf(two));
    expect(await published.search(parseQuery('e '))).toEqual(local.search(parseQuery('e ')));
  });

  it('can pass over misspellings until all words are there', async () => {
    const part = { documents: manyDocuments(), left: new Set<number>(), deleted: new Set<number>() };
    const { published, local, files } = await publish([part]);
    const size = part.documents.length;
    const word = part.documents.flatMap(({ body }) => body.split(' ')).find(({ length }) => length > 12)!;
    const [rare, common] = [parseQuery(`${word.slice(0, 5)}${word.slice(6)} `), parseQuery('vente ')];
    const early = await published.search(rare, { misspellings: false });
    await published.search(common, { misspellings: false });
    expect([published.isPartial(rare), published.isPartial(common)]).toEqual([true, false]);
    const { rounds } = files.fetched;
    expect(await published.countFolded(rare)).toBe(0);
    expect(files.fetched.rounds).toBe(rounds);
    const whole = await published.search(rare);
    expect(whole).toEqual(local.search(rare));
    expect([early.length < whole.length, whole.length < size]).toEqual([true, true]);
    expect(published.isPartial(rare)).toBe(false);
    expect(await published.search(parseQuery(rare.text), { misspellings: false })).toEqual(whole);
  });

  it('finds the articles that are related to one', async () => {
    await fc.assert(
      fc.asyncProperty(partsArbitrary, documentArbitrary, async (parts, document) => {
        const { published, local } = await publish(parts);
        expect(await published.related(document)).toEqual(relatedTo(local, document));
      }),
      { numRuns: 30 },
    );
  });

  it('has the facts of each document', async () => {
    await fc.assert(
      fc.asyncProperty(partsArbitrary, fc.infiniteStream(fc.nat()), async (parts, random) => {
        const { published, documents } = await publish(parts);
        const docs = [...random.take(5)].map((number) => number % Math.max(1, documents.length));
        if (documents.length > 0)
          expect(await published.facts(docs)).toEqual(docs.map((doc) => documents[doc]));
      }),
      { numRuns: 30 },
    );
  });

  it('uses no wrong bytes: it finds the same, or says that they are damaged', async () => {
    await fc.assert(
      fc.asyncProperty(
        partsArbitrary,
        queryArbitrary,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (parts, text, where, bits) => {
          const { published, local, files } = await publish(parts);
          const query = parseQuery(text);
          const asked = withoutShortBeginnings(query);
          files.tamper = (bytes, at) => {
            if ((at + where) % 3 === 0) bytes[where % bytes.length]! ^= bits;
            return bytes;
          };
          const found = await published.search(query).catch((error: unknown) => error);
          if (found instanceof Error) expect(found).toBeInstanceOf(PublishedError);
          else expect(found).toEqual(asked ? local.search(asked) : []);
        },
      ),
      { numRuns: 60 },
    );
  });
});
