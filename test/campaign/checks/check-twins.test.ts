import { csvOf } from '../../support/csv';
import { rowsOf } from '../../support/running';
import { openWorkbench } from '../../support/workbench';
import { storeFacts } from '../store/store-facts';
import { checkContradictions } from './check-twins';

/** A mug whose row says this handle and a price, and a row by Variant ID that says another one. */
function twins(handle: string) {
  const bench = openWorkbench();
  bench.sync({
    Products: csvOf([
      ['Handle', 'Title', 'Variant SKU', 'Price'],
      ['mug', 'Mug', 'K1', '10.00'],
    ]),
  });
  const [id = ''] = bench.store.dump().products.flatMap(({ variants }) => variants.map((each) => each.id));
  const before = storeFacts(bench);
  const row = rowsOf(bench)[1] ?? [];
  [row[0], row[3]] = [handle, '11.00'];
  bench.paste({
    Variants: csvOf([
      ['Variant ID', 'Our number', 'Price'],
      [id.replace(/.*\//, ''), 'K1', '12.00'],
    ]),
  });
  return { bench, before };
}

const SENT = 'K1 price “10.00” → “12.00” was sent, and its rows contradict each other';

test.each(['mug', 'cup'])(
  'a price of which two rows say different ones is not sent, with the handle %s',
  (handle) => {
    const { bench, before } = twins(handle);
    const after = new Map(before).set('K1 price', '12.00');
    expect(checkContradictions(bench, ['Shop'], { before, after })).toContain(SENT);
    expect(checkContradictions(bench, ['Shop'], { before, after: before })).not.toContain(SENT);
  },
);

test('a row that says another handle may say that it waits, and one that says the same handle is in error', () => {
  const broken = (handle: string) => {
    const { bench, before } = twins(handle);
    return checkContradictions(bench, ['Shop'], { before, after: before });
  };
  expect(broken('cup')).toEqual([]);
  expect(broken('mug').join()).toContain('K1 price is “12.00” there and something else in another row');
});
