import type { ExecutionContext } from '../../../graphql/execution/context';
import { failure } from '../../../graphql/execution/failures';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Refuses a mutation that has just created more: its writes are taken back. The limit is documented (1,000 a day from
 * 50,000 variants on, https://shopify.dev/docs/api/usage/limits), the text reported, the code and the form not on record.
 */
export function checkDailyVariants({ state, dailyVariants, nowMs }: ExecutionContext, before: number): void {
  if (!dailyVariants || before < dailyVariants.above || state.variants.count() <= before) return;
  const today = state.variants.all().filter(({ createdAt }) => nowMs - Date.parse(createdAt) < DAY_MS).length;
  if (today <= dailyVariants.perDay) return;
  throw failure(
    'Daily variant creation limit reached. Please try again later. See https://help.shopify.com/api/getting-started/api-call-limit for more information about rate limits and how to avoid them.',
    { code: 'VARIANT_THROTTLE_EXCEEDED' },
  );
}
