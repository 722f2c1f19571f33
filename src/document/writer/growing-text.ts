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
  /** How much of the beginning has been forgotten. */
  #forgotten = 0;
  /** The text after the last part, and what comes after it in pieces: the first `#count` of these. */
  #tail = '';
  readonly #pieces: string[] = [];
  #count = 0;

  append(text: string): void {
    // To add a short piece to a string would make a string of two strings, which takes several times as long to copy.
    if (text.length < PART) this.#pieces[this.#count++] = text;
    else {
      // A long text stays as it is: it is often a view of the source, which takes no memory of its own.
      this.#close();
      this.#starts.push(this.length);
      this.#parts.push(text);
    }
    this.length += text.length;
  }

  /** Joins what was written since the last part if it is long enough: many small strings take several times its memory. */
  finishPart(): void {
    if (this.length - this.#closed >= PART) this.#close();
  }

  /** Forgets the parts so far, which can no longer be read: a text that is only printed need not be in memory as a whole. */
  forgetParts(): void {
    this.#forgotten = this.#closed;
    this.#parts.length = 0;
    this.#starts.length = 0;
  }

  /** Removes what comes after the first `length` units. */
  truncate(length: number): void {
    this.#join();
    while (this.length - this.#tail.length > length) {
      this.length -= this.#tail.length;
      this.#tail = this.#parts.pop()!;
      this.#starts.pop();
    }
    this.#tail = this.#tail.slice(0, this.#tail.length - (this.length - length));
    this.length = length;
  }

  /** The text in [from, to), offsets from 0 up to the length, without what has been forgotten of it. */
  slice(from: number, to: number): string {
    this.#join();
    if (from < this.#forgotten) return to > this.#forgotten ? this.slice(this.#forgotten, to) : '';
    const tail = this.length - this.#tail.length;
    if (from >= tail) return this.#tail.slice(from - tail, to - tail);
    let index = this.#partAt(from);
    const start = this.#starts[index]!;
    let text = this.#parts[index]!.slice(from - start, Math.max(0, to - start));
    while (from + text.length < to && ++index < this.#parts.length)
      text += this.#parts[index]!.slice(0, to - this.#starts[index]!);
    return to > tail ? text + this.#tail.slice(0, to - tail) : text;
  }

  /** The whole text, as far as it has not been forgotten. It is joined at the first call after it has grown. */
  get whole(): string {
    this.#join();
    if (this.#parts.length === 0) return this.#tail;
    if (this.#parts.length > 1 || this.#tail !== '') {
      const whole = [...this.#parts, this.#tail].join('');
      this.#parts.length = 0;
      this.#starts.length = 0;
      this.#parts.push(whole);
      this.#starts.push(this.#forgotten);
      this.#tail = '';
    }
    return this.#parts[0]!;
  }

  /** Where the last part ends. */
  get #closed(): number {
    return (this.#starts.at(-1) ?? this.#forgotten) + (this.#parts.at(-1)?.length ?? 0);
  }

  /** Adds the pieces to the tail. */
  #join(): void {
    if (this.#count === 0) return;
    this.#pieces.length = this.#count;
    this.#tail += this.#pieces.join('');
    this.#count = 0;
  }

  #close(): void {
    this.#join();
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
