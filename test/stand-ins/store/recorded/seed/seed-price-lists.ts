import { fixedPriceId } from '../../../../../local/store/shop/price-lists/price-list';
import type { EmbeddedStore } from '../../../../../local/store/store-types';
import type { Contract, Json } from '../recordings';
import type { KnownThing } from './known-things';
import { neededIds } from './needs-seed';

type Tree = { readonly [key: string]: Json };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The price lists that a scenario names, with as many fixed prices as its answers count. */
export function seedPriceLists(
  contract: Contract,
  things: readonly KnownThing[],
  { state }: EmbeddedStore,
): void {
  const setup = ((contract.setup as Tree).setup ?? {}) as Tree;
  for (const id of neededIds(contract).filter((one) => one.startsWith('gid://shopify/PriceList/'))) {
    const fields = things.find((thing) => thing.id === id)?.fields ?? {};
    const currency = text(fields.currency ?? setup.priceListCurrency ?? setup.currency) || 'USD';
    state.priceLists.put({
      id,
      name: text(fields.name ?? setup.priceListName) || 'Price list',
      currency,
      parent: {
        adjustment: { type: 'PERCENTAGE_DECREASE', value: 0 },
        settings: { compareAtMode: 'ADJUSTED' },
      },
      catalogId: null,
    });
    const count = Number(fields.fixedPricesCount ?? 0) - pricesAdded(contract);
    for (const { id: variantId } of state.variants.all().slice(0, Math.max(0, count))) {
      state.fixedPrices.put({
        id: fixedPriceId(id, variantId),
        priceListId: id,
        variantId,
        price: '1.00',
        compareAtPrice: null,
      });
    }
  }
}

/** What the scenario itself adds to the count that it shows. */
const pricesAdded = (contract: Contract): number =>
  contract.requests.reduce((count, { answer }) => {
    const added = (answer as Tree | null)?.pricesAdded;
    return count + (Array.isArray(added) ? added.length : 0);
  }, 0);
