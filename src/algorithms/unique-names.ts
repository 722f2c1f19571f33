/** Gives each name once: `a`, `a-2`, `a-3`. Thousands of equal names cost no more than different ones. */
export class UniqueNames {
  readonly #taken = new Set<string>();
  /** The number to try next for a name that was taken. */
  readonly #next = new Map<string, number>();

  /** The name, with the first free number if it is taken. */
  take(name: string): string {
    let free = name;
    if (this.#taken.has(name)) {
      let number = this.#next.get(name) ?? 2;
      while (this.#taken.has(`${name}-${number}`)) number++;
      free = `${name}-${number}`;
      this.#next.set(name, number + 1);
    }
    this.#taken.add(free);
    return free;
  }
}
