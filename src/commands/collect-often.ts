/** Bytes of a text beside which garbage is worth the time to collect it often. */
const LONG = 1_000_000;
/** Percent by which the heap may grow until garbage is collected; V8 lets it grow by up to 300. */
const GROWTH = 30;

/** Has V8 collect garbage more often once a long text is open: parsing and laying it out leaves several times its size. */
export function collectOften(bytes: number): void {
  if (bytes <= LONG) return;
  // Other engines have no such flag.
  void import('node:v8')
    .then((v8) => v8.setFlagsFromString(`--heap-growing-percent=${GROWTH}`))
    .catch(() => {});
}
