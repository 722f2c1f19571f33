/** Milliseconds of work between two pauses. */
const SLICE = 8;

/** Returns a function that pauses every `SLICE` milliseconds, so that keys are read and frames drawn. */
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
