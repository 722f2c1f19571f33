import { constants } from 'node:os';
import { nextTurn } from '../../algorithms/next-turn.ts';
import type { Input } from '../../keys/decode.ts';
import { startInputs } from '../../keys/start-inputs.ts';
import type { Article } from '../../library/article.ts';
import { countArticles } from '../../library/count-articles.ts';
import { languageFirst } from '../../library/language-first.ts';
import { refreshedArticle } from '../../library/prepared-catalogue.ts';
import { DEFAULT_SORTING, type Sorting } from '../../library/sort-articles.ts';
import { keysOf, libraryKey } from '../../memory/key.ts';
import { type Memory, type MemoryProblem, openMemory } from '../../memory/memory.ts';
import type { View } from '../../memory/records.ts';
import { readerMessages } from '../../messages/reader.ts';
import { LinearTty } from '../../panes/linear.ts';
import { FullScreenTty, type Tty } from '../../panes/tty.ts';
import { settingOf } from '../../settings/table.ts';
import type { Action } from '../../state/actions.ts';
import { settingsFrom } from '../../state/settings.ts';
import { initialState, type State } from '../../state/state.ts';
import { themeFor } from '../../style/theme.ts';
import { cleanLine } from '../../unicode/clean.ts';
import { isWebAddress } from '../../web/address.ts';
import { bundledArticles } from '../catalogue.ts';
import type { ExitCode, ReaderEnvironment, ReaderOptions, Variables } from '../environment.ts';
import { documentCache } from '../open-text.ts';
import { UNNAMED } from './annotation-effects.ts';
import { Configuration, configuredBy } from './configuration.ts';
import { Documents } from './documents.ts';
import { EffectRunner } from './effect-runner.ts';
import { LibraryFeed } from './library-feed.ts';
import { MemoryAtRest } from './memory-at-rest.ts';
import { Session } from './session.ts';
import { type SignalPorts, Signals } from './signals.ts';

/** Signals that keys send to all programs of the terminal. The one that has it is to handle them. */
const KEY_SIGNALS: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGQUIT']);

/** Milliseconds; more would make the Escape key seem broken. */
const { max: LONGEST_ESCAPE_DELAY } = settingOf('escape-time');

/** The reader from start to end: it takes the terminal, opens the library and saves what is to be remembered. */
export class Reader {
  /** Another one after a change of the settings. */
  #environment: ReaderEnvironment;
  readonly #options: ReaderOptions;
  readonly #memory: Memory;
  readonly #memoryAtRest = new MemoryAtRest();
  readonly #documents: Documents;
  readonly #effects: EffectRunner;
  readonly #session: Session;
  readonly #tty: Tty;
  readonly #ended: Promise<ExitCode>;
  #end: (code: ExitCode) => void = () => {};
  #fail: (error: unknown) => void = () => {};
  #signals: Signals | undefined;
  /** Above 0 while the terminal must not be taken: another program has it, or the reader has ended. */
  #lent = 0;
  #feed: Pick<LibraryFeed, 'refresh' | 'close'> | undefined;
  #configuration: Configuration | undefined;
  /** The key by which the view of the library is remembered. */
  readonly #library: string | undefined;
  /** What the list of this library showed when it was last left, which this session is soon to replace. */
  readonly #view: View | undefined;
  /** Problems met before there was a screen to report them on. */
  readonly #problems: readonly MemoryProblem[];

