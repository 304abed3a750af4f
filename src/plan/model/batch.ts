import type {
  ChangePublishing,
  ChangeTags,
  CreateProduct,
  CreateVariants,
  RenameOptionValue,
  SetStock,
  SyncAction,
  UpdateAltText,
  UpdateProduct,
  UpdateVariants,
} from './action';

/** One mutation to be: the operation's name is Shopify's. `key` is its idempotency key, fresh for each decision to send. */
export type Batch =
  | { readonly operation: 'productSet'; readonly action: CreateProduct }
  | { readonly operation: 'productUpdate'; readonly action: UpdateProduct }
  | { readonly operation: 'tagsAdd' | 'tagsRemove'; readonly action: ChangeTags }
  | { readonly operation: 'publishablePublish' | 'publishableUnpublish'; readonly action: ChangePublishing }
  | { readonly operation: 'productUpdateMedia'; readonly actions: readonly UpdateAltText[] }
  | { readonly operation: 'productOptionUpdate'; readonly action: RenameOptionValue }
  | { readonly operation: 'productVariantsBulkCreate'; readonly action: CreateVariants }
  | { readonly operation: 'productVariantsBulkUpdate'; readonly action: UpdateVariants }
  | ({ readonly operation: 'inventoryActivate'; readonly action: SetStock } & Keyed)
  | ({ readonly operation: 'inventorySetQuantities'; readonly actions: readonly SetStock[] } & Keyed);

interface Keyed {
  readonly key: string;
  /** It was sent before, and no answer told what became of it. */
  readonly mayHaveArrived?: true;
}

export type Operation = Batch['operation'];

/**
 * The order in which operations are sent; a wave never mixes two, so that a product's own changes follow each other.
 * Products first: a variant needs its product. What is to go off the Online Store goes at once, and what is to go on
 * it when all else of it is right.
 */
export const OPERATION_ORDER: readonly Operation[] = [
  'publishableUnpublish',
  'productSet',
  'productUpdate',
  'tagsAdd',
  'tagsRemove',
  'productUpdateMedia',
  'productOptionUpdate',
  'productVariantsBulkCreate',
  'productVariantsBulkUpdate',
  'inventoryActivate',
  'inventorySetQuantities',
  'publishablePublish',
];

/**
 * The most entries that one array argument takes.
 * Source: https://shopify.dev/docs/api/usage/limits (input arrays), and recorded: 2,048 for the variant lists.
 */
export const ARRAY_LIMIT = 250;

export function actionsOf(batch: Batch): readonly SyncAction[] {
  return 'actions' in batch ? batch.actions : [batch.action];
}
