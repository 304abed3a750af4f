import { KilledError } from '../../../local/apps-script/runtime';
import { csvOf } from '../../support/csv';
import { sync, undoLast } from '../../support/running';
import { sampled } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const file = (word: string) => ({
  Products: csvOf([
    [
      'Handle',
      'Title',
      'Option1 Name',
      'Option1 Value',
      'SKU',
      'Price',
      'Inventory tracker',
      'Inventory quantity',
      'Image Src',
      'Delete',
    ],
    ['hat', 'Hat', 'Size', 'S', 'H-1', '10.00', 'shopify', '5', 'https://images.example.com/a.jpg', word],
    ['hat', '', '', 'M', 'H-2', '20.00', 'shopify', '7', 'https://images.example.com/b.jpg', word],
    ['cap', 'Cap', '', '', 'C-1', '30.00', 'shopify', '3', '', ''],
  ]),
});

const shop = openWorkbench();
shop.sync(file(''));
shop.clock.advance(60_000);

/** All that a merchant sees of both products, without IDs. */
const seen = ({ store }: Workbench) =>
  JSON.stringify(
    store
      .dump()
      .products.map(({ handle, title, status, media, variants }) => [
        ...[
          handle,
          title,
          status,
          media.map(({ originalSource }) => /[^/?]*(?=(\?.*)?$)/.exec(originalSource)?.[0]),
        ],
        variants.map(({ sku, price, options, inventory }) => [sku, price, options, inventory]),
      ])
      .sort(),
  );
const whole = seen(shop);
shop.sync(file('[delete]'), '--confirm-held');
shop.clock.advance(60_000);
const deleted = shop.save();
const begin = (options: BenchOptions = {}) => openWorkbench({ saved: deleted, ...options });
const named = (bench: Workbench) =>
  bench.store
    .dump()
    .products.map(({ handle }) => handle)
    .sort();

/** An undo that counts the calls of Google's services, and may be killed at one of them. */
function undoneWith(kill: number): { readonly bench: Workbench; readonly calls: number } {
  let calls = 0;
  let isArmed = true;
  const bench = begin({
    gate: () => {
      if (!isArmed) return;
      calls += 1;
      if (calls === kill) throw new KilledError('Killed by the test');
    },
  });
  const runs = () => bench.call<readonly { readonly number: number }[]>('listRuns');
  isArmed = false;
  const listed = runs();
  const run = listed.ok ? listed.value[0]?.number : undefined;
  isArmed = true;
  bench.runtime.run('undoRun', [{ run }], { kind: 'sidebar' });
  isArmed = false;
  if (kill === 0) return { bench, calls };
  bench.clock.advance(60_000);
  // A person sees that it broke off: goes on, or asks for it again.
  if (!bench.call('continueSync').ok) bench.call('undoRun', { run });
  bench.clock.advance(60_000);
  bench.call('undoRun', { run });
  return { bench, calls };
}

test('a product that is created again after its deletion is whole, once, wherever that is killed', () => {
  expect(named(begin())).toEqual(['cap']);
  const { bench, calls } = undoneWith(0);
  bench.clock.advance(60_000);
  expect(seen(bench)).toBe(whole);
  const differing: (number | string)[] = [];
  for (let kill = 1; kill <= calls; kill += sampled(Math.ceil(calls / 12), 1)) {
    const again = undoneWith(kill).bench;
    again.clock.advance(60_000);
    if (seen(again) !== whole) differing.push(kill, seen(again));
  }
  expect(differing).toEqual([]);
});

test.each(['timeout-after', '502-before', 'truncated'])(
  'a product whose creation answers %s is created again once, and another undo makes no second one',
  (effect) => {
    const bench = begin({ store: { faults: `productSet#1: ${effect}` } });
    undoLast(bench);
    bench.clock.advance(60_000);
    sync(bench);
    expect(named(bench)).toEqual(['cap', 'hat']);
  },
);
