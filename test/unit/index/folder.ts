import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LibraryIndex } from '../../../src/index/library-index.ts';
import { refresh } from '../../../src/index/search-library.ts';
import type { SearchDocument } from '../../../src/search/builder.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';

/** A library of files and a cache folder, both temporary. */
export class TestLibrary {
  readonly root = mkdtempSync(join(tmpdir(), 'kiosque-index-'));
  readonly articles = join(this.root, 'articles');
  readonly cache = join(this.root, 'cache');
  readonly options = { paths: [this.articles], cache: this.cache };
  private clock = 1_700_000_000;

  constructor() {
    mkdirSync(this.articles);
  }

  /** Writes an article. Its modification time differs from that of any other. */
  put(name: string, text: string): void {
    const path = join(this.articles, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    this.clock += 1;
    utimesSync(path, this.clock, this.clock);
    utimesSync(dirname(path), this.clock, this.clock);
  }

  putDocument(name: string, { title, tags, author, date, summary, matter, body }: SearchDocument): void {
    const known = { author, date, summary, remark: matter };
    const meta = { title, tags, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value)) };
    // JSON is YAML. The text begins with a word, because front matter alone is not an article.
    const lines = Object.entries(meta).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    this.put(name, `---\n${lines.join('\n')}\n---\n\n${body}\n`);
  }

  remove(name: string): void {
    rmSync(join(this.articles, name));
    this.clock += 1;
    utimesSync(this.articles, this.clock, this.clock);
  }

  /** Opens the index, updated. */
  async open(): Promise<LibraryIndex> {
    const index = new LibraryIndex(this.options);
    await refresh(index, this.options);
    return index;
  }

  clear(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** The ids of the articles found, in alphabetical order. */
export const idsFound = (index: LibraryIndex, query: string): string[] =>
  index
    .search(parseQuery(query))
    .map((hit) => index.article(hit.doc).id)
    .sort();
