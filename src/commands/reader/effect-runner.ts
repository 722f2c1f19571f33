import { existsSync } from 'node:fs';
import { nextTurn } from '../../algorithms/next-turn.ts';
import type { Document } from '../../document/document.ts';
import { type Article, fileOf } from '../../library/article.ts';
import { LibraryError } from '../../library/error.ts';
import { missingFiles } from '../../memory/key.ts';
import type { Memory } from '../../memory/memory.ts';
import type { View } from '../../memory/records.ts';
import { type CopiedTo, readerMessages, type Unavailable } from '../../messages/reader.ts';
import { copySequence } from '../../panes/tty.ts';
import type { Action } from '../../state/actions.ts';
import type { Effect } from '../../state/effects.ts';
import { loadHighlighter } from '../../style/highlight-code.ts';
import { loadHyphenator } from '../../text/hyphenate.ts';
import { cleanLine } from '../../unicode/clean.ts';
import type { ReaderEnvironment } from '../environment.ts';
import { AnnotationEffects, UNNAMED } from './annotation-effects.ts';
import type { CatalogueSearch } from './catalogue-search.ts';
import type { Documents } from './documents.ts';
import type { PageFetcher } from './page-fetcher.ts';

/** Milliseconds without a move after which the position is saved. */
const REST = 500;

/** What effects work on. */
export interface EffectPorts {
  readonly environment: ReaderEnvironment;
  readonly memory: Memory;
  /** The key by which the library's view is remembered, if it is. */
  readonly library: string | undefined;
  /** The paths of the library; none for the bundled catalogue. */
  readonly paths: readonly string[];
  readonly keyOf: (article: Article) => string;
  readonly documents: Documents;
  readonly dispatch: (action: Action) => void;
  /** Sends the terminal a sequence that draws nothing. */
  readonly send: (sequence: string) => void;
  readonly redraw: () => void;
  readonly suspend: () => void;
  /** Runs another program in the terminal, and then reads again what it may have changed. */
  readonly lend: <T>(run: () => Promise<T>) => Promise<T>;
  readonly quit: () => void;
  readonly fail: (error: unknown) => void;
}

type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;
/** Each may return a promise that the next frame waits for. */
type Performers = { readonly [Kind in Effect['kind']]: (effect: Of<Kind>) => unknown };

/** Performs the effects that the reducer asks for. */
export class EffectRunner {
  readonly #ports: EffectPorts;
  readonly #performers: Performers;
  #search: CatalogueSearch | undefined;
  /** The last search asked for before there was an index. */
  #pendingSearch: Of<'search'> | undefined;
  #highlighter: Promise<void> | undefined;
  #isClosed = false;
  #rest: NodeJS.Timeout | undefined;
  readonly #annotations: AnnotationEffects;
  #pages: Promise<PageFetcher> | undefined;

