import type { Workbench } from '../../support/workbench';
import { isOfProduct, OWN_NUMBER, productKey, type Word, wordOf } from './cells';
import { type Draw, several } from './draw';

type Tab = string[][];

/** Tabs that say once more what others say; all of an item stand in one place only where none of these is drawn. */
const TWINS: Readonly<Record<string, readonly string[]>> = {
  Prices: ['SKU', 'Price', 'Compare-at price'],
  Stock: ['SKU', 'Available'],
  More: ['Handle', 'Title', 'Vendor', 'Status', 'Option1 Name', 'Option1 Value', 'SKU', 'Tags', 'Price'],
};

/** The same by Shopify's IDs, which are known once the items are there. */
const BY_ID: Readonly<Record<string, readonly string[]>> = {
  Variants: ['Variant ID', OWN_NUMBER, 'Price', 'Compare-at price'],
  Titles: ['Product ID', OWN_NUMBER, 'Title', 'Vendor', 'Tags'],
};

/** Some of the tabs that are not there yet, with what those that are there say. */
export function drawTwins(
  draw: Draw,
  tabs: Readonly<Record<string, Tab>>,
  locations: readonly string[],
): Readonly<Record<string, Tab>> {
  const names = Object.keys(TWINS).filter(
    (name) => !tabs[name] && (name !== 'Stock' || locations.length === 1),
  );
  return Object.fromEntries(
    several(draw, names).map((name) => {
      const header = TWINS[name] ?? [];
      return [
        name,
        [[...header], ...(tabs.Products ?? []).slice(1).map((row) => twinRow(header, row, tabs))],
      ];
    }),
  );
}

/** What the tabs say of the item of a row of the products, under another header. */
export function twinRow(
  header: readonly string[],
  row: readonly string[],
  tabs: Readonly<Record<string, readonly (readonly string[])[]>>,
): string[] {
  const products = tabs.Products?.[0] ?? [];
  const sku = textOf(products, row, 'sku');
  const isFirst = textOf(products, row, 'title') !== '';
  return header.map((name) => {
    const word = wordOf(name);
    if (name === 'Option1 Name') return row[products.findIndex((own) => /^option1 name$/i.test(own))] ?? '';
    if (!word || (isOfProduct(word) && !isFirst)) return '';
    const said = Object.values(tabs).flatMap(([own = [], ...rows]) =>
      rows.filter((each) => textOf(own, each, 'sku') === sku).map((each) => textOf(own, each, word)),
    );
    return said.find((text) => text !== '') ?? '';
  });
}

const textOf = (header: readonly string[], row: readonly string[], word: Word): string =>
  row[header.findIndex((name) => wordOf(name) === word)] ?? '';

/** Tabs whose rows are named by IDs, of what Shopify has and the tabs that are there say. */
export function drawTabsById(
  draw: Draw,
  bench: Workbench,
  tabs: Readonly<Record<string, Tab>>,
): Readonly<Record<string, Tab>> {
  const { products } = bench.store.dump();
  const number = (id: string) => id.slice(id.lastIndexOf('/') + 1);
  const productIds = new Map(
    products.map(({ id, variants }) => [productKey(variants[0]?.sku ?? ''), number(id)]),
  );
  const variantIds = new Map(
    products.flatMap(({ variants }) => variants.map(({ id, sku }) => [sku ?? '', number(id)])),
  );
  const own = tabs.Products ?? [];
  return Object.fromEntries(
    several(draw, Object.keys(BY_ID)).flatMap((name) => {
      const header = BY_ID[name] ?? [];
      const isProduct = name === 'Titles';
      const rows = own.slice(1).flatMap((row) => {
        const sku = textOf(own[0] ?? [], row, 'sku');
        const isFirst = textOf(own[0] ?? [], row, 'title') !== '';
        const id = isProduct ? isFirst && productIds.get(productKey(sku)) : variantIds.get(sku);
        return id ? [twinRow(header, row, tabs).with(0, id)] : [];
      });
      // Where nothing could be created, there is nothing to name.
      return rows.length > 0 ? [[name, [[...header], ...rows]] as const] : [];
    }),
  );
}
