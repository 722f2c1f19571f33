import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isUnreadDocument } from '../document/formats.ts';
import { DRAFTS_FOLDER } from './drafts.ts';
import { isHidden, isNoArticle, isToolFolder } from './exclusions.ts';
import { isArticleName } from './file-name.ts';
import { ignoreFilesAbove, ignoreFilesAmong } from './ignore-files.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import type { LeftOut } from './left-out.ts';
import { mayBePacked } from './packed-names.ts';

/** A file that was found; size in bytes, time of its last change in milliseconds. */
export interface FoundFile {
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  /** True if the user named the file itself, and not a folder that it is in. */
  readonly isNamed?: boolean;
  /** True if it is in a folder of drafts. */
  readonly isDraft?: boolean;
}

/** A folder of a library; `mtime` is when an entry was last added, removed or renamed, in milliseconds. */
export interface Folder {
  readonly path: string;
  readonly mtime: number;
}

export interface WalkEvents {
  /** A path cannot be an article; `cause` is the system's error if it is unreadable. */
  onTrouble(kind: 'unreadable' | 'special', path: string, cause?: unknown): void;
  /** A folder, or a file of patterns in it, is about to be read. */
  onFolder(folder: Folder): void;
  onLeftOut(leftOut: LeftOut): void;
}

/** A file, or a promise to wait for before the next is asked for. */
export type Step = FoundFile | Promise<void>;

interface PendingFolder {
  readonly path: string;
  readonly rules: IgnoreRules | undefined;
  readonly isDraft: boolean;
}

/**
 * Finds the articles in folders and the folders below them. Its methods are generators, so that the caller can let other work
 * run between two files.
 */
export class Walker {
  readonly #events: WalkEvents;
  readonly #isAll: boolean;
  /** The folders that were entered, by their real paths. */
  readonly #entered = new Map<string, string>();
  /** Links to files with an article's suffix. */
  readonly #links: string[] = [];
  #rules: typeof import('./ignore-rules.ts') | undefined;

  /** @param isAll  whether nothing is left out but what is hidden */
  constructor(events: WalkEvents, isAll = false) {
    this.#events = events;
    this.#isAll = isAll;
  }

