import { partitionPoint } from '../../algorithms/partition-point.ts';

/** UTF-16 units of the text after which a part is closed. */
const PART = 4096;

/**
 * A text that is written piece by piece and read while it grows. To join such a text anew after each piece would take time
 * quadratic in its length, so it is kept in parts.
 */
export class GrowingText {
  length = 0;
  readonly #parts: string[] = [];
  /** Where each part begins. */
  readonly #starts: number[] = [];
  /** The text after the last part. */
  #tail = '';

  append(text: string): void {
    if (text.length < PART) this.#tail += text;
    else {
      // A long text stays as it is: it is often a view of the source, which takes no memory of its own.
      this.#close();
      this.#starts.push(this.length);
      this.#parts.push(text);
    }
    this.length += text.length;
  }

  /** Ends a piece. Strings made of many small ones take several times the memory of a text in one part. */
  finishPiece(): void {
    if (this.#tail.length >= PART) this.#close();
  }

  /** Removes what comes after the first `length` units. */
  truncate(length: number): void {
    while (this.length - this.#tail.length > length) {
      this.length -= this.#tail.length;
      this.#tail = this.#parts.pop()!;
      this.#starts.pop();
    }
    this.#tail = this.#tail.slice(0, this.#tail.length - (this.length - length));
    this.length = length;
  }

  /** The text in [from, to), offsets from 0 up to the length. */
  slice(from: number, to: number): string {
    const tail = this.length - this.#tail.length;
    if (from >= tail) return this.#tail.slice(from - tail, to - tail);
    let index = this.#partAt(from);
    const start = this.#starts[index]!;
    let text = this.#parts[index]!.slice(from - start, Math.max(0, to - start));
    while (from + text.length < to && ++index < this.#parts.length)
      text += this.#parts[index]!.slice(0, to - this.#starts[index]!);
    return to > tail ? text + this.#tail.slice(0, to - tail) : text;
  }

  /** The whole text. It is joined at the first call after it has grown. */
  get whole(): string {
    if (this.#parts.length === 0) return this.#tail;
    if (this.#parts.length > 1 || this.#tail !== '') {
      const whole = [...this.#parts, this.#tail].join('');
      this.#parts.length = 0;
      this.#starts.length = 0;
      this.#parts.push(whole);
      this.#starts.push(0);
      this.#tail = '';
    }
    return this.#parts[0]!;
  }

  #close(): void {
    if (this.#tail === '') return;
    // Reading a character makes V8 copy the pieces together.
    this.#tail.charCodeAt(0);
    this.#starts.push(this.length - this.#tail.length);
    this.#parts.push(this.#tail);
    this.#tail = '';
  }

  /** The part that holds the unit at `at`. */
  #partAt(at: number): number {
    return partitionPoint(this.#starts.length, (index) => this.#starts[index]! <= at) - 1;
  }
}
