import { ByteWriter } from '../algorithms/varints.ts';

/** Bytes of a part, at least. */
const PART = 1 << 20;

/** Bytes that are written in parts: those of a large index, in one growing buffer, would take three times their memory. */
export class ByteParts {
  /** Takes the bytes that come next. */
  readonly writer = new ByteWriter(1 << 16);
  readonly #parts: Uint8Array[] = [];
  #before = 0;

  /** Bytes written so far. */
  get length(): number {
    return this.#before + this.writer.length;
  }

  /** True if the writer has enough for a part. */
  get isPart(): boolean {
    return this.writer.length >= PART;
  }

  /** Makes a part of what is in the writer, and empties it. */
  endPart(): void {
    this.#parts.push(this.writer.copy());
    this.#before += this.writer.length;
    this.writer.clear();
  }

  /** All parts in order. */
  finish(): readonly Uint8Array[] {
    this.endPart();
    return this.#parts;
  }
}
