import { fieldOf } from '../../catalog/columns/columns';
import { groupBy } from '../../catalog/values/arrays';
import { skuKey } from '../../catalog/values/plain-name';
import { kindOf, SENDING_ORDER } from '../action-kinds';
import type { SyncAction } from '../model/action';
import { actionsOf, type Batch, type Batching } from '../model/batch';

/** Groups a plan's actions into mutations, in the order in which they are sent. */
export function batchPlan(actions: readonly SyncAction[], batching: Batching): Batch[] {
  const batches = [...groupBy(actions, kindOf).entries()].flatMap(([kind, own]) =>
    kind.batches(own, batching),
  );
  const place = sendingOrder(batches);
  return batches.sort((a, b) => place(a) - place(b));
}

/** The place of each batch. What gives away a SKU that a new item of the run gets is sent before all others. */
export function sendingOrder(batches: readonly Batch[]): (batch: Batch) => number {
  const gained = new Set(
    skuChanges(batches).flatMap(({ id, to }) => (id === undefined && to ? skuKey(String(to)) : [])),
  );
  const gives = (batch: Batch) =>
    skuChanges([batch]).some(
      ({ id, from }) => id !== undefined && from !== null && gained.has(skuKey(String(from))),
    );
  return (batch) => (gained.size > 0 && gives(batch) ? -1 : SENDING_ORDER.indexOf(batch.kind));
}

/** An item without an id is new. */
function skuChanges(batches: readonly Batch[]) {
  return batches
    .flatMap(actionsOf)
    .flatMap((action) => kindOf(action).fields(action))
    .flatMap(({ id, changes }) =>
      changes.flatMap(({ key, from, to }) =>
        fieldOf(key).identifies === 'variant' ? [{ id, from, to }] : [],
      ),
    );
}
