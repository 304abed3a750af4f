import { groupBy } from '../../catalog/values/arrays';
import type { CreateVariants, SyncAction, UpdateVariants } from '../model/action';
import { type Batch, sendingOrder } from '../model/batch';
import { MOST_VARIANTS, splitCreation } from '../product/split-creation';

/**
 * The most entries that one array argument takes.
 * Source: https://shopify.dev/docs/api/usage/limits (input arrays), and recorded: 2,048 for the variant lists.
 */
const ARRAY_LIMIT = 250;

/** One mutation sets one of them. */
const QUANTITY_NAMES = ['available', 'on_hand'] as const;

/** Groups a plan's actions into mutations, in the order in which they are sent. */
export function batchPlan(actions: readonly SyncAction[], newKey: () => string): Batch[] {
  const batches = [
    ...actions.flatMap((action) => separateBatches(action, newKey)),
    ...altTextBatches(actions),
    ...stockBatches(actions, newKey),
  ];
  const place = sendingOrder(batches);
  return batches.sort((a, b) => place(a) - place(b));
}

/** The mutations that serve this action alone. */
function separateBatches(action: SyncAction, newKey: () => string): Batch[] {
  switch (action.kind) {
    case 'create-product':
      return [{ operation: 'productSet', action: splitCreation(action) }];
    case 'update-product':
      return [{ operation: 'productUpdate', action }];
    case 'add-tags':
      return [{ operation: 'tagsAdd', action }];
    case 'remove-tags':
      return [{ operation: 'tagsRemove', action }];
    case 'publish':
      return [{ operation: 'publishablePublish', action }];
    case 'unpublish':
      return [{ operation: 'publishableUnpublish', action }];
    case 'create-variants':
      return splitVariants(action).map((part) => ({ operation: 'productVariantsBulkCreate', action: part }));
    case 'update-variants':
      return splitVariants(action).map((part) => ({ operation: 'productVariantsBulkUpdate', action: part }));
    case 'rename-option-value':
      return [{ operation: 'productOptionUpdate', action }];
    case 'activate-stock':
      return [{ operation: 'inventoryActivate', action, key: newKey() }];
    case 'update-alt-text':
    case 'set-stock':
      return [];
  }
}

/** One mutation changes the alt texts of one product. */
function altTextBatches(actions: readonly SyncAction[]): Batch[] {
  const altTexts = actions.flatMap((action) => (action.kind === 'update-alt-text' ? [action] : []));
  return [...groupBy(altTexts, ({ productId }) => productId).values()]
    .flatMap((ofProduct) => chunk(ofProduct, ARRAY_LIMIT))
    .map((part) => ({ operation: 'productUpdateMedia', actions: part }));
}

function stockBatches(actions: readonly SyncAction[], newKey: () => string): Batch[] {
  const stock = actions.flatMap((action) => (action.kind === 'set-stock' ? [action] : []));
  return QUANTITY_NAMES.flatMap((name) =>
    chunk(
      stock.filter((action) => action.name === name),
      ARRAY_LIMIT,
    ).map((part): Batch => ({ operation: 'inventorySetQuantities', actions: part, key: newKey() })),
  );
}

function splitVariants<Action extends CreateVariants | UpdateVariants>(action: Action): Action[] {
  return chunk<Action['variants'][number]>(action.variants, MOST_VARIANTS).map((variants) => ({
    ...action,
    variants,
  }));
}

export function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
