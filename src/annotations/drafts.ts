import { existsSync, readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { replaceFile } from '../files/replace-file.ts';
import { readRegular } from '../files/with-file.ts';
import { hash } from '../library/ids.ts';

/** A note that was being written when the program ended. */
interface Draft {
  /** The key of the article. */
  readonly key: string;
  /** The id of the annotation. */
  readonly id: string;
  readonly text: string;
}

/** Keeps notes while they are written, one file for each, until they are saved or dropped. */
export class Drafts {
  readonly #folder: string;

  /** @param folder  absolute; made at the first draft */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The drafts of an article, by the ids of their annotations. Those that cannot be read are left out. */
  load(key: string): ReadonlyMap<string, string> {
    const names = existsSync(this.#folder) ? readdirSync(this.#folder) : [];
    const drafts = names.filter((name) => name.endsWith('.json')).map((name) => this.#read(name));
    return new Map(drafts.flatMap((draft) => (draft?.key === key ? [[draft.id, draft.text]] : [])));
  }

  /**
   * Saves a draft, or removes it if `text` is undefined.
   *
   * @throws the file system's error
   */
  async put(key: string, id: string, text: string | undefined): Promise<void> {
    const path = join(this.#folder, `${hash(`${key}\0${id}`)}.json`);
    if (text === undefined) {
      if (existsSync(path)) unlinkSync(path);
      return;
    }
    makeFolder(this.#folder);
    await replaceFile(path, `${JSON.stringify({ key, id, text } satisfies Draft)}\n`);
  }

  /**
   * Moves the drafts of an article that was renamed. Those that were begun by its new key are newer, and stay.
   *
   * @throws the file system's error
   */
  async rename(from: string, to: string): Promise<void> {
    const begun = this.load(to);
    for (const [id, text] of this.load(from)) {
      if (!begun.has(id)) await this.put(to, id, text);
      await this.put(from, id, undefined);
    }
  }

  #read(name: string): Draft | undefined {
    try {
      const { key, id, text } = JSON.parse(readRegular(join(this.#folder, name)) ?? '');
      const isDraft = [key, id, text].every((each) => typeof each === 'string');
      return isDraft ? { key, id, text } : undefined;
    } catch {
      return undefined;
    }
  }
}
