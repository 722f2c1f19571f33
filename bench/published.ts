// Measures what a search in a published library fetches: rounds, requests and bytes, first and later, and for each letter typed.
// usage: node bench/search.mjs published [--docs N,…] [--short] [--keep FOLDER]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { FileKind, FileReference, PublishedSegment } from '../src/published/format.ts';
import { mergeRanges } from '../src/published/merge-ranges.ts';
import type { ByteRange, RangeReader } from '../src/published/range-reader.ts';
import { referenceTo } from '../src/published/references.ts';
import { PublishedSearcher } from '../src/published/searcher.ts';
import { publishedSegment, type SegmentFiles } from '../src/published/segment-writer.ts';
import { SegmentBuilder } from '../src/search/builder.ts';
import { parseQuery } from '../src/search/parse-query.ts';
import { Segment, type SegmentData, sourceOf } from '../src/search/segment.ts';
import { isStopWord } from '../src/search/stop-words.ts';
import { type BenchDocument, documents, randomNumbers } from './corpus.ts';

const argument = (name: string): string | undefined =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;

/** Articles of a few hundred bytes, in place of 2.4 kB: a million of them can be indexed in memory. */
const SHORT = { least: 15, more: 110 };
const LENGTHS = process.argv.includes('--short') ? SHORT : undefined;
const SIZES = (argument('--docs') ?? '1000,10000').split(',').map(Number);
const KEEP = argument('--keep');

const QUERIES = 60;
/** Results whose facts are read: those of a screen. */
const SHOWN = 10;
/** Occurrences of words in a segment of the index. */
const SEGMENT_WORDS = 4_000_000;

/** Requests and bytes that were fetched. */
interface Cost {
  readonly rounds: number;
  readonly requests: number;
  readonly bytes: number;
}

/** Counts what is fetched of files in memory; keeps all of it, as a cache does. */
class CountingFiles implements RangeReader {
  readonly #files = new Map<string, Uint8Array>();
  #kept = new Map<string, Uint8Array>();
  #rounds = 0;
  #requests = 0;
  #bytes = 0;
  #pending = 0;

  add(kind: FileKind, bytes: Uint8Array): FileReference {
    const reference = referenceTo(kind, bytes);
    this.#files.set(reference.hash, bytes);
    return reference;
  }

