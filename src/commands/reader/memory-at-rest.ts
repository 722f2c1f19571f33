/**
 * Milliseconds after the last frame at which garbage is collected, and from then to a second time. V8 gives back the space of new
 * objects at a collection if less than 1 kB of them was made in each millisecond since the one before: a little later for
 * the bundled articles, the second time for a long text.
 */
const RESTS: readonly number[] = [6_000, 12_000];

const collect = async (): Promise<void> =>
  (await import('../../algorithms/collect-garbage.ts')).collectGarbage();

/**
 * Gives memory back while the reader rests. To open a text leaves much garbage, and V8 collects it only when the heap grows,
 * which it does not while nobody presses a key.
 */
export class MemoryAtRest {
  readonly #collect: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param giveBack  collects garbage */
  constructor(giveBack = collect) {
    this.#collect = giveBack;
  }

  /** To be called with every frame. */
  hasDrawn(): void {
    if (!this.#isClosed) this.#wait(RESTS);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #wait([rest, ...later]: readonly number[]): void {
    clearTimeout(this.#timer);
    if (rest === undefined) return;
    this.#timer = setTimeout(() => {
      void this.#collect();
      this.#wait(later);
    }, rest).unref();
  }
}
