import type { DumpedCollection, DumpedDefinition, DumpedMetafield, DumpedPriceList } from './dump';
import type { StoreState } from './shop/state/store-state';

/** Families of a shop next to products; a dump leaves out the empty ones. */
export function dumpFamilies(state: StoreState) {
  return withoutEmpty({
    metafieldDefinitions: dumpDefinitions(state),
    collections: dumpCollections(state),
    priceLists: dumpPriceLists(state),
  });
}

export const dumpMetafields = (state: StoreState, ownerId: string) =>
  withoutEmpty({
    metafields: state.metafields
      .find('owner', ownerId)
      .map(({ namespace, key, type, value }): DumpedMetafield => ({ namespace, key, type, value })),
  });

/** Only the collections that the product was put into by hand. */
export const dumpMemberships = (state: StoreState, productId: string) =>
  withoutEmpty({
    collections: state.collections
      .all()
      .filter(({ productIds }) => productIds.includes(productId))
      .map(({ handle }) => handle),
  });

function withoutEmpty<T extends Readonly<Record<string, readonly unknown[]>>>(lists: T): Partial<T> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<T>;
}

const dumpDefinitions = (state: StoreState): readonly DumpedDefinition[] =>
  state.metafieldDefinitions.all().map(({ ownerType, namespace, key, name, type, validations }) => ({
    ownerType,
    namespace,
    key,
    name,
    type,
    validations,
  }));

/** Those that only sources can say are in a saved state, not in a dump. */
const dumpCollections = (state: StoreState): readonly DumpedCollection[] =>
  state.collections
    .all()
    .flatMap(({ title, handle, ruleSet, sources }) => (sources ? [] : [{ title, handle, ruleSet }]));

const dumpPriceLists = (state: StoreState): readonly DumpedPriceList[] =>
  state.priceLists.all().map((list) => {
    const catalog = state.catalogs.get(list.catalogId ?? '');
    const names = (catalog?.marketIds ?? []).flatMap((id) => state.markets.get(id)?.name ?? []);
    return {
      name: list.name,
      currency: list.currency,
      adjustment: list.parent.adjustment,
      catalog: catalog && names.length > 0 ? { title: catalog.title, markets: names } : null,
      prices: state.fixedPrices.find('priceList', list.id).flatMap(({ variantId, price, compareAtPrice }) => {
        const variant = state.variants.get(variantId);
        const sku = variant && state.inventoryItems.get(variant.inventoryItemId)?.sku;
        return sku ? [{ sku, price, compareAtPrice }] : [];
      }),
    };
  });
