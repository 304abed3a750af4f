import type { HeldView } from '../../../src/answers/waiting';
import { csvOf } from '../../support/csv';
import { openWorkbench } from '../../support/workbench';
import { storeFacts } from '../store/store-facts';
import { checkConfirmed } from './check-decision';

/** A mug of which one held change is confirmed, and then this fact of it is another. */
function confirmed(change: string, what: string, to: string): string[] {
  const bench = openWorkbench();
  bench.sync({
    Products: csvOf([
      ['Handle', 'Title', 'Tags', 'Variant SKU', 'Variant Price'],
      ['mug', 'Mug', 'new', 'K1', '10.00'],
    ]),
  });
  const before = storeFacts(bench);
  const view = { tab: 'Products', row: 2, change } as HeldView;
  return checkConfirmed(bench, [view], { before, after: new Map(before).set(what, to) });
}

describe('what is sent after a confirmation', () => {
  test.each([
    ['Variant Price 10.00 → 1.00', 'K1 price', '1.00'],
    ['Tags', 'K1 tags', ''],
    ['Image removed', 'K1 image', ''],
    ['Published to the Online Store', 'K1 published', 'TRUE'],
    ['Deletion of the product “Mug”', 'K1 status', 'ARCHIVED'],
  ])('may be what “%s” says', (change, what, to) => {
    expect(confirmed(change, what, to)).toEqual([]);
  });

  test.each([
    ['Variant Price 10.00 → 1.00', 'K1 price', '2.00'],
    ['Variant Price 10.00 → 1.00', 'K1 tags', 'sale'],
    ['Tags', 'K1 published', 'TRUE'],
    ['Image removed', 'K1 tags', ''],
    ['Published to the Online Store', 'K1 image', 'other'],
  ])('is nothing beside what “%s” says: %s', (change, what, to) => {
    expect(confirmed(change, what, to)).toHaveLength(1);
  });
});
