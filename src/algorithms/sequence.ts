/** Items in order, such as an array, which may be made when they are asked for. */
export interface Sequence<T> extends Iterable<T> {
  readonly length: number;
  /** Item `index`, undefined if it does not exist. */
  at(index: number): T | undefined;
}
