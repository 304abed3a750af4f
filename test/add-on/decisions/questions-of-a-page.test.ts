import type { Answer, RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import {
  begin,
  call,
  cell,
  HANDLES,
  history,
  inShopify,
  inStore,
  keysOf,
  said,
  sell,
  type,
} from '../../support/deciding';
import { testInFull } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';

describe('held changes', () => {
  function many(): { readonly bench: Workbench; readonly preview: RunSummary } {
    const bench = begin();
    for (const handle of HANDLES) type(bench, handle, { price: '2.00' });
    return { bench, preview: call(bench, 'previewSync') };
  }

  test('are sent one by one', () => {
    const { bench, preview } = many();
    const [, cup] = keysOf(preview.held);
    const done = call(bench, 'confirmHeld', { keys: [cup] });
    expect(HANDLES.map((handle) => inStore(bench, handle).price)).toEqual([
      '20.00',
      '2.00',
      '20.00',
      '20.00',
    ]);
    expect(done.held.count).toBe(3);
  });

  test('are refused one by one: the row says so, and nobody is asked again until the value changes', () => {
    const { bench, preview } = many();
    const [mug, ...others] = keysOf(preview.held);
    expect(bench.call('refuseHeld', { keys: [mug] })).toEqual({ ok: true, value: null });
    const refused =
      'Held: Price 20.00 → 2.00 is held: you chose not to send it. Change the cell to be asked again.';
    expect(said(bench, 'mug')).toBe(refused);
    for (const name of ['previewSync', 'startSync']) {
      const { held, refused: count } = call(bench, name);
      expect([keysOf(held), count]).toEqual([others, 1]);
    }
    expect(said(bench, 'mug')).toBe(refused);
    expect(bench.call('confirmHeld', { keys: [mug] })).toMatchObject({ ok: false });
    type(bench, 'mug', { price: '3.00' });
    expect(keysOf(call(bench, 'startSync').held)).toHaveLength(4);
    expect(inStore(bench, 'mug').price).toBe('20.00');
  });
});

test('what was refused is asked of again where a person wants that', () => {
  const bench = begin();
  type(bench, 'mug', { price: '2.00' });
  const keys = keysOf(call(bench, 'previewSync').held);
  bench.call('refuseHeld', { keys });
  expect(call(bench, 'previewSync')).toMatchObject({ refused: 1, held: { count: 0 } });
  expect(bench.call('askAgain')).toEqual({ ok: true, value: null });
  expect(call(bench, 'previewSync')).toMatchObject({ refused: 0, held: { count: 1 } });
  expect(inStore(bench, 'mug').price).toBe('20.00');
});

describe('cells that were never synced', () => {
  function forgotten(): Workbench {
    const bench = begin();
    const { workbook } = bench.runtime.state;
    workbook.sheets = workbook.sheets.filter(({ name }) => name === 'Products');
    type(bench, 'mug', { price: '21.00', vendor: 'Mine', quantity: 40 });
    type(bench, 'cup', { price: '22.00' });
    return bench;
  }

  test('are named one by one with both values, by group, in a preview and in a run', () => {
    const bench = forgotten();
    for (const name of ['previewSync', 'startSync'])
      expect(call(bench, name).unsynced).toMatchObject({
        products: { count: 1, shown: [{ row: 2, column: 'Vendor', sheet: 'Mine', shopify: 'Acme' }] },
        inventory: { count: 1, shown: [{ row: 2, sheet: '40', shopify: '41', sum: null }] },
        prices: { count: 2, shown: [{ row: 2, sheet: '21.00', shopify: '20.00' }, { row: 3 }] },
      });
  });

  test('take the side that a person chose for those that were shown, and the others go on waiting', () => {
    const bench = forgotten();
    const { unsynced } = call(bench, 'previewSync');
    type(bench, 'jug', { price: '23.00' });
    const done = call(bench, 'resolveConflicts', { side: 'sheet', keys: keysOf(unsynced.prices) });
    expect(HANDLES.map((handle) => inStore(bench, handle).price)).toEqual([
      '21.00',
      '22.00',
      '20.00',
      '20.00',
    ]);
    expect(done.unknownBase).toEqual({ products: 1, inventory: 1, prices: 1 });
    const kept = call(bench, 'resolveConflicts', {
      run: done.run,
      side: 'shopify',
      keys: [...keysOf(done.unsynced.products), ...keysOf(done.unsynced.inventory)],
    });
    expect([cell(bench, 'mug', 'vendor'), cell(bench, 'mug', 'quantity')]).toEqual(['Acme', '41']);
    expect(inStore(bench, 'mug')).toMatchObject({ price: '21.00', vendor: 'Acme', quantity: 41 });
    expect(kept.unknownBase).toEqual({ products: 0, inventory: 0, prices: 1 });
  });

  test('are asked of once more where the side that was chosen looks like a slip', () => {
    const bench = forgotten();
    type(bench, 'mug', { price: '2.00' });
    const { unsynced } = call(bench, 'previewSync');
    const one = call(bench, 'resolveConflicts', { side: 'sheet', keys: keysOf(unsynced.prices) });
    expect([inStore(bench, 'mug').price, inStore(bench, 'cup').price]).toEqual(['20.00', '22.00']);
    call(bench, 'confirmHeld', { run: one.run, keys: keysOf(one.held) });
    expect(inStore(bench, 'mug').price).toBe('2.00');
  });
});

describe('keeping Shopify’s value', () => {
  test('puts it into the cell, and the next run finds both in step even where Shopify has moved on since', () => {
    const bench = begin();
    type(bench, 'mug', { price: '21.00', vendor: 'Mine' });
    inShopify(bench, 'mug', { price: '22.00', vendor: 'Theirs' });
    const { run, conflicts } = call(bench, 'startSync');
    const kept = call(bench, 'resolveConflicts', { run, side: 'shopify', keys: keysOf(conflicts) });
    expect([cell(bench, 'mug', 'price'), cell(bench, 'mug', 'vendor')]).toEqual(['22', 'Theirs']);
    expect(kept.sent).toBe(0);
    expect(said(bench, 'mug')).toBe(
      'Up to date: Vendor Mine → Theirs, from Shopify. Price 21.00 → 22.00, from Shopify.',
    );
    inShopify(bench, 'mug', { price: '23.00' });
    expect(call(bench, 'startSync')).toMatchObject({ sent: 0, conflicts: { count: 0 } });
    expect(inStore(bench, 'mug').price).toBe('23.00');
  });

  test('of a stock that was sold from takes Shopify’s number, and adding says what comes out', () => {
    const bench = begin();
    type(bench, 'mug', { quantity: 49 });
    sell(bench, 'mug', 41, 38);
    const { run, conflicts } = call(bench, 'startSync');
    expect(conflicts.shown).toMatchObject([{ sheet: '49', shopify: '38', sum: { by: 8, is: 46 } }]);
    const added = openWorkbench({ saved: bench.save() });
    call(added, 'resolveConflicts', { run, side: 'add', keys: keysOf(conflicts) });
    expect(inStore(added, 'mug').quantity).toBe(46);
    call(bench, 'resolveConflicts', { run, side: 'shopify', keys: keysOf(conflicts) });
    expect([cell(bench, 'mug', 'quantity'), inStore(bench, 'mug').quantity]).toEqual(['38', 38]);
  });
});

describe('a preview in two pages', () => {
  test('is sent from the page that shows what was previewed last, and from no other', () => {
    const bench = begin();
    type(bench, 'mug', { price: '21.00' });
    const one = call(bench, 'previewSync');
    type(bench, 'cup', { price: '22.00' });
    const two = call(bench, 'previewSync');
    const answer: Answer<RunSummary> = bench.call('applyPreview', { preview: one.preview });
    expect(answer).toMatchObject({
      value: { outcome: 'failed', sent: 0, problem: { kind: 'invalid-input' } },
    });
    expect(inStore(bench, 'mug').price).toBe('20.00');
    call(bench, 'applyPreview', { preview: two.preview });
    expect([inStore(bench, 'mug').price, inStore(bench, 'cup').price]).toEqual(['21.00', '22.00']);
  });
});

describe('a decision that takes longer than Google lets one execution', () => {
  testInFull('is continued with what was chosen, and nothing else', () => {
    const rows = (price: string) =>
      csvOf([
        ['Handle', 'Title', 'Price'],
        ...Array.from({ length: 190 }, (_, index) => [`p-${index}`, `P ${index}`, price]),
      ]);
    const bench = openWorkbench({ store: { latencyMs: 58_000 } });
    bench.sync({ Products: rows('20.00') });
    bench.paste({ Products: rows('2.00') });
    const keys = keysOf(call(bench, 'previewSync').held).slice(1);
    let done = call(bench, 'confirmHeld', { keys });
    expect(done.outcome).toBe('paused');
    const { run } = done;
    // In its panel nothing is decided before it has come to its end.
    expect(bench.call('confirmHeld', { run, keys })).toMatchObject({
      ok: false,
      problem: { message: 'This sync has not come to its end.' },
    });
    for (let again = 0; again < 20 && done.outcome === 'paused'; again += 1)
      done = call(bench, 'continueSync');
    expect(done).toMatchObject({ outcome: 'finished', run });
    const prices = bench.store.dump().products.map(({ handle, variants }) => [handle, variants[0]?.price]);
    expect(prices.filter(([, price]) => price !== '2.00')).toEqual([['p-0', '20.00']]);
    expect(history(bench)[0]).toMatchObject({ number: run, totals: { updated: 189 } });
  });
});
