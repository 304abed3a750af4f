/** Items under what they have in common, both in the order in which they come. `Map.groupBy` is younger than ES2019. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const NONE: readonly never[] = [];

/**
 * The same items without spare capacity, for an object kept for each of a hundred thousand rows: an array that grew
 * reserves room for sixteen more. All empty arrays are one.
 */
export function compact<Item>(items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? NONE : items.slice();
}

/** The items in order, so many at a time. */
export function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/**
 * The smallest and the largest of many numbers. `Math.min(...numbers)` passes them on the stack, which overflows at some
 * 100,000; a tab may have as many rows, and its memory more.
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

export function sumOf<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + numberOf(item), 0);
}

/** The first of many words, so that a sentence stays short. */
export function few(words: readonly string[]): string {
  const shown = words.filter((_, index) => words.slice(0, index + 1).join(', ').length <= 120);
  const rest = words.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` or ${rest} more` : ''}`;
}
