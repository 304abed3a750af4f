import { groupBy } from '../../src/catalog/values/arrays';
import type { CatalogSeed } from '../store/seed-catalog';

/** Content of a case: the store before, the tab as it was last synced, and the tab with the changes. */
export interface Workload {
  readonly tab: string;
  readonly header: readonly string[];
  readonly shape: Shape;
  /** Content of the store before: nothing, the items of the tab, or as many as a shop has. */
  readonly storeItems: 'none' | 'own' | number;
  /** Whether store and spreadsheet know each other before. */
  readonly isSynced: boolean;
  /** The items as they stand in the store, where they have more than the usual. */
  readonly seed?: (items: readonly Item[]) => CatalogSeed;
  readonly before: (item: Item) => readonly string[];
  readonly after: (item: Item) => readonly string[];
}

interface Shape {
  /** Variants of each product. One is the dearest, since a mutation takes the variants of one product at a time. */
  readonly variants: number;
  readonly locations: readonly string[];
}

/** Item of one row. */
export interface Item {
  readonly handle: string;
  readonly title: string;
  readonly sku: string;
  readonly size: string;
  readonly location: string;
  /** In cents. */
  readonly price: number;
  readonly available: number;
}

export const KINDS = [
  'prices',
  'prices-of-ten',
  'stock',
  'stock-at-three',
  'creates',
  'no-change',
  'first-sync',
  'pull',
  'refresh',
  'metafields',
  'fixed-prices',
  'metafields-no-change',
  'fixed-prices-no-change',
] as const;
export type Kind = (typeof KINDS)[number];

const ONE: Shape = { variants: 1, locations: ['Shop location'] };
const KNOWN = { storeItems: 'own', isSynced: true } as const;

const PRICES: Omit<Workload, 'after'> = {
  ...KNOWN,
  tab: 'Prices',
  header: ['SKU', 'Price'],
  shape: ONE,
  before: ({ sku, price }: Item) => [sku, money(price)],
};
// A little, so that no guard against a mistyped price holds it.
const CHANGED_PRICES: Workload = { ...PRICES, after: ({ sku, price }) => [sku, money(price + 25)] };

const STOCK: Workload = {
  ...KNOWN,
  tab: 'Inventory',
  header: ['SKU', 'Location', 'Available'],
  shape: ONE,
  before: ({ sku, location, available }) => [sku, location, `${available}`],
  after: ({ sku, location, available }) => [sku, location, `${available + 1}`],
};

const METAFIELDS: Omit<Workload, 'after'> = {
  ...KNOWN,
  tab: 'Products',
  header: ['Handle', 'Metafield: custom.size [number_integer]'],
  shape: ONE,
  seed(items) {
    const { products } = seedOf(items);
    const metafieldOf = (item: Item | undefined) => ({
      ...{ namespace: 'custom', key: 'size', type: 'number_integer' },
      value: `${item?.price}`,
    });
    return {
      products: products.map((each, index) => ({ ...each, metafields: [metafieldOf(items[index])] })),
    };
  },
  before: ({ handle, price }: Item) => [handle, `${price}`],
};

const FIXED_PRICES: Omit<Workload, 'after'> = {
  ...KNOWN,
  tab: 'Prices',
  header: ['SKU', 'Price / Germany'],
  shape: ONE,
  seed: (items) => ({
    ...seedOf(items),
    priceLists: [
      {
        name: 'Germany',
        currency: 'EUR',
        adjustment: { type: 'PERCENTAGE_DECREASE', value: 10 },
        catalog: { title: 'Germany', markets: ['Germany'] },
        prices: items.map(({ sku, price }) => ({ sku, price: money(price), compareAtPrice: null })),
      },
    ],
  }),
  before: ({ sku, price }: Item) => [sku, money(price)],
};

