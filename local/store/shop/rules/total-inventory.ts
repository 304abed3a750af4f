import { availableOf, itemOf, variantsOf } from '../state/lookups';
import type { Product } from '../state/product';
import type { StoreState } from '../state/store-state';

/**
 * Delay of `Product.totalInventory` after a stock write. Recorded: it does not move within the
 * second or so in which recordings read it again; how long it really takes is not known.
 */
const totalInventoryLagMs = 10_000;

export function shownTotalInventory(state: StoreState, product: Product, nowMs: number): number {
  return nowMs < product.totalInventory.untilMs
    ? product.totalInventory.shown
    : trueTotalInventory(state, product);
}

/** Keeps showing the present total for a while; call it before the stock moves. */
export function holdTotalInventory(state: StoreState, product: Product, nowMs: number): void {
  const shown = shownTotalInventory(state, product, nowMs);
  state.products.put({ ...product, totalInventory: { shown, untilMs: nowMs + totalInventoryLagMs } });
}

/** Untracked variants do not count (recorded). */
function trueTotalInventory(state: StoreState, product: Product): number {
  return variantsOf(state, product)
    .filter((variant) => itemOf(state, variant).tracked)
    .reduce((sum, variant) => sum + availableOf(state, variant), 0);
}
