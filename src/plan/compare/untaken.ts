import { cellsOf } from '../../catalog/tab/row';
import type { Gid } from '../../catalog/values/gid';
import type { FieldChange } from '../model/action';
import type { RowOutcome } from '../model/row-outcome';
import type { StoreFields } from '../model/snapshot';
import { showField } from './messages';
import { wasTaken } from './pairs';

/** Fields that were sent, and the item as Shopify answered it; undefined where it did not tell. */
export type Answered = readonly [
  sent: readonly FieldChange[],
  item: { readonly id: Gid; readonly fields: StoreFields } | undefined,
];

export interface Untaken {
  readonly changes: ReadonlySet<FieldChange>;
  readonly outcomes: readonly RowOutcome[];
}

/** Finds fields that were sent without an error and differ in Shopify's answer: they are not in step, and are sent again. */
export function untakenOf(answered: readonly Answered[]): Untaken {
  const changes = new Set<FieldChange>();
  const outcomes: RowOutcome[] = [];
  for (const [sent, item] of answered) {
    for (const change of sent) {
      if (!item || wasTaken(change, item.fields)) continue;
      const has = showField(change.key, item.fields[change.key] ?? null);
      changes.add(change);
      for (const { ref, column } of cellsOf(change)) {
        const message = `${column} was sent, and Shopify still has ${has}. Look at it in Shopify admin, or sync again.`;
        outcomes.push({ ref, status: 'not-synced', message, shopifyId: item.id });
      }
    }
  }
  return { changes, outcomes };
}

/** The item as Shopify accepted it. */
export function withoutChanges<Item extends { readonly changes: readonly FieldChange[] }>(
  item: Item,
  left: ReadonlySet<FieldChange>,
): Item {
  return left.size === 0 ? item : { ...item, changes: item.changes.filter((change) => !left.has(change)) };
}