  constructor(ports: EffectPorts) {
    this.#ports = ports;
    this.#annotations = new AnnotationEffects(ports);
    const inBackground = (work: Promise<unknown>): void => void work.catch(ports.fail);
    this.#performers = {
      load: ({ article }) => this.#load(article),
      search: (effect) => this.#searchCatalogue(effect),
      related: (effect) => this.#findRelated(effect),
      snippets: (effect) => this.#makeSnippets(effect),
      hyphenator: ({ lang }) =>
        loadHyphenator(lang).then((hyphenator) => ports.dispatch({ type: 'hyphenator', lang, hyphenator })),
      figures: ({ article }) => this.#lookUpTimes(article),
      highlighter: () => inBackground(this.#loadHighlighterOnce()),
      remember: (effect) => this.#remember(effect),
      saveView: (effect) => this.#saveView(effect),
      saveSoon: () => this.#saveSoon(),
      findRenamed: ({ articles }) => inBackground(this.followRenames(articles).then(() => this.noteEdits())),
      settings: (effect) => this.#saveSettings(effect),
      copy: (effect) => inBackground(this.#copy(effect)),
      loadAnnotations: ({ article }) => inBackground(this.#annotations.load(article)),
      saveDraft: (effect) => this.#annotations.saveDraft(effect),
      editNote: ({ id, text }) => inBackground(this.#editNote(id, text)),
      annotate: (effect) => inBackground(this.#annotations.change(effect)),
      openFile: (effect) => inBackground(this.#openFile(effect)),
      browse: ({ url }) => inBackground(this.#browse(url)),
      fetchPage: ({ from, url }) => inBackground(this.#pageFetcher().then((pages) => pages.fetch(from, url))),
      stopFetching: () => inBackground(this.#pageFetcher().then((pages) => pages.stop())),
      edit: ({ article, line }) => inBackground(this.#edit(article, line)),
      suspend: () => ports.suspend(),
      redraw: () => ports.redraw(),
      quit: () => ports.quit(),
    };
  }

  /** Sets the index to search, and performs the search that was waiting for it. */
  searchIn(search: CatalogueSearch): void {
    this.#search = search;
    const pending = this.#pendingSearch;
    this.#pendingSearch = undefined;
    if (pending) this.perform(pending);
  }

  /** Loads nothing any more. */
  close(): void {
    this.#isClosed = true;
  }

  /** Loads the annotations of all articles, whose notes are searched. */
  loadNotes(): Promise<void> {
    return this.#annotations.loadAll();
  }

  /** Settles once all annotations are saved. */
  saved(): Promise<void> {
    return this.#annotations.saved();
  }

  /** Performs an effect; may return a promise that the next frame waits for. */
  perform(effect: Effect): unknown {
    return (this.#performers[effect.kind] as (effect: Effect) => unknown)(effect);
  }

  #load(article: Article): unknown {
    const { documents, dispatch } = this.#ports;
    const loaded = (document: Document): void => dispatch({ type: 'loaded', article, document });
    const known = documents.known(article);
    if (known) return loaded(known);
    return documents.open(article).then(loaded, async (error: unknown) => {
      dispatch({ type: 'failed', article, problem: await this.#problemOf(error) });
    });
  }

  async #problemOf(error: unknown): Promise<string> {
    if (!(error instanceof LibraryError)) return cleanLine(String(error));
    const [{ libraryErrorText }, { cliMessages }] = await Promise.all([
      import('../error-text.ts'),
      import('../../messages/cli.ts'),
    ]);
    return capitalized(libraryErrorText(error, cliMessages[this.#ports.environment.language]));
  }

  #searchCatalogue(effect: Of<'search'>): unknown {
    const { dispatch } = this.#ports;
    if (!this.#search) {
      this.#pendingSearch = effect;
      return;
    }
    return whenKnown(this.#search.search(effect), (results) => dispatch({ type: 'found', results }));
  }

  #findRelated({ article: { path }, article, document }: Of<'related'>): void {
    const { dispatch } = this.#ports;
    const found = this.#search?.related(article, document.text) ?? [];
    whenKnown(found, (articles) => dispatch({ type: 'related', path, articles }));
  }

  #makeSnippets(effect: Of<'snippets'>): unknown {
    const unpacking = this.#ports.documents.unpack(effect.articles);
    return unpacking ? unpacking.then(() => this.#sendSnippets(effect)) : this.#sendSnippets(effect);
  }

  #sendSnippets({ query, articles, cells }: Of<'snippets'>): void {
    const { documents, dispatch } = this.#ports;
    const made = this.#search?.snippets(query, articles, documents.parsed.bind(documents), cells);
    if (made) whenKnown(made, (snippets) => dispatch({ type: 'snippets', query, snippets }));
  }

  #lookUpTimes(article: Article): void {
    const { memory, keyOf, dispatch } = this.#ports;
    const times = memory.articles.get(keyOf(article)) ?? {};
    dispatch({ type: 'noticed', notice: { kind: 'figures', article, times } });
  }

  #loadHighlighterOnce(): Promise<void> {
    this.#highlighter ??= this.#loadHighlighter();
    return this.#highlighter;
  }

  /** Loads after the text has been drawn without colors. */
  async #loadHighlighter(): Promise<void> {
    await nextTurn();
    if (this.#isClosed) return;
    this.#ports.dispatch({ type: 'highlighter', highlight: await loadHighlighter() });
  }

  #remember({ key, change }: Of<'remember'>): void {
    if (key === UNNAMED) return;
    this.#ports.memory.update(key, change);
  }

  #saveView({ view, lastSearch }: Of<'saveView'>): void {
    const { memory, library } = this.#ports;
    if (memory.search !== lastSearch) memory.setSearch(lastSearch);
    if (library !== undefined && !isSameView(memory.views.get(library), view)) memory.setView(library, view);
  }

  #saveSoon(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#ports.dispatch({ type: 'rested' }), REST);
    this.#rest.unref();
  }

  /** Moves what is remembered of articles whose files have been renamed; true if there were any. */
  async followRenames(articles: readonly Article[]): Promise<boolean> {
    const { memory, keyOf, paths, dispatch } = this.#ports;
    const missing = missingFiles(memory.articles, paths);
    if (missing.size === 0) return false;
    const { findRenamed } = await import('../../memory/renamed.ts');
    const renames = findRenamed(missing, memory.articles, articles, keyOf);
    for (const { from, to } of renames) {
      memory.rename(from, to);
      dispatch({ type: 'renamed', from, to });
      await this.#annotations.rename(from, to);
      const article = articles.find((each) => keyOf(each) === to);
      if (article) await this.#annotations.load(article);
    }
    return renames.length > 0;
  }

  /** Remembers what the files of remembered articles contain after they were edited, in case they are renamed next. */
  async noteEdits(): Promise<void> {
    const { memory, paths } = this.#ports;
    if (memory.articles.size === 0) return;
    const { editedFiles } = await import('../../memory/edited.ts');
    for (const key of editedFiles(memory.articles, paths)) memory.refresh(key);
  }

  #saveSettings({ settings }: Of<'settings'>): void {
    const { memory } = this.#ports;
    for (const [name, value] of Object.entries(settings)) {
      if (memory.settings.get(name) !== value) memory.set(name, value);
    }
  }

  async #copy({ what, text }: Of<'copy'>): Promise<void> {
    const { environment, dispatch, send } = this.#ports;
    const { env, process } = environment;
    const { copyByProgram } = await import('./clipboard.ts');
    const copied = (to: CopiedTo): void =>
      dispatch({ type: 'noticed', notice: { kind: 'copied', what, to } });
    const target = await copyByProgram(text, env, process.platform);
    if (target) return copied(target);
    const sequence = copySequence(text);
    if ((env.TERM ?? 'dumb') === 'dumb') return this.#unavailable('clipboard');
    if (sequence === undefined) return this.#unavailable('copy');
    send(sequence);
    copied('terminal');
  }

  async #openFile({ from, target, slug }: Of<'openFile'>): Promise<void> {
    const { linkedFile, linkedMember } = await import('../../library/linked-file.ts');
    const member = await linkedMember(from, target, slug);
    if (member)
      return this.#ports.dispatch({ type: 'memberFound', from, path: member.path, slug: member.id });
    const article = await linkedFile(from.path, target, this.#ports.environment.cwd);
    if (article) this.#ports.dispatch({ type: 'fileOpened', from, article, slug });
    else this.#unavailable('article');
  }

  #unavailable(what: Unavailable): void {
    this.#ports.dispatch({ type: 'noticed', notice: { kind: 'unavailable', what } });
  }

  async #browse(url: string): Promise<void> {
    const { environment, dispatch, lend } = this.#ports;
    const { env, process, stdin, cwd, language, settings } = environment;
    const { openBrowser, runInTerminal } = await import('./programs.ts');
    const runHere = (command: readonly [string, ...string[]]) =>
      lend(() => runInTerminal(command, { stdin, cwd }));
    const { isOpen, missing } = await openBrowser(
      url,
      env,
      process.platform,
      runHere,
      settings.values.browser,
    );
    if (missing !== undefined) {
      const { missing: text } = readerMessages[language].browser;
      const notice = { kind: 'problem', text: text(cleanLine(missing), isOpen ? undefined : url) } as const;
      dispatch({ type: 'noticed', notice });
    } else if (!isOpen) dispatch({ type: 'noticed', notice: { kind: 'openFailed', url } });
  }

  #pageFetcher(): Promise<PageFetcher> {
    const { environment, dispatch } = this.#ports;
    this.#pages ??= import('./page-fetcher.ts').then(
      ({ PageFetcher }) => new PageFetcher(environment, dispatch),
    );
    return this.#pages;
  }

