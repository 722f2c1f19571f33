import { partitionPoint } from '../algorithms/partition-point.ts';
import { damaged } from './error.ts';
import { HASH_BYTES, type RangedReference } from './format.ts';
import type { ByteRange, RangeReader } from './range-reader.ts';
import { hasDigest, NODE_BYTES, NODE_HASHES } from './unit-hashes.ts';

/** Bytes of units that stay in memory when a search is over. */
const MOST_IN_MEMORY = 64 * 1024 * 1024;
/** Bytes that are read together at most, as all postings of a word. */
const MOST_READ = 256 * 1024 * 1024;

/** Thrown when a part of a file is read that is not in memory: fetch the units, then read again. */
export class MissingUnits extends Error {
  override name = 'MissingUnits';
  readonly file: RangedFile;
  readonly units: readonly number[];

  constructor(file: RangedFile, units: readonly number[]) {
    super('units of a published segment are not in memory');
    this.file = file;
    this.units = units;
  }
}

/** Where the units of a file are, and the hashes of its nodes. */
export interface UnitLayout {
  /** The offset of each unit, ascending, and that of the end of the content. */
  readonly starts: ArrayLike<number>;
  readonly tops: Uint8Array;
}

/** A file of which units are fetched as they are needed, checked, and kept in memory. */
export class RangedFile {
  readonly #reader: RangeReader;
  readonly #reference: RangedReference;
  readonly #starts: ArrayLike<number>;
  readonly #tops: Uint8Array;
  /** Units in memory, the one that was read last at the end. */
  readonly #units = new Map<number, Uint8Array>();
  readonly #nodes = new Map<number, Uint8Array>();
  #bytes = 0;

  /** @throws {PublishedError} if the layout is not that of the file */
  constructor(reader: RangeReader, reference: RangedReference, { starts, tops }: UnitLayout) {
    this.#reader = reader;
    this.#reference = reference;
    this.#starts = starts;
    this.#tops = tops;
    const count = starts.length - 1;
    const isSound =
      starts[count] === reference.content &&
      reference.size === reference.content + count * HASH_BYTES &&
      tops.length === Math.ceil(count / NODE_HASHES) * HASH_BYTES;
    if (!isSound) damaged('the head of a segment is not that of its file');
  }

