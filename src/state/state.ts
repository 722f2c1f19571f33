import type { Document } from '../document/document.ts';
import type { Article } from '../library/article.ts';
import type { LibraryWarning } from '../library/load-library.ts';
import type { Place } from '../memory/place.ts';
import type { Language } from '../messages/locale.ts';
import type { ReaderMessages } from '../messages/reader.ts';
import type { Snippet } from '../search/results.ts';
import type { ThemeName } from '../style/theme.ts';
import type { Highlighter, Hyphenator, LayoutOptions } from '../text/line.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** Cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The pane the keys go to, unless an overlay takes them. */
export type Focus = 'list' | 'reader';

export type Overlay =
  /** Typing in the search box; what is typed is `State.search.field`. `from` was selected before, to go back to. */
  | { readonly kind: 'search'; readonly from: string | undefined }
  /** Typing what to find in the article; `from` is where one was before, to go back to. */
  | { readonly kind: 'find'; readonly field: Field; readonly from: ReadingPosition }
  | { readonly kind: 'contents'; readonly row: number; readonly top: number; readonly from: ReadingPosition }
  /** `filter` is what the tags that are shown hold; `typing` whether the keys go into it. */
  | {
      readonly kind: 'tags';
      readonly row: number;
      readonly top: number;
      readonly filter: Field;
      readonly typing: boolean;
    }
  /** `over` is what it was opened from, to go back to. */
  | {
      readonly kind: 'help';
      readonly top: number;
      readonly filter: Field;
      readonly typing: boolean;
      readonly previous: Overlay | undefined;
    };

/** What is known of an article's reading. */
export interface Mark {
  readonly read?: boolean;
  readonly starred?: boolean;
  /** The first line shown when it was left. */
  readonly place?: Place;
}

/** Articles that answer a query, best first. */
export interface Results {
  readonly query: string;
  readonly tag: string | undefined;
  readonly articles: readonly Article[];
  /** The query in a spelling that finds more. */
  readonly suggestion: string | undefined;
}

/** Where the reader is to stand once the article's text is there, and parsed, searched and laid out so far. */
export type ScrollTarget =
  | { readonly kind: 'place' }
  /** The row that holds offset `at`, with so many rows `above` it. */
  | { readonly kind: 'offset'; readonly at: number; readonly above?: number }
  | { readonly kind: 'row'; readonly row: number }
  /** Of the way to the last screen. */
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'heading'; readonly slug: string }
  | { readonly kind: 'link'; readonly link: number }
  /** The first match or the last; a match by its number; so many matches on, or back. */
  | { readonly kind: 'match'; readonly last: boolean }
  | { readonly kind: 'hit'; readonly hit: number }
  | { readonly kind: 'step'; readonly steps: number };

/** Where one stands in a text. */
export interface ReadingPosition {
  /** First row of the page that is shown, and the offset in the text that row stands for at any width. */
  readonly top: number;
  readonly anchor: number;
}

export interface ReaderState extends ReadingPosition {
  readonly article: Article | undefined;
  readonly document: Document | undefined;
  /** Size and time of the file the document was read from. */
  readonly revision: string | undefined;
  /** Goes up whenever more of the document has been parsed or laid out, which changes it in place. */
  readonly version: number;
  /** Why the text is not there. */
  readonly problem: string | undefined;
  readonly scrollTarget: ScrollTarget | undefined;
  /** How the text that is shown is set, where setting it as it now should be takes longer. */
  readonly shownLayout: LayoutOptions | undefined;
  /** Whether someone has moved in it, rather than looked at it beside the list: then its place is kept. */
  readonly hasScrolled: boolean;
  /** What was searched for in this article alone. */
  readonly findQuery: string;
  /** The match one stands on, by its number. */
  readonly currentMatch: number | undefined;
  /** The link one stands on, by its number; those after the end count on from those in the text. */
  readonly currentLink: number | undefined;
  /** Articles like this one, once its end has come near. */
  readonly related: readonly Article[] | 'asked' | undefined;
  /** Places that links led away from, the last one last. */
  readonly history: readonly { readonly path: string; readonly anchor: number }[];
}

