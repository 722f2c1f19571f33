import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Lock } from '../files/lock.ts';
import { withCleanUp } from '../files/with-clean-up.ts';
import { IndexDamage } from '../index/errors.ts';
import { LibraryIndex } from '../index/library-index.ts';
import { refresh } from '../index/search-library.ts';
import { slices } from '../index/slices.ts';
import type { Article } from '../library/article.ts';
import { unnamedDraft } from '../library/drafts.ts';
import { LibraryError } from '../library/error.ts';
import { type Library, statOf } from '../library/load-library.ts';
import { cliMessages } from '../messages/cli.ts';
import { progressMessages } from '../messages/progress.ts';
import { type EarlierState, earlierState } from '../published/earlier-state.ts';
import { PublishedError } from '../published/error.ts';
import type { Pointer } from '../published/format.ts';
import { MOST_TITLE } from '../published/pointer.ts';
import { LibraryChanged, type Publication, publishLibrary } from '../published/publish-library.ts';
import { publishableOf } from '../published/publishable.ts';
import { type Amount, PublishedFolder } from '../published/published-folder.ts';
import { nextPointer, type Summary, summaryOf, sweepUnused } from '../published/retention.ts';
import { cleanLine } from '../unicode/clean.ts';
import { warn } from './catalogue.ts';
import type { PublishOptions } from './command-options.ts';
import { displayPath } from './display-path.ts';
import { type Environment, type ExitCode, Failure } from './environment.ts';
import { reasonOf, systemError } from './error-text.ts';
import { ProgressLine } from './progress-line.ts';

/** Milliseconds between two touches of the lock, and after which that of another machine is stale. */
const HEARTBEAT = 5000;
const STALE_AFTER = 60_000;
/** Times that a library is read which is changed meanwhile. */
const TRIES = 3;
/** Paths of articles that a message names. */
const MOST_NAMED = 3;

/** `kiosque publish`: writes a library as files for a web server, and says how many bytes are new, kept and removed. */
export async function publish(environment: Environment, given: PublishOptions): Promise<ExitCode> {
  const { cwd, stdout, language } = environment;
  const options = { ...given, paths: sourcesOf(environment, given) };
  const target = resolve(cwd, options.to);
  const folder = new PublishedFolder(target, options.isTrial);
  checkTarget(target, folder);
  const summary = await withTargetErrors(target, () =>
    locked(target, folder, options.isTrial, (isOurs) => published(environment, options, folder, isOurs)),
  );
  const messages = cliMessages[language].publish;
  const { count, isUnchanged, written, kept, removed } = summary;
  const headline = options.isTrial ? messages.wouldPublish : messages.published;
  const line = ({ files, bytes }: Amount, text: (files: number, bytes: number) => string): string[] =>
    files > 0 ? [text(files, bytes)] : [];
  const lines = [
    headline(count, displayPath(target), written.bytes + kept.bytes),
    ...(isUnchanged ? [messages.unchanged] : []),
    ...line(written, messages.written),
    ...line(kept, messages.kept),
    ...line(removed, messages.removed),
  ];
  stdout.write(lines.map((text) => `${text}\n`).join(''));
  return 0;
}

/** Refuses a folder that has anything else in it than what was published. */
function checkTarget(target: string, folder: PublishedFolder): void {
  const name = displayPath(target);
  const stats = statSync(target, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw new Failure(2, ({ publish }) => publish.isFile(name));
  try {
    if (folder.pointer() || folder.isEmpty) return;
  } catch (error) {
    if (!(error instanceof PublishedError)) throw error;
    if (error.kind === 'newer') throw new Failure(2, ({ publish }) => publish.newer(name));
  }
  throw new Failure(2, ({ publish }) => publish.notPublished(name));
}

/** Runs `work`, and names the folder in the message if it cannot be written to. */
async function withTargetErrors<T>(target: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure || error instanceof LibraryError) throw error;
    if (systemError(error).code === undefined) throw error;
    const name = displayPath(target);
    throw new Failure(2, (messages) => messages.publish.cannotWrite(name, reasonOf(error, messages)), {
      cause: error,
    });
  }
}

/** Runs `work` while no other process publishes in the folder. */
async function locked<T>(
  target: string,
  folder: PublishedFolder,
  isTrial: boolean,
  work: (isOurs: () => boolean) => Promise<T>,
): Promise<T> {
  if (isTrial) return work(() => true);
  folder.prepare();
  const lock = Lock.take(folder.lockPath, STALE_AFTER);
  if (!lock) throw busy(target);
  const timer = setInterval(() => lock.touch(), HEARTBEAT).unref();
  const release = (): void => {
    clearInterval(timer);
    lock.release();
  };
  return withCleanUp(() => work(() => lock.touch()), release);
}

const busy = (target: string): Failure => new Failure(2, ({ publish }) => publish.busy(displayPath(target)));

/** Publishes the library, and removes what is not needed any more. */
async function published(
  environment: Environment,
  options: PublishOptions,
  folder: PublishedFolder,
  isOurs: () => boolean,
): Promise<Summary> {
  const earlier = earlierState(folder);
  const before = folder.pointer();
  const title = titleOf(options, before);
  const { manifest, reference, unfit } = await withProgress(environment, (line) =>
    publication(environment, options, { folder, title, earlier, line }),
  );
  sayUnfit(environment, unfit);
  const time = new Date(environment.now()).toISOString();
  const pointer = nextPointer(before, { title, manifest: reference }, options.keep, time);
  if (!isOurs()) throw busy(resolve(environment.cwd, options.to));
  await folder.point(pointer);
  return {
    ...summaryOf(folder, manifest, reference),
    isUnchanged: before?.manifest.hash === reference.hash,
    removed: sweepUnused(folder, manifest, pointer),
  };
}

