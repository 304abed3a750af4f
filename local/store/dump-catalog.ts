import type { CatalogDump, DumpedProduct, DumpedVariant } from './dump';
import { dumpFamilies, dumpMemberships, dumpMetafields } from './dump-families';
import { quantityOf } from './shop/state/inventory';
import { levelsOfItem } from './shop/state/lookups';
import type { Product, Variant } from './shop/state/product';
import type { StoreState } from './shop/state/store-state';

/** The store's inside as plain values, products in order of creation. */
export function dumpCatalog(state: StoreState): CatalogDump {
  return {
    locations: state.locations.all().map(({ name }) => ({ name })),
    products: state.products.all().map((product) => dumpProduct(state, product)),
    ...dumpFamilies(state),
  };
}

function dumpProduct(state: StoreState, product: Product): DumpedProduct {
  const { id, handle, title, descriptionHtml, vendor, productType, status } = product;
  return {
    id,
    handle,
    title,
    descriptionHtml,
    vendor,
    productType,
    tags: [...product.tags].sort(),
    status,
    ...dumpMetafields(state, id),
    ...dumpMemberships(state, id),
    options: product.options.map((option) => ({
      name: option.name,
      values: option.values.map((value) => value.name),
    })),
    variants: product.variantIds.flatMap((variantId) => {
      const variant = state.variants.get(variantId);
      return variant ? [dumpVariant(state, product, variant)] : [];
    }),
    media: product.mediaIds.flatMap((mediaId) => {
      const file = state.files.get(mediaId);
      return file ? [{ originalSource: file.originalSource, alt: file.alt }] : [];
    }),
  };
}

function dumpVariant(state: StoreState, product: Product, variant: Variant): DumpedVariant {
  const item = state.inventoryItems.get(variant.inventoryItemId);
  const names = product.options.map((option, index) => {
    const value = option.values.find((candidate) => candidate.id === variant.optionValueIds[index]);
    return [option.name, value?.name ?? ''];
  });
  const stocked = levelsOfItem(state, variant.inventoryItemId).filter((level) => level.isActive);
  return {
    id: variant.id,
    sku: item?.sku ?? null,
    barcode: variant.barcodes[0]?.value ?? null,
    barcodes: variant.barcodes,
    price: variant.price,
    compareAtPrice: variant.compareAtPrice,
    inventoryPolicy: variant.inventoryPolicy,
    taxable: variant.taxable,
    ...dumpMetafields(state, variant.id),
    tracked: item?.tracked ?? false,
    cost: item?.cost ?? null,
    options: Object.fromEntries(names),
    inventory: Object.fromEntries(
      stocked.map((level) => [
        state.locations.get(level.locationId)?.name ?? level.locationId,
        { available: quantityOf(level, 'available'), onHand: quantityOf(level, 'on_hand') },
      ]),
    ),
  };
}
