import type { CreateVariants, SetStock, SyncAction, UpdateAltText, UpdateVariants } from './action';
import { type Batch, OPERATION_ORDER } from './batch';

/**
 * The most entries that one array argument takes.
 * Source: https://shopify.dev/docs/api/usage/limits (input arrays), and recorded: 2,048 for the variant lists.
 */
export const ARRAY_LIMIT = 250;
export const VARIANTS_LIMIT = 2048;

/** One mutation sets one of them. */
const QUANTITY_NAMES = ['available', 'on_hand'] as const;

/** Groups a plan's actions into mutations, in the order in which they are sent. */
export function batchPlan(actions: readonly SyncAction[], newKey: () => string): Batch[] {
  const batches: Batch[] = [];
  const altTexts = new Map<string, UpdateAltText[]>();
  const stock: SetStock[] = [];
  for (const action of actions) {
    switch (action.kind) {
      case 'create-product':
        batches.push({ operation: 'productSet', action });
        break;
      case 'update-product':
        batches.push({ operation: 'productUpdate', action });
        break;
      case 'add-tags':
        batches.push({ operation: 'tagsAdd', action });
        break;
      case 'remove-tags':
        batches.push({ operation: 'tagsRemove', action });
        break;
      case 'publish':
        batches.push({ operation: 'publishablePublish', action });
        break;
      case 'unpublish':
        batches.push({ operation: 'publishableUnpublish', action });
        break;
      case 'create-variants':
        for (const part of splitVariants(action))
          batches.push({ operation: 'productVariantsBulkCreate', action: part });
        break;
      case 'update-variants':
        for (const part of splitVariants(action))
          batches.push({ operation: 'productVariantsBulkUpdate', action: part });
        break;
      case 'activate-stock':
        batches.push({ operation: 'inventoryActivate', action, key: newKey() });
        break;
      case 'update-alt-text':
        altTexts.set(action.productId, [...(altTexts.get(action.productId) ?? []), action]);
        break;
      case 'set-stock':
        stock.push(action);
        break;
    }
  }
  for (const actions of [...altTexts.values()].flatMap((ofProduct) => chunk(ofProduct, ARRAY_LIMIT))) {
    batches.push({ operation: 'productUpdateMedia', actions });
  }
  for (const name of QUANTITY_NAMES) {
    for (const actions of chunk(
      stock.filter((action) => action.name === name),
      ARRAY_LIMIT,
    )) {
      batches.push({ operation: 'inventorySetQuantities', actions, key: newKey() });
    }
  }
  return batches.sort((a, b) => OPERATION_ORDER.indexOf(a.operation) - OPERATION_ORDER.indexOf(b.operation));
}

function splitVariants<Action extends CreateVariants | UpdateVariants>(action: Action): Action[] {
  return chunk<Action['variants'][number]>(action.variants, VARIANTS_LIMIT).map((variants) => ({
    ...action,
    variants,
  }));
}

export function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