/** A shop that has something for every column of a pull. */
const EVERY_PACK: Workload = {
  ...PRICES,
  isSynced: false,
  after: PRICES.before,
  seed(items) {
    const { products, ...priced } = FIXED_PRICES.seed?.(items) ?? seedOf(items);
    const own = METAFIELDS.seed?.(items).products ?? products;
    return {
      ...priced,
      collections: [
        { title: 'Sale', handle: 'sale', ruleSet: null },
        { title: 'Winter', handle: 'winter', ruleSet: null },
      ],
      metafieldDefinitions: [
        {
          ...{ ownerType: 'PRODUCT', namespace: 'custom', key: 'size', name: 'Size' },
          ...{ type: 'number_integer', validations: [] },
        },
      ],
      products: own.map((each, index) => ({ ...each, collections: ['sale', 'winter'].slice(0, index % 3) })),
    };
  },
};

export const WORKLOADS: Readonly<Record<Kind, Workload>> = {
  prices: CHANGED_PRICES,
  'prices-of-ten': { ...CHANGED_PRICES, shape: { ...ONE, variants: 10 } },
  stock: STOCK,
  'stock-at-three': { ...STOCK, shape: { variants: 1, locations: ['Shop location', 'Depot', 'Annex'] } },
  creates: {
    tab: 'Products',
    header: ['Title', 'URL handle', 'Status', 'SKU', 'Price'],
    shape: ONE,
    storeItems: 'none',
    isSynced: false,
    before: () => [],
    after: ({ title, handle, sku, price }) => [title, handle, 'active', sku, money(price)],
  },
  'no-change': { ...PRICES, after: PRICES.before },
  'first-sync': { ...PRICES, storeItems: 10_000, isSynced: false, after: PRICES.before },
  // The tab is made by the add-on.
  pull: EVERY_PACK,
  refresh: EVERY_PACK,
  metafields: { ...METAFIELDS, after: ({ handle, price }) => [handle, `${price + 1}`] },
  'fixed-prices': { ...FIXED_PRICES, after: ({ sku, price }) => [sku, money(price + 25)] },
  'metafields-no-change': { ...METAFIELDS, after: METAFIELDS.before },
  'fixed-prices-no-change': { ...FIXED_PRICES, after: FIXED_PRICES.before },
};

export function itemsOf(kind: Kind, count: number): readonly Item[] {
  const { variants, locations } = WORKLOADS[kind].shape;
  return Array.from({ length: count }, (_, row) => {
    const variant = Math.floor(row / locations.length);
    const number = String(Math.floor(variant / variants) + 1).padStart(6, '0');
    const size = String((variant % variants) + 1);
    return {
      handle: `item-${number}`,
      title: `Item ${number}`,
      sku: variants === 1 ? `SKU-${number}` : `SKU-${number}-${size}`,
      size,
      location: locations[row % locations.length] ?? '',
      price: 1000 + (variant % 90) * 100,
      available: 20 + (row % 50),
    };
  });
}

export function seedOf(items: readonly Item[]): CatalogSeed {
  const products = [...groupBy(items, ({ handle }) => handle).values()].map((own) => {
    const variants = [...groupBy(own, ({ sku }) => sku).values()];
    const sizes = variants.map(([first]) => first?.size ?? '');
    return {
      handle: own[0]?.handle ?? '',
      title: own[0]?.title ?? '',
      status: 'ACTIVE' as const,
      ...(sizes.length > 1 && { options: [{ name: 'Size', values: sizes }] }),
      variants: variants.map((levels, index) => ({
        sku: levels[0]?.sku ?? '',
        price: money(levels[0]?.price ?? 0),
        ...(sizes.length > 1 && { options: { Size: sizes[index] ?? '' } }),
        inventory: Object.fromEntries(
          levels.map(({ location, available }) => [location, { available, onHand: available }]),
        ),
      })),
    };
  });
  return { products };
}

export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
}

const money = (cents: number): string => (cents / 100).toFixed(2);
