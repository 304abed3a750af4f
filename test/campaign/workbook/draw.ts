import { drawInteger, drawNumber, type SeededRandom } from '../../../local/apps-script/runtime/random';

/** Everything by chance in a campaign comes from here, so that a seed plays the same again. */
export interface Draw {
  number(): number;
  /** 0 to `most`, both included. */
  upTo(most: number): number;
  chance(share: number): boolean;
  one<Item>(items: readonly Item[]): Item;
}

export function openDraw(seed: number): Draw {
  const random: SeededRandom = { seed };
  // Neighbouring seeds begin alike.
  for (let skipped = 0; skipped < 3; skipped += 1) drawNumber(random);
  return {
    number: () => drawNumber(random),
    upTo: (most) => drawInteger(random, 0, most + 1),
    chance: (share) => drawNumber(random) < share,
    one: (items) => items[drawInteger(random, 0, items.length)] as (typeof items)[number],
  };
}

/** Some of them, in their order. */
export function several<Item>(draw: Draw, items: readonly Item[]): Item[] {
  return items.filter(() => draw.chance(0.4));
}
