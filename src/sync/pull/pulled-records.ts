import { buildCatalog } from '../../catalog/building/build-catalog';
import { parseRows } from '../../catalog/reading/parse-rows';
import type { Grid } from '../../catalog/tab/grid';
import { type ParseContext, textIn } from '../../catalog/values/cell';
import type { Base, BaseProduct, BaseRecord } from '../../plan/model/base';
import type { StoreLimits } from '../../plan/model/batch';
import { FIELD_GROUPS, type SyncPolicy } from '../../plan/model/policy';
import type { ShopFacts, SkuMatch, StoreSnapshot } from '../../plan/model/snapshot';
import { planSync } from '../../plan/plan-sync';
import type { CatalogBlock } from '../../ports/catalog-reader';

const STORE = { products: 'shopify', inventory: 'shopify', prices: 'shopify' } as const;

interface Remembering {
  readonly base: Base;
  readonly policy: Omit<SyncPolicy, 'groups'>;
  readonly shop: ShopFacts;
  readonly limits: StoreLimits;
  readonly context: ParseContext;
}

/**
 * Memory of rows that were just written: the rows are read as a sync reads them, and planned against the very
 * products that they were written from. So each cell is remembered in the words in which the next sync will find it.
 */
export function pulledRecords(
  grid: Grid,
  block: CatalogBlock,
  { base, policy, shop, limits, context }: Remembering,
): readonly BaseRecord[] {
  const desired = buildCatalog([parseRows(grid, context)]);
  const { adopted } = planSync({
    desired,
    partition: { changed: desired, inStep: { products: [], variants: [] } },
    snapshot: snapshotOf(block),
    base,
    policy: { ...policy, groups: FIELD_GROUPS, onUnknownBase: STORE },
    shop,
    limits,
    anchors: new Map(),
    confirmed: new Set(),
    adopts: true,
  });
  const images = imagesOf(desired);
  return adopted.map((record) => {
    if (record.kind === 'product') return withKnownImages(record, base.product(record.id));
    const image = record.kind === 'variant' ? images.get(record.id) : undefined;
    if (record.kind !== 'variant' || image === undefined) return record;
    const { leftImage: _compared, ...rest } = record;
    return { ...rest, image };
  });
}

/** Another tab may name an image by the address that it was sent from: if that were forgotten, it would be sent again. */
function withKnownImages(record: BaseProduct, known: BaseProduct | undefined): BaseProduct {
  return known
    ? {
        ...record,
        // Those of the new tab come first, as their number says.
        images: { ...record.images, ...known.images, ...record.images },
        alts: { ...known.alts, ...record.alts },
      }
    : record;
}

/** The image next to a variant is Shopify's, as the cell says; every form names its variants by ID. */
function imagesOf({ products }: ReturnType<typeof buildCatalog>): ReadonlyMap<string, string> {
  const rows = products.flatMap(({ variants }) => variants);
  return new Map(
    rows.flatMap(({ variantId, imageUrl }) =>
      variantId && imageUrl ? [[variantId, textIn(imageUrl.cell)]] : [],
    ),
  );
}

function snapshotOf({ products, levels }: CatalogBlock): StoreSnapshot {
  const variants = products.flatMap((product) => product.variants);
  const matchesBySku = new Map<string, SkuMatch[]>();
  for (const { handle, variants: own } of products) {
    for (const { id, sku } of own) {
      const match = { variantId: id, productHandle: handle };
      matchesBySku.set(sku, [...(matchesBySku.get(sku) ?? []), match]);
    }
  }
  return {
    products: new Map(products.map((product) => [product.id, product])),
    productIdsByHandle: new Map(products.map(({ handle, id }) => [handle, id])),
    variants: new Map(variants.map((variant) => [variant.id, variant])),
    matchesBySku,
    levels,
    categoryIds: new Map(
      products.flatMap(({ categoryName, fields }) =>
        categoryName && fields.category ? [[categoryName, String(fields.category)]] : [],
      ),
    ),
    images: new Map(),
  };
}
