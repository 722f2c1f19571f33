import { type HeadingRanges, headingRanges } from '../document/heading-ranges.ts';
import { loadParser } from '../document/late-parsers.ts';
import { wholeDocument } from '../document/parse-document.ts';
import type { Article } from '../library/article.ts';
import { unscheduled } from '../library/drafts.ts';
import { openBody } from '../library/open-body.ts';
import type { Folder } from '../library/walk.ts';
import { type SearchDocument, SegmentBuilder } from '../search/builder.ts';
import { mergeSegments } from '../search/merge.ts';
import { Segment, type SegmentData } from '../search/segment.ts';
import type { SlicedText } from '../unicode/units.ts';
import { IndexConflict } from './errors.ts';
import {
  deletionsOf,
  emptyManifest,
  liveCount,
  type Manifest,
  type SegmentReference,
  withDeleted,
} from './manifest.ts';
import { mergeFrom } from './merge-policy.ts';
import { searchDocumentOf } from './search-document.ts';
import type { Store } from './store.ts';
import { joinArticles, type PackedArticles, packArticles } from './stored-articles.ts';

/** The changes to make to an index. */
export interface Changes {
  readonly paths: readonly string[];
  /** The generation of the index to which they apply. */
  readonly generation: number;
  /** Number of articles to add. */
  readonly count: number;
  /** Documents to delete, by segment. */
  readonly removed: Readonly<Record<string, readonly number[]>>;
  readonly folders: readonly Folder[];
  /** Whether the index has all articles afterwards. */
  readonly complete: boolean;
  /** Whether the articles added so far are searched meanwhile: the first segments are small then. */
  readonly early: boolean;
}

/** An article to add, with its reading text if that is at hand. */
export interface Addition {
  readonly article: Article;
  readonly text?: string;
  /** Where the headings of that text are. */
  readonly headings?: HeadingRanges;
}

/** An article with its reading text. */
export type ReadAddition = Required<Addition>;

/** Articles to add, possibly while they are still being found. */
export type Additions = Iterable<Addition> | AsyncIterable<Addition>;

export interface UpdateHooks {
  /** Awaited between articles, so that other work of the thread gets its turn. */
  readonly pause: () => Promise<void> | undefined;
  /** Called with the number of articles added so far, and of all to add. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called when the articles added so far can be searched. */
  readonly onCommit?: () => void;
  /** Called before each write; false if the index must not be written to any more. */
  readonly mayWrite?: () => boolean;
  readonly signal?: AbortSignal;
}

/** Occurrences of words after which a segment is written: it takes some 60 MB of memory while it is built. */
const SEGMENT_WORDS = 4_000_000;
/** Pages of a segment that stay in memory while it is merged: each part of it is read in order. */
const MERGED_PAGES = 8;
/** UTF-16 units of a text that takes a share of memory worth giving back. */
const LARGE_TEXT = 10_000_000;
/** Has V8 forget the text that a pattern last matched (`RegExp.input`): it would hold a source until the next match. */
const forgetMatched = (): boolean => /^/.test('');

/** Articles in the first segment if it is searched early. Each later segment has four times as many. */
const FIRST_SEGMENT = 1000;

/**
 * Updates an index: deletes documents, adds articles in segments, with a new manifest after each, and finally merges small
 * segments, so that their number stays logarithmic. Whenever it is interrupted, the store has a consistent index, if not a
 * complete one.
 *
 * @throws {IndexConflict} if another process has changed the index
 * @throws the file system's error if the store cannot be written to; the signal's reason if it is aborted
 */
export async function update(store: Store, changes: Changes, additions: Additions, hooks: UpdateHooks) {
  await new Updater(store, changes, hooks).run(additions);
}

class Updater {
  #manifest: Manifest;
  #builder = new SegmentBuilder();
  #articles: Article[] = [];
  /** Articles after which the current segment is written. */
  #limit: number;
  #serial = 0;
  readonly #store: Store;
  readonly #changes: Changes;
  readonly #hooks: UpdateHooks;

