import { KilledError } from '../../../local/apps-script/runtime';
import type { RunSummary } from '../../../src/answers/answers';
import { sampleOf } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';
import { csvOf, type Edit, exchange, type Item, itemsOf, paste, set } from './items-of-a-shop';

const COUNT = 12;
const ITEMS = itemsOf(COUNT);
const stockOf = (item: Item) => Number(item['Inventory quantity']);

/** What stands in the tab afterwards, by name of the tab. */
type Slip = Readonly<Record<string, string>>;
const edited = (edit: Edit): Slip => ({ Products: csvOf(edit(ITEMS)) });
const adjusted = (numberOf: (item: Item) => number): Slip => ({
  Adjust: ['SKU,Variant Inventory Adjust', ...ITEMS.map((item) => `${item.SKU},${numberOf(item)}`)].join(
    '\n',
  ),
});

const SLIPS: Readonly<Record<string, Slip>> = {
  'the SKUs pasted over the titles': edited(paste('SKU', 'Title')),
  'SKUs and barcodes exchanged': edited(exchange('SKU', 'Barcode')),
  'the titles pasted over the tags': edited(paste('Title', 'Tags')),
  'the prices pasted over the quantities': edited(
    set('Inventory quantity', ({ Price }) => String(Number(Price))),
  ),
  'quantities + 1000': edited(set('Inventory quantity', (item) => String(stockOf(item) + 1000))),
  'grams × 1000': edited(set('Variant Grams', (item) => String(Number(item['Variant Grams']) * 1000))),
  'no tax on anything': edited(set('Charge tax', () => 'FALSE')),
  'the stock pasted into the numbers to add': adjusted(stockOf),
  '500 taken away everywhere': adjusted(() => -500),
};

const saved = (() => {
  const bench = openWorkbench();
  bench.sync({ Products: csvOf(ITEMS) });
  return bench.save();
})();

function pasted(slip: Slip, options: BenchOptions = {}): Workbench {
  const bench = openWorkbench({ saved, ...options });
  bench.call('chooseTabs', { sheetIds: bench.paste(slip) });
  return bench;
}

