import type { Annotation } from '../annotations/annotation.ts';
import type { Range } from '../annotations/text-quote.ts';
import type { Document } from '../document/document.ts';
import type { Article } from '../library/article.ts';
import type { LeftOut } from '../library/left-out.ts';
import type { LibraryWarning } from '../library/load-library.ts';
import { DEFAULT_SORTING, type Sorting } from '../library/sort-articles.ts';
import type { Place } from '../memory/place.ts';
import type { Language } from '../messages/locale.ts';
import type { Unavailable } from '../messages/reader.ts';
import type { Condition } from '../search/conditions.ts';
import type { Snippet } from '../search/results.ts';
import { OWN_KEYS } from '../settings/keymap.ts';
import type { BackgroundTheme } from '../style/theme.ts';
import type { Highlighter, Hyphenator, LayoutOptions } from '../text/line.ts';
import type { Notice } from './notice.ts';
import { type Configured, defaultSettings, type Settings } from './settings.ts';

/** In cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The pane that receives the keys while no overlay is open. */
export type Focus = 'list' | 'reader';

/** What a key is looked up in. `search`, `find`, `filter` and `note` are text boxes. */
export type Context = 'list' | 'reader' | 'search' | 'find' | 'menu' | 'help' | 'filter' | 'select' | 'note';

/** A line of text being edited; `cursor` is a UTF-16 offset on a grapheme cluster boundary. */
export interface Field {
  readonly value: string;
  readonly cursor: number;
}

export const emptyField: Field = { value: '', cursor: 0 };

/**
 * What is open over the panes and takes their keys. `from` is what closing restores. The rows of the filters and of the help
 * are searched by `field`, into which the keys go while `typing` is true.
 */
export type Overlay = Readonly<
  /** The search box; its text is `State.search.field`, and `from` the path of the article selected before. */
  | { kind: 'search'; from: string | undefined }
  | { kind: 'find'; field: Field; from: ReadingPosition }
  | { kind: 'contents'; row: number; top: number; from: ReadingPosition }
  | { kind: 'filters'; row: number; top: number; field: Field; typing: boolean }
  /** The theme to choose; the screen is drawn in the selected one. */
  | { kind: 'themes'; row: number; top: number }
  /** A passage being selected, from the word at `anchor`, if that is set, to the one at `cursor`. */
  | { kind: 'select'; cursor: Range; anchor: Range | undefined }
  /** The note of annotation `id` being written; `isDraft` if it was not saved when it was last written. */
  | { kind: 'note'; id: string; field: Field; isDraft: boolean }
  /** A page of rows that scrolls: the help, or the names of what is left out. `previous` is the overlay that it was opened from. */
  | {
      kind: 'help' | 'leftOut';
      top: number;
      field: Field;
      typing: boolean;
      previous: Overlay | undefined;
    }
>;

/** What is remembered about an article. */
export interface Mark {
  readonly read?: boolean;
  readonly starred?: boolean;
  /** How many passages of it are highlighted, and how many of these have a note. */
  readonly highlights?: number;
  readonly notes?: number;
  /** The first line on the screen when the article was left. */
  readonly place?: Place;
}

/** The filter of the list: at most one of these. */
export interface Filter {
  readonly tag: string | undefined;
  readonly condition: Condition | undefined;
  /** A folder of the library, as a path below its root. */
  readonly folder?: string | undefined;
}

/** Articles matching a query, best first. */
export interface Results extends Filter {
  readonly query: string;
  readonly articles: readonly Article[];
  /** By path, the notes of the articles that were found by these only. */
  readonly notes?: ReadonlyMap<string, string>;
  /** Another spelling of the query, which matches more. */
  readonly suggestion: string | undefined;
  /** If nothing matches, a tag that the query asks for and no article has. */
  readonly unknownTag?: string | undefined;
  /** How many more articles have only some of the words; none or undefined if all are shown. */
  readonly folded?: number;
}

/** Where the reader is to scroll as soon as the text is loaded, parsed, searched and laid out far enough. */
export type ScrollTarget = Readonly<
  /** The position saved when the article was last left. */
  | { kind: 'saved' }
  /** The row with text offset `at`, leaving `above` rows above it, with a link selected; `cutOff` as in `ReaderState`. */
  | { kind: 'offset'; at: number; above?: number; link?: number | undefined; cutOff?: Place | undefined }
  | { kind: 'row'; row: number }
  /** Percentage of the way from the first screen to the last. */
  | { kind: 'percent'; percent: number }
  | { kind: 'heading'; slug: string }
  | { kind: 'link'; link: number }
  /** The place of hidden characters with this number; after the last one comes the first. */
  | { kind: 'hidden'; place: number }
  | { kind: 'firstMatch' | 'lastMatch' }
  | { kind: 'match'; match: number }
  /** So many matches further on, or back if negative. */
  | { kind: 'step'; steps: number }