/** The files and folders to publish, absolute. Throws a `LibraryError` if one is missing, before anything is written. */
function sourcesOf({ catalogue, cwd }: Environment, { paths, library }: PublishOptions): readonly string[] {
  if (paths.length === 0 && library === undefined)
    throw new Failure(2, (messages) => messages.publish.nothingNamed);
  const sources = paths.length > 0 ? paths.map((path) => resolve(cwd, path)) : [catalogue];
  for (const source of sources) statOf(source);
  return sources;
}

/** The title of the library: the one that is asked for, that of the last time, or the name of its folder. */
function titleOf({ title, paths }: PublishOptions, before: Pointer | undefined): string {
  const given = cleanLine(title ?? '') || before?.title || cleanLine(basename(paths[0]!));
  return given.slice(0, MOST_TITLE).toWellFormed();
}

async function withProgress<T>(
  environment: Environment,
  work: (line: ProgressLine) => Promise<T>,
): Promise<T> {
  const line = new ProgressLine(environment);
  try {
    return await work(line);
  } finally {
    line.end();
  }
}

/** Where and how to publish. */
interface Target {
  readonly folder: PublishedFolder;
  readonly title: string;
  readonly earlier: EarlierState | undefined;
  readonly line: ProgressLine;
}

/**
 * Brings the index up to date, and writes the files of the library but the pointer; again if a file was edited meanwhile, or the
 * index proved damaged.
 */
async function publication(
  environment: Environment,
  options: PublishOptions,
  { folder, title, earlier, line }: Target,
): Promise<Publication> {
  const { storage, settings } = environment;
  const { paths, input, isAll } = options;
  const { cache, readOnly } = storage;
  const index = new LibraryIndex({ paths, input, isAll, cache, readOnly, synonyms: settings.synonyms });
  const { onListed, onReport, ...hooks } = toldProgress(environment, line);
  try {
    for (let tries = 1; ; tries += 1) {
      const library = await refresh(index, { paths, input, isAll, onListed, onReport });
      if (tries === 1) await sayLeftOut(environment, library, options);
      const articles = publishableOf(chosen(library.articles, options), paths, await index.byPath());
      if (articles.length === 0) throw nothingIn(library, options);
      const source = { articles, index: index.snapshot };
      try {
        return await publishLibrary(folder, title, source, earlier, { ...hooks, pause: slices() });
      } catch (error) {
        if (error instanceof IndexDamage && tries < TRIES) index.discard();
        else if (!(error instanceof LibraryChanged)) throw error;
        else if (tries === TRIES) throw new Failure(2, (messages) => messages.publish.changing);
      }
    }
  } finally {
    index.close();
  }
}

/** Tells how far listing, indexing and publishing are. */
function toldProgress({ language }: Environment, line: ProgressLine) {
  const { listing, indexing, publishing, publishingIndex } = progressMessages[language];
  const told = (text: (done: number, total: number) => string) => (done: number, total: number) =>
    line.tell(() => ({ text: text(done, total), share: total > 0 ? done / total : undefined }));
  return {
    onListed: (count: number) => line.tell(() => ({ text: listing(count) })),
    onReport: told(indexing),
    onProgress: told(publishing),
    onTexts: () => line.tell(() => ({ text: publishingIndex })),
  };
}

/** The articles without the drafts that are left out. */
function chosen(articles: readonly Article[], { drafts, paths }: PublishOptions): readonly Article[] {
  const isLeftOut = unnamedDraft(paths);
  return drafts ? articles : articles.filter((article) => !isLeftOut(article));
}

/** Says on stderr what could not be read, and what is left out. */
async function sayLeftOut(
  environment: Environment,
  library: Library,
  options: PublishOptions,
): Promise<void> {
  const { stderr, language } = environment;
  warn(environment, library.warnings);
  const { leftOut, articles } = library;
  if (leftOut.length > 0) (await import('./left-out.ts')).sayLeftOut(environment, leftOut, options.verbose);
  const drafts = articles.length - chosen(articles, options).length;
  if (drafts > 0 && drafts < articles.length)
    stderr.write(`kiosque: ${cliMessages[language].publish.drafts(drafts)}\n`);
}

function nothingIn({ articles }: Library, { paths }: PublishOptions): Failure {
  if (articles.length > 0) return new Failure(1, ({ publish }) => publish.onlyDrafts(articles.length));
  return new Failure(1, (messages) => messages.noArticles(paths.map((path) => displayPath(path))));
}

function sayUnfit({ stderr, language }: Environment, unfit: readonly string[]): void {
  if (unfit.length === 0) return;
  const messages = cliMessages[language];
  const named = unfit.slice(0, MOST_NAMED).map((path) => displayPath(path));
  if (unfit.length > MOST_NAMED) named.push(messages.more(unfit.length - MOST_NAMED));
  stderr.write(`kiosque: ${messages.publish.unfit(unfit.length, named.join(', '))}\n`);
}
