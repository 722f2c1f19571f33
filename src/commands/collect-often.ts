/** Bytes of a text beside which garbage is worth the time to collect it often. */
const LONG = 1_000_000;
/** Percent by which the heap may grow until garbage is collected. */
const GROWTH = 30;

let isLimited = false;

/** Has V8 collect garbage more often once a long text is open: parsing and laying it out leaves several times its size. */
export function collectOften(bytes: number): void {
  if (bytes <= LONG || isLimited) return;
  isLimited = true;
  void import('../algorithms/heap-growth.ts').then(({ limitHeapGrowth }) => limitHeapGrowth(GROWTH));
}
