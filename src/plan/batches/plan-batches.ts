import { fieldOf } from '../../catalog/columns/columns';
import { groupBy, most } from '../../catalog/values/arrays';
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

/** Batches that follow from several answers, with those that fit into one request joined. */
export function joinBatches(batches: readonly Batch[], batching: Batching): Batch[] {
  const isJoined = (batch: Batch) => actionsOf(batch).every((action) => kindOf(action).takesAnyItems);
  const joined = batches.filter(isJoined);
  const whole = joined.length > 1 ? batchPlan(joined.flatMap(actionsOf), batching) : joined;
  return [...batches.filter((batch) => !isJoined(batch)), ...whole];
}

/**
 * The position of each batch. A batch that frees a SKU is sent before the one that needs it, so that a refusal leaves no
 * two items with the same SKU. Where items exchange their SKUs, one has to go first.
 */
export function sendingOrder(batches: readonly Batch[]): (batch: Batch) => number {
  const changes = new Map(batches.map((batch) => [batch, skuChanges(batch)]));
  const gets = [...changes].flatMap(([batch, own]) => own.flatMap(({ to }) => (to ? { batch, to } : [])));
  const getters = groupBy(gets, ({ to }) => skuKey(String(to)));
  const givenTo = (batch: Batch) =>
    (changes.get(batch) ?? []).flatMap(({ id, from }) =>
      id !== undefined && from !== null
        ? (getters.get(skuKey(String(from))) ?? []).flatMap((got) => (got.batch === batch ? [] : got.batch))
        : [],
    );
  const begun = new Set<Batch>();
  const depths = new Map<Batch, number>();
  // Without recursion: a column of SKUs that slipped by one row is a chain as long as the tab.
  const depthOf = (batch: Batch): number => {
    const stack = depths.has(batch) ? [] : [batch];
    for (let last = stack[stack.length - 1]; last; last = stack[stack.length - 1]) {
      const others = depths.has(last) ? [] : givenTo(last);
      const unknown = begun.has(last) ? [] : others.filter((other) => !begun.has(other));
      begun.add(last);
      for (const other of unknown) stack.push(other);
      if (unknown.length > 0) continue;
      if (!depths.has(last))
        depths.set(last, most([0, ...others.map((other) => 1 + (depths.get(other) ?? 0))]));
      stack.pop();
    }
    return depths.get(batch) ?? 0;
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
