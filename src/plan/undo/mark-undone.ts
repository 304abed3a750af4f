import type { DesiredCatalog } from '../../catalog/building/desired';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { pairOf } from '../compare/pairs';
import { isHeld, isSamePair, itemOf } from '../compare/undone-marks';
import { cellsNow } from '../identity/current-cells';
import type { Base, BaseProduct, BaseVariant, UndoneValues } from '../model/base';
import type { SyncPolicy } from '../model/policy';
import { target, type ValueKey } from '../model/replaced-value';
import type { RowOutcome } from '../model/row-outcome';
import type { ShopFacts } from '../model/snapshot';
import type { PlanDraft } from '../model/sync-plan';

/** Marks what was undone just now in one item; where sheet and store agree there is nothing to mark. */
export function markUndone(
  record: BaseProduct | BaseVariant,
  changes: ReadonlyMap<ValueKey, string>,
  base: Base,
): UndoneValues {
  const values: Record<string, UndoneValues['values'][string]> = { ...base.undone().get(record.id)?.values };
  for (const [key, change] of changes) {
    const pair = pairOf(record, key);
    if (pair && isHeld(pair)) values[key] = { pair, change };
    else delete values[key];
  }
  return { kind: 'undone', id: record.id, values };
}

interface Sides {
  readonly desired: DesiredCatalog;
  readonly base: Base;
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
}

/** Says of every cell that was undone and not edited since that it is not sent, in place of how it differs. */
export function sayUndone({ desired, base, policy, shop }: Sides, draft: PlanDraft): readonly RowOutcome[] {
  const undone = base.undone();
  if (undone.size === 0) return draft.outcomes;
  const said = new Set<string>();
  const adopted = new Map(draft.adopted.flatMap((record) => ('id' in record ? [[record.id, record]] : [])));
  const { cells } = cellsNow(desired, base, policy, shop);
  const byRow = new Map<string, { readonly ref: RowRef; readonly changes: string[] }>();
  for (const { id, values } of undone.values()) {
    const record = adopted.get(id) ?? itemOf(id, base);
    for (const [key, { pair, change, isLeft }] of Object.entries(values)) {
      if (isLeft) continue;
      const cell = cells.get(target(id, key as ValueKey));
      const stands = isSamePair(pairOf(record, key as ValueKey), pair) && cell?.sheet === pair[0];
      if (!stands) continue;
      for (const { ref, column } of cell.cells) {
        const place = rowKey(ref);
        said.add(`${place} ${column}`);
        const row = byRow.get(place) ?? { ref, changes: [] };
        byRow.set(place, row);
        // The message begins with the header of the cell that was sent.
        const isNamed = change.startsWith(cell.column);
        row.changes.push(isNamed ? column + change.slice(cell.column.length) : change);
      }
    }
  }
  return [
    ...draft.outcomes.filter(
      ({ ref, column, status }) => status !== 'differs' || !said.has(`${rowKey(ref)} ${column}`),
    ),
    ...[...byRow.values()].map(({ ref, changes }) => undoneOutcome(ref, changes, true)),
  ];
}

/** Tells a row that was undone: until its cell is edited, the next run must not repeat the mistake. */
export function undoneOutcome(ref: RowRef, changes: readonly string[], isHeld: boolean): RowOutcome {
  const message = `Undone: ${changes.join(', ')}.`;
  return isHeld
    ? { ref, status: 'skipped', message: `${message} Edit the cell to send it again.` }
    : { ref, status: 'updated', message };
}
