import type { Article } from '../library/article.ts';
import { createSearcher, type Searcher } from '../search/engine.ts';
import type { Segment } from '../search/segment.ts';
import { IndexDamage } from './index-damage.ts';
import { deletionsOf, type Manifest } from './manifest.ts';
import { type OpenSegment, toSegment } from './segment-file.ts';
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
  readonly #opened: readonly OpenSegment[];
  readonly #segments: readonly Segment[];

  private constructor(manifest: Manifest, opened: readonly OpenSegment[]) {
    this.manifest = manifest;
    this.#opened = opened;
    this.#segments = opened.map((each, i) => toSegment(each, deletionsOf(manifest.segments[i]!)));
    this.searcher = createSearcher(this.#segments);
  }

  static empty(manifest: Manifest): Snapshot {
    return new Snapshot(manifest, []);
  }

  /**
   * Opens the segments of `manifest`. Those that are open in `before` are taken over, and `before` must not be used any more.
   * Undefined if a segment cannot be opened; `before` is unchanged then.
   */
  static open(store: Store, manifest: Manifest, before: Snapshot): Snapshot | undefined {
    const known = new Map(before.manifest.segments.map(({ name }, i) => [name, before.#opened[i]!]));
    const opened: OpenSegment[] = [];
    try {
      for (const reference of manifest.segments) {
        const segment = known.get(reference.name) ?? store.open(reference.name);
        opened.push(segment);
        if (segment.source.count !== reference.count) throw new IndexDamage('wrong length of a segment');
      }
    } catch {
      closeAll(opened, before.#opened);
      return undefined;
    }
    closeAll(before.#opened, opened);
    return new Snapshot(manifest, opened);
  }

  /** Number of documents, deleted ones included. */
  get count(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.count, 0);
  }

  /**
   * The article of document `doc`.
   *
   * @param keep  whether it stays unpacked in memory
   *
   * @throws {IndexDamage} if it cannot be read, or was found before the index proved damaged and was emptied
   */
  article(doc: number, keep: boolean): Article {
    let base = 0;
    for (const [i, segment] of this.#segments.entries()) {
      if (doc < base + segment.count) return this.#opened[i]!.articles.get(doc - base, keep);
      base += segment.count;
    }
    throw new IndexDamage(`no document ${doc}`);
  }

  /** All documents that are not deleted. @throws {IndexDamage} if one cannot be read */
  *entries(keep: boolean): Generator<Entry> {
    for (const [i, segment] of this.#segments.entries()) {
      let doc = 0;
      for (const article of this.#opened[i]!.articles.all(keep)) {
        if (!segment.isDeleted(doc)) yield { article, segment: this.manifest.segments[i]!.name, doc };
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
