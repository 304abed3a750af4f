/**
 * The smallest and the largest of many numbers. `Math.min(...numbers)` hands them over on the stack, which ends at some
 * 100,000: a tab has as many rows, and its memory more.
 */
export function least(numbers: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY;
  for (const number of numbers) if (number < found) found = number;
  return found;
}

export function most(numbers: Iterable<number>): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