/** What just happened, for the status line; gone with the next key. */
export type Notice =
  | { readonly kind: 'copied'; readonly what: 'link' | 'source' | 'text' | 'selection' }
  | { readonly kind: 'opened'; readonly url: string }
  | { readonly kind: 'unopened'; readonly url: string }
  | { readonly kind: 'resumed'; readonly title: string; readonly progress: number }
  /** The text of the article was read anew; its file is no longer there. */
  | { readonly kind: 'reloaded' | 'gone' }
  /** A setting has become another. */
  | { readonly kind: 'set'; readonly setting: keyof Settings }
  | { readonly kind: 'mouse'; readonly on: boolean }
  | { readonly kind: 'nothing'; readonly what: Unavailable }
  /** Files of the library that were left out, or articles that are not whole. */
  | {
      readonly kind: 'skipped' | 'brokenFrontMatter';
      readonly count: number;
      /** Of the first of them. */
      readonly paths: readonly string[];
    }
  | { readonly kind: 'problem'; readonly text: string };

/** What was asked for and is not there. */
export type Unavailable = keyof ReaderMessages['nothing'];

export interface State {
  readonly size: Size;
  readonly language: Language;
  readonly focus: Focus;
  readonly overlay: Overlay | undefined;
  readonly library: {
    /** By date, the newest first. */
    readonly articles: readonly Article[];
    readonly warnings: readonly LibraryWarning[];
    /** Whether all of them are there. */
    readonly complete: boolean;
    /** How much of them can be searched, 0 to 1. */
    readonly indexed: number;
  };
  readonly list: {
    /** Path of the selected article; `row` is its row and `top` the first row shown. */
    readonly selected: string | undefined;
    readonly row: number;
    readonly top: number;
    readonly tag: string | undefined;
  };
  readonly search: {
    readonly field: Field;
    /** What was searched for before. */
    readonly last: string;
    readonly results: Results | undefined;
    /** By path, for the rows that have been seen with this query at this width; undefined where there is none. */
    readonly snippets: ReadonlyMap<string, Snippet | undefined>;
  };
  readonly reader: ReaderState;
  /** By the key of the article. */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly keyOf: (article: Article) => string;
  readonly settings: Settings;
  /** Loaded when it is first wanted. */
  readonly highlight: Highlighter | undefined;
  /** By the language of the text, those that have been wanted; undefined for a language that has none. */
  readonly hyphenators: ReadonlyMap<Document['lang'], Hyphenator | undefined>;
  /** The theme of `auto`. */
  readonly background: ThemeName;
  readonly notice: Notice | undefined;
  /** Digits typed before a command. */
  readonly count: string;
  /** Whether the program, rather than the terminal, has the mouse. */
  readonly mouse: boolean;
}

const emptyReader: ReaderState = {
  article: undefined,
  document: undefined,
  revision: undefined,
  version: 0,
  problem: undefined,
  scrollTarget: undefined,
  shownLayout: undefined,
  top: 0,
  anchor: 0,
  hasScrolled: false,
  findQuery: '',
  currentMatch: undefined,
  currentLink: undefined,
  related: undefined,
  history: [],
};

/** The state before any article is known. */
export function initialState(facts: {
  readonly size: Size;
  readonly language: Language;
  readonly settings?: Settings;
  readonly marks?: ReadonlyMap<string, Mark>;
  readonly keyOf?: (article: Article) => string;
  readonly lastSearch?: string | undefined;
  readonly background?: ThemeName;
}): State {
  return {
    size: facts.size,
    language: facts.language,
    focus: 'list',
    overlay: undefined,
    library: { articles: [], warnings: [], complete: false, indexed: 0 },
    list: { selected: undefined, row: 0, top: 0, tag: undefined },
    search: {
      field: { value: '', cursor: 0 },
      last: facts.lastSearch ?? '',
      results: undefined,
      snippets: new Map(),
    },
    reader: emptyReader,
    marks: facts.marks ?? new Map(),
    keyOf: facts.keyOf ?? (({ path }) => path),
    settings: facts.settings ?? defaultSettings,
    highlight: undefined,
    hyphenators: new Map(),
    background: facts.background ?? 'neutral',
    notice: undefined,
    count: '',
    mouse: true,
  };
}

/** The reader on another article, its text yet to come. */
export const readerFor = (article: Article | undefined, goal: ScrollTarget): ReaderState => ({
  ...emptyReader,
  article,
  scrollTarget: goal,
});

/** What tells the text of an article from what it was before or after a change of its file. */
export const revisionOf = ({ size, mtime }: Article): string => `${size} ${mtime}`;

/** The state with another setting, which is told. */
export const withSetting = <S extends keyof Settings>(
  state: State,
  setting: S,
  value: Settings[S],
): State => ({
  ...state,
  settings: { ...state.settings, [setting]: value },
  notice: { kind: 'set', setting },
});

/** A line of text being typed; `cursor` is a UTF-16 offset on a cluster boundary. */
export interface Field {
  readonly value: string;
  readonly cursor: number;
}
