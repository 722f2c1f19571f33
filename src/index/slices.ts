/** Milliseconds of work in this thread at a time. */
const SLICE = 8;

/** A rest every `SLICE` milliseconds, so that keys are read and frames drawn meanwhile. */
export function slices(): () => Promise<void> | undefined {
  let end = performance.now() + SLICE;
  return () => {
    if (performance.now() < end) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        end = performance.now() + SLICE;
        resolve();
      });
    });
  };
}