function answered(bench: Workbench, call: string, ...args: unknown[]): RunSummary {
  const answer = bench.call<RunSummary>(call, ...args);
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

/** All that Shopify has of the products; a dump says nothing of weights. */
function stored({ store }: Workbench): object {
  const query =
    '{ productVariants(first: 50) { nodes { inventoryItem { measurement { weight { value unit } } } } } }';
  const { data, errors } = store.execute({ query, variables: {} }) as Readonly<
    Record<'data' | 'errors', object>
  >;
  expect(errors).toBeUndefined();
  return { data, ...store.dump() };
}

const keysOf = ({ held }: RunSummary) => [...held.shown.map(({ key }) => key), ...held.more];

/** What it comes to in the store, with the choices that go with it, however it was sent. */
function wanted(slip: Slip): object {
  const bench = pasted(slip);
  const first = answered(bench, 'startSync', {});
  answered(bench, 'confirmHeld', { run: first.run, keys: keysOf(first) });
  return stored(bench);
}

describe.each(sampleOf(Object.entries(SLIPS), 2))('%s', (_, slip) => {
  const before = stored(openWorkbench({ saved }));

  test('a preview holds what the run holds, and shows each of them with its reason', () => {
    const bench = pasted(slip);
    const preview = answered(bench, 'previewSync');
    const run = answered(bench, 'startSync', {});
    expect(run.held).toEqual(preview.held);
    expect(preview.held.count).toBeGreaterThanOrEqual(COUNT);
    expect(new Set(preview.held.shown.map(({ reason }) => reason)).has('')).toBe(false);
    expect(stored(bench)).toEqual(before);
  });

  test('confirmed, it is sent once, and undone it is taken back without a question', () => {
    const bench = pasted(slip);
    const first = answered(bench, 'startSync', {});
    const sent = answered(bench, 'confirmHeld', { run: first.run, keys: keysOf(first) });
    expect(sent).toMatchObject({ held: { count: 0 }, totals: { error: 0, conflict: 0, skipped: 0 } });
    const after = stored(bench);
    expect(after).not.toEqual(before);
    expect(answered(bench, 'startSync', {})).toMatchObject({ sent: 0, held: { count: 0 } });
    expect(answered(bench, 'undoRun', { run: sent.run })).toMatchObject({ held: { count: 0 } });
    expect(stored(bench)).toEqual(before);
  });

  test('of which two are confirmed, these go and the others wait on', () => {
    const bench = pasted(slip);
    const first = answered(bench, 'startSync', {});
    const keys = keysOf(first);
    const left = answered(bench, 'confirmHeld', { run: first.run, keys: keys.slice(0, 2) });
    expect(left.held.count).toBe(keys.length - 2);
    const after = stored(bench);
    expect(after).not.toEqual(before);
    expect(answered(bench, 'startSync', {})).toMatchObject({ sent: 0, held: { count: keys.length - 2 } });
    expect(stored(bench)).toEqual(after);
  });

  test('refused, it is neither sent nor asked about again', () => {
    const bench = pasted(slip);
    const first = answered(bench, 'startSync', {});
    expect(bench.call('refuseHeld', { run: first.run, keys: keysOf(first) })).toMatchObject({ ok: true });
    expect(answered(bench, 'startSync', {})).toMatchObject({ sent: 0, held: { count: 0 } });
    expect(stored(bench)).toEqual(before);
  });

  test('the command line sends it with --confirm-held alone', () => {
    const bench = openWorkbench({ saved });
    bench.sync(slip, '--hold');
    expect(stored(bench)).toEqual(before);
    bench.sync(slip, '--confirm-held');
    expect(stored(bench)).toEqual(wanted(slip));
  });

  test('stopped or killed halfway, the rest of what was confirmed goes without another question', () => {
    for (const ending of ['stop', 'kill'] as const) {
      let isArmed = false;
      const bench: Workbench = pasted(slip, {
        gate: ({ service }) => {
          if (!isArmed || service !== 'UrlFetchApp') return;
          const sent = stored(bench);
          if (JSON.stringify(sent) === JSON.stringify(before)) return;
          isArmed = false;
          if (ending === 'kill') throw new KilledError('Killed by the test');
          bench.call('cancelSync');
        },
      });
      const first = answered(bench, 'startSync', {});
      isArmed = true;
      bench.runtime.run('confirmHeld', [{ run: first.run, keys: keysOf(first) }], { kind: 'sidebar' });
      isArmed = false;
      bench.runtime.clock.advance(6 * 60_000);
      const continued = bench.call<RunSummary>('continueSync');
      if (continued.ok) expect(continued.value.held.count).toBe(0);
      expect(answered(bench, 'startSync', {})).toMatchObject({ held: { count: 0 } });
      expect(stored(bench)).toEqual(wanted(slip));
    }
  });
});

test('a schedule sends nothing of a pasted column, and the rest of the tab', () => {
  const items = itemsOf(40);
  const bench = openWorkbench();
  const rows = (titleOf: (item: Item, index: number) => string, price: string) =>
    csvOf(
      items.map((item, index) => ({
        ...item,
        Title: titleOf(item, index),
        ...(index === 39 && { Price: price }),
      })),
    );
  bench.sync({ Products: rows(({ Title }) => Title, '20.00') });
  const groups = ['products', 'inventory', 'prices'];
  expect(bench.call('saveSchedule', { rhythm: { every: 'hours', hours: 1 }, groups })).toMatchObject({
    ok: true,
  });
  bench.paste({ Products: rows(({ Title, SKU }, index) => (index < 5 ? SKU : Title), '21.00') });
  bench.runtime.advanceTo(bench.runtime.clock.now() + 2 * 3_600_000);
  const { products } = bench.store.dump();
  expect(products.filter(({ title }) => title.startsWith('WD-'))).toEqual([]);
  expect(products.filter(({ variants }) => variants[0]?.price === '21.00')).toHaveLength(1);
});
