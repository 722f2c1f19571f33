/** An iterator with lookahead. */
export class Peekable<T> {
  readonly #source: Iterator<T>;
  readonly #ahead: T[] = [];

  constructor(source: Iterable<T>) {
    this.#source = source[Symbol.iterator]();
  }

  /** The item `distance` places after the next one; undefined past the end. */
  peek(distance = 0): T | undefined {
    while (this.#ahead.length <= distance) {
      const { done, value } = this.#source.next();
      if (done) return undefined;
      this.#ahead.push(value);
    }
    return this.#ahead[distance];
  }

  next(): T | undefined {
    const item = this.peek();
    this.#ahead.shift();
    return item;
  }

  /** The next `count` items, or as many as are left. */
  take(count: number): T[] {
    const items: T[] = [];
    for (let i = 0; i < count; i++) {
      const item = this.next();
      if (item !== undefined) items.push(item);
    }
    return items;
  }
}