  /** The requests since the last call. */
  take(): Cost {
    const cost = { rounds: this.#rounds, requests: this.#requests, bytes: this.#bytes };
    [this.#rounds, this.#requests, this.#bytes] = [0, 0, 0];
    return cost;
  }

  /** Forgets what was fetched, but for whole files. */
  forget(): void {
    this.#kept = new Map();
  }

  async whole(file: FileReference): Promise<Uint8Array> {
    const key = `${file.hash} whole`;
    if (!this.#kept.has(key)) await this.#send(1, file.size);
    this.#kept.set(key, new Uint8Array(0));
    return this.#files.get(file.hash)!;
  }

  kept(file: FileReference, { at }: ByteRange): Uint8Array | undefined {
    return this.#kept.get(`${file.hash} ${at}`);
  }

  async fetch(file: FileReference, ranges: readonly ByteRange[]): Promise<readonly Uint8Array[]> {
    const merged = mergeRanges(ranges);
    await this.#send(
      merged.length,
      merged.reduce((sum, { length }) => sum + length, 0),
    );
    const bytes = this.#files.get(file.hash)!;
    return ranges.map(({ at, length }) => bytes.subarray(at, at + length));
  }

  keep(file: FileReference, at: number, bytes: Uint8Array): void {
    this.#kept.set(`${file.hash} ${at}`, bytes);
  }

  /** Requests that are sent before others are answered are of one round. */
  async #send(requests: number, bytes: number): Promise<void> {
    if (this.#pending === 0) this.#rounds += 1;
    this.#pending += 1;
    this.#requests += requests;
    this.#bytes += bytes;
    await new Promise(setImmediate);
    this.#pending -= 1;
  }
}

/** The segments of an index of `count` articles, and two words of each of some of them. */
interface Indexed {
  readonly segments: readonly SegmentData[];
  readonly queries: readonly string[];
}

function index(count: number): Indexed {
  const name = KEEP && join(KEEP, `${count}${LENGTHS ? '-short' : ''}.index`);
  if (name && existsSync(name)) return deserialize(readFileSync(name)) as Indexed;
  const segments: SegmentData[] = [];
  const queries: string[] = [];
  let builder = new SegmentBuilder();
  const every = Math.floor(count / QUERIES);
  for (const document of documents(count, LENGTHS)) {
    builder.add(document);
    if (document.id % every === 0 && queries.length < QUERIES)
      queries.push(wordsOf(document, queries.length % 2 === 0));
    if (builder.size < SEGMENT_WORDS) continue;
    segments.push(builder.finish());
    builder = new SegmentBuilder();
  }
  if (builder.count > 0) segments.push(builder.finish());
  const indexed = { segments, queries };
  if (name && KEEP) {
    mkdirSync(KEEP, { recursive: true });
    writeFileSync(name, serialize(indexed));
  }
  return indexed;
}

/** Two words of an article that are not stop words: neighbors in its body, or words of its title. */
function wordsOf({ id, title, body }: BenchDocument, inTitle: boolean): string {
  const random = randomNumbers(id + 1);
  const words = (inTitle ? title : body)
    .split(/[\s.’]+/)
    .filter((word) => word.length > 3 && !isStopWord(word));
  const at = Math.floor(random() * (words.length - 1));
  return words.slice(at, at + 2).join(' ');
}

async function publish(files: CountingFiles, data: readonly SegmentData[]): Promise<PublishedSegment> {
  const segments = data.map((each) => new Segment(sourceOf(each)));
  let base = 0;
  const given = data.flatMap(({ count }, segment) => {
    base += count;
    return Array.from({ length: count }, (_, doc) => sourceDocument(segment, doc, base - count + doc));
  });
  const start = performance.now();
  const made = await publishedSegment(segments, given);
  const seconds = (performance.now() - start) / 1000;
  console.log(`  published in ${seconds.toFixed(1)} s: ${sizesOf(made)}`);
  return {
    count: made.count,
    head: files.add('head', made.head),
    parts: { ...files.add('segment', made.segment), content: made.content },
    dictionary: files.add('dictionary', made.dictionary),
  };
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const sizesOf = ({ head, segment, dictionary }: SegmentFiles): string =>
  `segment ${kB(segment.length)}, head ${kB(head.length)}, dictionary ${kB(dictionary.length)}`;

/** Facts as large as those of articles. */
function sourceDocument(segment: number, doc: number, id: number) {
  const hash = referenceTo('texts', Buffer.from(String(id >> 3))).hash;
  const path = `articles/${id % 100}/${id}.md`;
  const text = { file: hash.slice(0, 31) + (id >> 12), at: (id * 977) % 8_000_000, length: 5000, hash };
  const facts = {
    id: `article-${id}`,
    title: `Un titre de quelques mots, numéro ${id}`,
    tags: [`sujet-${id % 977}`],
    words: id % 2000,
    format: 'markdown',
    size: id % 9001,
    path,
    text: { ...text, index: id & 7 },
  };
  return { segment, doc, key: path, facts };
}

/** Words that a third to two thirds of the articles have. */
const FREQUENT =
  'travail client entreprise vente marché offre produit service partenariat marge projet équipe'.split(' ');

const pairsOf = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, i) => (i === 0 ? [] : [`${words[i - 1]} ${word}`]));

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const worst = (values: readonly number[]): number => Math.max(...values);

function print(name: string, costs: readonly Cost[]): void {
  const of = (key: keyof Cost): readonly number[] => costs.map((cost) => cost[key]);
  console.log(
    `  ${name.padEnd(34)} rounds ${median(of('rounds'))} (≤ ${worst(of('rounds'))})  requests ${median(of('requests'))} (≤ ${worst(of('requests'))})  ${kB(median(of('bytes')))} (≤ ${kB(worst(of('bytes')))})`,
  );
}

async function measure(count: number): Promise<void> {
  console.log(`\n${count.toLocaleString('en')} ${LENGTHS ? 'short ' : ''}articles`);
  const { segments, queries } = index(count);
  const files = new CountingFiles();
  const reference = await publish(files, segments);
  const open = () => PublishedSearcher.open(files, [reference]);
  const results: Record<string, Cost[]> = {};
  const note = (name: string): void => {
    results[name] ??= [];
    results[name].push(files.take());
  };
  for (const text of queries) {
    files.forget();
    const searcher = await open();
    note('opening: the head');
    const query = parseQuery(`${text} `);
    const hits = await searcher.search(query, { limit: SHOWN });
    note('a first search');
    await searcher.facts(hits.map(({ doc }) => doc));
    note(`facts of ${SHOWN} results`);
    await searcher.passages(
      query,
      hits.map(({ doc }) => doc),
      100,
    );
    note('their passages');
  }
  for (const text of pairsOf(FREQUENT)) {
    files.forget();
    const searcher = await open();
    files.take();
    await searcher.search(parseQuery(`${text} `), { limit: SHOWN });
    note('a first search, frequent words');
  }
  const both = results['a first search']!.map((cost, i) => {
    const facts = results[`facts of ${SHOWN} results`]![i]!;
    return {
      rounds: cost.rounds + facts.rounds,
      requests: cost.requests + facts.requests,
      bytes: cost.bytes + facts.bytes,
    };
  });
  results['a first search with facts'] = both;
  const searcher = await open();
  files.take();
  for (const text of queries) {
    const query = parseQuery(`${text} `);
    const hits = await searcher.search(query, { limit: SHOWN });
    await searcher.facts(hits.map(({ doc }) => doc));
    note('later searches with facts');
  }
  for (const text of queries.slice(0, 20)) {
    files.forget();
    const typing = await open();
    files.take();
    for (let end = 1; end <= text.length; end += 1) {
      const hits = await typing.search(parseQuery(text.slice(0, end)), { limit: SHOWN });
      await typing.facts(hits.map(({ doc }) => doc));
      note(end <= 2 ? 'letters 1 and 2' : end <= 5 ? `letter ${end}` : 'letters after the fifth');
    }
  }
  for (const [name, costs] of Object.entries(results)) print(name, costs);
}

for (const size of SIZES) await measure(size);
