import type { DesiredProduct } from '../../catalog/building/desired';
import type { RowRef } from '../../catalog/tab/row';
import { type Rename, renamedValues } from '../identity/renamed-values';
import type { ItemContext } from '../model/item-context';
import { isOfProducts } from '../model/policy';
import type { RowOutcome } from '../model/row-outcome';
import type { StoreProduct } from '../model/snapshot';
import { PlanDraft } from '../model/sync-plan';
import { planExistingVariants } from './plan-existing-variants';

/** Asks about each option value that can be renamed. Answers the rows of which that is planned. */
export function planRenames(
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
): ReadonlySet<RowRef> {
  const { draft, policy } = context;
  const planned = new Set<RowRef>();
  const isAsked = isOfProducts(policy);
  for (const { option, ids, renames } of renamedValues(product, store)) {
    const [{ row, index, from, to }] = renames;
    for (const { row: own } of renames) planned.add(own.ref);
    if (store.options?.find(({ id }) => id === ids?.optionId)?.isLinked) {
      const message = `Shopify takes the values of ${option} from a metafield, so “${from}” is not renamed from a sheet. Rename that entry in Shopify admin, or type “${from}” again.`;
      for (const ref of renames.flatMap(({ row: own }) => own.rows))
        draft.say(ref, 'error', message, store.id);
      continue;
    }
    if (!isAsked || !ids) {
      const message = `${option} ${from} → ${to} comes first. Sync products, then sync again.`;
      for (const ref of renames.flatMap(({ row: own }) => own.rows)) draft.say(ref, 'skipped', message);
      continue;
    }
    const rows = renames.map((other) => other.row.ref);
    const after = planAfter(renames, store, context);
    draft.actions.push({
      kind: 'rename-option-value',
      ref: row.ref,
      rows,
      column: option,
      productId: store.id,
      ...ids,
      index,
      from,
      to,
      waiting: after.actions,
      untold: untoldOf(after),
    });
    // Other changes of these rows are planned once the rows mean their variants again.
    draft.followsUp = true;
  }
  return planned;
}

/** Plans the other changes of these rows, and their messages, as if their variants had the new name already. */
function planAfter(renames: readonly Rename[], store: StoreProduct, context: ItemContext): PlanDraft {
  const draft = new PlanDraft();
  const pairs = renames.map(({ row, former }) => ({ row, store: former }));
  planExistingVariants(store.id, pairs, { store, brought: new Set() }, { ...context, draft });
  return draft;
}

/** A cell whose side is to be chosen, or that is to take Shopify's, waits as a change does; what else is said of cells stands. */
function untoldOf({ outcomes, kept }: PlanDraft): RowOutcome[] {
  const ofCells = outcomes.filter(({ column, status }) => column && status !== 'unchanged');
  const isAsked = ({ status }: RowOutcome) => status === 'conflict' || status === 'skipped';
  const waits = [...ofCells.filter(isAsked), ...kept].map(({ ref, column }): RowOutcome => {
    const message = `${column} waits until its option value is renamed.`;
    return { ref, column, status: 'skipped', message };
  });
  return [...waits, ...ofCells.filter((outcome) => !isAsked(outcome))];
}
