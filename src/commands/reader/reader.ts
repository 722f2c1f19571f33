import type { Article } from '../../library/article.ts';
import { openLibrary } from '../../library/open.ts';
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
  readonly #search = new CatalogueSearch();
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
      stdout.off('resize', onResize);
      this.#tty.release();
      this.#signals.close();
      // Whoever sent it is told that it was the signal that ended the program.
      if (signal && signal !== 'SIGINT') process.kill(process.pid, signal);
    }
  }

  async #openArticles(): Promise<void> {
    const { paths, piped, search } = this.#options;
    const library = piped
      ? { articles: [piped.article], warnings: [] }
      : await openLibrary(paths.length > 0 ? paths : [this.#environment.catalogue]);
    this.#session.dispatch({ type: 'articles', ...library, complete: true });
    if (search !== undefined) this.#session.dispatch({ type: 'search', query: search });
    this.#index(library.articles).catch(this.#fail);
  }

  async #index(articles: readonly Article[]): Promise<void> {
    for (const article of articles) {
      const text = await this.#documents.text(article);
      if (text !== undefined) this.#search.add(article, text);
    }
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
    const { path } = article;
    const known = this.#documents.known(article);
    if (known) {
      this.#session.dispatch({ type: 'loaded', path, document: known });
      return undefined;
    }
    return this.#documents.open(article).then(
      (document) => this.#session.dispatch({ type: 'loaded', path, document }),
      (error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        this.#session.dispatch({ type: 'failed', path, problem });
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
