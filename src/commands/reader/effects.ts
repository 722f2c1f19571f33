import type { Article } from '../../library/article.ts';
import type { Memory } from '../../memory/memory.ts';
import { readerMessages } from '../../messages/reader.ts';
import { copySequence } from '../../panes/terminal.ts';
import type { Action } from '../../state/actions.ts';
import type { Effect } from '../../state/effects.ts';
import type { Settings } from '../../state/settings.ts';
import type { Mark } from '../../state/state.ts';
import { loadHighlighter } from '../../style/highlight.ts';
import { loadHyphenator } from '../../text/hyphenate.ts';
import { cleanLine } from '../../unicode/clean.ts';
import type { ReaderEnvironment } from '../environment.ts';
import type { CatalogueSearch } from './catalogue-search.ts';
import type { Documents } from './documents.ts';

/** What standard input is remembered by: not at all. */
export const UNNAMED = '-';

/** What effects work on. */
export interface EffectPorts {
  readonly environment: ReaderEnvironment;
  readonly memory: Memory;
  readonly documents: Documents;
  readonly dispatch: (action: Action) => void;
  /** Sends a sequence to the terminal that shows nothing. */
  readonly send: (sequence: string) => void;
  readonly redraw: () => void;
  readonly suspend: () => void;
  /** Runs another program in the terminal; what it may have changed is read when it has ended. */
  readonly lend: <T>(run: () => Promise<T>) => Promise<T>;
  readonly quit: () => void;
  readonly fail: (error: unknown) => void;
}

/** Does what the reducer wants done outside. */
export class Effects {
  readonly #ports: EffectPorts;
  #search: CatalogueSearch | undefined;
  /** The last search that came before there was something to search. */
  #missed: Effect | undefined;
  #highlighter: Promise<void> | undefined;

  constructor(ports: EffectPorts) {
    this.#ports = ports;
  }

  /** From now on there is something to search. */
  searchIn(search: CatalogueSearch): void {
    this.#search = search;
    const missed = this.#missed;
    this.#missed = undefined;
    if (missed) this.perform(missed);
  }

  /** @returns for what the screen may wait for: when it is done */
  perform(effect: Effect): Promise<unknown> | undefined {
    const { dispatch, redraw, suspend, quit, fail } = this.#ports;
    switch (effect.kind) {
      case 'load':
        return this.#load(effect.article);
      case 'search':
        if (this.#search) {
          dispatch({ type: 'found', results: this.#search.search(effect.query, effect.tag) });
        } else this.#missed = effect;
        return undefined;
      case 'related': {
        const { article, document } = effect;
        const articles = this.#search?.related(article, document.text) ?? [];
        dispatch({ type: 'related', path: article.path, articles });
        return undefined;
      }
      case 'snippets':
        this.#snippets(effect);
        return undefined;
      case 'hyphenator': {
        const { lang } = effect;
        return loadHyphenator(lang).then((hyphenator) => dispatch({ type: 'hyphenator', lang, hyphenator }));
      }
      case 'highlighter':
        // Once the text has been drawn without colours.
        this.#highlighter ??= drawn()
          .then(loadHighlighter)
          .then((highlight) => dispatch({ type: 'highlighter', highlight }));
        this.#highlighter.catch(fail);
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
        this.#browse(effect.url).catch(fail);
        return undefined;
      case 'edit':
        this.#edit(effect.article, effect.line).catch(fail);
        return undefined;
      case 'suspend':
        suspend();
        return undefined;
      case 'redraw':
        redraw();
        return undefined;
      case 'quit':
        quit();
        return undefined;
    }
  }

  #load(article: Article): Promise<unknown> | undefined {
    const { documents, dispatch } = this.#ports;
    const known = documents.known(article);
    if (known) {
      dispatch({ type: 'loaded', article, document: known });
      return undefined;
    }
    return documents.open(article).then(
      (document) => dispatch({ type: 'loaded', article, document }),
      (error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        dispatch({ type: 'failed', article, problem });
      },
    );
  }

  #snippets({ query, articles, cells }: Extract<Effect, { kind: 'snippets' }>): void {
    const { documents, dispatch } = this.#ports;
    const snippets = this.#search?.snippets(query, articles, documents, cells);
    if (snippets) dispatch({ type: 'snippets', query, snippets });
  }

  #remember(key: string, { place, read, starred }: Mark): void {
    if (key === UNNAMED) return;
    this.#ports.memory.update(key, {
      ...(place && { place }),
      ...(read !== undefined && { read }),
      ...(starred !== undefined && { starred }),
    });
  }

  #rememberSettings(settings: Settings): void {
    const { memory } = this.#ports;
    for (const [name, value] of Object.entries(settings)) {
      if (memory.settings.get(name) !== value) memory.set(name, value);
    }
  }

  #copy(text: string): void {
    const { environment, dispatch, send } = this.#ports;
    const { TERM = 'dumb' } = environment.env;
    const sequence = copySequence(text);
    const nothing = (what: 'clipboard' | 'copy'): void =>
      dispatch({ type: 'noticed', notice: { kind: 'unavailable', what } });
    if (TERM === 'dumb') nothing('clipboard');
    else if (sequence === undefined) nothing('copy');
    else send(sequence);
  }

  async #browse(url: string): Promise<void> {
    const { environment, dispatch } = this.#ports;
    const { openBrowser } = await import('./programs.ts');
    if (await openBrowser(url, environment.env, environment.process.platform)) return;
    dispatch({ type: 'noticed', notice: { kind: 'openFailed', url } });
  }

  async #edit(article: Article, line: number): Promise<void> {
    const { environment, documents, dispatch, lend } = this.#ports;
    const { env, cwd, stdin, language } = environment;
    const { editorCommand, runEditor } = await import('./programs.ts');
    const command = editorCommand(article.path, documents.fileLine(article, line), env);
    const ending = await lend(() => runEditor(command, { stdin, cwd }));
    if (ending === 0) return;
    const program = cleanLine(command[0]);
    const { editor } = readerMessages[language];
    const text = ending === undefined ? editor.missing(program) : editor.failed(program, ending);
    dispatch({ type: 'noticed', notice: { kind: 'problem', text } });
  }
}

/** When what was dispatched before has been drawn. */
const drawn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
