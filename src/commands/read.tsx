import type { Article } from '../library/article.ts';
import { openLibrary } from '../library/open.ts';
import { makeTheme, themeFor } from '../output/theme.ts';
import { openDisplay } from '../panes/display.tsx';
import { openKeyboard } from '../panes/keyboard.ts';
import { screenOf } from '../panes/screen.ts';
import { copySequence, ENTER, LEAVE, MOUSE_OFF, MOUSE_ON } from '../panes/terminal.ts';
import type { Effect } from '../state/actions.ts';
import { initialState, type Size } from '../state/state.ts';
import type { Environment, ExitCode, ReaderOptions } from './environment.ts';
import { CatalogueSearch } from './reader/catalogue-search.ts';
import { Documents } from './reader/documents.ts';
import { Session } from './reader/session.ts';

/** Opens the reader and runs it until it is quit. */
export async function runReader(environment: Environment, options: ReaderOptions): Promise<ExitCode> {
  const { stdin, stdout, language, now } = environment;
  const sizeNow = (): Size => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
  const write = (text: string): void => void stdout.write(text);
  const documents = new Documents(options.piped?.body);
  const search = new CatalogueSearch();
  const display = openDisplay(stdin, write);
  const background = themeFor(undefined, environment.env.COLORFGBG);
  let finish: (code: ExitCode) => void = () => {};
  const finished = new Promise<ExitCode>((resolve) => {
    finish = resolve;
  });

  const session = new Session(initialState({ size: sizeNow(), language }), {
    now,
    draw: (state) => {
      const name = state.settings.theme === 'auto' ? background : state.settings.theme;
      display.draw(screenOf(state), state.size, makeTheme(name, environment.colour));
    },
    perform,
  });

  function perform(effect: Effect): Promise<unknown> | undefined {
    switch (effect.kind) {
      case 'load':
        return load(effect.article);
      case 'search': {
        session.dispatch({ type: 'found', results: search.search(effect.query, effect.tag) });
        const { articles } = session.state.search.results ?? { articles: [] };
        const snippets = articles.slice(0, 50).flatMap((article) => {
          const found = search.snippet(article, effect.query, 160);
          return found ? [[article.path, found] as const] : [];
        });
        session.dispatch({ type: 'snippets', query: effect.query, snippets });
        return;
      }
      case 'copy': {
        const sequence = copySequence(effect.text);
        if (sequence !== undefined) write(sequence);
        return;
      }
      case 'redraw':
        display.forget();
        session.draw();
        return;
      case 'quit':
        finish(0);
        return;
    }
  }

  function load(article: Article): Promise<unknown> | undefined {
    const { path } = article;
    const known = documents.known(article);
    if (known) {
      session.dispatch({ type: 'loaded', path, document: known });
      return;
    }
    return documents.open(article).then(
      (document) => session.dispatch({ type: 'loaded', path, document }),
      (error: unknown) =>
        session.dispatch({
          type: 'failed',
          path,
          problem: error instanceof Error ? error.message : String(error),
        }),
    );
  }

  write(ENTER + MOUSE_ON);
  const keyboard = openKeyboard(
    stdin,
    (inputs) => session.input(inputs),
    () => finish(0),
  );
  const resized = (): void => session.dispatch({ type: 'resized', size: sizeNow() });
  stdout.on('resize', resized);
  try {
    const library = options.piped
      ? { articles: [options.piped.article], warnings: [] }
      : await openLibrary(options.paths.length > 0 ? options.paths : [environment.catalogue]);
    session.dispatch({ type: 'articles', ...library, complete: true });
    void (async () => {
      for (const article of library.articles) {
        const document = await documents.open(article);
        document.extend(Number.POSITIVE_INFINITY);
        search.add(article, document.text);
      }
      session.dispatch({ type: 'indexed', indexed: 1 });
      if (options.search) session.dispatch({ type: 'search', query: options.search });
    })();
    return await finished;
  } finally {
    session.close();
    stdout.off('resize', resized);
    display.close();
    keyboard.close();
    write(MOUSE_OFF + LEAVE);
  }
}
