import { existsSync } from 'node:fs';
import type { AnnotationChange } from '../../annotations/annotation.ts';
import { DamagedError } from '../../annotations/error.ts';
import { draftsFolder, notesFolder } from '../../annotations/folder.ts';
import type { AnnotationStore } from '../../annotations/store.ts';
import type { Article } from '../../library/article.ts';
import { readerMessages } from '../../messages/reader.ts';
import type { Action } from '../../state/actions.ts';
import type { Effect } from '../../state/effects.ts';
import { cleanLine } from '../../unicode/clean.ts';
import type { ReaderEnvironment } from '../environment.ts';

/** The key of standard input, about which nothing is remembered. */
export const UNNAMED = '-';

interface AnnotationPorts {
  readonly environment: ReaderEnvironment;
  readonly keyOf: (article: Article) => string;
  readonly dispatch: (action: Action) => void;
}

type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

/** Loads and saves highlights, notes, and the drafts of notes. */
export class AnnotationEffects {
  readonly #ports: AnnotationPorts;
  /** The drafts that are saved, by id and key. */
  readonly #drafts = new Map<string, string>();
  /** The annotations that are being saved. */
  #saving: Promise<unknown> = Promise.resolve();
  /** By the key of an article, how many changes to its annotations are being saved. */
  readonly #changing = new Map<string, number>();

  constructor(ports: AnnotationPorts) {
    this.#ports = ports;
  }

  /** Loads what is kept of an article, if anything is. */
  async load(article: Article): Promise<void> {
    const { keyOf, dispatch } = this.#ports;
    const key = keyOf(article);
    // Most readers have none, and the first screen should not wait for code that finds none.
    if (key === UNNAMED || !existsSync(this.#folder)) return;
    try {
      // A note cannot be opened before what was typed of it is known.
      await this.#loadDrafts(key);
      const annotations = (await this.#store()).load(key);
      if (annotations.length > 0) dispatch({ type: 'annotations', key, annotations });
    } catch (error) {
      const path = error instanceof DamagedError ? error.path : this.#folder;
      const text = readerMessages[this.#ports.environment.language].annotations.unreadable(cleanLine(path));
      dispatch({ type: 'noticed', notice: { kind: 'problem', text } });
    }
  }

  async #loadDrafts(key: string): Promise<void> {
    const folder = draftsFolder(this.#ports.environment.storage.data);
    if (!existsSync(folder)) return;
    const { Drafts } = await import('../../annotations/drafts.ts');
    const drafts = new Drafts(folder).load(key);
    for (const [id, text] of drafts) this.#drafts.set(`${id} ${key}`, text);
    if (drafts.size > 0) this.#ports.dispatch({ type: 'drafts', key, drafts });
  }

  /** Loads the annotations of all articles, whose notes are searched. */
  async loadAll(): Promise<void> {
    if (!existsSync(this.#folder)) return;
    const { files } = (await this.#store()).all();
    const annotations = new Map(files.map(({ article, annotations: all }) => [article.key, all]));
    this.#ports.dispatch({ type: 'allAnnotations', annotations });
  }

  /** Saves changes to annotations, and shows those that another instance has made. */
  async change({ article, changes }: Of<'annotate'>): Promise<void> {
    const { environment, keyOf, dispatch } = this.#ports;
    const key = keyOf(article);
    const report = (text: string): void => dispatch({ type: 'noticed', notice: { kind: 'problem', text } });
    const { annotations: messages } = readerMessages[environment.language];
    if (environment.storage.readOnly) return report(messages.isPrivate);
    if (key === UNNAMED) return report(messages.isPiped);
    const { title, source } = article;
    this.#changing.set(key, (this.#changing.get(key) ?? 0) + 1);
    try {
      const saved = (async () =>
        (await this.#store()).change({ key, title, source }, stamped(changes, environment.now())))();
      this.#saving = Promise.allSettled([this.#saving, saved]);
      const annotations = await saved;
      // A later change is shown already, and what is saved now lacks it.
      if (this.#changing.get(key) === 1) dispatch({ type: 'annotations', key, annotations });
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      report(messages.unsaved(cleanLine(this.#folder), cleanLine(reason)));
    } finally {
      this.#changing.set(key, this.#changing.get(key)! - 1);
    }
  }

  /** Saves drafts one after the other. One that cannot be saved is kept in the box. */
  saveDraft({ key, id, text }: Of<'saveDraft'>): void {
    const { storage } = this.#ports.environment;
    const name = `${id} ${key}`;
    if (storage.readOnly || key === UNNAMED || this.#drafts.get(name) === text) return;
    if (text === undefined) this.#drafts.delete(name);
    else this.#drafts.set(name, text);
    const put = async (): Promise<void> => {
      const { Drafts } = await import('../../annotations/drafts.ts');
      await new Drafts(draftsFolder(storage.data)).put(key, id, text);
    };
    this.#saving = this.#saving.then(put).catch(() => {});
  }

  /** Moves what is kept by the key `from` to the key `to`. */
  async rename(from: string, to: string): Promise<void> {
    try {
      await (await this.#store()).rename(from, to);
      const folder = draftsFolder(this.#ports.environment.storage.data);
      if (!existsSync(folder)) return;
      const { Drafts } = await import('../../annotations/drafts.ts');
      await new Drafts(folder).rename(from, to);
    } catch {
      // They are kept by the old name.
    }
  }

  async #store(): Promise<AnnotationStore> {
    const { AnnotationStore } = await import('../../annotations/store.ts');
    return new AnnotationStore(this.#folder);
  }

  get #folder(): string {
    return notesFolder(this.#ports.environment.storage.data);
  }

  /** Settles once all annotations are saved. */
  async saved(): Promise<void> {
    await this.#saving;
  }
}

/** Changes with the time at which they were made. */
const stamped = (changes: readonly AnnotationChange[], now: number): readonly AnnotationChange[] =>
  changes.map((change) =>
    change.kind === 'put'
      ? {
          ...change,
          annotation: { ...change.annotation, created: change.annotation.created || now, changed: now },
        }
      : change,
  );