>;

/** A position in a text, kept across changes of width. */
export interface ReadingPosition {
  /** First row on the screen. */
  readonly top: number;
  /** Text offset of that row, which identifies it at any width. */
  readonly anchor: number;
}

/** An annotation that can be brought back, with the draft of its note if there was one. */
export interface RemovedAnnotation {
  readonly annotation: Annotation;
  readonly draft: string | undefined;
}

export interface ReaderState extends ReadingPosition {
  readonly article: Article | undefined;
  readonly document: Document | undefined;
  /** Revision of the file that the document was read from. */
  readonly revision: string | undefined;
  /** Incremented whenever more of the document is parsed or laid out, which changes the document in place. */
  readonly version: number;
  /** Why the text could not be loaded. */
  readonly problem: string | undefined;
  readonly scrollTarget: ScrollTarget | undefined;
  /** The layout on the screen while the one now asked for is still being prepared; undefined once it is ready. */
  readonly shownLayout: LayoutOptions | undefined;
  /** False while the article has only been previewed beside the list: then its position is not saved. */
  readonly hasScrolled: boolean;
  /** The position before the file became too short for it. It is kept until the user scrolls, for the rest may be to come. */
  readonly cutOff: Place | undefined;
  /** Query of the last search within this article. */
  readonly findQuery: string;
  /** Where the last jump to a heading, along a link or back led; a new object for each, even to where the reader is. */
  readonly landing: { readonly at: number } | undefined;
  /** Number of the match the reader is at. */
  readonly currentMatch: number | undefined;
  /** Number of the selected link; related articles are numbered after the links of the text. */
  readonly currentLink: number | undefined;
  /** Number of the place of hidden characters the reader is at. */
  readonly currentHidden: number | undefined;
  /** Whether the user has been told that hidden characters were removed. */
  readonly hasToldHidden: boolean;
  /** The id of the annotation that the reader has gone to. */
  readonly currentAnnotation: string | undefined;
  /** The annotations that were removed and can be brought back, the last one first. */
  readonly removed: readonly RemovedAnnotation[];
  /** True from a removal until another annotation is gone to, or the text scrolled: then the next one is not removed, too. */
  readonly isRestoring: boolean;
  /** The offset of the text where the mouse was pressed. */
  readonly pressed: number | undefined;
  /** Cells by which wide code is scrolled sideways; 0 while its lines are cut instead. */
  readonly codeColumn: number;
  /** Similar articles, requested when the end of the article is near. */
  readonly related: readonly Article[] | 'requested' | undefined;
}

/** A position that a jump began at. */
export interface JumpOrigin extends ReadingPosition {
  readonly path: string;
  /** True if a link was followed there. */
  readonly byLink: boolean;
  /** The number of that link, unless it was a related article. */
  readonly link: number | undefined;
}

/** The jumps in the articles of this session, as in vim: to the end, from the contents, along links, to results. */
export interface JumpList {
  /** The latest last. */
  readonly origins: readonly JumpOrigin[];
  /** The number of the origin that the reader has gone back to; otherwise that of the next one to come. */
  readonly index: number;
  /** Where the last jump began, back or forward. */
  readonly last: JumpOrigin | undefined;
}

