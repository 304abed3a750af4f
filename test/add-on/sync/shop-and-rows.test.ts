import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { define } from '../metafields/shop';

const stock = (available: string) =>
  csvOf([
    ['SKU', 'Location', 'Available', 'Price'],
    ['HAT', 'Shop location', available, '20'],
  ]);

const PRODUCT = csvOf([
  ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker'],
  ['hat', 'Hat', 'HAT', '20', 'shopify'],
]);

/** Synced before; then the merchant changes a level. */
function changed(): Workbench {
  const bench = openWorkbench();
  bench.sync({ Products: PRODUCT });
  bench.sync({ Stock: stock('5') });
  bench.paste({ Stock: stock('7') });
  return bench;
}

/** Everything that leaves during a sync, first to last. */
function sync(bench: Workbench) {
  const before = bench.wire.length;
  const answered = bench.call<RunSummary>('startSync', {});
  const sent = bench.wire.slice(before).filter((text) => text.startsWith('{"query":'));
  const rows = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Stock')?.rows;
  return {
    totals: answered.ok ? answered.value.totals : answered.problem,
    problem: answered.ok ? answered.value.problem : null,
    said: rows?.map((cells) => cells.slice(4, 6)),
    store: bench.store.dump(),
    queries: sent.filter((text) => text.startsWith('{"query":"query')),
  };
}

test('a small sync asks for the shop and for what changed with one request', () => {
  const { queries, totals } = sync(changed());
  expect(totals).toMatchObject({ updated: 1 });
  // Levels are found by what the first answer says.
  expect(queries).toEqual([
    expect.stringMatching(/query Both\(.*myshopifyDomain.*nodes\(ids/s),
    expect.stringContaining('query InventoryLevels'),
  ]);
});

test('the first sync after connecting asks for the shop alone', () => {
  const bench = changed();
  delete bench.runtime.state.documentProperties['known-shop'];
  const { queries, totals } = sync(bench);
  expect(totals).toMatchObject({ updated: 1 });
  expect(queries[0]).not.toContain('$ids');
});

/** What may be another by the next sync, and what of the merchant's edit is sent all the same. */
const CHANGES: Readonly<Record<string, (bench: Workbench) => void>> = {
  'its location is renamed': ({ store }) => {
    for (const location of store.state.locations.all()) Object.assign(location, { name: 'Depot' });
  },
  'it sells in another currency': ({ store }) => {
    Object.assign(store.state.shop, { currencyCode: 'JPY' });
  },
  'it has another name': ({ store }) => {
    Object.assign(store.state.shop, { name: 'Hats and more' });
  },
  'the app may no longer write stock': ({ store }) => {
    const { accessScopes } = store.state.installation;
    Object.assign(store.state.installation, {
      accessScopes: accessScopes.filter((scope) => !scope.includes('inventory')),
    });
  },
  'somebody else sold one': ({ store }) => {
    for (const { quantities } of store.state.inventoryLevels.all())
      Object.assign(quantities, { available: 4, on_hand: 4 });
  },
};

test.each(Object.entries(CHANGES))(
  'if %s meanwhile, a sync does as if nothing had been known of the shop',
  (_, change) => {
    const [knowing, unknowing] = [changed(), changed()];
    delete unknowing.runtime.state.documentProperties['known-shop'];
    change(knowing);
    change(unknowing);
    const [known, unknown] = [sync(knowing), sync(unknowing)];
    expect({ ...known, queries: [] }).toEqual({ ...unknown, queries: [] });
  },
);

test('a location that was renamed is not sent to by its former name', () => {
  const bench = changed();
  CHANGES['its location is renamed']?.(bench);
  const before = bench.store.dump();
  const { totals, store } = sync(bench);
  expect(totals).toMatchObject({ updated: 0, error: 1 });
  expect(store).toEqual(before);
});

describe('what columns mean that only the shop can tell', () => {
  const tab = (price: string, ...more: readonly (readonly [string, string])[]) => ({
    Products: csvOf([
      ['Handle', 'Title', 'SKU', 'Price', ...more.map(([header]) => header)],
      ['hat', 'Hat', 'HAT', price, ...more.map(([, cell]) => cell)],
    ]),
  });
  /** The reads of one run whose spreadsheet knows the shop. */
  const readsOf = (bench: Workbench, files: Readonly<Record<string, string>>) => {
    bench.paste(files);
    const before = bench.wire.length;
    const answered = bench.call<RunSummary>('startSync', {});
    expect(answered.ok && answered.value.outcome).toBe('finished');
    return bench.wire
      .slice(before)
      .flatMap((text) => (text.startsWith('{"query":"query') ? String(JSON.parse(text).query) : []));
  };
  const known = (...more: readonly (readonly [string, string])[]) => {
    const bench = openWorkbench();
    bench.sync(tab('20', ...more));
    return bench;
  };

  test('is asked for with the shop: an unknown header costs no request', () => {
    const reads = readsOf(known(['Own notes', 'x']), tab('21', ['Own notes', 'x']));
    expect(reads[0]).toMatch(/^query With.*myshopifyDomain.*metafieldDefinitions.*metafieldDefinitions/s);
    expect(reads.slice(1).join()).not.toContain('metafieldDefinitions');
    expect(readsOf(known(['Own notes', 'x']), tab('20', ['Own notes', 'y']))).toHaveLength(1);
  });

  test('is asked for anew by each sync: a definition that is made later gives its header a meaning', () => {
    const bench = known(['Own notes', 'x']);
    readsOf(bench, tab('21', ['Own notes', 'x']));
    define(bench, { key: 'notes', name: 'Own notes', type: 'single_line_text_field' });
    readsOf(bench, tab('22', ['Own notes', 'y']));
    const rows = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Products')?.rows;
    expect(JSON.stringify(rows?.[1])).toContain('Own notes: Shopify has (empty), the sheet y. Choose');
  });

  test('of several kinds is asked for together', () => {
    const columns = [
      ['Collections', ''],
      ['Channels', ''],
      ['Price / Germany', ''],
      ['Own notes', 'x'],
    ] as const;
    expect(readsOf(known(...columns), tab('20', ...columns))).toHaveLength(1);
  });

  test('is asked for by itself where Shopify refuses it together with the shop', () => {
    let refused = 0;
    const bench = openWorkbench({
      answering({ body }, answer) {
        if (!String(body).includes('query With')) return answer;
        refused += 1;
        return {
          ...answer,
          status: 200,
          body: JSON.stringify({ errors: [{ message: 'No.', locations: [] }] }),
        };
      },
    });
    bench.sync(tab('20', ['Own notes', 'x']));
    readsOf(bench, tab('21', ['Own notes', 'x']));
    expect(refused).toBeGreaterThan(0);
    expect(bench.store.dump().products[0]?.variants[0]?.price).toBe('21.00');
  });
});
