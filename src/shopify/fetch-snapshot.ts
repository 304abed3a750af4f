import type { InventoryItemId, ProductId, VariantId } from '../catalog/gid';
import { asHandle } from '../catalog/handle';
import { chunk } from '../plan/batch-plan';
import type {
  ProductNeed,
  SkuMatch,
  SnapshotNeeds,
  StoreLevel,
  StoreProduct,
  StoreSnapshot,
  StoreVariant,
} from '../plan/snapshot';
import { type Result, succeed } from '../ports/problem';
import type { AdminClient } from './admin-client';
import { fetchAll, fetchOne } from './fetch-all';
import { CATEGORIES_PER_REQUEST, categoriesRequest, readCategories } from './queries/categories';
import { ITEMS_PER_REQUEST, levelsRequest, readLevels } from './queries/inventory-levels';
import {
  HANDLES_PER_REQUEST,
  handlesRequest,
  moreVariantsRequest,
  PRODUCTS_PER_REQUEST,
  type ProductPage,
  productsRequest,
  readHandles,
  readMoreVariants,
  readProducts,
} from './queries/products';
import {
  allSkusRequest,
  isListingCheaper,
  readSkus,
  readVariantCount,
  readVariants,
  SKUS_PER_REQUEST,
  type SkuPage,
  skusRequest,
  VARIANTS_PER_REQUEST,
  variantCountRequest,
  variantsRequest,
} from './queries/variants';

/** Reads what the plan needs and nothing else: by id where it is known, by handle, and by SKU as the last resort. */
export function fetchSnapshot(client: AdminClient, needs: SnapshotNeeds): Result<StoreSnapshot> {
  const reader = new SnapshotReader(client);
  const steps = [
    () => reader.readHandles(needs),
    () => reader.readProducts(needs),
    () => reader.readSkus(needs),
    () => reader.readVariants(needs),
    () => reader.readLevels(needs),
    () => reader.readCategories(needs),
  ];
  for (const step of steps) {
    const done = step();
    if (!done.ok) return done;
  }
  return succeed(reader.snapshot);
}

/** Below this, searching is cheap enough not to ask how large the shop is. */
const MANY_SKUS = 200;

/** A snapshot in the making: each step reads with what the one before found. */
class SnapshotReader {
  readonly snapshot = {
    products: new Map<ProductId, StoreProduct>(),
    productIdsByHandle: new Map<string, ProductId | null>(),
    variants: new Map<VariantId, StoreVariant>(),
    matchesBySku: new Map<string, SkuMatch[]>(),
    levels: new Map<string, StoreLevel>(),
    categoryIds: new Map<string, string | null>(),
  };
  private readonly client: AdminClient;

  constructor(client: AdminClient) {
    this.client = client;
  }

  /** As typed, and as Shopify writes what was typed: a product that was created under the one has the other. */
  readHandles({ products }: SnapshotNeeds): Result<null> {
    const typed = distinct(
      products.flatMap((need) => (need.handle && isFoundByHandle(need) ? [need.handle] : [])),
    );
    const handles = distinct(typed.flatMap((handle) => [handle, asHandle(handle)])).filter(Boolean);
    const found = new Map<string, ProductId | null>();
    const read = fetchAll(this.client, chunk(handles, HANDLES_PER_REQUEST), handlesRequest, (part, data) => {
      for (const [handle, id] of readHandles(part, data)) found.set(handle, id);
    });
    for (const handle of typed)
      this.snapshot.productIdsByHandle.set(handle, found.get(handle) ?? found.get(asHandle(handle)) ?? null);
    return read;
  }

  readProducts({ products, onlineStore }: SnapshotNeeds): Result<null> {
    const known = products.flatMap((need) => [
      need.id,
      isFoundByHandle(need) ? this.snapshot.productIdsByHandle.get(need.handle ?? '') : undefined,
    ]);
    const ids = distinct(known.filter((id): id is ProductId => Boolean(id)));
    const pages: ProductPage[] = [];
    const read = fetchAll(
      this.client,
      chunk(ids, PRODUCTS_PER_REQUEST),
      (part) => productsRequest(part, onlineStore),
      (_, data) => pages.push(...readProducts(data, onlineStore)),
    );
    if (!read.ok) return read;
    for (const page of pages) {
      const whole = this.readAllVariants(page);
      if (!whole.ok) return whole;
      this.addProduct(whole.value);
    }
    return succeed(null);
  }

