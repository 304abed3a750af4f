import type { InventoryItemId } from '../../catalog/values/gid';
import { chunk } from '../../plan/batches/plan-batches';
import type { StoreLevel } from '../../plan/model/snapshot';
import { type Result, succeed } from '../../ports/problem';
import type { AdminClient } from '../client/admin-client';
import { fetchAll } from '../client/fetch-all';
import { ITEMS_PER_REQUEST, levelsRequest, readLevels } from '../queries/inventory-levels';

/** Stock levels of items whose ids are known, wherever they are or were stocked. */
export function fetchLevels(
  client: AdminClient,
  items: readonly InventoryItemId[],
): Result<ReadonlyMap<string, StoreLevel>> {
  const levels = new Map<string, StoreLevel>();
  const read = fetchAll(client, chunk(items, ITEMS_PER_REQUEST), levelsRequest, (_, data) => {
    for (const [key, level] of readLevels(data)) levels.set(key, level);
  });
  return read.ok ? succeed(levels) : read;
}
