import type { DesiredCatalog, DesiredFields, DesiredVariant } from '../../../src/catalog/building/desired';
import type { FieldValue } from '../../../src/catalog/values/cell';
import type { ProductId, VariantId } from '../../../src/catalog/values/gid';
import {
  levelKey,
  type ShopFacts,
  type SnapshotNeeds,
  type StoreFields,
  type StoreLevel,
  type StoreProduct,
  type StoreSnapshot,
  type StoreVariant,
} from '../../../src/plan/model/snapshot';

export const SHOP: ShopFacts = {
  name: 'Shop',
  domain: 'shop.myshopify.com',
  currencyCode: 'USD',
  locations: ['Main', 'Cellar'].map((name, index) => ({ id: `gid://shopify/Location/${index + 1}`, name })),
  accessScopes: [],
  missingScopes: { products: [], inventory: [], prices: [] },
  publishing: { kind: 'possible', onlineStore: 'gid://shopify/Publication/1' },
};

/** True or false by turns, from a list of chances that repeats. */
export type Chance = () => boolean;

export function chanceOf(turns: readonly boolean[]): Chance {
  let index = 0;
  return () => turns[index++ % turns.length] ?? false;
}

/**
 * A store that has some of what the sheet asks for, partly with other values, and answers exactly what it is asked. What
 * was made for one catalog has the same ids whenever it is made again.
 */
export function randomStore({ products, variants }: DesiredCatalog, chance: Chance) {
  const made = products.flatMap((product, index): StoreProduct[] => {
    if (chance()) return [];
    const id: ProductId = product.productId ?? `gid://shopify/Product/${1000 + index}`;
    const own = product.variants.flatMap((variant, place) =>
      chance() ? [] : [storeVariant(variant, id, `${1000 + index}${place}`, chance)],
    );
    const media = product.images.flatMap(({ url }, place) =>
      chance()
        ? []
        : [
            {
              id: `gid://shopify/MediaImage/${index}${place}` as const,
              alt: 'Alt',
              url,
              isProcessing: false,
              isFailed: false,
            },
          ],
    );
    const handle = product.handle?.toLowerCase() ?? `product-${index}`;
    return [
      {
        ...{ id, handle, fields: valuesOf(product.fields, chance), media },
        ...{ optionNames: product.optionNames.length > 0 ? product.optionNames : ['Title'], variants: own },
      },
    ];
  });
  const loose = variants.flatMap((variant, index) =>
    chance() ? [] : [storeVariant(variant, 'gid://shopify/Product/5', `5${index}`, chance)],
  );
  const all = [...made.flatMap((product) => product.variants), ...loose];
  return {
    answer(needs: SnapshotNeeds): StoreSnapshot {
      const handles = needs.products.flatMap(({ handle }) => (handle === undefined ? [] : [handle]));
      const skus = [
        ...needs.variants,
        ...needs.products.flatMap((need) => need.skus.map((sku) => ({ sku }))),
      ];
      return {
        products: new Map(made.map((product) => [product.id, product])),
        productIdsByHandle: new Map(
          handles.map((handle) => [
            handle,
            made.find((product) => product.handle === handle.toLowerCase())?.id ?? null,
          ]),
        ),
        variants: new Map(all.map((variant) => [variant.id, variant])),
        matchesBySku: new Map(
          skus.flatMap((need) => ('sku' in need ? [[need.sku, matchesOf(need.sku, all)] as const] : [])),
        ),
        levels: new Map(all.flatMap((variant) => levelsOf(variant, chance))),
        images: new Map(),
        categoryIds: new Map(needs.categories.map((name) => [name, null])),
      };
    },
  };
}

function matchesOf(sku: string, variants: readonly StoreVariant[]) {
  return variants
    .filter((variant) => variant.sku === sku)
    .map(({ id }) => ({ variantId: id, productHandle: 'somewhere' }));
}

function storeVariant(
  { variantId, sku, optionValues, fields }: DesiredVariant,
  productId: ProductId,
  number: string,
  chance: Chance,
): StoreVariant {
  const id: VariantId = variantId ?? `gid://shopify/ProductVariant/${number}`;
  return {
    ...{ id, productId, inventoryItemId: `gid://shopify/InventoryItem/${number}` },
    ...{ sku: sku ?? '', optionValues: optionValues ?? ['Default Title'] },
    fields: { tracked: true, ...valuesOf(fields, chance) },
  };
}

function levelsOf({ inventoryItemId }: StoreVariant, chance: Chance): [string, StoreLevel][] {
  return SHOP.locations.flatMap(({ id }) =>
    chance() ? [] : [[levelKey(inventoryItemId, id), { active: true, available: 5, on_hand: 7 }]],
  );
}

function valuesOf(fields: DesiredFields, chance: Chance): StoreFields {
  const values = Object.entries(fields).map(([key, said]) => {
    const value = said?.cell.kind === 'value' ? said.cell.value : null;
    return [key, chance() ? other(value) : value];
  });
  return Object.fromEntries(values);
}

function other(value: FieldValue | null): FieldValue | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return /^\d+\.\d\d$/.test(value) ? '77.00' : `${value.slice(0, 20)}x`;
  return 'unit' in value ? { value: 9, unit: 'GRAMS' } : [];
}
