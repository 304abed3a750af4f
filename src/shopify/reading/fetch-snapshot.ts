import type { SnapshotNeeds, StoreSnapshot } from '../../plan/model/snapshot';
import { type Problem, type Result, succeed } from '../../ports/problem';
import type { BulkAccess } from '../bulk/bulk-operation';
import type { LookUpMemory } from '../bulk/look-up-memory';
import { fetchOne } from '../client/fetch-all';
import { shopSizeIn, shopSizeRequest } from '../queries/shop';
import { chooseLookUp, type LookUpWay, lookUpWays } from './choose-way';
import { clientUntil } from './deadline-client';
import { lookUpSize } from './needed-keys';
import { readCollections, readReferredCollections } from './read-collections';
import { begunWay, readInBulk } from './read-in-bulk';
import { readAskedHandles, readCategories, readHandles, readImages, readProducts } from './read-products';
import { readValues } from './read-values';
import { readLevels, readMovedSkus, readSkus, readVariants } from './read-variants';
import { newDraft, type Reading } from './snapshot-draft';

export interface LookUpAccess extends BulkAccess {
  readonly memory: LookUpMemory;
}

/** For this many requests or fewer, asking how large the shop is costs more than it can save. */
const FEW_REQUESTS = 4;
/** The share of the time after which too little is left for what follows. */
const LATE = 0.75;

/**
 * Reads what the plan needs and nothing else, by the cheapest way; answers the problem `time-up` where the deadline
 * (milliseconds since 1970) comes first. Such a run continues in its next execution and gets further each time. A bulk
 * query continues in between and is found again, once more even if it was read too late to act on it. Reading directly is
 * chosen only where it takes less than half of the time; where it took longer, the next execution reads in bulk.
 */
export function fetchSnapshot(
  access: LookUpAccess,
  needs: SnapshotNeeds,
  deadlineMs: number,
  stopReason: () => Problem | undefined = () => undefined,
): Result<StoreSnapshot> {
  const { clock, memory } = access;
  const beganAtMs = clock.now();
  const inTime = { ...access, client: clientUntil(access.client, clock, deadlineMs, stopReason) };
  if (needs.products.length + needs.variants.length === 0) {
    const draft = newDraft();
    const read = readImages({ client: inTime.client, needs, draft });
    return read.ok ? succeed(draft) : read;
  }
  const chosen = chooseWay(inTime, needs, deadlineMs);
  if (!chosen.ok) return chosen;
  const read = fetchSnapshotBy(inTime, needs, chosen.value, deadlineMs);
  const isLate = clock.now() - beganAtMs >= (deadlineMs - beganAtMs) * LATE;
  if (isLate && chosen.value.kind === 'direct') memory.save({ kind: 'too-slow', atMs: clock.now() });
  else if (!isLate && read.ok && chosen.value.kind === 'bulk') memory.forget();
  return read;
}

/** Reads by one way; directly where the bulk engine declines. */
export function fetchSnapshotBy(
  access: LookUpAccess,
  needs: SnapshotNeeds,
  way: LookUpWay,
  deadlineMs: number,
): Result<StoreSnapshot> {
  const shop = way.kind === 'bulk' ? readInBulk(access, way, needs, deadlineMs) : succeed(undefined);
  if (!shop.ok) return shop;
  const draft = newDraft();
  const bulk = { ...access, deadlineMs };
  const read = readInSteps({ client: access.client, bulk, needs, draft, shop: shop.value }, way.skus);
  return read.ok ? succeed(draft) : read;
}

function chooseWay(access: LookUpAccess, needs: SnapshotNeeds, deadlineMs: number): Result<LookUpWay> {
  const { client, clock, memory } = access;
  const size = lookUpSize(needs);
  const named = size.products + size.handles;
  const direct = lookUpWays(size, { products: named, variants: named }, client.pace()).find(
    ({ way }) => way.skus === 'search',
  );
  if (direct && direct.way.kind === 'direct' && direct.cost.requests <= FEW_REQUESTS)
    return succeed(direct.way);
  const shopSize = fetchOne(client, shopSizeRequest, shopSizeIn);
  if (!shopSize.ok) return shopSize;
  const nowMs = clock.now();
  const all = lookUpWays(size, shopSize.value, client.pace());
  const ways = memory.isUnreadable(nowMs) ? all.filter(({ way }) => way.kind === 'direct') : all;
  const unfinished = memory.load(nowMs);
  const secondsLeft = unfinished?.kind === 'too-slow' ? 0 : (deadlineMs - nowMs) / 1000;
  return succeed(begunWay(ways, needs, unfinished) ?? chooseLookUp(ways, secondsLeft));
}

function readInSteps(reading: Reading, skus: LookUpWay['skus']): Result<null> {
  const steps = [
    () => readHandles(reading),
    () => readProducts(reading),
    () => readAskedHandles(reading),
    () => readSkus(reading, skus),
    () => readVariants(reading),
    () => readMovedSkus(reading, skus),
    () => readValues(reading),
    () => readCollections(reading),
    () => readReferredCollections(reading),
    () => readLevels(reading),
    () => readCategories(reading),
    () => readImages(reading),
  ];
  for (const step of steps) {
    const done = step();
    if (!done.ok) return done;
  }
  return succeed(null);
}
