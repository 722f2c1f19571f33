import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../files/replace-file.ts';
import { makeTrustedFolder } from '../../files/trusted.ts';
import { hash } from '../../library/ids.ts';
import type { PageFile } from '../../web/page-file.ts';
import type { Environment } from '../environment.ts';

/** Pages kept, at most; beyond that, those that were fetched first are removed. */
const MOST = 200;

/**
 * Where fetched pages are kept: each in a folder for its address in the cache folder, so that the place in it is found again,
 * and the page is there without a network. In a private session, or without a cache, in a folder that goes at the end.
 */
export class PageFolder {
  readonly #root: string;
  readonly #trusted: string;

  constructor({ storage: { cache, readOnly }, process }: Pick<Environment, 'storage' | 'process'>) {
    const isTemporary = cache === undefined || readOnly;
    this.#trusted = isTemporary ? join(tmpdir(), `kiosque-${randomUUID()}`) : cache;
    this.#root = join(this.#trusted, 'pages');
    if (isTemporary) process.on('exit', () => rmSync(this.#trusted, { recursive: true, force: true }));
  }

  /** The file of an earlier fetch, with its time in milliseconds; undefined if there is none. */
  kept(address: string): { readonly path: string; readonly mtime: number } | undefined {
    const folder = this.#folderOf(address);
    try {
      const [name] = readdirSync(folder).filter((each) => !each.endsWith('.tmp'));
      return name === undefined
        ? undefined
        : { path: join(folder, name), mtime: statSync(join(folder, name)).mtimeMs };
    } catch {
      return undefined;
    }
  }

  /** Keeps a page in place of an earlier one of this address, and returns its path. Throws the file system's error. */
  async keep(address: string, { name, content }: PageFile): Promise<string> {
    const folder = this.#folderOf(address);
    makeTrustedFolder(folder, this.#trusted);
    const path = join(folder, name);
    await replaceFile(path, content);
    for (const other of readdirSync(folder)) if (other !== name) rmSync(join(folder, other), { force: true });
    const now = new Date();
    utimesSync(folder, now, now);
    this.#prune();
    return path;
  }

  #folderOf(address: string): string {
    return join(this.#root, hash(address));
  }

  #prune(): void {
    const folders = readdirSync(this.#root).map((name) => join(this.#root, name));
    if (folders.length <= MOST) return;
    const byAge = folders
      .map((path) => ({ path, time: statSync(path).mtimeMs }))
      .sort((a, b) => b.time - a.time);
    for (const { path } of byAge.slice(MOST)) rmSync(path, { recursive: true, force: true });
  }
}
