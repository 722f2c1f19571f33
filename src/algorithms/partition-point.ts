/**
 * Binary search: how many of the indices from 0 up to `length` are in the first part of a sequence.
 *
 * @param isFirst  true for all indices of the first part, and false for all after it
 */
export function partitionPoint(length: number, isFirst: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFirst(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
