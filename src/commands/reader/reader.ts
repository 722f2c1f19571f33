import type { Article } from '../../library/article.ts';
import { LibraryError } from '../../library/error.ts';
import { openLibrary } from '../../library/open.ts';
import { watchLibrary } from '../../library/watch.ts';
import { themeFor } from '../../output/theme.ts';
import { copySequence } from '../../panes/terminal.ts';
import { openTty, type Tty } from '../../panes/tty.ts';
import type { Effect } from '../../state/actions.ts';
import { initialState, type Notice } from '../../state/state.ts';

import type { Environment, ExitCode, ReaderOptions } from '../environment.ts';
import { CatalogueSearch } from './catalogue-search.ts';
import { Documents } from './documents.ts';
import { editorCommand, openBrowser, runEditor } from './programs.ts';
import { Session } from './session.ts';
import { type Signals, watchSignals } from './signals.ts';

/** The reader with everything around it: terminal, files, other programs. What it does comes from the reducer. */
export class Reader {
  readonly #environment: Environment;
  readonly #options: ReaderOptions;
  readonly #documents: Documents;
  #search = new CatalogueSearch();
  #unwatch: () => void = () => {};
  readonly #session: Session;
  readonly #tty: Tty;
  readonly #ended: Promise<ExitCode>;
  #end: (code: ExitCode) => void = () => {};
  #fail: (error: unknown) => void = () => {};
  #signals: Signals | undefined;

  constructor(environment: Environment, options: ReaderOptions) {
    const { stdin, stdout, env, language, now } = environment;
    this.#environment = environment;
    this.#options = options;
    this.#documents = new Documents(options.piped?.body);
    this.#ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
    const theme = themeFor(undefined, env.COLORFGBG);
    this.#tty = openTty({
      stdin,
      stdout,
      depth: environment.colour,
      theme: () => theme,
      onInputs: (inputs) => this.#session.input(inputs),
      onEnd: () => this.#end(0),
    });
    this.#session = new Session(initialState({ size: this.#tty.size, language }), {
      now,
      draw: (state) => this.#tty.draw(state),
      perform: (effect) => this.#perform(effect),
    });
  }

  async run(): Promise<ExitCode> {
    const { stdout, process } = this.#environment;
    let signal: NodeJS.Signals | undefined;
    this.#signals = watchSignals(process, {
      release: () => this.#tty.release(),
      take: () => this.#takeTty(),
      end: (cause) => {
        if ('error' in cause) this.#fail(cause.error);
        else {
          signal = cause.signal;
          this.#end(130);
        }
      },
    });
    const onResize = (): void => this.#session.dispatch({ type: 'resized', size: this.#tty.size });
    stdout.on('resize', onResize);
    this.#tty.take();
    try {
      await this.#openArticles();
      return await this.#ended;
    } finally {
      this.#session.close();
      this.#unwatch();
      stdout.off('resize', onResize);
      this.#tty.release();
      this.#signals.close();
      // Whoever sent it is told that it was the signal that ended the program.
      if (signal && signal !== 'SIGINT') process.kill(process.pid, signal);
    }
  }

  async #openArticles(): Promise<void> {
    const { piped, search } = this.#options;
    const articles = piped ? [piped.article] : await this.#readLibrary();
    if (piped) this.#session.dispatch({ type: 'articles', articles, warnings: [], complete: true });
    const [alone, ...others] = articles;
    if (search !== undefined) this.#session.dispatch({ type: 'search', query: search });
    else if (alone && others.length === 0) this.#session.dispatch({ type: 'read', path: alone.path });
    this.#index(articles).catch(this.#fail);
  }

  /** Reads the list of articles, those whose files changed anew, and watches them from then on. */
  async #readLibrary(): Promise<readonly Article[]> {
    const { paths } = this.#options;
    const opened = paths.length > 0 ? paths : [this.#environment.catalogue];
    const before = new Map(this.#session.state.library.articles.map((article) => [article.path, article]));
    const library = await openLibrary(opened, {
      known: (path, size, mtime) => {
        const article = before.get(path);
        return article?.size === size && article.mtime === mtime ? article : undefined;
      },
    });
    this.#session.dispatch({ type: 'articles', ...library, complete: true });
    this.#unwatch();
    this.#unwatch = watchLibrary(opened, library.articles, () => this.#reload());
    return library.articles;
  }

  /** A folder that is gone, or a file that is being written, leaves the list as it was. */
  #reload(): Promise<void> {
    return this.#readLibrary().then(
      (articles) => this.#index(articles),
      (error: unknown) => {
        if (!(error instanceof LibraryError)) this.#fail(error);
      },
    );
  }

  async #index(articles: readonly Article[]): Promise<void> {
    const search = new CatalogueSearch();
    for (const article of articles) {
      const text = await this.#documents.text(article);
      if (text !== undefined) search.add(article, text);
    }
    this.#search = search;
    this.#session.dispatch({ type: 'indexed', indexed: 1 });
  }

  #perform(effect: Effect): Promise<unknown> | undefined {
    switch (effect.kind) {
      case 'load':
        return this.#load(effect.article);
      case 'search':
        this.#session.dispatch({ type: 'found', results: this.#search.search(effect.query, effect.tag) });
        return undefined;
      case 'snippets': {
        const { query, cells } = effect;
        const snippets = effect.articles.map(
          (article) => [article.path, this.#search.snippet(article, query, cells)] as const,
        );
        this.#session.dispatch({ type: 'snippets', query, snippets });
        return undefined;
      }
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

  #copy(text: string): void {
    const sequence = copySequence(text);
    if (sequence === undefined) this.#notice({ kind: 'nothing', what: 'copy' });
    else this.#tty.send(sequence);
  }

  async #browse(url: string): Promise<void> {
    const { env, process } = this.#environment;
    if (!(await openBrowser(url, env, process.platform))) this.#notice({ kind: 'unopened', url });
  }

  async #edit(article: Article, line: number): Promise<void> {
    const { env, cwd, stdin } = this.#environment;
    const command = editorCommand(article.path, this.#documents.fileLine(article, line), env);
    this.#tty.release();
    const problem = await runEditor(command, { stdin, cwd });
    this.#takeTty();
    await this.#reload();
    if (problem !== undefined) this.#notice({ kind: 'problem', text: problem });
  }

  /** After another program had the terminal: its size may be another, and nothing on it is ours. */
  #takeTty(): void {
    this.#tty.take();
    this.#session.dispatch({ type: 'resized', size: this.#tty.size });
    this.#session.draw();
  }

  #notice(notice: Notice): void {
    this.#session.dispatch({ type: 'noticed', notice });
  }
}
