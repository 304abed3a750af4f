import { loadAccountKind } from './daily-allowance';
import type { Services } from './services';
import type { StartedBy } from './started-by';

/** Google ends an execution at six minutes, in the middle of whatever it does; a run pauses well before. */
const WORKING_TIME_MS = 4.5 * 60_000;
/**
 * The clock has 90 minutes a day in a consumer account, which an hourly schedule shares out.
 * Source: https://developers.google.com/apps-script/guides/services/quotas
 */
const CONSUMER_CLOCK_TIME_MS = 3 * 60_000;

/** When an execution that begins now stops working. Milliseconds since 1970. */
export function deadlineOf({ clock, secrets }: Services, by: StartedBy['by']): number {
  const isShort = by === 'clock' && loadAccountKind(secrets) === 'consumer';
  return clock.now() + (isShort ? CONSUMER_CLOCK_TIME_MS : WORKING_TIME_MS);
}
