import { bulkOperation, bulkOperations, currentBulkOperation } from '../../shop/bulk-operations/queries';
import { companies, company, companyLocation, companyLocations } from '../../shop/markets/companies';
import {
  catalog,
  catalogs,
  catalogsCount,
  market,
  markets,
  marketsResolvedValues,
} from '../../shop/markets/queries';
import { webPresences } from '../../shop/markets/web-presences';
import { priceList, priceLists } from '../../shop/price-lists/queries';
import { availableLocales, shopLocales } from '../../shop/translations/locales';
import {
  translatableResource,
  translatableResources,
  translatableResourcesByIds,
} from '../../shop/translations/queries';
import { currentAppInstallation, publicApiVersions } from './app';
import { collection, collectionByHandle, collectionByIdentifier, collections } from './collections';
import { collectionsCount, locationsCount, productVariantsCount, publicationsCount } from './counts';
import { fileSavedSearches, files } from './files';
import {
  inventoryItem,
  inventoryItems,
  inventoryLevel,
  inventoryProperties,
  location,
  locations,
} from './inventory';
import { job } from './jobs';
import {
  metafieldDefinition,
  metafieldDefinitions,
  metafieldDefinitionTypes,
  standardMetafieldDefinitionTemplates,
} from './metafield-definitions';
import { node, nodes } from './node';
import {
  product,
  productByHandle,
  productByIdentifier,
  productOperation,
  products,
  productsCount,
} from './products';
import { publication, publications } from './publications';
import type { QueryRoot } from './query-root';
import { rollout, rollouts } from './rollouts';
import { taxonomy } from './taxonomy';
import { urlRedirect, urlRedirects, urlRedirectsCount } from './url-redirects';
import { productVariant, productVariantByIdentifier, productVariants } from './variants';

/** Every root of `QueryRoot` that is modelled; a root that is not here answers NOT_IMPLEMENTED. */
export const queryRoots: Readonly<Record<string, QueryRoot>> = {
  availableLocales,
  bulkOperation,
  bulkOperations,
  catalog,
  catalogs,
  catalogsCount,
  collection,
  collectionByHandle,
  collectionByIdentifier,
  collections,
  collectionsCount,
  companies,
  company,
  companyLocation,
  companyLocations,
  currentAppInstallation,
  currentBulkOperation,
  fileSavedSearches,
  files,
  inventoryItem,
  inventoryItems,
  inventoryLevel,
  inventoryProperties,
  job,
  location,
  locations,
  locationsCount,
  market,
  markets,
  marketsResolvedValues,
  metafieldDefinition,
  metafieldDefinitions,
  metafieldDefinitionTypes,
  node,
  nodes,
  priceList,
  priceLists,
  product,
  productByHandle,
  productByIdentifier,
  productOperation,
  products,
  productsCount,
  productVariant,
  productVariantByIdentifier,
  productVariants,
  productVariantsCount,
  publicApiVersions,
  publication,
  publications,
  publicationsCount,
  rollout,
  rollouts,
  shopLocales,
  shop: (_args, { state }) => state.shop,
  standardMetafieldDefinitionTemplates,
  taxonomy,
  translatableResource,
  translatableResources,
  translatableResourcesByIds,
  urlRedirect,
  urlRedirects,
  urlRedirectsCount,
  webPresences,
};
