/**
 * How many of `count` things come before the first for which `isBefore` does not hold, by halving.
 *
 * @param isBefore holds for the first things, up to some index from 0, and for none behind
 */
export function countWhile(count: number, isBefore: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
