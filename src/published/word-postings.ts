import { grown } from '../algorithms/grown.ts';
import type { PositionsReader, PostingsWriter } from '../search/postings.ts';

/** Numbers of documents are below this. */
const SHIFT = 2 ** 26;

/** Gathers the postings of one word from several segments, in any order of the documents, and writes them in order. */
export class WordPostings {
  /** Documents gathered. */
  count = 0;
  /** Of each document: its number × `SHIFT` + its place among those gathered. Sorting these sorts the documents. */
  #order = new Float64Array(1 << 10);
  /** By place: where its positions begin, and where those of the body do. */
  #starts = new Uint32Array(1 << 10);
  #bodies = new Uint32Array(1 << 10);
  #values = new Uint32Array(1 << 12);
  #end = 0;
  readonly #meta: number[] = [];
  readonly #body: number[] = [];

  clear(): void {
    this.count = 0;
    this.#end = 0;
  }

  /** Adds the documents of a segment that have a number, which is -1 for others. */
  addAll(reader: PositionsReader, numbers: Int32Array): void {
    const [meta, body] = [this.#meta, this.#body];
    for (let doc = reader.seek(0); doc >= 0 && doc < numbers.length; doc = reader.seek(doc + 1)) {
      const number = numbers[doc]!;
      if (number < 0) continue;
      meta.length = 0;
      body.length = 0;
      reader.read(meta, body);
      this.#add(number, meta, body);
    }
  }

  writeTo(writer: PostingsWriter): void {
    const order = this.#order.subarray(0, this.count).sort();
    for (const each of order) {
      const place = each % SHIFT;
      const end = place + 1 < this.count ? this.#starts[place + 1]! : this.#end;
      writer.add(Math.floor(each / SHIFT), this.#values, this.#starts[place]!, this.#bodies[place]!, end, 0);
    }
  }

  #add(number: number, meta: readonly number[], body: readonly number[]): void {
    if (this.count === this.#order.length) {
      this.#order = grown(this.#order);
      this.#starts = grown(this.#starts);
      this.#bodies = grown(this.#bodies);
    }
    this.#order[this.count] = number * SHIFT + this.count;
    this.#starts[this.count] = this.#end;
    this.#bodies[this.count] = this.#end + meta.length;
    this.count += 1;
    while (this.#end + meta.length + body.length > this.#values.length) this.#values = grown(this.#values);
    for (const value of meta) this.#values[this.#end++] = value;
    for (const value of body) this.#values[this.#end++] = value;
  }
}
