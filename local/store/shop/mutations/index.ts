import type { MutationRoot } from '../../graphql/execution/run-mutation';
import { stagedUploadsCreate } from '../../http/staged-uploads/create';
import { bulkOperationCancel } from '../bulk-operations/cancel';
import { bulkOperationRunMutation } from '../bulk-operations/run-mutation';
import { bulkOperationRunQuery } from '../bulk-operations/run-query';
import { collectionCreate } from '../collections/create';
import {
  collectionAddProducts,
  collectionAddProductsV2,
  collectionRemoveProducts,
  collectionReorderProducts,
} from '../collections/members';
import { collectionDelete, collectionUpdate } from '../collections/update';
import { catalogContextUpdate } from '../markets/catalog-context';
import { publicationCreate, publicationDelete, publicationUpdate } from '../markets/catalog-publications';
import { catalogCreate, catalogDelete, catalogUpdate } from '../markets/catalogs';
import { companyCreate, companyDelete, companyLocationCreate } from '../markets/companies';
import { marketCreate, marketDelete, marketUpdate } from '../markets/markets';
import { webPresenceCreate, webPresenceDelete, webPresenceUpdate } from '../markets/web-presences';
import { priceListCreate, priceListDelete, priceListUpdate } from '../price-lists/create';
import {
  priceListFixedPricesAdd,
  priceListFixedPricesDelete,
  priceListFixedPricesUpdate,
} from '../price-lists/fixed-prices';
import { priceListFixedPricesByProductUpdate } from '../price-lists/fixed-prices-by-product';
import { quantityPricingByVariantUpdate } from '../price-lists/quantity-pricing';
import { quantityRulesAdd, quantityRulesDelete } from '../price-lists/quantity-rules';
import { shopLocaleDisable, shopLocaleEnable, shopLocaleUpdate } from '../translations/locales';
import { translationsRegister, translationsRemove } from '../translations/translations';
import { combinedListingUpdate } from './combined-listing-update';
import { inventoryActivate } from './inventory/activate';
import { inventoryAdjustQuantities } from './inventory/adjust-quantities';
import { inventoryBulkToggleActivation } from './inventory/bulk-toggle-activation';
import { inventoryDeactivate } from './inventory/deactivate';
import { inventoryItemUpdate } from './inventory/item-update';
import { inventoryMoveQuantities } from './inventory/move-quantities';
import { inventorySetOnHandQuantities } from './inventory/set-on-hand';
import { inventorySetQuantities } from './inventory/set-quantities';
import {
  locationActivate,
  locationAdd,
  locationDeactivate,
  locationDelete,
  locationEdit,
} from './locations/locations';
import { fileCreate } from './media/file-create';
import { fileDelete } from './media/file-delete';
import { fileUpdate } from './media/file-update';
import { productCreateMedia, productDeleteMedia, productUpdateMedia } from './media/product-media';
import { productReorderMedia } from './media/reorder';
import { productVariantAppendMedia, productVariantDetachMedia } from './media/variant-media';
import { metafieldDefinitionCreate } from './metafields/definition-create';
import { metafieldDefinitionDelete } from './metafields/definition-delete';
import { metafieldDefinitionPin, metafieldDefinitionUnpin } from './metafields/definition-pin';
import { metafieldDefinitionUpdate } from './metafields/definition-update';
import { metafieldsDelete } from './metafields/delete';
import { metafieldsSet } from './metafields/set';
import { standardMetafieldDefinitionEnable } from './metafields/standard-enable';
import { productOptionsCreate } from './options/create';
import { productOptionsDelete } from './options/delete';
import { productOptionsReorder } from './options/reorder';
import { productOptionUpdate } from './options/update';
import { productChangeStatus } from './product-change-status';
import { productCreate } from './product-create';
import { productDelete } from './product-delete';
import { productDuplicate } from './product-duplicate';
import { productSet } from './product-set/product-set';
import { productUpdate } from './product-update';
import {
  publishablePublish,
  publishablePublishToCurrentChannel,
  publishableUnpublish,
  publishableUnpublishToCurrentChannel,
} from './publishing/publishable';
import { urlRedirectCreate, urlRedirectDelete, urlRedirectUpdate } from './redirects/url-redirects';
import { tagsAdd, tagsRemove } from './tags';
import { productVariantsBulkCreate } from './variants/bulk-create';
import { productVariantsBulkDelete } from './variants/bulk-delete';
import { productVariantsBulkReorder } from './variants/bulk-reorder';
import { productVariantsBulkUpdate } from './variants/bulk-update';