  private readAllVariants({ product, nextCursor }: ProductPage): Result<StoreProduct> {
    const variants = [...product.variants];
    let cursor = nextCursor;
    while (cursor) {
      let next: string | undefined;
      const read = fetchAll(
        this.client,
        [cursor],
        (after) => moreVariantsRequest(product.id, after),
        (_, data) => {
          const page = readMoreVariants(data);
          variants.push(...page.variants);
          next = page.nextCursor;
        },
      );
      if (!read.ok) return read;
      cursor = next;
    }
    return succeed(cursor === nextCursor ? product : { ...product, variants });
  }

  private addProduct(product: StoreProduct): void {
    this.snapshot.products.set(product.id, product);
    for (const variant of product.variants) this.snapshot.variants.set(variant.id, variant);
  }

  /** SKUs of rows that name nothing else, and of products that are about to be created. */
  readSkus({ products, variants }: SnapshotNeeds): Result<null> {
    const isNew = (handle: string | undefined) => this.snapshot.productIdsByHandle.get(handle ?? '') === null;
    const skus = distinct([
      ...variants.flatMap((need) => ('sku' in need ? [need.sku] : [])),
      ...products.flatMap((need) => (isFoundByHandle(need) && isNew(need.handle) ? need.skus : [])),
    ]);
    const shortcut = this.listSkus(skus);
    if (!shortcut.ok || shortcut.value === 'listed') return shortcut.ok ? succeed(null) : shortcut;
    const wanted = new Set(skus);
    let pages: SkuPage[] = chunk(skus, SKUS_PER_REQUEST).map((part) => ({ skus: part }));
    while (pages.length > 0) {
      const next: SkuPage[] = [];
      const read = fetchAll(this.client, pages, skusRequest, (page, data) => {
        const { found, nextCursor } = readSkus(data);
        for (const { sku, match } of found) if (wanted.has(sku)) this.addMatch(sku, match);
        if (nextCursor) next.push({ ...page, after: nextCursor });
      });
      if (!read.ok) return read;
      pages = next;
    }
    return succeed(null);
  }

  /** Reads all SKUs of the shop where that is the shorter way; asking costs as much as a search or two. */
  private listSkus(skus: readonly string[]): Result<'listed' | 'search'> {
    if (skus.length < MANY_SKUS) return succeed('search');
    const count = fetchOne(this.client, variantCountRequest, readVariantCount);
    if (!count.ok) return count;
    if (!isListingCheaper(count.value, skus.length)) return succeed('search');
    const wanted = new Set(skus);
    let after: string | undefined;
    do {
      const page = fetchOne(this.client, allSkusRequest(after), readSkus);
      if (!page.ok) return page;
      for (const { sku, match } of page.value.found) if (wanted.has(sku)) this.addMatch(sku, match);
      after = page.value.nextCursor;
    } while (after);
    return succeed('listed');
  }

  private addMatch(sku: string, match: SkuMatch): void {
    const known = this.snapshot.matchesBySku.get(sku) ?? [];
    if (known.every(({ variantId }) => variantId !== match.variantId)) {
      this.snapshot.matchesBySku.set(sku, [...known, match]);
    }
  }

  /** By id; a SKU that several variants carry is refused by the plan, so those need not be read. */
  readVariants({ variants }: SnapshotNeeds): Result<null> {
    const ids = variants.flatMap((need) => {
      if ('id' in need) return [need.id];
      const matches = this.snapshot.matchesBySku.get(need.sku) ?? [];
      return matches.length === 1 ? matches.map(({ variantId }) => variantId) : [];
    });
    const missing = distinct(ids).filter((id) => !this.snapshot.variants.has(id));
    return fetchAll(this.client, chunk(missing, VARIANTS_PER_REQUEST), variantsRequest, (_, data) => {
      for (const variant of readVariants(data)) this.snapshot.variants.set(variant.id, variant);
    });
  }

  readLevels({ stock }: SnapshotNeeds): Result<null> {
    if (!stock) return succeed(null);
    const items: InventoryItemId[] = distinct(
      [...this.snapshot.variants.values()].map(({ inventoryItemId }) => inventoryItemId),
    );
    return fetchAll(this.client, chunk(items, ITEMS_PER_REQUEST), levelsRequest, (_, data) => {
      for (const [key, level] of readLevels(data)) this.snapshot.levels.set(key, level);
    });
  }

  readCategories({ categories }: SnapshotNeeds): Result<null> {
    return fetchAll(
      this.client,
      chunk(categories, CATEGORIES_PER_REQUEST),
      categoriesRequest,
      (part, data) => {
        for (const [name, id] of readCategories(part, data)) this.snapshot.categoryIds.set(name, id);
      },
    );
  }
}

/** An ID that may be of another shop finds nothing for certain. */
function isFoundByHandle({ id, isIdHint }: ProductNeed): boolean {
  return !id || isIdHint === true;
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
