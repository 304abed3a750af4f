import { kindOf } from '../action-kinds';
import type { SyncAction } from '../model/action';
import type { Planned, PlannedChanges, PlannedNew } from '../model/planned';

export function countPlanned(actions: readonly SyncAction[]): Planned {
  const create: PlannedNew = { products: 0, variants: 0, stockLevels: 0, images: 0 };
  const change: PlannedChanges = {
    prices: 0,
    stockLevels: 0,
    otherFields: 0,
    altTexts: 0,
    variantImages: 0,
    optionValues: 0,
  };
  let [publish, unpublish] = [0, 0];
  for (const action of actions) {
    const counted = kindOf(action).count(action);
    add(create, counted.create);
    add(change, counted.change);
    publish += counted.publish ?? 0;
    unpublish += counted.unpublish ?? 0;
  }
  const planned = { create, change, publish, unpublish };
  return { ...planned, words: describePlanned(planned) };
}

function add<Key extends string>(
  sums: Record<Key, number>,
  counted: Partial<Record<Key, number>> = {},
): void {
  for (const key of Object.keys(counted) as Key[]) sums[key] += counted[key] ?? 0;
}

function describePlanned({ create, change, publish, unpublish }: Omit<Planned, 'words'>): string {
  const parts = [
    [listed(create), 'to create'],
    [listed(change), 'to change'],
    [listed({ products: publish }), 'to publish'],
    [listed({ products: unpublish }), 'to take off the Online Store'],
  ];
  return parts.flatMap(([what, end]) => (what ? `${what} ${end}` : [])).join('; ');
}

/** `8 products, 1 stock level` */
function listed(counts: Readonly<Record<string, number>> | PlannedNew | PlannedChanges): string {
  return Object.entries(counts)
    .flatMap(([kind, count]) => {
      const word = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
      return count > 0 ? `${count} ${count === 1 ? word.slice(0, -1) : word}` : [];
    })
    .join(', ');
}
