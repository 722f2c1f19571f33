/** A document that may be a hit: its segment, its number there, its score. */
export interface Candidate {
  readonly segment: number;
  readonly doc: number;
  score: number;
}

/** Best first; equal ones in the order of the documents. */
export const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || a.segment - b.segment || a.doc - b.doc;

/** Keeps the best `limit`, one at least, of the candidates shown to it: a heap, the worst of them on top. */
export class Selection {
  private readonly heap: Candidate[] = [];
  private readonly limit: number;
  /** The score of the worst that is kept, once there is no room for more. */
  private least = Number.NEGATIVE_INFINITY;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Shows it documents of a segment with their scores. */
  add(segment: number, docs: Uint32Array, scores: Float64Array): void {
    // Most are out of the question, and need not be candidates.
    for (let i = 0; i < docs.length; i += 1)
      if (scores[i]! >= this.least) this.take({ segment, doc: docs[i]!, score: scores[i]! });
  }

  private take(candidate: Candidate): void {
    const { heap, limit } = this;
    if (heap.length < limit) {
      heap.push(candidate);
      if (heap.length < limit) return;
      for (let i = (limit >> 1) - 1; i >= 0; i -= 1) this.sink(i);
    } else {
      if (byScore(candidate, heap[0]!) > 0) return;
      heap[0] = candidate;
      this.sink(0);
    }
    this.least = heap[0]!.score;
  }

  /** What was kept, best first. */
  sorted(): Candidate[] {
    return [...this.heap].sort(byScore);
  }

  private sink(from: number): void {
    const { heap } = this;
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
