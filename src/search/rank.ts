/** A document that may be a hit: its segment, its number there, its score. */
export interface Candidate {
  readonly segment: number;
  readonly doc: number;
  score: number;
}

/** Best first; equal ones in the order of the documents. */
const order = (a: Candidate, b: Candidate): number =>
  b.score - a.score || a.segment - b.segment || a.doc - b.doc;

/** The best `limit` candidates, in order. A heap of so many keeps the worst of them on top. */
export function best(candidates: readonly Candidate[], limit: number): Candidate[] {
  if (candidates.length <= limit || limit * 4 > candidates.length)
    return [...candidates].sort(order).slice(0, limit);
  const heap = candidates.slice(0, limit);
  for (let i = (limit >> 1) - 1; i >= 0; i -= 1) sink(heap, i);
  for (let i = limit; i < candidates.length; i += 1) {
    if (limit === 0 || order(candidates[i]!, heap[0]!) > 0) continue;
    heap[0] = candidates[i]!;
    sink(heap, 0);
  }
  return heap.sort(order);
}

function sink(heap: Candidate[], from: number): void {
  const moved = heap[from]!;
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && order(heap[child + 1]!, heap[child]!) > 0) child += 1;
    if (order(heap[child]!, moved) <= 0) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = moved;
}
