import { chunk } from '../../catalog/values/arrays';
import type { InventoryItemId, ProductId, VariantId } from '../../catalog/values/gid';
import { skuKey } from '../../catalog/values/plain-name';
import type { SnapshotNeeds } from '../../plan/model/snapshot';
import { type Result, succeed } from '../../ports/problem';
import type { AdminClient } from '../client/admin-client';
import { fetchAll, fetchOne } from '../client/fetch-all';
import { ITEMS_PER_REQUEST, levelsIn, levelsRequest } from '../queries/inventory-levels';
import {
  allSkusRequest,
  SKUS_PER_REQUEST,
  type SkuPage,
  skusIn,
  skusRequest,
  VARIANTS_PER_REQUEST,
  variantsIn,
  variantsRequest,
} from '../queries/variants';
import { distinct, isFoundByHandle, loneSkus } from './needed-keys';
import { addMatch, newDraft, type Reading, type SnapshotDraft } from './snapshot-draft';

/** SKUs of rows that name nothing else, and of what may be about to be created. */
export function readSkus(reading: Reading, by: SkuWay): Result<null> {
  return readTheseSkus(reading, wantedSkus(reading.needs, reading.draft), by);
}

/** Looks up who has a SKU now that a variant had at the last sync and no longer has. */
export function readMovedSkus(reading: Reading, by: SkuWay): Result<null> {
  const { needs, draft } = reading;
  const lost = needs.variants.flatMap((need) =>
    'id' in need && need.name && draft.variants.get(need.id)?.sku !== need.name ? need.name : [],
  );
  const skus = distinct(lost).filter((sku) => !draft.matchesBySku.has(sku));
  const read = readTheseSkus(reading, skus, by);
  return read.ok ? readTheseVariants(reading, onlyMatches(skus, draft)) : read;
}

type SkuWay = 'search' | 'list';

function readTheseSkus(reading: Reading, skus: readonly string[], by: SkuWay): Result<null> {
  const { draft, shop } = reading;
  if (skus.length === 0) return succeed(null);
  if (!shop) return by === 'list' ? listSkus(reading, skus) : searchSkus(reading, skus);
  const wanted = new Set(skus);
  for (const { id, sku, productId } of shop.variants.values()) {
    if (wanted.has(sku))
      addMatch(draft, sku, { variantId: id, productHandle: shop.named.get(productId)?.handle ?? '' });
  }
  return succeed(null);
}

function wantedSkus(needs: SnapshotNeeds, draft: SnapshotDraft): string[] {
  const isNew = (handle: string | undefined) => draft.productIdsByHandle.get(handle ?? '') === null;
  const ofNew = needs.products.flatMap((need) =>
    isFoundByHandle(need) && isNew(need.handle) ? need.skus : [],
  );
  const ofFound = needs.products.flatMap(({ id, handle, skus }) => {
    const found = draft.products.get((id ?? draft.productIdsByHandle.get(handle ?? '')) as ProductId);
    const own = new Set(found?.variants.map(({ sku }) => sku));
    return found ? skus.filter((sku) => !own.has(sku)) : [];
  });
  return distinct([...loneSkus(needs), ...ofNew, ...ofFound]);
}

/** Handles of the products that have one of the SKUs, letter for letter: Shopify's search finds words in them. */
export function findHandles(client: AdminClient, skus: readonly string[]): Result<readonly string[]> {
  const draft = newDraft();
  const read = searchSkus({ client, draft }, distinct(skus.map(skuKey)));
  if (!read.ok) return read;
  return succeed(
    distinct(
      [...draft.matchesBySku.values()].flatMap((own) => own.map(({ productHandle }) => productHandle)),
    ),
  );
}

function searchSkus(
  { client, draft }: Pick<Reading, 'client' | 'draft'>,
  skus: readonly string[],
): Result<null> {
  const wanted = new Set(skus);
  let pages: SkuPage[] = chunk(skus, SKUS_PER_REQUEST).map((part) => ({ skus: part }));
  while (pages.length > 0) {
    const next: SkuPage[] = [];
    const read = fetchAll(client, pages, skusRequest, (page, data) => {
      const { found, nextCursor } = skusIn(data);
      for (const { sku, match } of found) if (wanted.has(sku)) addMatch(draft, sku, match);
      if (nextCursor) next.push({ ...page, after: nextCursor });
    });
    if (!read.ok) return read;
    pages = next;
  }
  return succeed(null);
}

/** Every SKU of the shop, page by page. */
function listSkus({ client, draft }: Reading, skus: readonly string[]): Result<null> {
  const wanted = new Set(skus);
  let after: string | undefined;
  do {
    const page = fetchOne(client, allSkusRequest(after), skusIn);
    if (!page.ok) return page;
    for (const { sku, match } of page.value.found) if (wanted.has(sku)) addMatch(draft, sku, match);
    after = page.value.nextCursor;
  } while (after);
  return succeed(null);
}

/** Reads variants by id. The plan refuses a SKU that several variants carry, so those are not read. */
export function readVariants(reading: Reading): Result<null> {
  return readTheseVariants(reading, wantedVariants(reading.needs, reading.draft));
}

function readTheseVariants({ client, draft, shop }: Reading, ids: readonly VariantId[]): Result<null> {
  const missing: VariantId[] = [];
  for (const id of ids) {
    const ofShop = shop?.variants.get(id);
    const named = ofShop && shop?.named.get(ofShop.productId);
    const variant = draft.variants.get(id) ?? (ofShop && { ...ofShop, ...named });
    if (variant) draft.variants.set(id, variant);
    else missing.push(id);
  }
  return fetchAll(client, chunk(missing, VARIANTS_PER_REQUEST), variantsRequest, (_, data) => {
    for (const variant of variantsIn(data)) draft.variants.set(variant.id, variant);
  });
}

function wantedVariants({ variants }: SnapshotNeeds, draft: SnapshotDraft): VariantId[] {
  return distinct(variants.flatMap((need) => ('id' in need ? [need.id] : onlyMatches([need.sku], draft))));
}

function onlyMatches(skus: readonly string[], { matchesBySku }: SnapshotDraft): VariantId[] {
  return skus.flatMap((sku) => {
    const matches = matchesBySku.get(sku) ?? [];
    return matches.length === 1 ? matches.map(({ variantId }) => variantId) : [];
  });
}

/** Reads the levels of everything that was found. An item without levels in the whole shop may be new, so it is asked for. */
export function readLevels({ client, needs, draft, shop }: Reading): Result<null> {
  if (!needs.stock) return succeed(null);
  const missing = new Set<InventoryItemId>();
  for (const { inventoryItemId } of draft.variants.values()) {
    const levels = shop?.levels?.get(inventoryItemId);
    for (const [key, level] of levels ?? []) draft.levels.set(key, level);
    if (!levels) missing.add(inventoryItemId);
  }
  return fetchAll(client, chunk([...missing], ITEMS_PER_REQUEST), levelsRequest, (_, data) => {
    for (const [key, level] of levelsIn(data)) draft.levels.set(key, level);
  });
}
