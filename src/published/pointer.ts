import { PublishedError } from './error.ts';
import { type FileKind, type FileReference, FORMAT_VERSION, MOST_HISTORY, type Pointer } from './format.ts';
import {
  choiceIn,
  countIn,
  type JsonObject,
  listIn,
  matchIn,
  objectIn,
  parsedJson,
  textIn,
} from './json-values.ts';

/** Bytes of the longest pointer. */
export const MOST_POINTER_BYTES = 256 * 1024;
/** UTF-16 units of the longest title of a library. */
export const MOST_TITLE = 300;

/** A file that a reference names has at most this many bytes: 1 TB. */
export const MOST_FILE_BYTES = 2 ** 40;
/** Bytes of the longest manifest, compressed or not: one of 20 million articles has some 5 MB. */
export const MOST_MANIFEST_BYTES = 16 * 1024 * 1024;
const HASH = /^[0-9a-f]{32}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

/** A time in UTC in ISO 8601. */
const timeIn = (value: unknown, name: string): string => matchIn(value, name, TIME);

export const hashIn = (value: unknown, name: string): string => matchIn(value, name, HASH);

/** A reference to a file of one kind, of at most `most` bytes. @throws {PublishedError} */
export function referenceIn(
  value: unknown,
  name: string,
  kind: FileKind,
  most = MOST_FILE_BYTES,
): FileReference {
  const { kind: own, hash, size } = objectIn(value, name);
  return {
    kind: choiceIn(own, `${name}.kind`, [kind]),
    hash: hashIn(hash, `${name}.hash`),
    size: countIn(size, `${name}.size`, most),
  };
}

const manifestIn = (value: unknown, name: string): FileReference =>
  referenceIn(value, name, 'manifest', MOST_MANIFEST_BYTES);

/** Checks that this program can read files of a version. @throws {PublishedError} `newer` if not */
export function checkVersion({ kiosque }: JsonObject): number {
  const version = countIn(kiosque, 'kiosque', 1_000_000);
  if (version > FORMAT_VERSION) throw new PublishedError('newer', `version ${version}`);
  return version;
}

/** The text of the pointer's file. */
export const formatPointer = (pointer: Pointer): string => `${JSON.stringify(pointer, undefined, 1)}\n`;

/**
 * Parses the pointer's file, whoever wrote it.
 *
 * @throws {PublishedError} if it is no pointer, or of a later version
 */
export function parsePointer(text: string): Pointer {
  if (text.length > MOST_POINTER_BYTES) throw new PublishedError('damaged', 'the pointer is too long');
  const value = objectIn(parsedJson(text, 'the pointer'), 'the pointer');
  return {
    kiosque: checkVersion(value),
    title: textIn(value.title, 'title', MOST_TITLE),
    published: timeIn(value.published, 'published'),
    manifest: manifestIn(value.manifest, 'manifest'),
    history: listIn(value.history, 'history', MOST_HISTORY, (item, name) => {
      const { published, manifest } = objectIn(item, name);
      return {
        published: timeIn(published, `${name}.published`),
        manifest: manifestIn(manifest, `${name}.manifest`),
      };
    }),
  };
}
