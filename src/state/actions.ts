import type { Document } from '../document/document.ts';
import type { MouseInput } from '../keys/decode.ts';
import type { Article } from '../library/article.ts';
import type { LibraryWarning } from '../library/load-library.ts';
import type { Command } from '../messages/reader-commands.ts';
import type { Snippet } from '../search/results.ts';
import type { ThemeName } from '../style/theme.ts';
import type { Highlighter, Hyphenator } from '../text/line.ts';
import type { Settings } from './settings.ts';
import type { Mark, Notice, Results, Size, State } from './state.ts';

/** Everything that can happen. */
export type Action =
  /** `count` is the number typed before the key, if any. */
  | { readonly type: 'command'; readonly command: Command; readonly count?: number | undefined }
  | { readonly type: 'digit'; readonly digit: string }
  /** Typed or pasted into a box. */
  | { readonly type: 'text'; readonly text: string }
  /** A key that means nothing here. */
  | { readonly type: 'nothing' }
  | { readonly type: 'mouse'; readonly mouse: MouseInput }
  | { readonly type: 'resized'; readonly size: Size }
  /** What suits the terminal's background. */
  | { readonly type: 'background'; readonly theme: ThemeName }
  /** The terminal has answered what it was asked. */
  | { readonly type: 'answered' }
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
  /** More of the document was parsed or laid out. */
  | { readonly type: 'grown' }
  /** Nothing else is to be done: time for what is not urgent. */
  | { readonly type: 'idle' }
  /** What is like the article at `path`. */
  | { readonly type: 'related'; readonly path: string; readonly articles: readonly Article[] }
  | { readonly type: 'highlighter'; readonly highlight: Highlighter }
  | {
      readonly type: 'hyphenator';
      readonly lang: Document['lang'];
      readonly hyphenator: Hyphenator | undefined;
    }
  /** Opens the search box with `query` in it. */
  | { readonly type: 'search'; readonly query: string }
  /** Opens this article in the reader. */
  | { readonly type: 'read'; readonly path: string }
  /** Selects the article that was left last. */
  | { readonly type: 'resume'; readonly path: string }
  | { readonly type: 'noticed'; readonly notice: Notice };

/** What the reducer wants done outside; one place does it (`panes/` and `commands/read`). */
export type Effect =
  | { readonly kind: 'load'; readonly article: Article }
  | { readonly kind: 'hyphenator'; readonly lang: Document['lang'] }
  | { readonly kind: 'highlighter' }
  | { readonly kind: 'search'; readonly query: string; readonly tag: string | undefined }
  /** Articles like this one. */
  | { readonly kind: 'related'; readonly article: Article; readonly document: Document }
  /** One line of each of these articles around what the query found in it. */
  | {
      readonly kind: 'snippets';
      readonly query: string;
      readonly articles: readonly Article[];
      readonly cells: number;
    }
  | { readonly kind: 'remember'; readonly key: string; readonly mark: Mark }
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'browse'; readonly url: string }
  /** `line` counts from 0, in the file's body. */
  | { readonly kind: 'edit'; readonly article: Article; readonly line: number }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'quit' };

/** What an action leads to. */
export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export const step = (state: State, ...effects: readonly Effect[]): Step => ({ state, effects });
