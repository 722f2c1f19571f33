import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Article } from '../library/article.ts';
import type { ByteSource } from '../search/bytes.ts';
import { ByteReader, ByteWriter } from '../search/bytes.ts';
import { IndexDamage } from './damage.ts';

/**
 * What the library knows of each article, so that an indexed library can be listed and searched without reading its
 * files: JSON, packed by `BLOCK` articles. Where the blocks begin is read at open, the blocks by position.
 */
const BLOCK = 32;
/** Blocks kept unpacked. */
const KEPT = 64;

export function packArticles(articles: readonly Article[]): { articles: Uint8Array; blocks: Uint8Array } {
  const packed = new ByteWriter(1 << 14);
  const blocks = new ByteWriter(1 << 8);
  for (let at = 0; at < articles.length; at += BLOCK) {
    const bytes = deflateRawSync(JSON.stringify(articles.slice(at, at + BLOCK)), { level: 4 });
    blocks.varint(bytes.length);
    packed.bytes(bytes);
  }
  return { articles: packed.copy(), blocks: blocks.copy() };
}

export class StoredArticles {
  private readonly kept = new Map<number, readonly Article[]>();
  private readonly starts: number[] = [0];
  private readonly source: ByteSource;
  private readonly count: number;

  constructor(source: ByteSource, blocks: Uint8Array, count: number) {
    this.source = source;
    this.count = count;
    const reader = new ByteReader(blocks);
    for (let i = 0; i * BLOCK < count; i += 1) this.starts.push(this.starts[i]! + reader.varint());
  }

  /** Article `doc`; with `keep`, it stays unpacked for good. */
  get(doc: number, keep = false): Article {
    const article = this.block(Math.floor(doc / BLOCK), keep)[doc % BLOCK];
    if (!article) throw new IndexDamage('an article is missing');
    return article;
  }

  /** All of them, in order; with `keep`, they stay unpacked for good. */
  *all(keep = false): Generator<Article> {
    for (let block = 0; block * BLOCK < this.count; block += 1)
      yield* keep ? this.block(block, true) : (this.kept.get(block) ?? this.unpack(block));
  }

  private block(block: number, keep: boolean): readonly Article[] {
    let articles = this.kept.get(block);
    if (!articles) {
      articles = this.unpack(block);
      this.kept.set(block, articles);
      if (!keep && this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    }
    return articles;
  }

  private unpack(block: number): readonly Article[] {
    const start = this.starts[block] ?? 0;
    try {
      const bytes = inflateRawSync(this.source.read(start, (this.starts[block + 1] ?? start) - start));
      return JSON.parse(bytes.toString()) as Article[];
    } catch (error) {
      throw error instanceof IndexDamage
        ? error
        : new IndexDamage('articles cannot be read', { cause: error });
    }
  }
}
