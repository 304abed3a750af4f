import type { Batch } from '../../plan/model/batch';
import type { NewUuid } from '../../ports/system';
import { addReference, productVariantDetachMedia, removeReference } from './file-update';
import { inventoryActivate } from './inventory-activate';
import { inventorySetQuantities } from './inventory-set-quantities';
import { metafieldsDelete, metafieldsSet } from './metafields-set';
import type { BatchOf, OperationOf } from './operation';
import { priceListFixedPricesUpdate } from './price-list-fixed-prices-update';
import { productDelete, productVariantsBulkDelete } from './product-delete';
import { productReorderMedia, productUpdateMedia } from './product-media';
import {
  productOptionsCreate,
  productOptionsReorder,
  productOptionUpdate,
  renameOption,
  reorderValues,
} from './product-options';
import { productSet } from './product-set';
import { addReplacing, productUpdate } from './product-update';
import { productVariantsBulkCreate } from './product-variants-bulk-create';
import { productVariantsBulkUpdate } from './product-variants-bulk-update';
import { channelsJoin, channelsLeave, publishablePublish, publishableUnpublish } from './publishable-publish';
import { quantityPricingByVariantUpdate } from './quantity-pricing-by-variant-update';
import { tagsAdd, tagsRemove } from './tags';

type Operations = { readonly [Kind in Batch['kind']]: OperationOf<BatchOf<Kind>> };

/** Every mutation that a sync sends. */
export function operations(newKey: NewUuid): Operations {
  return {
    'create-product': productSet,
    'update-product': productUpdate,
    'add-tags': tagsAdd,
    'remove-tags': tagsRemove,
    publish: publishablePublish,
    unpublish: publishableUnpublish,
    'join-channels': channelsJoin,
    'leave-channels': channelsLeave,
    'update-alt-text': productUpdateMedia,
    'reorder-images': productReorderMedia,
    'replace-images': addReplacing,
    'detach-image': productVariantDetachMedia,
    'remove-image': removeReference,
    'restore-image': addReference,
    'rename-option-value': productOptionUpdate,
    'rename-option': renameOption,
    'reorder-options': productOptionsReorder,
    'create-options': productOptionsCreate,
    'reorder-option-values': reorderValues,
    'delete-product': productDelete,
    'delete-variant': productVariantsBulkDelete,
    'create-variants': productVariantsBulkCreate,
    'update-variants': productVariantsBulkUpdate,
    'set-value': metafieldsSet,
    'clear-value': metafieldsDelete,
    'clear-quantities': quantityPricingByVariantUpdate,
    'set-list-price': priceListFixedPricesUpdate,
    'set-quantities': quantityPricingByVariantUpdate,
    'activate-stock': inventoryActivate,
    'set-stock': inventorySetQuantities(newKey),
  };
}
