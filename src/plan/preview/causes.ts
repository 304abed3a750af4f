import { groupBy } from '../../catalog/values/arrays';
import { sentencesOf } from '../../language/patterns';

const GAP = '…';

/** Names one cause, whatever values its messages contain: `Price “…” is not a number`. */
function causeKey(message: string): string {
  return firstOf(message)
    .replace(/“[^“”]*”/g, `“${GAP}”`)
    .replace(/\d+([.,:]\d+)*/g, GAP);
}

function firstOf(message: string): string {
  return (sentencesOf(message)[0] ?? '').replace(/\.$/, '');
}

export interface Cause<Item> {
  /** Description for a person, without a full stop; values that differ are left out. */
  readonly words: string;
  readonly items: readonly Item[];
}

/** Groups by cause, the most frequent first. */
export function groupByCause<Item>(
  items: readonly Item[],
  messageOf: (item: Item) => string,
): readonly Cause<Item>[] {
  return [...groupBy(items, (item) => causeKey(messageOf(item)))]
    .map(([key, own]) => {
      const texts = new Set(own.map((item) => firstOf(messageOf(item))));
      const [only] = texts;
      return { words: texts.size === 1 && only !== undefined ? only : key, items: own };
    })
    .sort((a, b) => b.items.length - a.items.length);
}

/** Minimum length in characters: shorter parts of a sentence also occur in unrelated ones. */
const SHORTEST_PART = 5;

/** The parts of a cause that occur literally in each of its messages, longest first. */
export function partsOf(words: string): readonly string[] {
  const parts = words
    .split(GAP)
    .map((part) => part.trim())
    .sort((a, b) => b.length - a.length);
  return parts.filter((part, index) => index === 0 || part.length >= SHORTEST_PART);
}