  constructor(store: Store, changes: Changes, hooks: UpdateHooks) {
    this.#store = store;
    this.#changes = changes;
    this.#hooks = hooks;
    this.#limit = changes.early ? FIRST_SEGMENT : Number.POSITIVE_INFINITY;
    this.#manifest = store.read() ?? emptyManifest(changes.paths);
    if (this.#manifest.generation !== changes.generation) throw new IndexConflict();
  }

  async run(additions: Additions): Promise<void> {
    const { removed, folders, complete } = this.#changes;
    const segments = this.#manifest.segments
      .map((segment) => withDeleted(segment, removed[segment.name] ?? []))
      .filter((segment) => liveCount(segment) > 0);
    this.#manifest = { ...this.#manifest, segments };
    await this.#takeIn(additions);
    await this.#flush();
    await this.#commit({ folders, complete });
    await this.#merge();
  }

  async #takeIn(additions: Additions): Promise<void> {
    const hooks = this.#hooks;
    let done = 0;
    for await (const addition of additions) {
      await this.#add(addition);
      done += 1;
      hooks.onProgress?.(done, this.#changes.count);
      if (this.#builder.size >= SEGMENT_WORDS || this.#builder.count >= this.#limit) {
        await this.#flush();
        await this.#commit({ complete: false });
        this.#limit *= 4;
      }
      await hooks.pause();
    }
  }

  /** A method of its own, so that nothing holds the text while the segment is written. */
  async #add(addition: Addition): Promise<void> {
    const { article } = addition;
    const text = await textOf(addition);
    this.#hooks.signal?.throwIfAborted();
    if (!text) return;
    const { body, headings } = text;
    this.#builder.add({ ...searchDocumentOf(article, body, this.#changes.paths), headings });
    this.#articles.push(unscheduled(article));
    if (body.length > LARGE_TEXT) forgetMatched();
  }

  async #flush(): Promise<void> {
    if (this.#builder.count === 0) return;
    const reference = await this.#write(this.#builder.finish(), packArticles(this.#articles));
    this.#manifest = { ...this.#manifest, segments: [...this.#manifest.segments, reference] };
    this.#builder = new SegmentBuilder();
    this.#articles = [];
  }

  async #write(data: SegmentData, articles: PackedArticles): Promise<SegmentReference> {
    if (this.#hooks.mayWrite?.() === false) throw new IndexConflict();
    const prefix = `${this.#manifest.generation + 1}-${this.#serial++}`;
    const name = await this.#store.add(prefix, data, articles);
    return { name, count: data.count };
  }

  async #commit(change: Partial<Manifest>): Promise<void> {
    if (this.#hooks.mayWrite?.() === false) throw new IndexConflict();
    this.#manifest = { ...this.#manifest, ...change, generation: this.#manifest.generation + 1 };
    await this.#store.commit(this.#manifest);
    this.#hooks.onCommit?.();
  }

  /** Merges the last segments if there are too many, or if they have lost many documents. */
  async #merge(): Promise<void> {
    const { segments } = this.#manifest;
    const first = mergeFrom(segments);
    if (first === undefined) return;
    const merged = segments.slice(first);
    const open = merged.map((reference) => this.#store.open(reference.name, MERGED_PAGES));
    try {
      const parts = open.map((each, i) => new Segment(each.source, deletionsOf(merged[i]!)));
      const data = await mergeSegments(parts, this.#hooks.pause);
      this.#hooks.signal?.throwIfAborted();
      const articles = joinArticles(
        open.map((each, i) => ({ articles: each.articles, isDeleted: (doc) => parts[i]!.isDeleted(doc) })),
      );
      const reference = await this.#write(data, articles);
      await this.#commit({ segments: [...segments.slice(0, first), reference] });
    } finally {
      for (const each of open) each.close();
    }
  }
}

type IndexedText = Required<Pick<SearchDocument<SlicedText>, 'body' | 'headings'>>;

/** The reading text of an article and where its headings are; undefined if its file cannot be read. */
async function textOf({ article, text, headings = [] }: Addition): Promise<IndexedText | undefined> {
  try {
    if (text !== undefined) return { body: text, headings };
    const body = await openBody(article);
    await loadParser(body.format);
    const document = wholeDocument(body, article.title);
    return { body: document, headings: headingRanges(document) };
  } catch {
    return undefined;
  }
}
