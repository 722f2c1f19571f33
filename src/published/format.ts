/**
 * A published library is a folder of files that any web server can serve: a pointer (`POINTER`), which alone changes, and
 * files named by their content below `FILES`. A file names others by reference, so the pointer vouches for all of them: a reader that
 * checks each file by its name, and each range by its hash, reads exactly what was published.
 */

/** The name of the pointer in the published folder. */
export const POINTER = 'kiosque.json';
/** The folder of all other files, below the published one. */
export const FILES = 'kiosque';
/** Increases when older readers could not read the files. */
export const FORMAT_VERSION = 1;

/** Earlier manifests that a pointer names, at most. */
export const MOST_HISTORY = 1000;

/** Bytes of a hash: the beginning of a SHA-256. */
export const HASH_BYTES = 16;

/** Kinds of files, which are the suffixes of their names. */
export type FileKind = 'manifest' | 'catalogue' | 'head' | 'segment' | 'dictionary' | 'texts';

/** A file by its content. */
export interface FileReference {
  readonly kind: FileKind;
  /** The hash of its bytes, in hexadecimal: `HASH_BYTES` of SHA-256. */
  readonly hash: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * A file that is read by ranges: units of content, then the hash of each unit. The head of the segment has the lengths of the
 * units and the hashes of these hashes.
 */
export interface RangedReference extends FileReference {
  /** Bytes of content, before the hashes. */
  readonly content: number;
}

/** The content of the pointer. */
export interface Pointer {
  /** The format's version. */
  readonly kiosque: number;
  readonly title: string;
  /** When it was published, in ISO 8601 with time. */
  readonly published: string;
  readonly manifest: FileReference;
  /** Earlier manifests that are kept, newest first. */
  readonly history: readonly { readonly published: string; readonly manifest: FileReference }[];
}

/** The content of a manifest: all files of one state of the library. */
export interface PublishedManifest {
  readonly kiosque: number;
  readonly title: string;
  /** Number of articles. */
  readonly count: number;
  readonly segments: readonly PublishedSegment[];
  /** The list of all articles, newest first. */
  readonly catalogue: readonly CataloguePage[];
  /** The files that hold the articles' texts; a `TextPlace` names one by its hash. */
  readonly texts: readonly FileReference[];
  /** The version of the code that made the segments. A publisher with another one makes them anew; readers need not look. */
  readonly index: number;
}

/** A part of the index, over some of the articles. */
export interface PublishedSegment {
  /** Number of documents, deleted ones included. */
  readonly count: number;
  readonly head: FileReference;
  readonly parts: RangedReference;
  /** The whole dictionary, for misspelled words. */
  readonly dictionary: FileReference;
  /** A bit for each deleted document, in base64; absent if none is. */
  readonly deleted?: string;
}

/** A page of the list of articles. */
export interface CataloguePage extends FileReference {
  /** Number of articles. */
  readonly count: number;
}

/** Where the text of an article is. */
export interface TextPlace {
  /** The hash of its file, since the order of files changes with manifests. */
  readonly file: string;
  /** The bytes of its compressed group in the file, and their hash in hexadecimal. */
  readonly at: number;
  readonly length: number;
  readonly hash: string;
  /** Its number in the group. */
  readonly index: number;
}
