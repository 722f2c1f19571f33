import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { partitionPoint } from '../algorithms/partition-point.ts';
import { ByteReader, ByteWriter } from '../algorithms/varints.ts';
import type { Article } from '../library/article.ts';
import type { ByteSource } from '../search/bytes.ts';
import { IndexDamage } from './errors.ts';

/** Articles in a block, at most. */
const BLOCK = 32;
/** Blocks that stay unpacked in memory, at most. */
const KEPT = 64;

/**
 * The library's descriptions of articles, so that an indexed library can be listed and searched without reading its files:
 * `articles` is JSON, deflated in blocks. `blocks`, which is read when the segment is opened, has for each block the number
 * of articles and of bytes.
 */
export interface PackedArticles {
  readonly articles: Uint8Array;
  readonly blocks: Uint8Array;
}

class Packer {
  readonly #packed = new ByteWriter(1 << 14);
  readonly #blocks = new ByteWriter(1 << 8);
  #waiting: Article[] = [];

  add(article: Article): void {
    this.#waiting.push(article);
    if (this.#waiting.length === BLOCK) this.#flush();
  }

  /** Adds a packed block of `count` articles. */
  addBlock(count: number, bytes: Uint8Array): void {
    this.#flush();
    this.#write(count, bytes);
  }

  finish(): PackedArticles {
    this.#flush();
    return { articles: this.#packed.copy(), blocks: this.#blocks.copy() };
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    // The fastest level: articles are a small part of the index, and higher levels save little.
    this.#write(this.#waiting.length, deflateRawSync(JSON.stringify(this.#waiting), { level: 1 }));
    this.#waiting = [];
  }

  #write(count: number, bytes: Uint8Array): void {
    this.#blocks.varint(count);
    this.#blocks.varint(bytes.length);
    this.#packed.bytes(bytes);
  }
}

/** Packs articles, in the order of a segment's documents. */
export function packArticles(articles: Iterable<Article>): PackedArticles {
  const packer = new Packer();
  for (const article of articles) packer.add(article);
  return packer.finish();
}

/** Joins the articles of several segments, without deleted ones. */
export function joinArticles(
  parts: readonly { readonly articles: StoredArticles; readonly isDeleted: (doc: number) => boolean }[],
): PackedArticles {
  const packer = new Packer();
  for (const { articles, isDeleted } of parts) articles.packInto(packer, isDeleted);
  return packer.finish();
}

/** The articles of a segment, unpacked block by block. */
export class StoredArticles {
  readonly #unpackedBlocks = new Map<number, readonly Article[]>();
  /** By block, and one more for the end: the number of its first article, and the offset of its bytes. */
  readonly #firsts: number[] = [0];
  readonly #starts: number[] = [0];
  readonly #source: ByteSource;

  /** @throws {IndexDamage} if `blocks` does not add up to `count` articles */
  constructor(source: ByteSource, blocks: Uint8Array, count: number) {
    this.#source = source;
    const reader = new ByteReader(blocks);
    while (reader.at < blocks.length) {
      this.#firsts.push(this.#firsts.at(-1)! + reader.varint());
      this.#starts.push(this.#starts.at(-1)! + reader.varint());
    }
    if (this.#firsts.at(-1) !== count) throw new IndexDamage('wrong number of articles');
  }

  /** The article of document `doc`. With `keep`, its block stays unpacked for good. */
  get(doc: number, keep = false): Article {
    const block = this.#blockOf(doc);
    const article = this.#block(block, keep)[doc - this.#firsts[block]!];
    if (!article) throw new IndexDamage('an article is missing');
    return article;
  }

  /** All articles in order. With `keep`, their blocks stay unpacked for good. */
  *all(keep = false): Generator<Article> {
    for (let block = 0; block + 1 < this.#firsts.length; block += 1) yield* this.#block(block, keep);
  }

  /** Adds the articles for which `isDeleted` is false to `packer`. Full blocks stay packed. */
  packInto(packer: Packer, isDeleted: (doc: number) => boolean): void {
    for (let block = 0; block + 1 < this.#firsts.length; block += 1) {
      const first = this.#firsts[block]!;
      const docs = Array.from({ length: this.#firsts[block + 1]! - first }, (_, i) => first + i);
      if (docs.length * 2 > BLOCK && !docs.some(isDeleted)) packer.addBlock(docs.length, this.#bytes(block));
      else
        for (const [i, article] of this.#unpack(block).entries())
          if (!isDeleted(docs[i]!)) packer.add(article);
    }
  }

  /** The last block whose first article is not after `doc`. */
  #blockOf(doc: number): number {
    return partitionPoint(this.#firsts.length - 1, (block) => this.#firsts[block]! <= doc) - 1;
  }

  #block(block: number, keep: boolean): readonly Article[] {
    let articles = this.#unpackedBlocks.get(block);
    if (!articles) {
      articles = this.#unpack(block);
      this.#unpackedBlocks.set(block, articles);
      if (!keep && this.#unpackedBlocks.size > KEPT)
        this.#unpackedBlocks.delete(this.#unpackedBlocks.keys().next().value!);
    }
    return articles;
  }

  #bytes(block: number): Uint8Array {
    const start = this.#starts[block]!;
    return this.#source.read(start, this.#starts[block + 1]! - start);
  }

  #unpack(block: number): readonly Article[] {
    try {
      return JSON.parse(inflateRawSync(this.#bytes(block)).toString()) as Article[];
    } catch (error) {
      if (error instanceof IndexDamage) throw error;
      throw new IndexDamage('articles cannot be read', { cause: error });
    }
  }
}
