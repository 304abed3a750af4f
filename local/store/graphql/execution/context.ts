import type { BulkOptions } from '../../shop/bulk-operations/bulk-pace';
import type { StoreState } from '../../shop/state/store-state';
import type { SearchIndex } from '../search/search-index-type';
import type { SearchReport } from '../search/search-report';

/** Caller, time and API version of a request; every resolver and mutation gets it. */
export interface ExecutionContext {
  readonly state: StoreState;
  readonly apiVersion: string;
  /** Virtual epoch milliseconds at which the request arrived. */
  readonly nowMs: number;
  /** The same moment as Shopify writes times: `2026-11-22T09:00:00Z`. */
  readonly now: string;
  /** In [0, 1), seeded. */
  readonly random: () => number;
  readonly accessScopes: readonly string[];
  readonly bulk: BulkOptions;
  /** `ignored`: a key that was seen before runs the mutation once more, as merchants have reported. */
  readonly idempotency: 'honoured' | 'ignored';
  readonly dailyVariants: DailyVariants | undefined;
  readonly searchIndex: SearchIndex;
  /** Every search of this request, as it was understood; grows while the request runs. */
  readonly searches: SearchReport[];
  /** Header `Shopify-Search-Query-Debug: 1`. */
  readonly wantsSearches: boolean;
}

export const isoTime = (epochMs: number): string => new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
/** Variants that an app may create in a day, in a store that has `above` or more. */
export interface DailyVariants {
  readonly perDay: number;
  readonly above: number;
}
