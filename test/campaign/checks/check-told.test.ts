import { csvOf } from '../../support/csv';
import { openWorkbench } from '../../support/workbench';
import { storeFacts } from '../store/store-facts';
import { checkTold } from './check-told';

test('a row that says that nothing was to be sent breaks the promise where its price moved to what it says', () => {
  const bench = openWorkbench();
  const sync = () =>
    bench.sync({
      Products: csvOf([
        ['Handle', 'Title', 'Variant SKU', 'Variant Price'],
        ['mug', 'Mug', 'K1', '10.00'],
      ]),
    });
  sync();
  const after = storeFacts(bench);
  const before = new Map(after).set('K1 price', '9.00');
  expect(checkTold(bench, ['Shop'], { before, after })).toEqual([]);
  // The second run has nothing to do, and says so.
  sync();
  expect(checkTold(bench, ['Shop'], { before, after: before })).toEqual([]);
  expect(checkTold(bench, ['Shop'], { before, after })).toEqual([
    'Products:2 says that there was no change to send, and K1 price became “10.00”',
  ]);
});
