import type { Batch, Operation } from '../../plan/model/batch';
import type { NewUuid } from '../../ports/system';
import { inventoryActivate } from './inventory-activate';
import { inventorySetQuantities } from './inventory-set-quantities';
import type { OperationOf } from './operation';
import { productOptionUpdate } from './product-option-update';
import { productSet } from './product-set';
import { productUpdate } from './product-update';
import { productUpdateMedia } from './product-update-media';
import { productVariantsBulkCreate } from './product-variants-bulk-create';
import { productVariantsBulkUpdate } from './product-variants-bulk-update';
import { publishablePublish, publishableUnpublish } from './publishable-publish';
import { tagsAdd, tagsRemove } from './tags';

type Operations = { readonly [Name in Operation]: OperationOf<Extract<Batch, { readonly operation: Name }>> };

/** Every mutation that a sync sends. */
export function operations(newKey: NewUuid): Operations {
  return {
    productSet,
    productUpdate,
    tagsAdd,
    tagsRemove,
    publishablePublish,
    publishableUnpublish,
    productUpdateMedia,
    productOptionUpdate,
    productVariantsBulkCreate,
    productVariantsBulkUpdate,
    inventoryActivate,
    inventorySetQuantities: inventorySetQuantities(newKey),
  };
}
