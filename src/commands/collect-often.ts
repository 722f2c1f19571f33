/** Bytes of a text beside which garbage is worth the time to collect it often. */
const LONG = 1_000_000;
/** Percent by which the heap may grow until garbage is collected. */
const GROWTH = 30;

/** Resolves to a function that ends the limit. */
let limit: Promise<() => void> | undefined;

/** Has V8 collect garbage more often once a long text is open: parsing and laying it out leaves several times its size. */
export function collectOften(bytes: number): void {
  if (bytes <= LONG) return;
  limit ??= import('../algorithms/heap-growth.ts').then(({ limitHeapGrowth }) => limitHeapGrowth(GROWTH));
}

/** Has V8 collect garbage as usual: compiled code is cached under the flags with which the next run starts (bin/kiosque.js). */
export async function collectAsUsual(): Promise<void> {
  const end = await limit;
  end?.();
  limit = undefined;
}
