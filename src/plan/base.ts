import type { FieldKey } from '../catalog/columns';
import type { InventoryItemId, LocationId, MediaId, ProductId, VariantId } from '../catalog/gid';

/**
 * What the sheet said and what the store answered when a field was last in step, in canonical form; '' is unset,
 * and a sheet that said nothing (a blank cell) is null.
 * Two values, because Shopify sanitises HTML, re-cases tags, normalises handles and writes "10.00": the sheet
 * changed when it differs from the first, the store when it differs from the second.
 */
export type Pair = readonly [sheet: string | null, store: string];

export interface BaseProduct {
  readonly kind: 'product';
  readonly id: ProductId;
  /** As the sheet and as the store write it. */
  readonly handle: Pair;
  readonly fields: Readonly<Partial<Record<FieldKey, Pair>>>;
  /** Media ids by the URL that the sheet gave. */
  readonly images: Readonly<Record<string, MediaId>>;
  /** Alt texts by URL. */
  readonly alts: Readonly<Record<string, Pair>>;
}

export interface BaseVariant {
  readonly kind: 'variant';
  readonly id: VariantId;
  readonly productId: ProductId;
  readonly inventoryItemId: InventoryItemId;
  readonly sku: string;
  readonly optionValues: readonly string[];
  readonly fields: Readonly<Partial<Record<FieldKey, Pair>>>;
  readonly stock: Readonly<Partial<Record<LocationId, Pair>>>;
  /** The URL that the sheet gave for the variant's image. */
  readonly image: string;
}

export type BaseRecord = BaseProduct | BaseVariant;

/** What was last synced, by Shopify id and by the words that rows use. */
export interface Base {
  product(id: ProductId): BaseProduct | undefined;
  productByHandle(handle: string): BaseProduct | undefined;
  variant(id: VariantId): BaseVariant | undefined;
  variantsOf(productId: ProductId): readonly BaseVariant[];
  variantsBySku(sku: string): readonly BaseVariant[];
}

export function buildBase(records: Iterable<BaseRecord>): Base {
  const products = new Map<ProductId, BaseProduct>();
  const byHandle = new Map<string, BaseProduct>();
  const variants = new Map<VariantId, BaseVariant>();
  const byProduct = new Map<ProductId, BaseVariant[]>();
  const bySku = new Map<string, BaseVariant[]>();
  for (const record of records) {
    if (record.kind === 'product') {
      products.set(record.id, record);
      for (const handle of record.handle) if (handle) byHandle.set(handle, record);
    } else {
      variants.set(record.id, record);
      push(byProduct, record.productId, record);
      if (record.sku) push(bySku, record.sku, record);
    }
  }
  return {
    product: (id) => products.get(id),
    productByHandle: (handle) => byHandle.get(handle.toLowerCase()),
    variant: (id) => variants.get(id),
    variantsOf: (id) => byProduct.get(id) ?? [],
    variantsBySku: (sku) => bySku.get(sku) ?? [],
  };
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
