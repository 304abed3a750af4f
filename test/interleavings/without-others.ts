import type { DumpedVariant } from '../../local/store/dump';
import type { Act } from '../../local/store/people/act';
import type { Workbench } from '../support/workbench';
import type { Standing, StandingProduct, StandingState } from './what-stands';

/** The SKUs of the items that others sold or priced: their rows may say so, and remember another number. */
export function touchedSkus({ store }: Workbench, done: readonly Act[]): ReadonlySet<string> {
  return new Set(done.flatMap((act) => skuOf(store.state, act) ?? []));
}

/**
 * What stands with what others did taken back, to be compared with a run that nobody disturbed. Theirs has to be there:
 * a tag always, an order always, a price unless ours came after it. Ours gives way only beside a row that says so.
 */
export function withoutOthers(
  bench: Workbench,
  done: readonly Act[],
  { stands, before, wanted }: Readonly<Record<'stands' | 'before' | 'wanted', Standing>>,
): readonly StandingProduct[] {
  const { state } = bench.store;
  const conflicts = new Set(
    stands.rows.filter(({ said }) => said.startsWith('Changed in both')).map(({ sku }) => sku),
  );
  const orders = done.filter((act) => act.kind === 'order');
  const prices = done.filter((act) => act.kind === 'price');
  const tags = done.filter((act) => act.kind === 'tag');

  /** What had been sold after each order, nothing at first. */
  function sold(sku: string, location: string): number[] {
    const sums = [0];
    for (const act of orders) {
      if (skuOf(state, act) !== sku || locationOf(bench, act.levelId) !== location) continue;
      sums.push((sums.at(-1) ?? 0) + act.quantity);
    }
    return sums;
  }

  function inventoryOf(variant: DumpedVariant): DumpedVariant['inventory'] {
    const sku = variant.sku ?? '';
    const levels = Object.entries(variant.inventory).map(([location, level]) => {
      const old = variantOf(before, sku)?.inventory[location];
      const asked = variantOf(wanted, sku)?.inventory[location];
      const sums = sold(sku, location);
      const ours = { ...level, available: level.available + (sums.at(-1) ?? 0) };
      const isOld = old?.available === ours.available && old.onHand === ours.onHand;
      // Orders may have come to the very number that the sheet asks for: there is nothing to send then.
      const wasReached = sums.slice(1).some((sum) => ours.available - sum === asked?.available);
      return [location, isOld && (conflicts.has(sku) || wasReached) ? (asked ?? ours) : ours] as const;
    });
    return Object.fromEntries(levels);
  }

  function priceOf({ sku, price }: DumpedVariant): string {
    const theirs = prices.filter((act) => skuOf(state, act) === sku).at(-1);
    return price === theirs?.price ? (variantOf(wanted, sku ?? '')?.price ?? price) : price;
  }

  return stands.products.map((product) => {
    const theirs = tags.filter(({ productId }) => state.products.get(productId)?.handle === product.handle);
    const lost = theirs.filter(({ tag }) => !product.tags.includes(tag)).map(({ tag }) => `${tag} is lost`);
    return {
      ...product,
      tags: [...product.tags.filter((tag) => theirs.every((act) => act.tag !== tag)), ...lost],
      variants: product.variants.map((variant) => ({
        ...variant,
        price: priceOf(variant),
        inventory: inventoryOf(variant),
      })),
    };
  });
}

/** Tags that others added are remembered beside ours. */
export function stateWithoutOthers(state: StandingState): StandingState {
  return JSON.parse(JSON.stringify(state).replace(/,?from-another-app-\d+/g, '')) as StandingState;
}

function skuOf(state: Workbench['store']['state'], act: Act): string | undefined {
  const itemId =
    act.kind === 'order'
      ? state.inventoryLevels.get(act.levelId)?.inventoryItemId
      : act.kind === 'price'
        ? state.variants.get(act.variantId)?.inventoryItemId
        : undefined;
  return (itemId && state.inventoryItems.get(itemId)?.sku) ?? undefined;
}

function locationOf({ store: { state } }: Workbench, levelId: string): string | undefined {
  return state.locations.get(state.inventoryLevels.get(levelId)?.locationId ?? '')?.name;
}

function variantOf({ products }: Standing, sku: string): DumpedVariant | undefined {
  return products.flatMap(({ variants }) => variants).find((variant) => variant.sku === sku);
}
