import type { Annotation } from '../annotations/annotation.ts';
import type { Document } from '../document/document.ts';
import type { Article } from '../library/article.ts';
import type { Snippet } from '../search/results.ts';
import type { BackgroundTheme } from '../style/theme.ts';
import type { Highlighter, Hyphenator } from '../text/line.ts';
import type { Command } from './command-table.ts';
import type { MouseInput } from './movement.ts';
import type { Notice } from './notice.ts';
import type { Configured } from './settings.ts';
import type { Filter, Results, Size, State } from './state.ts';

/** Everything the reducer handles. */
export type Action = InputAction | ExternalAction;

/** What the user did. */
export type InputAction = Readonly<
  /** `count` is the number typed before the key, if any. */
  | { type: 'command'; command: Command; count?: number | undefined }
  | { type: 'digit'; digit: string }
  /** The beginning of a sequence of keys. */
  | { type: 'prefix'; keys: string }
  /** Text typed or pasted into a text box. */
  | { type: 'text'; text: string }
  /** A key without a command in this context. */
  | { type: 'unbound' }
  | { type: 'mouse'; mouse: MouseInput }
>;

/** Events from the terminal, the files, the index and idle time. */
export type ExternalAction = Readonly<
  | { type: 'resized'; size: Size }
  /** The theme that suits the background color the terminal reported. */
  | { type: 'background'; theme: BackgroundTheme }
  /** The terminal replied to the last query sent at start-up. */
  | { type: 'replied' }
  | ({ type: 'articles' } & Pick<State['library'], 'articles' | 'warnings' | 'leftOut' | 'complete'>)
  | { type: 'indexed'; indexed: number; left?: number | undefined }
  | { type: 'found'; results: Results }
  | {
      type: 'snippets';
      query: string;
      snippets: Iterable<readonly [path: string, snippet: Snippet | undefined]>;
    }
  | { type: 'loaded'; article: Article; document: Document }
  | { type: 'failed'; article: Article; problem: string }
  /** The paths of the library cannot be read any more; the list stays as it was. */
  | { type: 'vanished' }
  /** More of the document was parsed, searched or laid out. */
  | { type: 'extended' }
  /** No other work is left. */
  | { type: 'idle' }
  /** Articles similar to the one at `path`. */
  | { type: 'related'; path: string; articles: readonly Article[] }
  | { type: 'highlighter'; highlight: Highlighter }
  | { type: 'hyphenator'; lang: Document['lang']; hyphenator: Hyphenator | undefined }
  /** Opens the search box with a query. */
  | { type: 'search'; query: string }
  /** Opens an article in the reader. */
  | { type: 'read'; path: string }
  /** Returns to the list of the previous session, and to the article that was selected there, or read last. */
  | ({
      type: 'resume';
      article: Article;
      query?: string | undefined;
    } & Partial<Filter>)
  /** The user has not moved for a moment. */
  | { type: 'rested' }
  /** What is remembered by the key `from` is now remembered by the key `to`. */
  | { type: 'renamed'; from: string; to: string }
  /** The file that a link in `from` leads to, outside the library. */
  | { type: 'fileOpened'; from: Article; article: Article; slug: string | undefined }
  /** The article of the same file that a link in `from` leads to, and the name of the place in it. */
  | { type: 'memberFound'; from: Article; path: string; slug: string | undefined }
  /** The annotations of the article with this key, as they are saved. */
  | { type: 'annotations'; key: string; annotations: readonly Annotation[] }
  /** The annotations of all articles, by their keys, as they are saved. */
  | { type: 'allAnnotations'; annotations: ReadonlyMap<string, readonly Annotation[]> }
  /** Notes of the article with this key, by annotation, that were being written when an earlier session ended. */
  | { type: 'drafts'; key: string; drafts: ReadonlyMap<string, string> }
  /** The note of an annotation, as the editor left it. */
  | { type: 'noteEdited'; id: string; text: string }
  | { type: 'noticed'; notice: Notice }
  /** Settings have changed outside the reader. */
  | { type: 'configured'; configured: Configured }
  /** So many bytes of a page are here, of `total` if that is known. */
  | { type: 'fetching'; url: string; bytes: number; total: number | undefined }
  /** A page is here, or cannot be fetched. */
  | { type: 'fetched'; url: string }
>;
