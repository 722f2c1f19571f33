import v8 from 'node:v8';

/** How much the heaps of all threads may grow beyond what is in use before V8 collects garbage; 0 leaves that to V8. */
const FLAG = '--heap-growing-percent=';

/** The limits that hold at present, in percent. */
const limits: number[] = [];

/**
 * Limits how much the heaps of all threads grow before V8 collects garbage: left to itself, it lets them grow to four times
 * what is in use. The lowest of the limits that hold at a time counts.
 *
 * @param percent  at least 1
 * @returns a function that ends the limit
 */
export function limitHeapGrowth(percent: number): () => void {
  limits.push(percent);
  apply();
  let holds = true;
  return () => {
    if (holds) limits.splice(limits.indexOf(percent), 1);
    holds = false;
    apply();
  };
}

/**
 * Where the loader (bin/kiosque.js) finds the flag's value: V8 takes compiled code from the cache only under the flags it was
 * written with, so the loader sets the flag back while it reads or writes the cache.
 */
const APPLIED = Symbol.for('kiosque.heapGrowth');
const shared = globalThis as { [APPLIED]?: number };

function apply(): void {
  const percent = limits.length === 0 ? 0 : Math.min(...limits);
  if (percent === (shared[APPLIED] ?? 0)) return;
  try {
    v8.setFlagsFromString(`${FLAG}${percent}`);
    shared[APPLIED] = percent;
  } catch {
    // Not every runtime has V8's flags.
  }
}
