import type { SnapshotNeeds, StoreSnapshot } from '../plan/snapshot';
import { type Result, succeed } from '../ports/problem';
import type { BulkAccess } from './bulk/bulk-operation';
import { fetchOne } from './fetch-all';
import { chooseLookUp, type LookUpWay, lookUpWays } from './look-up/choose-look-up';
import { newDraft } from './look-up/draft';
import { lookUpSize } from './look-up/look-up-size';
import type { LookUpMemory } from './look-up/memory';
import { readCategories } from './look-up/read-categories';
import { begunWay, readInBulk } from './look-up/read-in-bulk';
import { readHandles, readProducts } from './look-up/read-products';
import { readLevels, readSkus, readVariants } from './look-up/read-variants';
import { clientUntil, type Reading } from './look-up/reading';
import type { WholeShop } from './look-up/whole-shop';
import { readShopSize, shopSizeRequest } from './queries/shop-size';

export interface LookUpAccess extends BulkAccess {
  readonly memory: LookUpMemory;
}

/** Up to so many requests it is not worth one more to ask how large the shop is. */
const FEW_REQUESTS = 4;

/**
 * Reads what the plan needs and nothing else, by the way that is the least burden; a problem `time-up` where the
 * deadline (milliseconds since 1970) comes first. Such a run goes on in its next execution and gets further each time:
 * a bulk query runs on in between and is found again, and reading directly is chosen only where it takes less than half
 * of the time. Where that was wrong, the next execution does not choose it.
 */
export function fetchSnapshot(
  access: LookUpAccess,
  needs: SnapshotNeeds,
  deadlineMs: number,
): Result<StoreSnapshot> {
  const draft = newDraft();
  if (needs.products.length + needs.variants.length === 0) return succeed(draft);
  const { clock, memory } = access;
  const beganAtMs = clock.now();
  const client = clientUntil(access.client, clock, deadlineMs);
  const began = begin({ ...access, client }, needs, deadlineMs);
  if (!began.ok) return began;
  const { shop, skus } = began.value;
  const read = readInSteps({ client, needs, draft, shop }, skus);
  const lateAtMs = beganAtMs + (deadlineMs - beganAtMs) * LATE;
  if (!shop && clock.now() >= lateAtMs) memory.save({ kind: 'too-slow', atMs: clock.now() });
  return read.ok ? succeed(draft) : read;
}

/** Of the time that there was. */
const LATE = 0.75;

interface Begun {
  readonly shop: WholeShop | undefined;
  readonly skus: 'search' | 'list';
}

/** Chooses the way, and reads in bulk where that is it. */
function begin(access: LookUpAccess, needs: SnapshotNeeds, deadlineMs: number): Result<Begun> {
  const { client, clock, memory } = access;
  const size = lookUpSize(needs);
  const count = size.products + size.handles;
  const [least] = lookUpWays(size, { products: count, variants: count });
  if (least && least.way.kind === 'direct' && least.toll.requests <= FEW_REQUESTS)
    return succeed({ shop: undefined, skus: 'search' });
  const shopSize = fetchOne(client, shopSizeRequest, readShopSize);
  if (!shopSize.ok) return shopSize;
  const nowMs = clock.now();
  const ways = lookUpWays(size, shopSize.value);
  const begun = memory.load(nowMs);
  const way =
    begunWay(
      ways.map((priced) => priced.way),
      needs,
      begun,
    ) ?? chooseLookUp(ways, begun?.kind === 'too-slow' ? 0 : (deadlineMs - nowMs) / 1000);
  const shop =
    way.kind === 'bulk'
      ? readInBulk(access, memory, way, needs, { begun, deadlineMs })
      : succeed<WholeShop | undefined>(undefined);
  return shop.ok ? succeed({ shop: shop.value, skus: skusOf(way, ways) }) : shop;
}

/** Also where the bulk engine declined. */
function skusOf(chosen: LookUpWay, ways: readonly { readonly way: LookUpWay }[]): Begun['skus'] {
  if (chosen.kind === 'direct') return chosen.skus;
  for (const { way } of ways) if (way.kind === 'direct') return way.skus;
  return 'search';
}

function readInSteps(reading: Reading, skus: Begun['skus']): Result<null> {
  const steps = [
    () => readHandles(reading),
    () => readProducts(reading),
    () => readSkus(reading, skus),
    () => readVariants(reading),
    () => readLevels(reading),
    () => readCategories(reading),
  ];
  for (const step of steps) {
    const done = step();
    if (!done.ok) return done;
  }
  return succeed(null);
}
