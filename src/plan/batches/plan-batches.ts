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

/**
 * The place of each batch. What gives away a SKU that another item of the run gets is sent before that one, so that what is
 * refused leaves nobody with the same SKU. Of items that exchange theirs, one has to be the first.
 */
export function sendingOrder(batches: readonly Batch[]): (batch: Batch) => number {
  const changes = new Map(batches.map((batch) => [batch, skuChanges(batch)]));
  const getters = new Map<string, Batch[]>();
  for (const [batch, own] of changes)
    for (const { to } of own)
      if (to) getters.set(skuKey(String(to)), [...(getters.get(skuKey(String(to))) ?? []), batch]);
  const depths = new Map<Batch, number>();
  const depthOf = (batch: Batch): number => {
    const known = depths.get(batch);
    if (known !== undefined) return known;
    depths.set(batch, 0);
    const given = (changes.get(batch) ?? []).flatMap(({ id, from }) =>
      id !== undefined && from !== null ? (getters.get(skuKey(String(from))) ?? []) : [],
    );
    const depth = given.reduce(
      (most, other) => (other === batch ? most : Math.max(most, 1 + depthOf(other))),
      0,
    );
    depths.set(batch, depth);
    return depth;
  };
  return (batch) =>
    getters.size > 0 && depthOf(batch) > 0 ? -depthOf(batch) : SENDING_ORDER.indexOf(batch.kind);
}

/** An item without an id is new. */
function skuChanges(batch: Batch) {
  return actionsOf(batch)
    .flatMap((action) => kindOf(action).fields(action))
    .flatMap(({ id, changes }) =>
      changes.flatMap(({ key, from, to }) =>
        fieldOf(key).identifies === 'variant' ? [{ id, from, to }] : [],
      ),
    );
}
