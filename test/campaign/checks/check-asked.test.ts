import { csvOf } from '../../support/csv';
import { openWorkbench } from '../../support/workbench';
import { storeFacts } from '../store/store-facts';
import { askedNow, checkAsked } from './check-asked';

/** A run sends the price and the stock of a mug. */
function ran() {
  const bench = openWorkbench({ store: { locations: ['Shop'] } });
  const mug = (price: string, stock: string) => ({
    Products: csvOf([
      [
        'Handle',
        'Title',
        'Variant SKU',
        'Variant Inventory Tracker',
        'Variant Price',
        'Variant Inventory Qty',
      ],
      ['mug', 'Mug', 'K1', 'shopify', price, stock],
    ]),
  });
  bench.sync(mug('10.00', '8'));
  const before = storeFacts(bench);
  bench.sync(mug('12.00', '9'));
  return { asked: askedNow(bench, ['Shop']), before, after: storeFacts(bench) };
}

describe('what an undisturbed run sends', () => {
  test('keeps its promise where cells ask for it, with the number that follows from it', () => {
    const { asked, before, after } = ran();
    expect(after.get('K1 onHand at Shop')).toBe('9');
    expect(checkAsked(asked, { before, after })).toEqual([]);
  });

  test('breaks it where a cell asked for that only once', () => {
    const { asked, before, after } = ran();
    const older = new Map(after).set('K1 price', '11.00').set('K1 available at Shop', '7');
    expect(checkAsked(asked, { before, after: older })).toEqual([
      'K1 price “10.00” → “11.00” was sent, and no cell asks for that now',
      'K1 available at Shop “8” → “7” was sent, and no cell asks for that now',
      'K1 onHand at Shop “8” → “9” was sent, and no cell asks for that now',
    ]);
  });
});
