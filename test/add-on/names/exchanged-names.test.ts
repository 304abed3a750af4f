import fc from 'fast-check';
import { csvOf } from '../../support/csv';
import '../../support/fixed-chance';
import { sampled, sampleOf } from '../../support/sampled';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const RENAME = `mutation ($product: ProductUpdateInput!) {
  productUpdate(product: $product) { userErrors { message } }
}`;
const SET_SKU = `mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!) {
  productVariantsBulkUpdate(productId: $product, variants: $variants) { userErrors { message } }
}`;
const OPTION = `mutation ($product: ID!, $option: OptionUpdateInput!, $values: [OptionValueUpdateInput!]!) {
  productOptionUpdate(productId: $product, option: $option, optionValuesToUpdate: $values) { userErrors { message } }
}`;
const OPTION_IDS = 'query ($id: ID!) { product(id: $id) { options { id optionValues { id name } } } }';

/** One row of the sheet and the item that it means. */
interface Item {
  readonly title: string;
  readonly name: string;
  readonly price: string;
}
type Table = readonly (readonly string[])[];
type Sheet = Readonly<Record<string, Table>>;

interface Kind {
  /** What is synced first, so that the items are there. */
  readonly first: (items: readonly Item[]) => Sheet;
  /** The sheet at hand. */
  readonly sheet: (items: readonly Item[], bench: Workbench) => Sheet;
  /** By the number of its item. */
  readonly rename: (bench: Workbench, item: number, name: string) => void;
}

const titled = ({ store }: Workbench, item: number) => {
  const found = store.dump().products.find(({ title }) => title === `T${item}`);
  if (!found) throw new Error(`There is no T${item}.`);
  return found;
};
const renameHandle = (bench: Workbench, item: number, handle: string) =>
  bench.store.execute({ query: RENAME, variables: { product: { id: titled(bench, item).id, handle } } });
const setSku = (bench: Workbench, item: number, sku: string) => {
  const { id, variants } = titled(bench, item);
  const own = { id: variants[0]?.id, inventoryItem: { sku } };
  bench.store.execute({ query: SET_SKU, variables: { product: id, variants: [own] } });
};
const optionIds = new Map<string, string>();
const renameOption = (bench: Workbench, item: number, name: string) => {
  const id = bench.store.dump().products[0]?.id;
  const { data } = bench.store.execute({ query: OPTION_IDS, variables: { id } });
  const { product } = data as {
    product: { options: { id: string; optionValues: { id: string; name: string }[] }[] };
  };
  const [option] = product.options;
  for (const value of option?.optionValues ?? [])
    if (!optionIds.has(value.id)) optionIds.set(value.id, value.name);
  const own = option?.optionValues.find((value) => optionIds.get(value.id) === `n${item}`);
  const values = [{ id: own?.id, name }];
  bench.store.execute({ query: OPTION, variables: { product: id, option: { id: option?.id }, values } });
};

