/**
 * Memoizes a function of a string.
 *
 * @param limit  results that are kept, at most; all are forgotten when it is reached
 */
export function memoized<T>(make: (key: string) => T, limit = Number.POSITIVE_INFINITY): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    let known = made.get(key);
    if (known === undefined) {
      known = make(key);
      if (made.size >= limit) made.clear();
      made.set(key, known);
    }
    return known;
  };
}
