import { type Result, succeed } from '../../ports/problem';
import { type BulkAccess, type BulkOperation, fetchBulkOperation, isUnderWay } from './bulk-operation';

/** As Shopify's own command line does it: ten looks a second apart, then one every five seconds. */
export function pollPauseMs(polls: number): number {
  return polls < 10 ? 1_000 : 5_000;
}

/**
 * Looks again and again until an operation is over or the deadline (milliseconds since 1970) has come; answers what was
 * seen last, undefined where Shopify knows no such operation.
 */
export function awaitOperation(
  access: BulkAccess,
  id: string,
  deadlineMs: number,
): Result<BulkOperation | undefined> {
  const { clock } = access;
  for (let polls = 0; ; polls++) {
    clock.sleep(Math.max(0, Math.min(pollPauseMs(polls), deadlineMs - clock.now())));
    const seen = fetchBulkOperation(access, id);
    if (!seen.ok || !seen.value || !isUnderWay(seen.value)) return seen;
    if (clock.now() >= deadlineMs) return succeed(seen.value);
  }
}
