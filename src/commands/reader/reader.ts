import { constants } from 'node:os';
import type { LibraryIndex } from '../../index/library-index.ts';
import type { Input } from '../../keys/decode.ts';
import type { Article } from '../../library/article.ts';
import { refreshedArticle } from '../../library/prepared-catalogue.ts';
import { keysOf } from '../../memory/key.ts';
import { type Memory, type MemoryProblem, openMemory } from '../../memory/memory.ts';
import { readerMessages } from '../../messages/reader.ts';
import { LinearTty } from '../../panes/linear.ts';
import { FullScreenTty, type Tty } from '../../panes/tty.ts';
import { settingsFrom } from '../../state/settings.ts';
import { initialState } from '../../state/state.ts';
import { themeFor } from '../../style/theme.ts';
import { cleanLine } from '../../unicode/clean.ts';
import { bundledArticles } from '../catalogue.ts';
import type { ExitCode, ReaderEnvironment, ReaderOptions } from '../environment.ts';
import { documentCache } from '../open-text.ts';
import { Documents } from './documents.ts';
import { Effects, UNNAMED } from './effects.ts';
import { LibraryFeed } from './library-feed.ts';
import { Session } from './session.ts';
import { type Signals, watchSignals } from './signals.ts';

/** The reader from its start to its end: who has the terminal, which articles there are, what is kept. */
export class Reader {
  readonly #environment: ReaderEnvironment;
  readonly #options: ReaderOptions;
  readonly #memory: Memory;
  readonly #documents: Documents;
  readonly #effects: Effects;
  readonly #session: Session;
  readonly #tty: Tty;
  readonly #ended: Promise<ExitCode>;
  #end: (code: ExitCode) => void = () => {};
  #fail: (error: unknown) => void = () => {};
  #signals: Signals | undefined;
  /** Who else has a claim on the terminal, which is then not to be taken: another program, and the end. */
  #lent = 0;
  #feed: LibraryFeed | undefined;
  /** Of the memory, from before there was a screen to tell them on. */
  readonly #problems: MemoryProblem[] = [];

  static async open(environment: ReaderEnvironment, options: ReaderOptions): Promise<Reader> {
    const problems: MemoryProblem[] = [];
    let onProblem = (problem: MemoryProblem): void => void problems.push(problem);
    const memory = await openMemory({
      directory: environment.storage.state,
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
      onError: this.#fail,
    };
    this.#tty = options.accessible
      ? new LinearTty(ports)
      : new FullScreenTty({ ...ports, depth: environment.colorDepth });
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
      perform: (effect) => this.#effects.perform(effect),
    });
    this.#effects = new Effects({
      environment,
      memory,
      documents: this.#documents,
      dispatch: (action) => this.#session.dispatch(action),
      send: (sequence) => this.#tty.send(sequence),
      redraw: () => this.#redraw(),
      suspend: () => this.#signals?.suspend(),
      lend: (run) => this.#lend(run),
      quit: () => this.#quit(),
      fail: this.#fail,
    });
  }

  async run(): Promise<ExitCode> {
    const { process } = this.#environment;
    this.#signals = watchSignals(process, {
      release: () => this.#tty.release(),
      take: () => this.#takeTty(),
      end: (cause) => {
        if ('error' in cause) this.#fail(cause.error);
        // Keys of the program that has the terminal, and for it to heed.
        else if (this.#lent > 0 && (cause.signal === 'SIGINT' || cause.signal === 'SIGQUIT')) return;
        else {
          this.#end(128 + constants.signals[cause.signal]);
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
    if (this.#environment.colorDepth > 0) this.#tty.ask();
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
      this.#effects.searchIn(searchOfOne(piped.article, document.text));
      dispatch({ type: 'articles', articles, warnings: [], complete: true }, { type: 'indexed', indexed: 1 });
      return articles;
    }
    this.#feed = new LibraryFeed({
      paths: paths.length > 0 ? paths : [this.#environment.catalogue],
      // Results of a search that was asked for come with the first screen.
      prepared: paths.length > 0 || search !== undefined ? undefined : await this.#prepared(),
      cache: this.#environment.storage.cache,
      readOnly: this.#environment.storage.readOnly,
      onIndex: (index) => this.#searchIn(index),
      dispatch,
      onError: this.#fail,
    });
    return this.#feed.open();
  }

  /** The bundled catalogue, which need not be read to be listed. */
  async #prepared(): Promise<readonly Article[] | undefined> {
    const articles = bundledArticles(this.#environment);
    return articles && Promise.all(articles.map(refreshedArticle));
  }

  async #searchIn(index: LibraryIndex): Promise<void> {
    const { searchOf } = await import('./catalogue-search.ts');
    this.#effects.searchIn(searchOf(index));
  }

  /** Goes to the article that was read last, where it was left, if it is in this library and has not been finished. */
  #resume(articles: readonly Article[]): void {
    const { lastRead } = this.#memory;
    const { keyOf, marks } = this.#session.state;
    if (lastRead === undefined || marks.get(lastRead)?.read) return;
    const article = articles.find((candidate) => keyOf(candidate) === lastRead);
    if (article) this.#session.dispatch({ type: 'resume', path: article.path });
  }

  #quit(): void {
    this.#memory.setSearch(this.#session.state.search.last);
    this.#end(0);
  }

  #redraw(): void {
    this.#tty.forget();
    this.#session.draw();
  }

  /** Another program has the terminal, and may change the files. */
  async #lend<T>(run: () => Promise<T>): Promise<T> {
    this.#tty.release();
    this.#lent++;
    const ending = await run();
    this.#lent--;
    this.#takeTty();
    await this.#feed?.refresh();
    return ending;
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
    this.#session.dispatch({ type: 'noticed', notice: { kind: 'problem', text } });
  }
}
