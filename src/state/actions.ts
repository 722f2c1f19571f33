import type { Document } from '../document/document.ts';
import type { MouseInput } from '../keys/decode.ts';
import type { Article } from '../library/article.ts';
import type { LibraryWarning } from '../library/load-library.ts';
import type { Snippet } from '../search/results.ts';
import type { ThemeName } from '../style/theme.ts';
import type { Highlighter, Hyphenator } from '../text/line.ts';
import type { Command } from './commands.ts';
import type { Notice, Results, Size } from './state.ts';

/** Everything the reducer handles. */
export type Action = InputAction | ExternalAction;

/** What the user did. */
export type InputAction =
  /** `count` is the number typed before the key, if any. */
  | { readonly type: 'command'; readonly command: Command; readonly count?: number | undefined }
  | { readonly type: 'digit'; readonly digit: string }
  /** Text typed or pasted into a text box. */
  | { readonly type: 'text'; readonly text: string }
  /** A key without a command in this context. */
  | { readonly type: 'unbound' }
  | { readonly type: 'mouse'; readonly mouse: MouseInput };

/** Events from the terminal, the files, the index and idle time. */
export type ExternalAction =
  | { readonly type: 'resized'; readonly size: Size }
  /** The theme that suits the background color the terminal reported. */
  | { readonly type: 'background'; readonly theme: ThemeName }
  /** The terminal replied to the last query sent at start-up. */
  | { readonly type: 'replied' }
  | {
      readonly type: 'articles';
      readonly articles: readonly Article[];
      readonly warnings: readonly LibraryWarning[];
      readonly complete: boolean;
    }
  | { readonly type: 'indexed'; readonly indexed: number }
  | { readonly type: 'found'; readonly results: Results }
  | {
      readonly type: 'snippets';
      readonly query: string;
      readonly snippets: readonly (readonly [path: string, snippet: Snippet | undefined])[];
    }
  | { readonly type: 'loaded'; readonly article: Article; readonly document: Document }
  | { readonly type: 'failed'; readonly article: Article; readonly problem: string }
  /** More of the document was parsed, searched or laid out. */
  | { readonly type: 'extended' }
  /** No other work is left. */
  | { readonly type: 'idle' }
  /** Articles similar to the one at `path`. */
  | { readonly type: 'related'; readonly path: string; readonly articles: readonly Article[] }
  | { readonly type: 'highlighter'; readonly highlight: Highlighter }
  | {
      readonly type: 'hyphenator';
      readonly lang: Document['lang'];
      readonly hyphenator: Hyphenator | undefined;
    }
  /** Opens the search box with a query. */
  | { readonly type: 'search'; readonly query: string }
  /** Opens an article in the reader. */
  | { readonly type: 'read'; readonly path: string }
  /** Selects the article that was read last in the previous session. */
  | { readonly type: 'resume'; readonly path: string }
  | { readonly type: 'noticed'; readonly notice: Notice };
