import type { LibraryIndex } from '../../index/library-index.ts';
import type { Input } from '../../keys/decode.ts';
import type { Article } from '../../library/article.ts';
import { upToDate } from '../../library/prepared.ts';
import { keysOf } from '../../memory/key.ts';
import { type Memory, type MemoryProblem, openMemory } from '../../memory/memory.ts';
import { readerMessages } from '../../messages/reader.ts';
import { loadHighlighter } from '../../output/highlight.ts';
import { themeFor } from '../../output/theme.ts';
import { openLinear } from '../../panes/linear.ts';
import { copySequence } from '../../panes/terminal.ts';
import { openTty, type Tty } from '../../panes/tty.ts';
import type { Effect } from '../../state/actions.ts';
import { settingsFrom } from '../../state/remembered.ts';
import { initialState, type Mark, type Notice, type Settings } from '../../state/state.ts';
import { loadHyphenator } from '../../text/hyphenate.ts';
import { cleanLine } from '../../unicode/clean.ts';
import { bundledArticles } from '../catalogue.ts';
import type { ExitCode, ReaderEnvironment, ReaderOptions } from '../environment.ts';
import { documentCache } from '../open-text.ts';
import type { CatalogueSearch } from './catalogue-search.ts';
import { Documents } from './documents.ts';
import { LibraryFeed } from './library-feed.ts';
import { Session } from './session.ts';
import { type Signals, watchSignals } from './signals.ts';

/** What standard input is remembered by: not at all. */
const UNNAMED = '-';

/** The reader with everything around it: terminal, files, other programs. What it does comes from the reducer. */
export class Reader {
  readonly #environment: ReaderEnvironment;
  readonly #options: ReaderOptions;
  readonly #memory: Memory;
  readonly #documents: Documents;
  readonly #session: Session;
  readonly #tty: Tty;
  readonly #ended: Promise<ExitCode>;
  #end: (code: ExitCode) => void = () => {};
  #fail: (error: unknown) => void = () => {};
  #signals: Signals | undefined;
  /** Who else has a claim on the terminal, which is then not to be taken: another program, and the end. */
  #lent = 0;
  #feed: LibraryFeed | undefined;
  #search: CatalogueSearch | undefined;
  /** The last search that came before there was something to search. */
  #missed: Effect | undefined;
  #highlighter: Promise<void> | undefined;
  /** Of the memory, from before there was a screen to tell them on. */
  readonly #problems: MemoryProblem[] = [];

  static async open(environment: ReaderEnvironment, options: ReaderOptions): Promise<Reader> {
    const directory = environment.remember ? environment.folders.state : undefined;
    const problems: MemoryProblem[] = [];
    let onProblem = (problem: MemoryProblem): void => void problems.push(problem);
    const memory = await openMemory({
      directory,
      now: environment.now,
      onProblem: (problem) => onProblem(problem),
    });
    const reader = new Reader(environment, options, memory);
    onProblem = (problem) => reader.#memoryFailed(problem);
    reader.#problems.push(...problems);
    return reader;
  }