  async #edit(article: Article, line: number): Promise<void> {
    const file = fileOf(article);
    if (!existsSync(file)) return this.#unavailable('gone');
    await this.#runEditor(file, this.#ports.documents.fileLine(article, line));
  }

  /** Has a note edited in a file of its own. If the editor fails, the note is saved as it was. */
  async #editNote(id: string, note: string): Promise<void> {
    const { editedText } = await import('./programs.ts');
    const text = await editedText(note, (path) => this.#runEditor(path, 1));
    this.#ports.dispatch({ type: 'noteEdited', id, text });
  }

  /** Opens a file in the editor until that is closed. False if it failed, which is reported. */
  async #runEditor(path: string, line: number): Promise<boolean> {
    const { environment, dispatch, lend } = this.#ports;
    const { env, cwd, stdin, language, settings } = environment;
    const { editorCommand, runInTerminal } = await import('./programs.ts');
    const command = editorCommand(path, line, env, settings.values.editor);
    const ending = await lend(() => runInTerminal(command, { stdin, cwd }));
    if (ending === 0) return true;
    const program = cleanLine(command[0]);
    const { editor } = readerMessages[language];
    const text = ending === undefined ? editor.missing(program) : editor.failed(program, ending);
    dispatch({ type: 'noticed', notice: { kind: 'problem', text } });
    return false;
  }
}

/** Calls `use` with a result, at once if it is known. */
function whenKnown<T>(result: T | Promise<T>, use: (result: T) => void): unknown {
  return result instanceof Promise ? result.then(use) : use(result);
}

const isSameView = (one: View | undefined, other: View): boolean =>
  one?.selected === other.selected &&
  one?.tag === other.tag &&
  one?.condition === other.condition &&
  one?.folder === other.folder &&
  one?.order === other.order &&
  one?.reverse === other.reverse &&
  one?.query === other.query;

const capitalized = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
