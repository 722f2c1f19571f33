import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ByteReader, ByteWriter } from '../algorithms/varints.ts';
import { boundedJson } from './bounded-json.ts';
import { damaged } from './error.ts';
import { DOCUMENTS } from './segment-head.ts';

/**
 * A unit of documents has what is shown of `DOCUMENTS` articles: the length of their facts (JSON, deflated), the facts, and then
 * for each the length of its offsets and these, as `Offsets.record` gives them.
 */

/** A document as it is published: its facts, which must be JSON, and its offsets. */
export interface DocumentRecord {
  readonly facts: unknown;
  readonly offsets: Uint8Array;
}

/** Bytes of the longest facts of a unit. */
const MOST_FACTS = 32 * 1024 * 1024;

/** The bytes of a unit. */
export function encodeDocuments(documents: readonly DocumentRecord[]): Uint8Array {
  const facts = deflateRawSync(JSON.stringify(documents.map((document) => document.facts)), { level: 9 });
  const writer = new ByteWriter(facts.length + 64 * documents.length);
  writer.varint(facts.length);
  writer.bytes(facts);
  for (const { offsets } of documents) {
    writer.varint(offsets.length);
    writer.bytes(offsets);
  }
  return writer.copy();
}

/** The facts in a unit. @throws {PublishedError} */
export function factsIn(unit: Uint8Array): readonly unknown[] {
  const reader = new ByteReader(unit);
  const length = reader.varint();
  try {
    const bytes = inflateRawSync(unit.subarray(reader.at, reader.at + length), {
      maxOutputLength: MOST_FACTS,
    });
    const facts = boundedJson(bytes, 'the facts of articles');
    return Array.isArray(facts) ? facts : damaged('the facts of articles are no list');
  } catch (cause) {
    return damaged('the facts of articles cannot be read', cause);
  }
}

/** The offsets of document `doc` in its unit. */
export function offsetsIn(unit: Uint8Array, doc: number): Uint8Array {
  const reader = new ByteReader(unit);
  let length = reader.varint();
  for (let left = doc % DOCUMENTS; left >= 0; left -= 1) {
    reader.at += length;
    length = reader.varint();
  }
  return unit.subarray(reader.at, reader.at + length);
}
