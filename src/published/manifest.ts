import { compressJson, decompressJson } from './compressed.ts';
import { damaged } from './error.ts';
import {
  type CataloguePage,
  HASH_BYTES,
  type PublishedManifest,
  type PublishedSegment,
  type RangedReference,
} from './format.ts';
import { countIn, listIn, objectIn, optional, textIn } from './json-values.ts';
import { checkVersion, MOST_MANIFEST_BYTES, MOST_TITLE, referenceIn } from './pointer.ts';

/** Articles of the largest library. */
export const MOST_ARTICLES = 20_000_000;
/** Bytes of the largest page of the catalogue, of the head of a segment, and of a whole dictionary, as they are stored. */
export const MOST_PAGE_BYTES = 32 * 1024 * 1024;
export const MOST_HEAD_BYTES = 32 * 1024 * 1024;
export const MOST_DICTIONARY_BYTES = 128 * 1024 * 1024;
const MOST_SEGMENTS = 1000;
/** Documents of all segments, deleted ones included: those of a segment are fewer than its articles. */
const MOST_DOCUMENTS = 2 * MOST_ARTICLES;
const MOST_PAGES = 100_000;
const MOST_TEXTS = 100_000;

/** The content of the manifest's file. */
export const encodeManifest = (manifest: PublishedManifest): Uint8Array => compressJson(manifest);

/**
 * Reads a manifest's file, whoever wrote it.
 *
 * @throws {PublishedError} if it is none, contradicts itself, or is of a later version
 */
export function decodeManifest(bytes: Uint8Array): PublishedManifest {
  const value = objectIn(decompressJson(bytes, MOST_MANIFEST_BYTES, 'the manifest'), 'the manifest');
  const manifest = {
    kiosque: checkVersion(value),
    title: textIn(value.title, 'title', MOST_TITLE),
    count: countIn(value.count, 'count', MOST_ARTICLES),
    segments: listIn(value.segments, 'segments', MOST_SEGMENTS, segmentIn),
    catalogue: listIn(value.catalogue, 'catalogue', MOST_PAGES, cataloguePageIn),
    texts: listIn(value.texts, 'texts', MOST_TEXTS, (item, name) => referenceIn(item, name, 'texts')),
    index: countIn(value.index, 'index', Number.MAX_SAFE_INTEGER),
  };
  if (sumOf(manifest.segments) > MOST_DOCUMENTS) damaged('the segments have too many articles');
  if (sumOf(manifest.catalogue) !== manifest.count) damaged('the catalogue has another number of articles');
  return manifest;
}

const sumOf = (parts: readonly { readonly count: number }[]): number =>
  parts.reduce((sum, { count }) => sum + count, 0);

function segmentIn(value: unknown, name: string): PublishedSegment {
  const { count: documents, head, parts, dictionary, deleted } = objectIn(value, name);
  const count = countIn(documents, `${name}.count`, MOST_ARTICLES);
  const bits = optional(deleted, (text) => base64In(text, `${name}.deleted`, Math.ceil(count / 8)));
  return {
    count,
    head: referenceIn(head, `${name}.head`, 'head', MOST_HEAD_BYTES),
    parts: rangedIn(parts, `${name}.parts`),
    dictionary: referenceIn(dictionary, `${name}.dictionary`, 'dictionary', MOST_DICTIONARY_BYTES),
    ...(bits !== undefined && { deleted: bits }),
  };
}

/** A segment's file: after its content come whole hashes. The head says of how many units. */
function rangedIn(value: unknown, name: string): RangedReference {
  const reference = referenceIn(value, name, 'segment');
  const content = countIn(objectIn(value, name).content, `${name}.content`, reference.size);
  if ((reference.size - content) % HASH_BYTES !== 0) damaged(`${name} has another size`);
  return { ...reference, content };
}

/** Base64 of exactly `bytes` bytes. */
function base64In(value: unknown, name: string, bytes: number): string {
  const text = textIn(value, name, 4 * Math.ceil(bytes / 3));
  return Buffer.from(text, 'base64').length === bytes ? text : damaged(`${name} has another length`);
}

function cataloguePageIn(value: unknown, name: string): CataloguePage {
  const reference = referenceIn(value, name, 'catalogue', MOST_PAGE_BYTES);
  return { ...reference, count: countIn(objectIn(value, name).count, `${name}.count`, MOST_ARTICLES) };
}
