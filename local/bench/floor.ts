import { plans } from '../store/http/throttle/plans';
import type { Case } from './cases';
import type { Kind } from './workloads';

/** Cost of a mutation that asks for nothing but errors. */
const MUTATION_POINTS = 10;

/** The most rows that one mutation takes: of one product, and of stock as many as an array may have. */
const ROWS_OF_A_MUTATION: Readonly<Record<Kind, number>> = {
  prices: 1,
  'prices-of-ten': 10,
  stock: 250,
  'stock-at-three': 250,
  creates: 1,
  // Nothing is to be sent.
  'no-change': Number.POSITIVE_INFINITY,
  'first-sync': Number.POSITIVE_INFINITY,
  pull: Number.POSITIVE_INFINITY,
  refresh: Number.POSITIVE_INFINITY,
  metafields: 25,
  'fixed-prices': 250,
  'metafields-no-change': Number.POSITIVE_INFINITY,
  'fixed-prices-no-change': Number.POSITIVE_INFINITY,
};

/** In seconds: how long a standard plan takes to give out the points for the fewest and cheapest requests. */
export function floorSeconds({ kind, rows }: Pick<Case, 'kind' | 'rows'>): number {
  const { maximumAvailable, restoreRate } = plans.standard;
  const mutations = Math.ceil(rows / ROWS_OF_A_MUTATION[kind]);
  return Math.max(0, (mutations * MUTATION_POINTS - maximumAvailable) / restoreRate);
}