  /**
   * Finds the files with an article's suffix in a folder and the folders below it, in the order of their names. Skips hidden
   * entries, what files of patterns ignore, and what is no article by its name; enters a folder once, however many links lead
   * to it. Links to files are left to `linkedFiles`.
   */
  *filesIn(root: string): Generator<Step> {
    const pending: PendingFolder[] = [{ path: root, rules: yield* this.#rulesAbove(root), isDraft: false }];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      const entries = this.#entriesOf(folder.path);
      const rules = yield* this.#rulesIn(folder, entries);
      const subfolders: PendingFolder[] = [];
      for (const entry of entries) {
        if (isHidden(entry.name)) continue;
        const path = join(folder.path, entry.name);
        const kind = kindOf(entry, path);
        const isFolder = kind === 'folder';
        if (!isFolder && !this.#isCandidate(entry.name, path)) continue;
        if (this.#isLeftOut(entry, path, isFolder, entries, rules)) continue;
        if (isFolder)
          subfolders.push({ path, rules, isDraft: folder.isDraft || entry.name === DRAFTS_FOLDER });
        else if (kind === 'file' && entry.isSymbolicLink()) this.#links.push(path);
        else yield* this.#articleFile(path, kind, folder.isDraft);
      }
      for (const folder of subfolders.reverse()) pending.push(folder);
    }
  }

  /**
   * The targets of the links to files that have not been found otherwise, each once, by the path of the link.
   *
   * @param found  the paths of the files found
   */
  *linkedFiles(found: ReadonlySet<string>): Generator<Step> {
    const targets = new Set<string>();
    for (const link of this.#links) {
      const target = realOf(link);
      const folder = target && this.#entered.get(dirname(target));
      if (folder !== undefined && found.has(join(folder, basename(target!)))) continue;
      if (target && targets.has(target)) continue;
      if (target) targets.add(target);
      yield* this.#articleFile(link, 'file');
    }
  }

  /** The entries of a folder by name; none if it was entered before. Takes the folder's time before reading it. */
  #entriesOf(folder: string): readonly Dirent[] {
    try {
      const real = realpathSync(folder);
      if (this.#entered.has(real)) return [];
      this.#entered.set(real, folder);
      this.#events.onFolder({ path: folder, mtime: statSync(folder).mtimeMs });
      return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      this.#events.onTrouble('unreadable', folder, error);
      return [];
    }
  }

  /** True if a file may be an article by its name. Documents of other kinds are reported. */
  #isCandidate(name: string, path: string): boolean {
    if (isArticleName(path) || mayBePacked(name)) return true;
    if (isUnreadDocument(name)) this.#events.onLeftOut({ path, isFolder: false, reason: 'unreadable' });
    return false;
  }

  #isLeftOut(
    { name }: Dirent,
    path: string,
    isFolder: boolean,
    siblings: readonly Dirent[],
    rules: IgnoreRules | undefined,
  ): boolean {
    if (this.#isAll) return false;
    const isIgnored =
      rules?.isIgnored(path, isFolder) ||
      (isFolder && isToolFolder(name, () => siblings.map((each) => each.name)));
    if (!isIgnored && (isFolder || !isNoArticle(name))) return false;
    this.#events.onLeftOut({ path, isFolder, reason: isIgnored ? 'ignored' : 'other' });
    return true;
  }

  *#rulesAbove(root: string): Generator<Promise<void>, IgnoreRules | undefined> {
    const files = this.#isAll ? [] : ignoreFilesAbove(root);
    return files.length > 0 ? (yield* this.#loadedRules()).rulesAbove(root, files) : undefined;
  }

  /** The patterns for the entries of a folder. */
  *#rulesIn(
    { path: folder, rules }: PendingFolder,
    entries: readonly Dirent[],
  ): Generator<Promise<void>, IgnoreRules | undefined> {
    if (this.#isAll) return undefined;
    const hidden = new Set(entries.filter(({ name }) => isHidden(name)).map(({ name }) => name));
    const names = hidden.size > 0 ? ignoreFilesAmong((name) => hidden.has(name)) : [];
    if (names.length === 0) return rules;
    for (const name of names) {
      const path = join(folder, name);
      // A change of them is noticed as that of a folder is.
      this.#events.onFolder({ path, mtime: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 });
    }
    const { IgnoreRules } = yield* this.#loadedRules();
    return new IgnoreRules({ folder, names }, rules);
  }

  /** Most libraries have no patterns, and need not load what matches them. */
  *#loadedRules(): Generator<Promise<void>, typeof import('./ignore-rules.ts')> {
    if (!this.#rules) {
      yield import('./ignore-rules.ts').then((rules) => {
        this.#rules = rules;
      });
    }
    return this.#rules!;
  }

  *#articleFile(path: string, kind: Kind, isDraft = false): Generator<FoundFile> {
    if (kind === 'special') return this.#events.onTrouble('special', path);
    try {
      const { size, mtimeMs } = statSync(path);
      yield isDraft ? { path, size, mtime: mtimeMs, isDraft } : { path, size, mtime: mtimeMs };
    } catch (error) {
      this.#events.onTrouble('unreadable', path, error);
    }
  }
}

type Kind = 'folder' | 'file' | 'special' | 'broken-link';

/** The kind of an entry, or of the target of a link. */
function kindOf(entry: Dirent, path: string): Kind {
  let target: Pick<Dirent, 'isDirectory' | 'isFile'> = entry;
  if (entry.isSymbolicLink()) {
    try {
      target = statSync(path);
    } catch {
      return 'broken-link';
    }
  }
  return target.isDirectory() ? 'folder' : target.isFile() ? 'file' : 'special';
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
