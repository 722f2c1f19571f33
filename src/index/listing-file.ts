import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { LeftOut } from '../library/left-out.ts';
import type { LibraryWarning } from '../library/load-library.ts';

/** Facts about a library's list as a whole. */
export interface ListingFacts {
  /** The state of the index that it was made for: see `keyOf`. */
  readonly key: string;
  /** The local day on which it was made, as ISO 8601. Until an article's date has come, it is a draft. */
  readonly day: string;
  /** The first of the dates to come, after which drafts are others. */
  readonly until?: string | undefined;
  /** Number of drafts, which are last. */
  readonly drafts: number;
  /** True if all articles have the same author, or none. */
  readonly hasOneAuthor: boolean;
  readonly warnings: readonly Omit<LibraryWarning, 'cause'>[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The list of a library as columns: so that a hundred thousand rows are read without making an object for each. Files and rows
 * keep their places when articles are listed in another order. Some files have no article.
 */
export interface ListingColumns {
  /** Paths of folders, absolute, that files refer to. */
  readonly folders: TextColumn;
  /** By file: the position of its folder, its name, its size in bytes (-1 if there is none) and its time in milliseconds. */
  readonly folderOf: Uint32Array;
  readonly names: TextColumn;
  readonly sizes: Float64Array;
  readonly times: Float64Array;
  /** The rows of articles in the order in which they are listed. */
  readonly order: Uint32Array;
  /** By row: the position of its file, its document in the index, its id and title, and its name in a packed file. */
  readonly fileOf: Uint32Array;
  readonly docs: Uint32Array;
  readonly ids: TextColumn;
  readonly titles: TextColumn;
  readonly members: TextColumn;
}

/** Between texts: no name of a file, title or id has it. */
const SEPARATOR = '\0';

/** Texts that are joined and deflated in the file: decoded when they are first asked for, and not again to be written. */
export class TextColumn {
  #values: readonly string[] | undefined;
  #bytes: Uint8Array | undefined;

  /** @param texts  or their bytes, as `bytes` returned them */
  constructor(texts: readonly string[] | Uint8Array) {
    if (texts instanceof Uint8Array) this.#bytes = texts;
    else this.#values = texts;
  }

  get values(): readonly string[] {
    this.#values ??= inflateRawSync(this.bytes).toString().split(SEPARATOR);
    return this.#values;
  }

  get bytes(): Uint8Array {
    // The fastest level: higher ones save little.
    this.#bytes ??= deflateRawSync((this.#values ?? []).join(SEPARATOR), { level: 1 });
    return this.#bytes;
  }

  /** True if its texts can be told apart in a file. */
  get isSound(): boolean {
    return this.#values?.every((text) => !text.includes(SEPARATOR)) ?? true;
  }
}

const NUMBERS = ['sizes', 'times', 'folderOf', 'fileOf', 'docs', 'order'] as const;
const TEXTS = ['folders', 'names', 'members', 'ids', 'titles'] as const;
type Part = (typeof NUMBERS)[number] | (typeof TEXTS)[number];

interface Head {
  readonly facts: ListingFacts;
  /** Bytes of each part, in this order. */
  readonly parts: readonly (readonly [Part, number])[];
}

/** Bytes before the head: a checksum of all that follows, and the length of the head. */
const START = 8;

/** True if a listing can be written so that the same is read. */
export const isSound = (columns: ListingColumns): boolean => TEXTS.every((part) => columns[part].isSound);

/** The bytes of a listing: a checksum; facts and lengths as JSON; numbers; and texts, joined. Each part is deflated. */
export function listingFile(facts: ListingFacts, columns: ListingColumns): Uint8Array {
  const parts: [Part, Uint8Array][] = [];
  for (const name of NUMBERS) {
    const { buffer, byteOffset, byteLength } = columns[name];
    parts.push([name, deflateRawSync(new Uint8Array(buffer, byteOffset, byteLength), { level: 1 })]);
  }
  for (const name of TEXTS) parts.push([name, columns[name].bytes]);
  const head: Head = { facts, parts: parts.map(([name, bytes]) => [name, bytes.length]) };
  const json = Buffer.from(JSON.stringify(head));
  const body = Buffer.concat([json, ...parts.map(([, bytes]) => bytes)]);
  const start = Buffer.alloc(START);
  start.writeUInt32LE(json.length, 4);
  start.writeUInt32LE(crc32(body, crc32(start.subarray(4))), 0);
  return Buffer.concat([start, body]);
}

/** Reads a listing; undefined if it is damaged. Texts are decoded when they are first asked for. */
export function readListingFile(
  bytes: Uint8Array,
): { readonly facts: ListingFacts; readonly columns: ListingColumns } | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < START || crc32(file.subarray(4)) !== file.readUInt32LE(0)) return undefined;
  const length = file.readUInt32LE(4);
  const { facts, parts } = JSON.parse(file.toString('utf8', START, START + length)) as Head;
  const places = new Map<Part, Buffer>();
  let at = START + length;
  for (const [name, size] of parts) {
    places.set(name, file.subarray(at, at + size));
    at += size;
  }
  const bytesOf = (part: Part): Buffer => places.get(part) ?? Buffer.alloc(0);
  // A copy, as numbers must begin at a multiple of their bytes.
  const numbers = <T>(part: Part, Numbers: NumberArray<T>): T =>
    new Numbers(new Uint8Array(inflateRawSync(bytesOf(part))).buffer);
  return {
    facts,
    columns: {
      folders: new TextColumn(bytesOf('folders')),
      folderOf: numbers('folderOf', Uint32Array),
      names: new TextColumn(bytesOf('names')),
      sizes: numbers('sizes', Float64Array),
      times: numbers('times', Float64Array),
      order: numbers('order', Uint32Array),
      fileOf: numbers('fileOf', Uint32Array),
      docs: numbers('docs', Uint32Array),
      ids: new TextColumn(bytesOf('ids')),
      titles: new TextColumn(bytesOf('titles')),
      members: new TextColumn(bytesOf('members')),
    },
  };
}

interface NumberArray<T> {
  new (buffer: ArrayBufferLike): T;
}
