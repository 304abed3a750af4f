import type { CatalogSeed } from '../store/seed-catalog';

/** What a case syncs: the store before, the tab as it was last synced, and the tab with the changes. */
export interface Workload {
  readonly tab: string;
  readonly header: readonly string[];
  /** Whether store and spreadsheet know each other before; a creation starts with an empty store. */
  readonly isSynced: boolean;
  readonly before: (item: Item) => readonly string[];
  readonly after: (item: Item) => readonly string[];
}

/** One product with one variant: the dearest shape, since a mutation takes the variants of one product at a time. */
export interface Item {
  readonly handle: string;
  readonly title: string;
  readonly sku: string;
  /** In cents. */
  readonly price: number;
  readonly available: number;
}

export const KINDS = ['prices', 'stock', 'creates', 'no-change'] as const;
export type Kind = (typeof KINDS)[number];

const LOCATION = 'Shop location';

const PRICES = {
  tab: 'Prices',
  header: ['SKU', 'Price'],
  isSynced: true,
  before: ({ sku, price }: Item) => [sku, money(price)],
};

export const WORKLOADS: Readonly<Record<Kind, Workload>> = {
  // A little, so that no guard against a mistyped price holds it.
  prices: { ...PRICES, after: ({ sku, price }) => [sku, money(price + 25)] },
  stock: {
    tab: 'Inventory',
    header: ['SKU', 'Location', 'Available'],
    isSynced: true,
    before: ({ sku, available }) => [sku, LOCATION, `${available}`],
    after: ({ sku, available }) => [sku, LOCATION, `${available + 1}`],
  },
  creates: {
    tab: 'Products',
    header: ['Title', 'URL handle', 'Status', 'SKU', 'Price'],
    isSynced: false,
    before: () => [],
    after: ({ title, handle, sku, price }) => [title, handle, 'active', sku, money(price)],
  },
  'no-change': { ...PRICES, after: ({ sku, price }) => [sku, money(price)] },
};

export function itemsOf(count: number): readonly Item[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(6, '0');
    return {
      handle: `item-${number}`,
      title: `Item ${number}`,
      sku: `SKU-${number}`,
      price: 1000 + (index % 90) * 100,
      available: 20 + (index % 50),
    };
  });
}

export function seedOf(items: readonly Item[]): CatalogSeed {
  return {
    products: items.map(({ handle, title, sku, price, available }) => ({
      handle,
      title,
      status: 'ACTIVE',
      variants: [{ sku, price: money(price), inventory: { [LOCATION]: { available, onHand: available } } }],
    })),
  };
}

export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
}

const money = (cents: number): string => (cents / 100).toFixed(2);
