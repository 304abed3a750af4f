import { KilledError, type ServiceCall } from '../../../local/apps-script/runtime';
import { perform } from '../../../local/store/people/perform';
import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { sync } from '../../support/running';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

/**
 * Whether Shopify recognises an idempotency key for quantities is not certain, so all of this holds whichever way it is.
 */
const KEYS = ['honoured', 'ignored'] as const;

const products = (hat: string, cap: string) =>
  csvOf([
    ['Handle', 'Title', 'SKU', 'Inventory tracker', 'Inventory quantity'],
    ['hat', 'Hat', 'H-1', 'shopify', hat],
    ['cap', 'Cap', 'C-1', 'shopify', cap],
  ]);
const adjust = csvOf([
  ['SKU', 'Variant Inventory Adjust'],
  ['H-1', '5'],
  ['C-1', '-2'],
]);

const stocked = openWorkbench();
stocked.sync({ Products: products('10', '7') });
const saved = stocked.save();

function open(tabs: Readonly<Record<string, string>>, options: BenchOptions): Workbench {
  const bench = openWorkbench({ saved, ...options });
  bench.call('chooseTabs', { sheetIds: bench.paste(tabs, '--convert') });
  return bench;
}

const stock = (bench: Workbench) =>
  bench.store
    .dump()
    .products.map(({ variants }) => Object.values(variants[0]?.inventory ?? {})[0]?.available);

const answersOf = (bench: Workbench, tab: string) =>
  bench.runtime.state.workbook.sheets
    .find(({ name }) => name === tab)
    ?.rows.slice(1)
    .map((row) => row.slice(-4, -2).join(' '));

describe.each(KEYS)('with idempotency keys %s', (idempotency) => {
  test('a number of an Adjust cell counts once, although the first answer is lost', () => {
    const bench = open(
      { Adjust: adjust },
      { store: { idempotency, faults: 'inventorySetQuantities#1: timeout-after' } },
    );
    sync(bench);
    expect(stock(bench)).toEqual([15, 5]);
    expect(answersOf(bench, 'Adjust')).toEqual([
      'Updated Available · Shop location: 10 + 5 = 15.',
      'Updated Available · Shop location: 7 − 2 = 5.',
    ]);
    sync(bench);
    expect(stock(bench)).toEqual([15, 5]);
  });

  test('a quantity that arrived is not called a conflict because its first answer is lost', () => {
    const bench = open(
      { Products: products('12', '7') },
      { store: { idempotency, faults: 'inventorySetQuantities#1: 500-after' } },
    );
    expect(sync(bench).conflicts.count).toBe(0);
    expect(stock(bench)).toEqual([12, 7]);
    expect(answersOf(bench, 'Products')?.[0]).toMatch(/^Updated .*10 → 12/);
  });

  test('a request that did not arrive is sent again', () => {
    const bench = open(
      { Adjust: adjust },
      { store: { idempotency, faults: 'inventorySetQuantities#1: timeout-before' } },
    );
    sync(bench);
    expect(stock(bench)).toEqual([15, 5]);
  });

  test('a number counts once in the next execution too, where no answer came at all', () => {
    const cut = open(
      { Adjust: adjust },
      { store: { idempotency, faults: 'inventorySetQuantities: timeout-after' } },
    );
    expect(cut.call<RunSummary>('startSync', {})).toMatchObject({ value: { outcome: 'paused' } });
    expect(stock(cut)).toEqual([15, 5]);
    const bench = openWorkbench({ saved: cut.save(), store: { idempotency } });
    expect(sync(bench).outcome).toBe('finished');
    expect(stock(bench)).toEqual([15, 5]);
    sync(bench);
    expect(stock(bench)).toEqual([15, 5]);
  });

  test('killed at any call to Shopify and gone on with, every number counts once', () => {
    const wrong: unknown[] = [];
    for (let nth = 1; nth <= 12; nth += 1) {
      let passed = 0;
      const gate = ({ service, method }: ServiceCall) => {
        if (service === 'UrlFetchApp' || (service === 'Range' && method.startsWith('setValues'))) passed += 1;
        if (passed === nth) {
          passed += 1;
          throw new KilledError('Killed by the test');
        }
      };
      const killed = open({ Adjust: adjust }, { store: { idempotency }, gate });
      killed.runtime.run('startSync', [{}], { kind: 'sidebar' });
      killed.runtime.clock.advance(120_000);
      const bench = openWorkbench({ saved: killed.save(), store: { idempotency } });
      sync(bench);
      sync(bench);
      if (stock(bench).join() !== '15,5') wrong.push({ nth, stock: stock(bench) });
    }
    expect(wrong).toEqual([]);
  });
});

describe('where keys are ignored and a customer buys before anybody asks again', () => {
  function sold(): Workbench {
    const cut = open(
      { Adjust: adjust },
      { store: { idempotency: 'ignored', faults: 'inventorySetQuantities: timeout-after' } },
    );
    cut.call('startSync', {});
    const bench = openWorkbench({ saved: cut.save(), store: { idempotency: 'ignored' } });
    const level = bench.store.state.inventoryLevels
      .all()
      .find(({ quantities }) => quantities.available === 15);
    perform(bench.store, { kind: 'order', levelId: level?.id ?? '', quantity: 1 });
    return bench;
  }

  test('the level that moved is left to a person, and nothing is added to it', () => {
    const bench = sold();
    expect(sync(bench).conflicts.count).toBe(1);
    expect(stock(bench)).toEqual([14, 5]);
    expect(answersOf(bench, 'Adjust')).toEqual([
      'Changed in both Available · Shop location: a change was sent to it, and Shopify never said whether it counted. Shopify has 14 now. If it lacks the +5, send it in the sidebar; else empty the cell.',
      expect.stringMatching(/^(Updated|Up to date|No change to send)/),
    ]);
    sync(bench);
    expect(stock(bench)).toEqual([14, 5]);
  });
});

describe('where a change was sent, and nobody asked for its answer within a day', () => {
  const cut = (fault: 'timeout-after' | 'timeout-before') => {
    const killed = open({ Adjust: adjust }, { store: { faults: `inventorySetQuantities: ${fault}` } });
    killed.call('startSync', {});
    killed.runtime.clock.advance(30 * 3_600_000);
    return openWorkbench({ saved: killed.save() });
  };

  test('it is done where Shopify has the level that it asked for, and counts once', () => {
    const bench = cut('timeout-after');
    expect(sync(bench).conflicts.count).toBe(0);
    sync(bench);
    expect(stock(bench)).toEqual([15, 5]);
    const cells = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Adjust')?.rows;
    expect(cells?.slice(1).map((row) => row[1])).toEqual(['', '']);
  });

  test('a person is asked where Shopify has another level', () => {
    const bench = cut('timeout-before');
    expect(sync(bench).conflicts.count).toBe(2);
    expect(stock(bench)).toEqual([10, 7]);
  });
});
