import type { AccountKind } from '../../../src/answers/requests';
import { ServiceException } from '../runtime/exception';
import type { QuotaUse, RuntimeState } from '../runtime/runtime-state';
import { type DailyQuota, dailyQuotas } from './limits';

const dayMs = 86_400_000;

/** The texts that Google throws when a day's allowance is gone. */
const exhausted: Readonly<Record<DailyQuota, string>> = {
  urlFetchCalls: 'Service invoked too many times for one day: urlfetch.',
  propertiesReadWrites: 'Service invoked too many times for one day: properties.',
  triggerRuntimeMs: 'Service using too much computer time for one day.',
};

/** Use by one user since the first request of the running 24 hours. */
export function quotaUse(state: RuntimeState, user: string, nowMs: number): QuotaUse {
  const known = state.quotas[user];
  if (known !== undefined && nowMs - known.firstUseAtMs < dayMs) return known;
  const fresh = { firstUseAtMs: nowMs, urlFetchCalls: 0, propertiesReadWrites: 0, triggerRuntimeMs: 0 };
  state.quotas[user] = fresh;
  return fresh;
}

/** Throws Google's text where nothing is left. */
export function refuseSpent(
  state: RuntimeState,
  user: string,
  account: AccountKind,
  quota: DailyQuota,
  nowMs: number,
): void {
  const used = quotaUse(state, user, nowMs)[quota];
  if (used >= dailyQuotas[quota][account]) throw new ServiceException(exhausted[quota]);
}

/** Throws Google's text, and counts nothing, where the amount is more than what is left. */
export function spendQuota(
  state: RuntimeState,
  user: string,
  account: AccountKind,
  quota: DailyQuota,
  amount: number,
  nowMs: number,
): void {
  const use = quotaUse(state, user, nowMs);
  if (use[quota] + amount > dailyQuotas[quota][account]) throw new ServiceException(exhausted[quota]);
  use[quota] += amount;
}