export interface State {
  readonly size: Size;
  readonly language: Language;
  /** True if the reader is heard rather than seen. */
  readonly isSpoken: boolean;
  readonly focus: Focus;
  readonly overlay: Overlay | undefined;
  readonly library: {
    /** Newest first; of the bundled ones, those in the language of the interface. */
    readonly articles: readonly Article[];
    readonly warnings: readonly LibraryWarning[];
    /** The files left out of its folders; undefined until they are known. */
    readonly leftOut?: readonly LeftOut[] | undefined;
    /** False while articles are still being listed. */
    readonly complete: boolean;
    /** Share of the library that can be searched, 0 to 1. */
    readonly indexed: number;
    /** Seconds until all of it can be searched; undefined if that is not known. */
    readonly left?: number | undefined;
  };
  /** The paths of the library, absolute: files and folders. */
  readonly roots: readonly string[];
  readonly list: Sorting &
    Filter & {
      /** Path of the selected article; `row` is its row and `top` the first row on the screen. */
      readonly selected: string | undefined;
      readonly row: number;
      readonly top: number;
      /**
       * The marks that the articles are filtered and sorted by: those of when the list got the focus, a filter or an order, so
       * that no row moves or disappears while an article is read.
       */
      readonly marks: State['marks'];
    };
  readonly search: {
    readonly field: Field;
    /** The previous query, recalled by Up in an empty box. */
    readonly last: string;
    readonly results: Results | undefined;
    /** True if articles are asked for that have only some of the words of this query. */
    readonly all: boolean;
    /** By path, for the rows shown so far with this query at this width; undefined for an article without one. */
    readonly snippets: ReadonlyMap<string, Snippet | undefined>;
  };
  readonly reader: ReaderState;
  readonly jumps: JumpList;
  /** By the article's key: the annotations of the articles that have been opened. */
  readonly annotations: ReadonlyMap<string, readonly Annotation[]>;
  /** Notes that are being written, and are not saved yet; see `withDraft`. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Articles outside the library that links have led to. */
  readonly visited: readonly Article[];
  /** By the article's key (see `keyOf`); the article read last comes last. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** The key an article is remembered by, which survives a move of its folder. */
  readonly keyOf: (article: Article) => string;
  readonly settings: Settings;
  /** What is set outside the reader; some of `settings` come from it. */
  readonly configured: Configured;
  /** Syntax highlighting, loaded for the first text with code. */
  readonly highlight: Highlighter | undefined;
  /** By language of the text, for the languages loaded so far; undefined for a language without patterns. */
  readonly hyphenators: ReadonlyMap<Document['lang'], Hyphenator | undefined>;
  /** The theme that `auto` stands for. */
  readonly background: BackgroundTheme;
  readonly notice: Notice | undefined;
  /** The address of the page that is being fetched. */
  readonly fetching: string | undefined;
  /** Digits typed before a command. */
  readonly count: string;
  /** The keys typed so far of a sequence of keys, with blanks between them. */
  readonly pending: string;
  /** Whether mouse events come to the program; otherwise the terminal handles them itself. */
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
  cutOff: undefined,
  findQuery: '',
  landing: undefined,
  currentMatch: undefined,
  currentLink: undefined,
  currentHidden: undefined,
  hasToldHidden: false,
  currentAnnotation: undefined,
  removed: [],
  isRestoring: false,
  pressed: undefined,
  codeColumn: 0,
  related: undefined,
};

/** The filter that all articles pass. */
export const NO_FILTER: Filter = { tag: undefined, condition: undefined, folder: undefined };

/** The state at start-up, before any article is listed. */
export const initialState = (
  facts: Pick<State, 'size' | 'language'> &
    Partial<Pick<State, 'isSpoken' | 'roots' | 'settings' | 'configured' | 'marks' | 'keyOf' | 'background'>>,
  lastSearch = '',
  sorting = DEFAULT_SORTING,
): State => ({
  isSpoken: false,
  focus: 'list',
  overlay: undefined,
  library: { articles: [], warnings: [], complete: false, indexed: 0 },
  roots: [],
  list: {
    selected: undefined,
    row: 0,
    top: 0,
    ...sorting,
    ...NO_FILTER,
    marks: facts.marks ?? new Map(),
  },
  search: { field: emptyField, last: lastSearch, results: undefined, all: false, snippets: new Map() },
  reader: emptyReader,
  jumps: { origins: [], index: 0, last: undefined },
  annotations: new Map(),
  drafts: new Map(),
  visited: [],
  marks: new Map(),
  keyOf: ({ path }) => path,
  settings: defaultSettings,
  configured: { language: facts.language, settings: {}, mouse: true, ownLooks: [], keymap: OWN_KEYS },
  highlight: undefined,
  hyphenators: new Map(),
  background: 'neutral',
  notice: undefined,
  fetching: undefined,
  count: '',
  pending: '',
  mouse: facts.configured?.mouse ?? true,
  ...facts,
});

/** The reader before the text of `article` is loaded. */
export const readerFor = (article: Article | undefined, scrollTarget: ScrollTarget): ReaderState => ({
  ...emptyReader,
  article,
  scrollTarget,
});

/** Identifies the contents of an article's file: it differs after every change. */
export const revisionOf = ({ size, mtime }: Article): string => `${size} ${mtime}`;

const changing =
  <Part extends 'reader' | 'list' | 'search'>(part: Part) =>
  (state: State, change: Partial<State[Part]>): State => ({
    ...state,
    [part]: { ...state[part], ...change },
  });

export const withReader = changing('reader');
export const withList = changing('list');
export const withSearch = changing('search');

/** Reports in the status line that something asked for is not available. */
export const withUnavailable = (state: State, what: Unavailable): State => ({
  ...state,
  notice: { kind: 'unavailable', what },
});

/** Changes a setting, and reports its new value. */
export const withSetting = <S extends keyof Settings>(
  state: State,
  setting: S,
  value: Settings[S],
): State => ({
  ...state,
  settings: { ...state.settings, [setting]: value },
  notice: { kind: 'setting', setting },
});
