import { KINDS, type Kind } from './workloads';

/** Way in which the rows get into the store. */
export const WAYS = ['add-on', 'row-by-row', 'official-client'] as const;
export type Way = (typeof WAYS)[number];

export interface Case {
  readonly way: Way;
  readonly kind: Kind;
  readonly rows: number;
  /** Lines of a bulk operation that Shopify does in a second, where they are not the usual ones. */
  readonly linesPerSecond?: number;
}

export const SIZES = [20, 100, 1_000, 10_000, 100_000] as const;

/** Kinds that are measured up to fewer rows: another shape grows as the one with one variant a product does. */
const MOST_ROWS: Partial<Readonly<Record<Kind, number>>> = {
  'prices-of-ten': 10_000,
  'stock-at-three': 10_000,
  'first-sync': 10_000,
  refresh: 10_000,
  metafields: 10_000,
  'fixed-prices': 10_000,
  'metafields-no-change': 10_000,
  'fixed-prices-no-change': 10_000,
};

/** A catalog of fewer is there at once. */
const LEAST_ROWS: Partial<Readonly<Record<Kind, number>>> = {
  pull: 10_000,
  refresh: 10_000,
  metafields: 10_000,
  'fixed-prices': 10_000,
  'metafields-no-change': 10_000,
  'fixed-prices-no-change': 10_000,
};

/** The shapes that other ways are compared in. */
export const COMPARED_KINDS = ['prices', 'stock', 'creates', 'no-change'] as const satisfies readonly Kind[];
const LEAST_ROWS_OF_OTHERS = 100;

/** Both others send one request after the other, so that ten times the rows take ten times all of it. */
const MOST_ROWS_OF_OTHERS = 10_000;

export function casesOf(sizes: readonly number[], kinds: readonly Kind[] = KINDS): readonly Case[] {
  return kinds.flatMap((kind) =>
    sizes
      .filter((rows) => rows >= (LEAST_ROWS[kind] ?? 0))
      .filter((rows) => rows <= (MOST_ROWS[kind] ?? Number.POSITIVE_INFINITY))
      .flatMap((rows) =>
        WAYS.filter((way) => way === 'add-on' || isCompared(kind, rows)).map((way) => ({ way, kind, rows })),
      ),
  );
}

function isCompared(kind: Kind, rows: number): boolean {
  const kinds: readonly Kind[] = COMPARED_KINDS;
  return kinds.includes(kind) && rows >= LEAST_ROWS_OF_OTHERS && rows <= MOST_ROWS_OF_OTHERS;
}

/** As the page of the benchmark calls them. */
export const WAY_NAMES: Readonly<Record<Way, string>> = {
  'add-on': '**this add-on**',
  'row-by-row': 'row by row',
  'official-client': 'Shopify’s client',
};

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  prices: 'changed prices',
  'prices-of-ten': 'changed prices, ten variants a product',
  stock: 'changed stock levels',
  'stock-at-three': 'changed stock levels, three locations',
  creates: 'new products',
  'no-change': 'nothing changed',
  'first-sync': 'first sync of what a store of 10,000 has',
  pull: 'variants got into a new tab',
  refresh: 'rows refreshed, nothing changed',
  metafields: 'changed metafields',
  'fixed-prices': 'changed fixed prices of a market',
  'metafields-no-change': 'metafields, nothing changed',
  'fixed-prices-no-change': 'fixed prices of a market, nothing changed',
};
