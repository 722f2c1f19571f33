/** A document that may become a hit: its segment, its number there, its score. */
export interface Candidate {
  readonly segment: number;
  readonly doc: number;
  score: number;
}

/** Sorts best first, equal ones in the order of the documents. */
export const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || a.segment - b.segment || a.doc - b.doc;

/** Keeps the best `limit` candidates (at least 1), in a heap with the worst on top. */
export class TopCandidates {
  readonly #heap: Candidate[] = [];
  readonly #limit: number;
  /** The score of the worst candidate once the heap is full. */
  #least = Number.NEGATIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Adds documents of a segment with their scores, in parallel arrays. */
  add(segment: number, docs: Uint32Array, scores: Float64Array): void {
    // Most scores are too low, and no object is made for them.
    for (let i = 0; i < docs.length; i += 1)
      if (scores[i]! >= this.#least) this.#insert({ segment, doc: docs[i]!, score: scores[i]! });
  }

  #insert(candidate: Candidate): void {
    const heap = this.#heap;
    const limit = this.#limit;
    if (heap.length < limit) {
      heap.push(candidate);
      if (heap.length < limit) return;
      for (let i = (limit >> 1) - 1; i >= 0; i -= 1) this.#sink(i);
    } else {
      if (byScore(candidate, heap[0]!) > 0) return;
      heap[0] = candidate;
      this.#sink(0);
    }
    this.#least = heap[0]!.score;
  }

  /** The least score with which a document may still be among the best. */
  get least(): number {
    return this.#least;
  }

  /** The candidates kept, best first. */
  sorted(): Candidate[] {
    return this.#heap.toSorted(byScore);
  }

  #sink(from: number): void {
    const heap = this.#heap;
    const moved = heap[from]!;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && byScore(heap[child + 1]!, heap[child]!) > 0) child += 1;
      if (byScore(heap[child]!, moved) <= 0) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = moved;
  }
}
