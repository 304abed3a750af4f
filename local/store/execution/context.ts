import type { StoreState } from '../state/store-state';

/** Who asks, when and in which API version; every resolver and mutation gets it. */
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
}

export const isoTime = (epochMs: number): string => new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
