import { bulkOperationFields } from '../../shop/bulk-operations/shown';
import {
  conditionsSourceFields,
  conditionTypes,
  sourcePartFields,
  subCollectionsSourceFields,
} from '../../shop/collections/source-fields';
import { companyFields, companyLocationFields } from '../../shop/markets/companies';
import { companyLocationCatalogFields, marketCatalogFields, marketFields } from '../../shop/markets/fields';
import { webPresenceFields } from '../../shop/markets/web-presences';
import {
  priceListFields,
  priceListPriceFields,
  quantityPriceBreakFields,
} from '../../shop/price-lists/fields';
import {
  shopLocaleFields,
  translatableResourceFields,
  translationFields,
} from '../../shop/translations/queries';
import type { ObjectFields } from '../execution/field-resolver';
import { jobFields } from '../queries/jobs';
import { taxonomyFields } from '../queries/taxonomy';
import { appFields, appInstallationFields } from './app';
import { collectionFields, ruleConditionFields } from './collection';
import { inventoryChangeFields } from './inventory-change';
import { inventoryItemFields } from './inventory-item';
import { inventoryLevelFields } from './inventory-level';
import { locationFields } from './location';
import { externalVideoFields, fileFields, mediaImageFields } from './media';
import { metafieldFields } from './metafield';
import {
  definitionConstraintsFields,
  metafieldDefinitionFields,
  metafieldTypeFields,
  standardTemplateFields,
} from './metafield-definition';
import { productFields } from './product';
import { productOperationFields } from './product-operation';
import { optionFields, optionValueFields } from './product-option';
import { variantFields } from './product-variant';
import { appCatalogFields, publicationFields, resourcePublicationFields } from './publication';
import { shopFields } from './shop';

/**
 * Object types and how their fields are resolved; a field that is not here is read from the object itself, and
 * one that is not there either answers NOT_IMPLEMENTED.
 */
export const objectTypes: Readonly<Record<string, ObjectFields<never>>> = {
  ...conditionTypes,
  App: appFields,
  AppCatalog: appCatalogFields,
  AppInstallation: appInstallationFields,
  BulkOperation: bulkOperationFields,
  Collection: collectionFields,
  CollectionConditionsSource: conditionsSourceFields,
  CollectionRule: ruleConditionFields,
  CollectionSourceExclusion: sourcePartFields,
  CollectionSourceInclusion: sourcePartFields,
  CollectionSubCollectionsSource: subCollectionsSourceFields,
  Company: companyFields,
  CompanyLocation: companyLocationFields,
  CompanyLocationCatalog: companyLocationCatalogFields,
  ExternalVideo: externalVideoFields,
  GenericFile: fileFields,
  InventoryChange: inventoryChangeFields,
  InventoryItem: inventoryItemFields,
  InventoryLevel: inventoryLevelFields,
  Job: jobFields,
  Location: locationFields,
  Market: marketFields,
  MarketCatalog: marketCatalogFields,
  MarketWebPresence: webPresenceFields,
  MediaImage: mediaImageFields,
  Metafield: metafieldFields,
  MetafieldDefinition: metafieldDefinitionFields,
  MetafieldDefinitionConstraints: definitionConstraintsFields,
  MetafieldDefinitionType: metafieldTypeFields,
  Model3d: fileFields,
  PriceList: priceListFields,
  PriceListPrice: priceListPriceFields,
  Product: productFields,
  ProductDeleteOperation: productOperationFields,
  ProductDuplicateOperation: productOperationFields,
  ProductOption: optionFields,
  ProductOptionValue: optionValueFields,
  ProductSetOperation: productOperationFields,
  ProductVariant: variantFields,
  Publication: publicationFields,
  QuantityPriceBreak: quantityPriceBreakFields,
  ResourcePublication: resourcePublicationFields,
  ResourcePublicationV2: resourcePublicationFields,
  Shop: shopFields,
  ShopLocale: shopLocaleFields,
  StandardMetafieldDefinitionTemplate: standardTemplateFields,
  Taxonomy: taxonomyFields,
  TranslatableResource: translatableResourceFields,
  Translation: translationFields,
  Video: fileFields,
};