  /** The units that bytes [at, at + length) are in. @throws {PublishedError} if they are too many */
  unitsOf(at: number, length: number): number[] {
    if (length <= 0) return [];
    if (length > MOST_READ) damaged('a part of a segment is too long');
    const first = this.#unitAt(at);
    return Array.from({ length: this.#unitAt(at + length - 1) - first + 1 }, (_, i) => first + i);
  }

  /** The units among `units` that are not in memory. */
  missing(units: Iterable<number>): number[] {
    return [...new Set(units)].filter((unit) => !this.#units.has(unit));
  }

  /**
   * The bytes in [at, at + length), which must not be changed.
   *
   * @throws {MissingUnits} if they are not in memory; {PublishedError} if they are beyond the end
   */
  read(at: number, length: number): Uint8Array {
    if (length <= 0) return new Uint8Array(0);
    if (at < 0 || at + length > this.#reference.content) damaged('a part of a segment is too short');
    const units = this.unitsOf(at, length);
    const missing = this.missing(units);
    if (missing.length > 0) throw new MissingUnits(this, missing);
    const from = at - this.#starts[units[0]!]!;
    if (units.length === 1) return this.#use(units[0]!).subarray(from, from + length);
    return Buffer.concat(units.map((unit) => this.#use(unit))).subarray(from, from + length);
  }

  /** The bytes of a unit. @throws {MissingUnits} if it is not in memory */
  unit(unit: number): Uint8Array {
    if (!this.#units.has(unit)) throw new MissingUnits(this, [unit]);
    return this.#use(unit);
  }

  /**
   * Fetches the units that are not in memory, with their hashes, in one round.
   *
   * @throws {PublishedError} if bytes are not those that were published, also when they are fetched again; or what the reader throws
   */
  async fetch(units: Iterable<number>): Promise<void> {
    const wanted = this.missing(units).sort((a, b) => a - b);
    if (wanted.length === 0) return;
    for (let tries = 0; ; tries += 1) {
      const left = await this.#load(wanted.filter((unit) => !this.#units.has(unit)));
      if (left.length === 0) return;
      if (tries > 0) damaged('a part of a segment has other bytes');
    }
  }

  /** Loads units from the cache or from the network. Returns those whose bytes were wrong. */
  async #load(units: readonly number[]): Promise<readonly number[]> {
    const nodes = [...new Set(units.map(nodeOf))].filter((node) => !this.#nodes.has(node));
    for (const node of nodes) this.#takeNode(node, this.#reader.kept(this.#reference, this.#nodeRange(node)));
    const kept = units.filter((unit) => !this.#take(unit, this.#keptUnit(unit)));
    const absent = nodes.filter((node) => !this.#nodes.has(node));
    const ranges = [
      ...kept.map((unit) => this.#unitRange(unit)),
      ...absent.map((node) => this.#nodeRange(node)),
    ];
    if (ranges.length === 0) return [];
    const fetched = await this.#reader.fetch(this.#reference, ranges);
    for (const [i, node] of absent.entries()) {
      const bytes = fetched[kept.length + i];
      if (this.#takeNode(node, bytes)) this.#reader.keep(this.#reference, this.#nodeRange(node).at, bytes!);
    }
    return kept.filter((unit, i) => {
      const isRight = this.#take(unit, fetched[i]);
      if (isRight) this.#reader.keep(this.#reference, this.#starts[unit]!, fetched[i]!);
      return !isRight;
    });
  }

  /** The bytes of a unit in the cache. Without its node they could not be checked. */
  #keptUnit(unit: number): Uint8Array | undefined {
    return this.#nodes.has(nodeOf(unit))
      ? this.#reader.kept(this.#reference, this.#unitRange(unit))
      : undefined;
  }

  /** Takes the bytes of a node if they are right. */
  #takeNode(node: number, bytes: Uint8Array | undefined): boolean {
    if (!bytes || !hasDigest(this.#tops, node, bytes)) return false;
    this.#nodes.set(node, bytes);
    return true;
  }

  /** Takes the bytes of a unit if they are right. */
  #take(unit: number, bytes: Uint8Array | undefined): boolean {
    const node = this.#nodes.get(nodeOf(unit));
    if (!bytes || !node || !hasDigest(node, unit % NODE_HASHES, bytes)) return false;
    this.#units.set(unit, bytes);
    this.#bytes += bytes.length;
    return true;
  }

  /** The bytes of a unit in memory, which is now the one that was read last. */
  #use(unit: number): Uint8Array {
    const bytes = this.#units.get(unit)!;
    this.#units.delete(unit);
    this.#units.set(unit, bytes);
    return bytes;
  }

  /** Forgets the units that were read least recently, if there are too many. Not during a search, which needs all it has fetched. */
  trim(): void {
    for (const [unit, bytes] of this.#units) {
      if (this.#bytes <= MOST_IN_MEMORY) return;
      this.#units.delete(unit);
      this.#bytes -= bytes.length;
    }
  }

  #unitAt(at: number): number {
    return partitionPoint(this.#starts.length - 1, (unit) => this.#starts[unit]! <= at) - 1;
  }

  #unitRange(unit: number): ByteRange {
    const at = this.#starts[unit]!;
    return { at, length: this.#starts[unit + 1]! - at };
  }

  #nodeRange(node: number): ByteRange {
    const { content, size } = this.#reference;
    const at = content + node * NODE_BYTES;
    return { at, length: Math.min(NODE_BYTES, size - at) };
  }
}

const nodeOf = (unit: number): number => Math.floor(unit / NODE_HASHES);
