import type { Article } from '../library/article.ts';
import { createSearcher, type Searcher } from '../search/engine.ts';
import type { Lexicon } from '../search/lexicon.ts';
import { Segment } from '../search/segment.ts';
import { IndexDamage } from './errors.ts';
import { deletionsOf, type Manifest } from './manifest.ts';
import type { OpenSegment } from './segment-file.ts';
import type { Store } from './store.ts';

/** A document of an index: its article, its segment, and its number there. */
export interface Entry {
  readonly article: Article;
  readonly segment: string;
  readonly doc: number;
}

/** The index of one manifest, open for reading. Documents are numbered through its segments, deleted ones included. */
export class Snapshot {
  readonly manifest: Manifest;
  readonly searcher: Searcher;
  /** Number of documents, deleted ones included. */
  readonly count: number;
  readonly #lexicon: Lexicon;
  readonly #opened: readonly OpenSegment[];
  /** The segments of the manifest, in its order. */
  readonly segments: readonly Segment[];

  /** @param opened  the segments of `manifest` */
  constructor(manifest: Manifest, lexicon: Lexicon, opened: readonly OpenSegment[] = []) {
    this.#lexicon = lexicon;
    this.manifest = manifest;
    this.#opened = opened;
    this.segments = opened.map(({ source }, i) => new Segment(source, deletionsOf(manifest.segments[i]!)));
    this.searcher = createSearcher(this.segments, lexicon);
    this.count = this.segments.reduce((sum, segment) => sum + segment.count, 0);
  }

  /**
   * Opens the segments of a later `manifest`. Those that are open in this snapshot are taken over, and it must not be used
   * any more. Undefined if a segment cannot be opened; this snapshot is unchanged then.
   */
  next(store: Store, manifest: Manifest): Snapshot | undefined {
    const known = new Map(this.manifest.segments.map(({ name }, i) => [name, this.#opened[i]!]));
    const opened: OpenSegment[] = [];
    try {
      for (const { name, count } of manifest.segments) {
        const segment = known.get(name) ?? store.open(name);
        opened.push(segment);
        if (segment.source.count !== count) throw new IndexDamage('wrong length of a segment');
      }
    } catch {
      closeAll(opened, this.#opened);
      return undefined;
    }
    closeAll(this.#opened, opened);
    return new Snapshot(manifest, this.#lexicon, opened);
  }

  /**
   * The article of document `doc`.
   *
   * @param keep  whether it stays unpacked in memory
   * @throws {IndexDamage} if it cannot be read, or was found before the index proved damaged and was emptied
   */
  article(doc: number, keep: boolean): Article {
    let base = 0;
    for (const { articles, source } of this.#opened) {
      if (doc < base + source.count) return articles.get(doc - base, keep);
      base += source.count;
    }
    throw new IndexDamage(`no document ${doc}`);
  }

  /**
   * All documents that are not deleted, of the segments from the one at `from` on.
   *
   * @throws {IndexDamage} if one cannot be read
   */
  *entries(keep: boolean, from = 0): Generator<Entry> {
    for (const [i, segment] of this.segments.entries()) {
      if (i < from) continue;
      const { name } = this.manifest.segments[i]!;
      let doc = 0;
      for (const article of this.#opened[i]!.articles.all(keep)) {
        if (!segment.isDeleted(doc)) yield { article, segment: name, doc };
        doc += 1;
      }
    }
  }

  close(): void {
    closeAll(this.#opened, []);
  }
}

function closeAll(segments: readonly OpenSegment[], except: readonly OpenSegment[]): void {
  for (const each of segments) if (!except.includes(each)) each.close();
}