/** Every mutation that is modelled; one that is not here answers NOT_IMPLEMENTED. */
export const mutationRoots: Readonly<Record<string, MutationRoot>> = {
  bulkOperationCancel: { run: bulkOperationCancel },
  bulkOperationRunMutation: { run: bulkOperationRunMutation },
  bulkOperationRunQuery: { run: bulkOperationRunQuery },
  catalogContextUpdate: { run: catalogContextUpdate },
  catalogCreate: { run: catalogCreate },
  catalogDelete: { run: catalogDelete },
  catalogUpdate: { run: catalogUpdate },
  collectionAddProducts: { run: collectionAddProducts },
  collectionAddProductsV2: { run: collectionAddProductsV2 },
  collectionCreate: { run: collectionCreate },
  collectionDelete: { run: collectionDelete },
  collectionRemoveProducts: { run: collectionRemoveProducts },
  collectionReorderProducts: { run: collectionReorderProducts },
  collectionUpdate: { run: collectionUpdate },
  combinedListingUpdate: { run: combinedListingUpdate },
  companyCreate: { run: companyCreate },
  companyDelete: { run: companyDelete },
  companyLocationCreate: { run: companyLocationCreate },
  fileCreate: { run: fileCreate },
  fileDelete: { run: fileDelete },
  fileUpdate: { run: fileUpdate },
  inventoryActivate: { run: inventoryActivate },
  inventoryAdjustQuantities: { run: inventoryAdjustQuantities },
  inventoryBulkToggleActivation: { run: inventoryBulkToggleActivation },
  inventoryDeactivate: { run: inventoryDeactivate },
  inventoryItemUpdate: { run: inventoryItemUpdate },
  inventoryMoveQuantities: { run: inventoryMoveQuantities },
  inventorySetOnHandQuantities: { run: inventorySetOnHandQuantities },
  inventorySetQuantities: { run: inventorySetQuantities },
  locationActivate: { run: locationActivate },
  locationAdd: { run: locationAdd },
  locationDeactivate: { run: locationDeactivate },
  locationDelete: { run: locationDelete },
  locationEdit: { run: locationEdit },
  marketCreate: { run: marketCreate },
  marketDelete: { run: marketDelete },
  marketUpdate: { run: marketUpdate },
  metafieldDefinitionCreate: { run: metafieldDefinitionCreate },
  metafieldDefinitionDelete: { run: metafieldDefinitionDelete },
  metafieldDefinitionPin: { run: metafieldDefinitionPin },
  metafieldDefinitionUnpin: { run: metafieldDefinitionUnpin },
  metafieldDefinitionUpdate: { run: metafieldDefinitionUpdate },
  metafieldsDelete: { run: metafieldsDelete },
  metafieldsSet: { run: metafieldsSet },
  priceListCreate: { run: priceListCreate },
  priceListDelete: { run: priceListDelete },
  priceListFixedPricesAdd: { run: priceListFixedPricesAdd },
  priceListFixedPricesByProductUpdate: { run: priceListFixedPricesByProductUpdate },
  priceListFixedPricesDelete: { run: priceListFixedPricesDelete },
  priceListFixedPricesUpdate: { run: priceListFixedPricesUpdate },
  priceListUpdate: { run: priceListUpdate },
  productChangeStatus: { run: productChangeStatus },
  productCreate: { run: productCreate },
  productCreateMedia: { run: productCreateMedia, keepsWritesWithErrors: true },
  productDelete: { run: productDelete },
  productDeleteMedia: { run: productDeleteMedia },
  productDuplicate: { run: productDuplicate },
  productOptionsCreate: { run: productOptionsCreate },
  productOptionsDelete: { run: productOptionsDelete },
  productOptionsReorder: { run: productOptionsReorder },
  productOptionUpdate: { run: productOptionUpdate },
  productReorderMedia: { run: productReorderMedia },
  productSet: { run: productSet },
  productUpdate: { run: productUpdate },
  productUpdateMedia: { run: productUpdateMedia },
  productVariantAppendMedia: { run: productVariantAppendMedia },
  productVariantDetachMedia: { run: productVariantDetachMedia },
  productVariantsBulkCreate: { run: productVariantsBulkCreate },
  productVariantsBulkDelete: { run: productVariantsBulkDelete },
  productVariantsBulkReorder: { run: productVariantsBulkReorder },
  productVariantsBulkUpdate: { run: productVariantsBulkUpdate, keepsWritesWithErrors: true },
  publicationCreate: { run: publicationCreate },
  publicationDelete: { run: publicationDelete },
  publicationUpdate: { run: publicationUpdate },
  publishablePublish: { run: publishablePublish },
  publishablePublishToCurrentChannel: { run: publishablePublishToCurrentChannel },
  publishableUnpublish: { run: publishableUnpublish },
  publishableUnpublishToCurrentChannel: { run: publishableUnpublishToCurrentChannel },
  quantityPricingByVariantUpdate: { run: quantityPricingByVariantUpdate },
  quantityRulesAdd: { run: quantityRulesAdd },
  quantityRulesDelete: { run: quantityRulesDelete },
  shopLocaleDisable: { run: shopLocaleDisable },
  shopLocaleEnable: { run: shopLocaleEnable },
  shopLocaleUpdate: { run: shopLocaleUpdate },
  stagedUploadsCreate: { run: stagedUploadsCreate, keepsWritesWithErrors: true },
  standardMetafieldDefinitionEnable: { run: standardMetafieldDefinitionEnable },
  tagsAdd: { run: tagsAdd },
  tagsRemove: { run: tagsRemove },
  translationsRegister: { run: translationsRegister, keepsWritesWithErrors: true },
  translationsRemove: { run: translationsRemove },
  urlRedirectCreate: { run: urlRedirectCreate },
  urlRedirectDelete: { run: urlRedirectDelete },
  urlRedirectUpdate: { run: urlRedirectUpdate },
  webPresenceCreate: { run: webPresenceCreate },
  webPresenceDelete: { run: webPresenceDelete },
  webPresenceUpdate: { run: webPresenceUpdate },
};
