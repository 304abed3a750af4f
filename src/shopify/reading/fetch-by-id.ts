import { chunk } from '../../catalog/values/arrays';
import type { InventoryItemId, ProductId, VariantId } from '../../catalog/values/gid';
import type { Barcode, StoreLevel } from '../../plan/model/snapshot';
import { type Result, succeed } from '../../ports/problem';
import type { AdminClient } from '../client/admin-client';
import { fetchAll } from '../client/fetch-all';
import { ITEMS_PER_REQUEST, levelsIn, levelsRequest } from '../queries/inventory-levels';
import { IMAGES_PER_REQUEST, photosIn, photosRequest } from '../queries/media';
import { barcodesIn, barcodesRequest, VARIANTS_OF_BARCODES } from '../queries/variants';

/** Stock levels of items whose ids are known, wherever they are or were stocked. */
export function fetchLevels(
  client: AdminClient,
  items: readonly InventoryItemId[],
): Result<ReadonlyMap<string, StoreLevel>> {
  const levels = new Map<string, StoreLevel>();
  const read = fetchAll(client, chunk(items, ITEMS_PER_REQUEST), levelsRequest, (_, data) => {
    for (const [key, level] of levelsIn(data)) levels.set(key, level);
  });
  return read.ok ? succeed(levels) : read;
}

/** Shopify's answer where its version knows one barcode of a variant: there is no other that could be lost. */
const ONE_BARCODE = "Field 'barcodes' doesn't exist";

/** All barcodes of variants whose ids are known. */
export function fetchBarcodes(
  client: AdminClient,
  variants: readonly VariantId[],
): Result<ReadonlyMap<VariantId, readonly Barcode[]>> {
  const barcodes = new Map<VariantId, readonly Barcode[]>();
  const read = fetchAll(client, chunk(variants, VARIANTS_OF_BARCODES), barcodesRequest, (_, data) => {
    for (const [id, own] of barcodesIn(data)) barcodes.set(id, own);
  });
  return read.ok || read.problem.message.includes(ONE_BARCODE) ? succeed(barcodes) : read;
}

/** Photos of products and variants whose ids are known; an item without one is left out. */
export function fetchPhotos<Id extends ProductId | VariantId>(
  client: AdminClient,
  ids: readonly Id[],
): Result<ReadonlyMap<Id, string>> {
  const photos = new Map<Id, string>();
  const read = fetchAll(client, chunk(ids, IMAGES_PER_REQUEST), photosRequest, (part, data) => {
    for (const [id, url] of photosIn(part, data)) photos.set(id, url);
  });
  return read.ok ? succeed(photos) : read;
}