  static async open(environment: ReaderEnvironment, options: ReaderOptions): Promise<Reader> {
    const problems: MemoryProblem[] = [];
    let reader: Reader | undefined;
    const memory = await openMemory({
      directory: environment.storage.state,
      now: environment.now,
      onProblem: (problem) => (reader ? reader.#memoryFailed(problem) : problems.push(problem)),
    });
    reader = new Reader(environment, options, memory, problems);
    return reader;
  }

  private constructor(
    environment: ReaderEnvironment,
    options: ReaderOptions,
    memory: Memory,
    problems: readonly MemoryProblem[],
  ) {
    this.#problems = problems;
    this.#environment = environment;
    this.#options = options;
    this.#memory = memory;
    this.#library = options.piped ? undefined : libraryKey(options.paths);
    this.#view = this.#library === undefined ? undefined : memory.views.get(this.#library);
    this.#documents = new Documents(documentCache(environment), options.piped?.body);
    this.#ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
    this.#tty = this.#openTty();
    this.#session = new Session(this.#initialState(), {
      now: environment.now,
      draw: (shown) => {
        this.#tty.draw(shown);
        this.#memoryAtRest.hasDrawn();
      },
      perform: (effect) => this.#effects.perform(effect),
    });
    const environmentNow = (): ReaderEnvironment => this.#environment;
    this.#effects = new EffectRunner({
      get environment() {
        return environmentNow();
      },
      memory,
      library: this.#library,
      paths: options.paths,
      keyOf: this.#session.state.keyOf,
      documents: this.#documents,
      dispatch: (action) => this.#session.dispatch(action),
      send: (sequence) => this.#tty.send(sequence),
      redraw: () => {
        this.#tty.forget();
        this.#session.draw();
      },
      suspend: () => void this.#tty.releaseWhenAnswered().then(() => this.#signals?.suspend()),
      lend: (run) => this.#lend(run),
      quit: () => this.#end(0),
      fail: this.#fail,
    });
  }

  #openTty(): Tty {
    const { stdin, stdout, colorDepth: depth, env } = this.#environment;
    // As at a hang-up, whose signal may come later or never.
    const onEnd = (): void => this.#endBy({ signal: 'SIGHUP' });
    stdout.on('error', onEnd);
    const options = {
      stdin,
      stdout,
      onInputs: (inputs: readonly Input[]) => this.#session.input(inputs),
      escapeDelay: () => this.#environment.settings.values['escape-time'] ?? escapeDelayIn(env),
      isRemote: Boolean(env.SSH_CONNECTION || env.SSH_TTY),
      onEnd,
      onError: this.#fail,
    };
    return this.#options.accessible ? new LinearTty(options) : new FullScreenTty({ ...options, depth });
  }

  #initialState(): State {
    const { catalogue, env, language } = this.#environment;
    const { settings, articles, search } = this.#memory;
    const configured = configuredBy(this.#environment);
    const key = keysOf(catalogue);
    const facts = {
      size: this.#tty.size,
      language,
      isSpoken: this.#options.accessible,
      settings: { ...settingsFrom(settings), ...configured.settings },
      configured,
      // The memory changes its own map as it saves, but a state never changes.
      marks: new Map(articles),
      keyOf: (article: Article) => key(article) ?? UNNAMED,
      roots: this.#options.paths.length > 0 ? this.#options.paths : [catalogue],
      background: themeFor(undefined, env.COLORFGBG),
    };
    return initialState(facts, search, { ...DEFAULT_SORTING, ...sortingOf(this.#view) });
  }

  /** Runs until the reader is quit; returns its exit code. */
  async run(): Promise<ExitCode> {
    const { process } = this.#environment;
    const signals = new Signals(process, {
      release: () => this.#tty.release(),
      take: () => this.#takeTty(),
      end: (cause) => this.#endBy(cause),
    });
    this.#signals = signals;
    // Unlike the stream's event, the signal also comes if the size is the same again: the screen is in disorder then, too.
    const onResize = (): void => {
      if (!this.#options.accessible) this.#tty.forget();
      this.#session.dispatch({ type: 'resized', size: this.#tty.size });
      this.#session.draw();
    };
    process.on('SIGWINCH', onResize);
    this.#tty.take();
    this.#tty.ask();
    try {
      // To quit does not wait for articles that are still being listed.
      return await Promise.race([this.#openArticles().then(() => this.#ended), this.#ended]);
    } finally {
      // At once: if the terminal is gone, little time may be left.
      const saving = this.#memory.save();
      // A late signal, such as the one to continue, must not take the terminal again.
      this.#lent++;
      const released = this.#tty.releaseWhenAnswered();
      process.off('SIGWINCH', onResize);
      // Before the answer, which may take seconds: nothing that is still loaded, read or indexed would be of use.
      this.#stop();
      await released;
      await saving;
      await this.#effects.saved();
      signals.close();
    }
  }

  /** Ends what is going on in the background. */
  #stop(): void {
    this.#session.close();
    this.#memoryAtRest.close();
    this.#feed?.close();
    this.#configuration?.close();
    this.#documents.close();
    this.#effects.close();
  }

  #endBy(cause: Parameters<SignalPorts['end']>[0]): void {
    if ('error' in cause) this.#fail(cause.error);
    else if (this.#lent === 0 || !KEY_SIGNALS.has(cause.signal)) {
      this.#end(128 + constants.signals[cause.signal]);
      // The position is saved all the same.
      this.#session.dispatch({ type: 'command', command: 'quit' });
    }
  }

  async #openArticles(): Promise<void> {
    const articles = await this.#listArticles();
    const [alone, ...others] = articles;
    const hasRenamed = await this.#effects.followRenames(articles);
    if (this.#options.search !== undefined) {
      this.#session.dispatch({ type: 'search', query: this.#options.search });
    } else if (alone && others.length === 0) {
      // It was opened before its saved position was known.
      if (hasRenamed) this.#session.dispatch({ type: 'read', path: alone.path });
      this.#session.input(startInputs(this.#options.startKeys));
    } else this.#resume(articles);
    for (const problem of this.#problems) this.#memoryFailed(problem);
    await this.#watchSettings();
    // After the first screen has been drawn.
    await nextTurn();
    if (this.#session.isClosed) return;
    void this.#effects.loadNotes().catch(this.#fail);
    void this.#effects.noteEdits().catch(this.#fail);
    await this.#offerFolder();
  }

  async #watchSettings(): Promise<void> {
    this.#configuration = new Configuration({
      environment: this.#environment,
      onChange: (environment) => {
        this.#environment = environment;
      },
      dispatch: this.#session.dispatch.bind(this.#session),
      fail: this.#fail,
    });
    await this.#configuration.open();
  }

  /** Tells a newcomer who stands in a folder of articles, and sees the bundled ones, how to open it. */
  async #offerFolder(): Promise<void> {
    const { paths, piped, search } = this.#options;
    const { cwd, catalogue } = this.#environment;
    if (paths.length > 0 || piped || search !== undefined || cwd === catalogue) return;
    if (this.#problems.length > 0 || this.#environment.settings.problems.length > 0) return;
    const { count, isWhole } = await countArticles(cwd);
    if (count === 0 || this.#session.isInUse) return;
    this.#session.dispatch({ type: 'noticed', notice: { kind: 'folder', count, isWhole } });
  }

  async #listArticles(): Promise<readonly Article[]> {
    const { paths, input, isAll, piped, search } = this.#options;
    const { catalogue, language, storage } = this.#environment;
    const dispatch = this.#session.dispatch.bind(this.#session);
    if (piped) {
      const articles = [piped.article];
      if (piped.parsed) this.#documents.take(piped.article, piped.parsed);
      const document = await this.#documents.open(piped.article);
      document.extend(Number.POSITIVE_INFINITY);
      const { searchOfOne } = await import('./catalogue-search.ts');
      this.#effects.searchIn(searchOfOne(piped.article, document.text));
      dispatch(
        { type: 'articles', articles, warnings: [], complete: true },
        { type: 'indexed', indexed: 1 },
        ...this.#readAlone(articles),
      );
      return articles;
    }
    const dispatchListed = (action: Action): void => {
      const isFirst = action.type === 'articles' && !this.#session.state.library.complete;
      dispatch(action, ...(isFirst && action.complete ? this.#readAlone(action.articles) : []));
    };
    if (paths.some(isWebAddress)) return this.#openPublished(dispatchListed);
    const hasQuery = (search ?? this.#view?.query) !== undefined;
    const feed = new LibraryFeed({
      paths: paths.length > 0 ? paths : [catalogue],
      input,
      isAll,
      arrange: paths.length > 0 ? undefined : (articles) => languageFirst(articles, language),
      // The first screen of a search shows its results.
      prepared: paths.length > 0 || input || hasQuery ? undefined : await this.#prepared(),
      cache: storage.cache,
      synonyms: this.#environment.settings.synonyms,
      readOnly: storage.readOnly,
      // The only file is opened next. Of more, most are not.
      onParsed: paths.length === 1 ? (...page) => this.#documents.take(...page) : undefined,
      onIndex: async (index) => {
        const { searchOf } = await import('./catalogue-search.ts');
        const { keyOf } = this.#session.state;
        this.#effects.searchIn(searchOf(index, (article) => this.#memory.articles.get(keyOf(article))));
      },
      dispatch: dispatchListed,
      onError: this.#fail,
    });
    this.#feed = feed;
    return feed.open();
  }

  async #openPublished(dispatch: (action: Action) => void): Promise<readonly Article[]> {
    const { openPublished } = await import('../published/open-published.ts');
    const { feed, search } = openPublished({
      environment: this.#environment,
      root: this.#options.paths[0]!,
      markOf: (article) => this.#memory.articles.get(this.#session.state.keyOf(article)),
      dispatch,
      onError: this.#fail,
    });
    this.#feed = feed;
    this.#effects.searchIn(search);
    return feed.open();
  }

  /** Opens a library's only article. At once, or its list would be drawn first. */
  #readAlone([alone, ...others]: readonly Article[]): readonly Action[] {
    const isToRead = alone && others.length === 0 && this.#options.search === undefined;
    return isToRead ? [{ type: 'read', path: alone.path }] : [];
  }

  /** The bundled articles, which can be listed without being read. */
  async #prepared(): Promise<readonly Article[] | undefined> {
    const articles = bundledArticles(this.#environment);
    return articles && Promise.all(articles.map(refreshedArticle));
  }

  /** Returns to the list as it was left; in a library not opened before, to the article that was read last. */
  #resume(articles: readonly Article[]): void {
    if (this.#session.isInUse) return;
    const { keyOf } = this.#session.state;
    const { selected, tag, condition, folder, query } = this.#view ?? {};
    const find = (key: string | undefined): Article | undefined =>
      key === undefined ? undefined : articles.find((article) => keyOf(article) === key);
    const article = find(selected) ?? find(this.#memory.lastRead);
    if (article) this.#session.dispatch({ type: 'resume', article, tag, condition, folder, query });
  }

  /** Runs another program in the terminal, which may change the files. */
  async #lend<T>(run: () => Promise<T>): Promise<T> {
    this.#lent++;
    await this.#tty.releaseWhenAnswered();
    const ending = await run();
    this.#lent--;
    this.#takeTty();
    await this.#feed?.refresh();
    return ending;
  }

  /** Takes the terminal back from another program, which may have drawn on it; its size may have changed, too. */
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

const sortingOf = ({ order, reverse }: View = {}): Partial<Sorting> => ({
  ...(order && { order }),
  ...(reverse !== undefined && { reverse }),
});

/** Milliseconds that programs with curses, too, wait for the rest of an escape sequence; undefined if not set. */
function escapeDelayIn({ ESCDELAY }: Variables): number | undefined {
  const delay = Number(ESCDELAY || Number.NaN);
  return delay >= 0 && delay <= LONGEST_ESCAPE_DELAY ? delay : undefined;
}
