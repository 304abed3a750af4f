import { gidType } from '../../shop/state/ids';
import { findCategory } from '../../shop/taxonomy/categories';
import { demandAccess } from '../execution/access';
import type { ExecutionContext } from '../execution/context';
import { findOption, findOptionValue } from '../types/product-option';

type Find = (context: ExecutionContext, id: string) => object | null | undefined;

/** Inferred: the schema says it of the queries by name, and nodes are no way around it. */
function findMetaobject({ state, accessScopes }: ExecutionContext, id: string) {
  demandAccess('`read_metaobjects` access scope.', accessScopes, 'nodes');
  return state.metaobjects.get(id);
}

/** Tables in which records of a type are found by id. */
const finders: Readonly<Record<string, Find>> = {
  AppInstallation: ({ state }, id) => (state.installation.id === id ? state.installation : null),
  BulkOperation: ({ state }, id) => state.bulkOperations.get(id),
  Collection: ({ state }, id) => state.collections.get(id),
  Company: ({ state }, id) => state.companies.get(id),
  CompanyLocation: ({ state }, id) => state.companyLocations.get(id),
  CompanyLocationCatalog: ({ state }, id) => state.catalogs.get(id),
  InventoryItem: ({ state }, id) => state.inventoryItems.get(id),
  InventoryLevel: ({ state }, id) => state.inventoryLevels.get(id),
  Job: ({ state }, id) => state.jobs.get(id),
  Location: ({ state }, id) => state.locations.get(id),
  Market: ({ state }, id) => state.markets.get(id),
  MarketCatalog: ({ state }, id) => state.catalogs.get(id),
  MarketWebPresence: ({ state }, id) => state.webPresences.get(id),
  Metafield: ({ state }, id) => state.metafields.get(id),
  MetafieldDefinition: ({ state }, id) => state.metafieldDefinitions.get(id),
  Metaobject: findMetaobject,
  PriceList: ({ state }, id) => state.priceLists.get(id),
  Product: ({ state }, id) => state.products.get(id),
  ProductDeleteOperation: ({ state }, id) => state.productOperations.get(id),
  ProductDuplicateOperation: ({ state }, id) => state.productOperations.get(id),
  ProductOption: findOption,
  ProductOptionValue: findOptionValue,
  ProductSetOperation: ({ state }, id) => state.productOperations.get(id),
  ProductVariant: ({ state }, id) => state.variants.get(id),
  Publication: ({ state }, id) => state.publications.get(id),
  QuantityPriceBreak: ({ state }, id) => state.quantityPriceBreaks.get(id),
  Shop: ({ state }, id) => (state.shop.id === id ? state.shop : null),
  TaxonomyCategory: (_context, id) => findCategory(id),
  UrlRedirect: ({ state }, id) => state.urlRedirects.get(id),
};

/** Files of every kind share one table. */
const findFile: Find = ({ state }, id) => state.files.get(id);

export const findNode = (context: ExecutionContext, id: string): object | null =>
  (finders[gidType(id)] ?? findFile)(context, id) ?? null;

export const node = (args: { id: string }, context: ExecutionContext) => findNode(context, args.id);

/** In the order asked, null for what does not exist (schema). */
export const nodes = (args: { ids: readonly string[] }, context: ExecutionContext) =>
  args.ids.map((id) => findNode(context, id));
