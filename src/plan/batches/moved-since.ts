import { columnOf, type FieldKey } from '../../catalog/columns/columns';
import { fitMessage } from '../../catalog/tab/fit-message';
import { cellsOf } from '../../catalog/tab/row';
import { kindOf } from '../action-kinds';
import { canonical } from '../compare/canonical';
import { showField } from '../compare/messages';
import type { FieldChange, SyncAction } from '../model/action';
import type { Uncompared } from '../model/action-kind';
import { actionsOf, type Batch } from '../model/batch';
import type { RowOutcome } from '../model/row-outcome';
import type { ListedField, StoreFields } from '../model/snapshot';

/** Age of a plan in milliseconds. In older plans, fields that Shopify does not compare on writing are read again first. */
export const OLD_AFTER_MS = 60_000;

function uncomparedIn(action: SyncAction): Uncompared | undefined {
  return kindOf(action).uncompared?.(action);
}

/** Items and fields to read again; undefined where Shopify compares all of them, or there was no old value. */
export function toReadAgain(
  batches: readonly Batch[],
): { readonly ids: readonly Uncompared['id'][]; readonly keys: readonly FieldKey[] } | undefined {
  const all = batches.flatMap(actionsOf).flatMap((action) => uncomparedIn(action) ?? []);
  const keys = all.flatMap(({ fields }) => fields.map(({ key }) => key));
  return all.length > 0
    ? { ids: [...new Set(all.map(({ id }) => id))], keys: [...new Set(keys)] }
    : undefined;
}

/** Leaves out what somebody has changed in Shopify since the plan was made; its rows are told. */
export function withoutMoved(
  batches: readonly Batch[],
  now: ReadonlyMap<string, StoreFields>,
): { readonly batches: readonly Batch[]; readonly outcomes: readonly RowOutcome[] } {
  const outcomes: RowOutcome[] = [];
  const stays = (action: SyncAction): boolean => {
    const own = uncomparedIn(action);
    const found = own && now.get(own.id);
    const moved = own?.fields.find(({ key, now: before }) => {
      const change = own.changes.find((each) => each.key === key);
      const fine = [before, change ? change.to : before].map((value) => canonical(key, value));
      return found && !fine.includes(canonical(key, found[key]));
    });
    if (!own || !moved) return true;
    outcomes.push(
      ...own.changes
        .filter(({ follows }) => !follows)
        .flatMap((change) => tell(change, moved, found?.[moved.key] ?? null)),
    );
    return false;
  };
  const left = batches.flatMap((batch): Batch[] => {
    if (!('actions' in batch)) return stays(batch.action) ? [batch] : [];
    const actions = batch.actions as readonly SyncAction[];
    const kept = actions.filter(stays);
    if (kept.length === actions.length) return [batch];
    return kept.length > 0 ? [{ ...batch, actions: kept } as Batch] : [];
  });
  return { batches: left, outcomes };
}

function tell(change: FieldChange, { key, now }: ListedField, found: ListedField['now']): RowOutcome[] {
  return cellsOf(change).map(({ ref, column }) => {
    const name = key === change.key ? '' : ` of ${columnOf(key).headers[0]}`;
    const moved = `Shopify's value${name} moved from ${showField(key, now, found)} to ${showField(key, found, now)} during the sync, so ${showField(change.key, change.to, change.from)} was not sent. Sync again to see both.`;
    return { ref, column, status: 'conflict', message: fitMessage(`${column}: ${moved}`) };
  });
}
