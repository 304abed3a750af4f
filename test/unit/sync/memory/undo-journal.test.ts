import type { ReplacedField } from '../../../../src/plan/model/replaced-value';
import { forgetOldValues, KEPT_MS, loadRuns, openJournal } from '../../../../src/sync/memory/undo-journal';
import { journalOf } from '../../../support/journal';
import { ownSigner } from '../own-signer';

const SHOP = 'acme.myshopify.com';
const ME = ownSigner('me');

/** The hidden tab alone, and a clock that stands until it is moved. */
function undoTab() {
  const rows: string[][] = [];
  let nowMs = 1_000;
  return {
    rows,
    wait: (ms: number) => {
      nowMs += ms;
    },
    context: {
      journals: { open: () => journalOf(rows) },
      clock: { now: () => nowMs, sleep: () => undefined },
      shop: SHOP,
      signer: ME,
    },
  };
}

const price = (number: number, from: string, to: string): ReplacedField => ({
  kind: 'field',
  id: `gid://shopify/ProductVariant/${number}`,
  key: 'price',
  from,
  to,
  ref: { sheetId: 1, tab: 'Prices', row: number },
  column: 'Price',
});

test('what a run replaced comes back in order, with what later runs replaced', () => {
  const { context } = undoTab();
  openJournal(context, 1, true).save([price(1, '1.00', '2.00')]);
  const second = openJournal(context, 2, true);
  second.save([price(1, '2.00', '3.00'), price(2, '5.00', '6.00')]);
  second.save([price(3, '7.00', '8.00')]);
  openJournal(context, 3, true).save([price(1, '3.00', '4.00')]);
  expect(loadRuns(context, 2)).toEqual([
    { run: 2, entries: [price(1, '2.00', '3.00'), price(2, '5.00', '6.00'), price(3, '7.00', '8.00')] },
    { run: 3, entries: [price(1, '3.00', '4.00')] },
  ]);
  expect(loadRuns(context, 4)).toEqual([]);
});

test('another shop’s values are not given back', () => {
  const { context } = undoTab();
  openJournal(context, 1, true).save([price(1, '1.00', '2.00')]);
  expect(loadRuns({ ...context, shop: 'other.myshopify.com' }, 1)).toEqual([]);
});

test('a damaged row costs its own values, and no others', () => {
  const { context, rows } = undoTab();
  const journal = openJournal(context, 1, true);
  journal.save([price(1, '1.00', '2.00')]);
  journal.save([price(2, '1.00', '2.00')]);
  (rows[0] as string[])[3] = '[{"kind":';
  expect(loadRuns(context, 1)).toEqual([{ run: 1, entries: [price(2, '1.00', '2.00')] }]);
});

test('values longer than a cell, and more than fit into one, come back whole', () => {
  const { context, rows } = undoTab();
  const long = Array.from({ length: 250 }, (_, index) => ({
    ...price(index, '1.00', 'x'.repeat(1_000)),
    key: 'descriptionHtml' as const,
  }));
  openJournal(context, 1, true).save(long);
  expect(Math.max(...rows.flat().map((cell) => cell.length))).toBeLessThanOrEqual(50_000);
  expect(loadRuns(context, 1)).toEqual([{ run: 1, entries: long }]);
});

test('a run whose changes were all refused has changed nothing', () => {
  const { context } = undoTab();
  const journal = openJournal(context, 1, true);
  journal.save([price(1, '1.00', '2.00')]);
  expect(journal.hasChanges()).toBe(true);
  journal.save([price(1, '1.00', '1.00')]);
  expect(journal.hasChanges()).toBe(false);
});

test('a run that goes on after a kill knows what it changed before', () => {
  const { context } = undoTab();
  openJournal(context, 1, true).save([price(1, '1.00', '2.00')]);
  expect(openJournal(context, 1, false).hasChanges()).toBe(true);
  expect(openJournal(context, 2, false).hasChanges()).toBe(false);
});

test('values are forgotten after 30 days', () => {
  const { context, rows, wait } = undoTab();
  openJournal(context, 1, true).save([price(1, '1.00', '2.00')]);
  wait(KEPT_MS);
  openJournal(context, 2, true).save([price(1, '2.00', '3.00')]);
  forgetOldValues(context);
  expect(loadRuns(context, 1)).toHaveLength(2);
  wait(1);
  forgetOldValues(context);
  expect(loadRuns(context, 1)).toEqual([]);
  expect(loadRuns(context, 2)).toHaveLength(1);
  wait(KEPT_MS);
  forgetOldValues(context);
  expect(rows).toEqual([]);
});

test('values are kept no longer than that where somebody sorted the tab', () => {
  const { context, rows, wait } = undoTab();
  openJournal(context, 1, true).save([price(1, '1.00', '2.00')]);
  wait(KEPT_MS);
  openJournal(context, 2, true).save([price(1, '2.00', '3.00')]);
  rows.reverse();
  wait(1);
  forgetOldValues(context);
  expect(rows.map(([, run]) => run)).toEqual(['2']);
});

describe('what somebody else wrote into the hidden tab', () => {
  const COLLEAGUE = ownSigner('colleague');

  test('is known for theirs, whichever of the rows it is', () => {
    const { context } = undoTab();
    openJournal(context, 1, true).save([price(1, '1.00', '2.00')]);
    openJournal({ ...context, signer: COLLEAGUE }, 1, false).save([price(2, '1.00', '2.00')]);
    openJournal(context, 2, true).save([price(1, '2.00', '3.00')]);
    expect(loadRuns(context, 1).map(({ run, isForeign }) => [run, isForeign])).toEqual([
      [1, true],
      [2, undefined],
    ]);
  });

  test.each([
    ['old values', 3, (cell: string) => cell.replace('"from":"1.00"', '"from":"0.01"')],
    ['the run', 1, () => '2'],
    ['the time', 2, () => '999999'],
  ])('is known for theirs where they edited %s', (_, column, edit) => {
    const { context, rows } = undoTab();
    openJournal(context, 1, true).save([price(1, '1.00', '2.00')]);
    const row = rows[0] as string[];
    row[column] = edit(row[column] as string);
    expect(loadRuns(context, Number(row[1]))[0]?.isForeign).toBe(true);
  });

  test.each([
    ['a field that is none', { ...price(1, '1.00', '2.00'), key: '__proto__' }],
    ['a price that is none', { ...price(1, '1.00', '2.00'), from: '<b>' }],
    ['a price in a list', { ...price(1, '1.00', '2.00'), from: ['1.00'] }],
    ['an item of another kind', { ...price(1, '1.00', '2.00'), id: 'gid://shopify/Order/1' }],
    ['a row that is none', { ...price(1, '1.00', '2.00'), ref: { sheetId: 'x', tab: 1, row: 1 } }],
    ['half a unit of stock', { kind: 'stock', from: 1.5, to: 2 }],
    ['nothing', null],
  ])('costs no other value where it is %s', (_, entry) => {
    const { context, rows } = undoTab();
    openJournal(context, 1, true).save([price(2, '1.00', '2.00')]);
    rows.push([SHOP, '1', '1000', JSON.stringify([entry])]);
    expect(loadRuns(context, 1)[0]?.entries).toEqual([price(2, '1.00', '2.00')]);
  });
});
