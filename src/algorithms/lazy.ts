/** A value that is made when it is first asked for: a start need not wait for tables and patterns that only some keys use. */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