const handles = (items: readonly Item[]) => [
  ['Handle', 'Title', 'Price'],
  ...items.map(({ name, title, price }) => [name, title, price]),
];
const bare = (items: readonly Item[]) => [
  ['Handle', 'Title'],
  ...items.map(({ name, title }) => [name, title]),
];
const prices = (column: string) => (items: readonly Item[]) => [
  [column, 'Price'],
  ...items.map(({ name, price }) => [name, price]),
];
const withSkus = (items: readonly Item[]) => [
  ['Handle', 'Title', 'SKU'],
  ...items.map(({ name, title }) => [`h-${title}`, title, name]),
];
const vendors = (items: readonly Item[], bench: Workbench) => [
  ['Product ID', 'Vendor'],
  ...items.map((_, item) => [titled(bench, item).id.replace(/.*\//, ''), `V${item}`]),
];
const options = (items: readonly Item[]) => [
  ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'],
  ...items.map(({ name, price }, item) => ['t', item ? '' : 'T', item ? '' : 'Size', name, price]),
];

const KINDS: Readonly<Record<string, Kind>> = {
  'handles in Products': {
    first: (items) => ({ Products: handles(items) }),
    sheet: (items) => ({ Products: handles(items) }),
    rename: renameHandle,
  },
  'handles in Prices': {
    first: (items) => ({ Products: bare(items), Prices: prices('Handle')(items) }),
    sheet: (items) => ({ Prices: prices('Handle')(items) }),
    rename: renameHandle,
  },
  'handles in Products and Prices': {
    first: (items) => ({ Products: bare(items), Prices: prices('Handle')(items) }),
    sheet: (items) => ({ Products: bare(items), Prices: prices('Handle')(items) }),
    rename: renameHandle,
  },
  'handles in a tab, Product IDs in another': {
    first: (items) => ({ Products: handles(items).map((row, at) => [...row, at ? `V${at - 1}` : 'Vendor']) }),
    sheet: (items, bench) => ({ Products: handles(items), Vendors: vendors(items, bench) }),
    rename: renameHandle,
  },
  'SKUs in Prices': {
    first: (items) => ({ Products: withSkus(items), Prices: prices('SKU')(items) }),
    sheet: (items) => ({ Prices: prices('SKU')(items) }),
    rename: setSku,
  },
  'SKUs in Products and Prices': {
    first: (items) => ({ Products: withSkus(items), Prices: prices('SKU')(items) }),
    sheet: (items) => ({ Products: withSkus(items), Prices: prices('SKU')(items) }),
    rename: setSku,
  },
  'SKUs in Prices, beside Products that keep the old ones': {
    first: (items) => ({ Products: withSkus(items), Prices: prices('SKU')(items) }),
    sheet: (items) => ({
      Products: withSkus(items.map((item, at) => ({ ...item, name: NAMES[at] ?? '' }))),
      Prices: prices('SKU')(items),
    }),
    rename: setSku,
  },
  'option values': {
    first: (items) => ({ Products: options(items) }),
    sheet: (items) => ({ Products: options(items) }),
    rename: renameOption,
  },
};

function sync(bench: Workbench, sheet: Sheet): Record<string, string> {
  return saidOf(bench.sync(textsOf(sheet), '--hold'));
}

const textsOf = (sheet: Sheet) =>
  Object.fromEntries(Object.entries(sheet).map(([name, rows]) => [name, csvOf(rows)]));

/** By item, in the order in which they were made. */
const inStore = ({ store }: Workbench) =>
  store.dump().products.flatMap(({ variants }) => variants.map(({ price }) => Number(price)));

function idsOf({ runtime }: Workbench, { Products, Prices }: Sheet): string[] {
  const tabs = Object.entries({ Products, Prices }).filter(([, table]) => table !== undefined);
  return tabs.flatMap(([tab, table = []]) => {
    const rows = runtime.state.workbook.sheets.find(({ name }) => name === tab)?.rows ?? [];
    return table.slice(1).map((_, row) => String(rows[row + 1]?.[(table[0]?.length ?? 0) + 3]));
  });
}

const COUNT = 3;
const NAMES = [...Array(COUNT + 1).keys()].map((item) => `n${item}`);
/** Prices that do not jump, and that nobody else has. */
const priceOf = (item: number, step: number) => `${20 + item + step / 10}`;

/** Some of the names, each once, in any order. */
const moves = fc.shuffledSubarray(NAMES, { minLength: COUNT, maxLength: COUNT });
const schedule = fc.record({
  now: moves,
  /** The rows that are edited before each of the syncs at which the sheet does not follow yet, after a preview. */
  ignored: fc.array(fc.subarray([...Array(COUNT).keys()], { minLength: 1 }), { maxLength: 3 }),
  /** The order in which rows follow, one at each sync; all at once where it is empty. */
  oneByOne: fc.oneof(
    fc.constant<number[]>([]),
    fc.shuffledSubarray([...Array(COUNT).keys()], { minLength: COUNT }),
  ),
});

/** A name is freed, the next row's item takes it, and that row is edited sync after sync. */
const FREED_AND_TAKEN = { now: ['n2', 'n0', 'n3'], ignored: [[2], [1]], oneByOne: [0, 1, 2] };

describe('names that were exchanged or moved on in Shopify', () => {
  test.each(sampleOf(Object.entries(KINDS), 3))(
    'send nothing to their rows, keep each row its Shopify ID, and are over once the sheet has followed: %s',
    (_, { first, sheet, rename }) => {
      fc.assert(
        fc.property(schedule, ({ now, ignored, oneByOne }) => {
          optionIds.clear();
          const typed = NAMES.slice(0, COUNT);
          const steps = typed.map(() => 0);
          const meantOf = (item: number) => priceOf(item, steps[item] ?? 0);
          const edit = (item: number) => steps.splice(item, 1, (steps[item] ?? 0) + 1);
          const items = () => typed.map((name, item) => ({ title: `T${item}`, name, price: meantOf(item) }));
          const bench = openWorkbench({ store: { searchLagMs: 0 } });
          sync(bench, first(items()));
          sync(bench, sheet(items(), bench));
          const ids = idsOf(bench, sheet(items(), bench));
          const isMoved = (item: number) => now[item] !== NAMES[item];
          // A name that nobody else has by now only differs, and its row is sent.
          const isTaken = (item: number) => isMoved(item) && now.includes(NAMES[item] ?? '');
          for (const item of typed.keys()) if (isMoved(item)) rename(bench, item, `between-${item}`);
          for (const [item, name] of now.entries()) if (isMoved(item)) rename(bench, item, name);
          const old = inStore(bench);
          const check = (said: Record<string, string>, follows: (item: number) => boolean) => {
            expect(idsOf(bench, sheet(items(), bench))).toEqual(ids);
            for (const [item, price] of inStore(bench).entries()) {
              const meant = Number(meantOf(item));
              if (!isMoved(item)) expect(price).toBe(meant);
              if (!follows(item)) expect([old[item], ...(isTaken(item) ? [] : [meant])]).toContain(price);
            }
            for (const text of Object.values(said)) expect(text.length).toBeLessThanOrEqual(320);
          };
          for (const edited of ignored) {
            for (const item of edited) edit(item);
            bench.paste(textsOf(sheet(items(), bench)));
            bench.call('previewSync');
            const said = sync(bench, sheet(items(), bench));
            check(said, (item) => !isTaken(item));
            // What a colleague renamed is no mistake of the sheet's.
            expect(Object.values(said).join('\n')).not.toMatch(/says otherwise|^error/m);
          }
          for (const item of oneByOne) {
            typed[item] = now[item] ?? '';
            const followed = typed.map((name, each) => name === now[each]);
            check(sync(bench, sheet(items(), bench)), (each) => followed[each] ?? false);
          }
          for (const [item, name] of now.entries()) {
            edit(item);
            typed[item] = name;
          }
          const said = sync(bench, sheet(items(), bench));
          expect(Object.values(said).join('\n')).not.toMatch(/conflict|error|skipped/);
          expect(inStore(bench)).toEqual(typed.map((_, item) => Number(meantOf(item))));
          expect(idsOf(bench, sheet(items(), bench))).toEqual(ids);
          const again = Object.values(sync(bench, sheet(items(), bench)));
          expect(again.join('\n')).not.toMatch(/^(?!not-compared|unchanged|differs)/m);
        }),
        { numRuns: sampled(2, 100), examples: [[FREED_AND_TAKEN]] },
      );
    },
  );
});