  private constructor(environment: ReaderEnvironment, options: ReaderOptions, memory: Memory) {
    const { stdin, stdout, env, language, now } = environment;
    this.#environment = environment;
    this.#options = options;
    this.#memory = memory;
    this.#documents = new Documents(documentCache(environment), options.piped?.body);
    this.#ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
    const ports = {
      stdin,
      stdout,
      onInputs: (inputs: readonly Input[]) => {
        if (inputs.some((input) => input.kind === 'attributes')) this.#tty.answered();
        this.#session.input(inputs);
      },
      onEnd: () => this.#end(0),
    };
    this.#tty = options.accessible ? openLinear(ports) : openTty({ ...ports, depth: environment.colour });
    const key = keysOf(environment.catalogue);
    const state = initialState({
      size: this.#tty.size,
      language,
      settings: { ...settingsFrom(memory.settings), ...options.type },
      marks: memory.articles,
      keyOf: (article) => key(article) ?? UNNAMED,
      lastSearch: memory.search,
      background: themeFor(undefined, env.COLORFGBG),
    });
    this.#session = new Session(state, {
      now,
      draw: (shown) => this.#tty.draw(shown),
      perform: (effect) => this.#perform(effect),
    });
  }

  async run(): Promise<ExitCode> {
    const { process } = this.#environment;
    let signal: NodeJS.Signals | undefined;
    this.#signals = watchSignals(process, {
      release: () => this.#tty.release(),
      take: () => this.#takeTty(),
      end: (cause) => {
        if ('error' in cause) this.#fail(cause.error);
        // Keys of the program that has the terminal, and for it to heed.
        else if (this.#lent > 0 && (cause.signal === 'SIGINT' || cause.signal === 'SIGQUIT')) return;
        else {
          signal = cause.signal;
          this.#end(130);
          // Where one is reading is kept all the same.
          this.#session.dispatch({ type: 'command', command: 'quit' });
        }
      },
    });
    // Not the stream's event, which is silent where the size is again what it was: the screen is in disorder all the same.
    const onResize = (): void => {
      if (!this.#options.accessible) this.#tty.forget();
      this.#session.dispatch({ type: 'resized', size: this.#tty.size });
      this.#session.draw();
    };
    process.on('SIGWINCH', onResize);
    this.#tty.take();
    if (this.#environment.colour > 0) this.#tty.ask();
    try {
      // Who leaves while the articles are still being listed does not wait for them.
      return await Promise.race([this.#openArticles().then(() => this.#ended), this.#ended]);
    } finally {
      await this.#tty.settled();
      this.#session.close();
      process.off('SIGWINCH', onResize);
      // A signal that comes late, such as that the program goes on, finds it given back for good.
      this.#lent++;
      this.#tty.release();
      this.#feed?.close();
      this.#documents.close();
      await this.#memory.save();
      this.#signals.close();
      // Whoever sent it is told that it was the signal that ended the program.
      if (signal && signal !== 'SIGINT') process.kill(process.pid, signal);
    }
  }

  async #openArticles(): Promise<void> {
    const articles = await this.#listArticles();
    const [alone, ...others] = articles;
    if (this.#options.search !== undefined) {
      this.#session.dispatch({ type: 'search', query: this.#options.search });
    } else if (alone && others.length === 0) {
      this.#session.dispatch({ type: 'read', path: alone.path });
    } else this.#resume(articles);
    for (const problem of this.#problems) this.#memoryFailed(problem);
  }

  async #listArticles(): Promise<readonly Article[]> {
    const { paths, piped, search } = this.#options;
    const dispatch = this.#session.dispatch.bind(this.#session);
    if (piped) {
      const articles = [piped.article];
      const document = await this.#documents.open(piped.article);
      document.extend(Number.POSITIVE_INFINITY);
      const { searchOfOne } = await import('./catalogue-search.ts');
      this.#search = searchOfOne(piped.article, document.text);
      dispatch({ type: 'articles', articles, warnings: [], complete: true }, { type: 'indexed', indexed: 1 });
      return articles;
    }
    this.#feed = new LibraryFeed({
      paths: paths.length > 0 ? paths : [this.#environment.catalogue],
      // Results of a search that was asked for come with the first screen.
      prepared: paths.length > 0 || search !== undefined ? undefined : await this.#prepared(),
      cache: this.#environment.folders.cache,
      readOnly: !this.#environment.remember,
      onIndex: (index) => this.#searchIn(index),
      dispatch,
      onError: this.#fail,
    });
    return this.#feed.open();
  }

  /** The bundled catalogue, which need not be read to be listed. */
  async #prepared(): Promise<readonly Article[] | undefined> {
    const articles = bundledArticles(this.#environment);
    return articles && Promise.all(articles.map(upToDate));
  }

  async #searchIn(index: LibraryIndex): Promise<void> {
    const { searchOf } = await import('./catalogue-search.ts');
    this.#search = searchOf(index);
    const missed = this.#missed;
    this.#missed = undefined;
    if (missed) this.#perform(missed);
  }

  /** Goes to the article that was read last, where it was left, if it is in this library and has not been finished. */
  #resume(articles: readonly Article[]): void {
    const { lastRead } = this.#memory;
    const { keyOf, marks } = this.#session.state;
    if (lastRead === undefined || marks.get(lastRead)?.read) return;
    const article = articles.find((candidate) => keyOf(candidate) === lastRead);
    if (article) this.#session.dispatch({ type: 'resume', path: article.path });
  }

  #perform(effect: Effect): Promise<unknown> | undefined {
    switch (effect.kind) {
      case 'load':
        return this.#load(effect.article);
      case 'search':
        if (this.#search) {
          const results = this.#search.search(effect.query, effect.tag);
          this.#session.dispatch({ type: 'found', results });
        } else this.#missed = effect;
        return undefined;
      case 'related': {
        const { article, document } = effect;
        const articles = this.#search?.related(article, document.text) ?? [];
        this.#session.dispatch({ type: 'related', path: article.path, articles });
        return undefined;
      }
      case 'snippets': {
        const { articles, query, cells } = effect;
        const read = (article: Article) => this.#documents.body(article);
        return this.#search
          ?.snippets(query, articles, read, cells)
          .then((snippets) => this.#session.dispatch({ type: 'snippets', query, snippets }));
      }
      case 'hyphenator': {
        const { lang } = effect;
        return loadHyphenator(lang).then((hyphenator) =>
          this.#session.dispatch({ type: 'hyphenator', lang, hyphenator }),
        );
      }
      case 'highlighter':
        // Once the text has been drawn without colours.
        this.#highlighter ??= drawn()
          .then(loadHighlighter)
          .then((highlight) => this.#session.dispatch({ type: 'highlighter', highlight }));
        this.#highlighter.catch(this.#fail);
        return undefined;
      case 'remember':
        this.#remember(effect.key, effect.mark);
        return undefined;
      case 'settings':
        this.#rememberSettings(effect.settings);
        return undefined;
      case 'copy':
        this.#copy(effect.text);
        return undefined;
      case 'browse':
        this.#browse(effect.url).catch(this.#fail);
        return undefined;
      case 'edit':
        this.#edit(effect.article, effect.line).catch(this.#fail);
        return undefined;
      case 'suspend':
        this.#signals?.suspend();
        return undefined;
      case 'redraw':
        this.#tty.forget();
        this.#session.draw();
        return undefined;
      case 'quit':
        this.#memory.setSearch(this.#session.state.search.last);
        this.#end(0);
        return undefined;
    }
  }

  #load(article: Article): Promise<unknown> | undefined {
    const known = this.#documents.known(article);
    if (known) {
      this.#session.dispatch({ type: 'loaded', article, document: known });
      return undefined;
    }
    return this.#documents.open(article).then(
      (document) => this.#session.dispatch({ type: 'loaded', article, document }),
      (error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        this.#session.dispatch({ type: 'failed', article, problem });
      },
    );
  }

  #remember(key: string, { place, read, starred }: Mark): void {
    if (key === UNNAMED) return;
    this.#memory.update(key, {
      ...(place && { place }),
      ...(read !== undefined && { read }),
      ...(starred !== undefined && { starred }),
    });
  }

  #rememberSettings(settings: Settings): void {
    for (const [name, value] of Object.entries(settings)) {
      if (this.#memory.settings.get(name) !== value) this.#memory.set(name, value);
    }
  }

  #copy(text: string): void {
    const { TERM = 'dumb' } = this.#environment.env;
    const sequence = copySequence(text);
    if (TERM === 'dumb') this.#notice({ kind: 'nothing', what: 'clipboard' });
    else if (sequence === undefined) this.#notice({ kind: 'nothing', what: 'copy' });
    else this.#tty.send(sequence);
  }

  async #browse(url: string): Promise<void> {
    const { env, process } = this.#environment;
    const { openBrowser } = await import('./programs.ts');
    if (!(await openBrowser(url, env, process.platform))) this.#notice({ kind: 'unopened', url });
  }

  async #edit(article: Article, line: number): Promise<void> {
    const { env, cwd, stdin, language } = this.#environment;
    const { editorCommand, runEditor } = await import('./programs.ts');
    const command = editorCommand(article.path, this.#documents.fileLine(article, line), env);
    this.#tty.release();
    this.#lent++;
    const ending = await runEditor(command, { stdin, cwd });
    this.#lent--;
    this.#takeTty();
    await this.#feed?.refresh();
    if (ending === 0) return;
    const program = cleanLine(command[0]);
    const { editor } = readerMessages[language];
    const text = ending === undefined ? editor.missing(program) : editor.failed(program, ending);
    this.#notice({ kind: 'problem', text });
  }

  /** After another program had the terminal: its size may be another, and nothing on it is ours. */
  #takeTty(): void {
    if (this.#lent > 0) return;
    this.#tty.take();
    this.#session.dispatch({ type: 'resized', size: this.#tty.size });
    this.#session.draw();
  }

  #memoryFailed({ kind, path }: MemoryProblem): void {
    const text = readerMessages[this.#environment.language].memory[kind](cleanLine(path));
    this.#notice({ kind: 'problem', text });
  }

  #notice(notice: Notice): void {
    this.#session.dispatch({ type: 'noticed', notice });
  }
}

/** When what was dispatched before has been drawn. */
const drawn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
