import { csvOf } from '../../support/csv';
import { openWorkbench } from '../../support/workbench';
import { Ledger } from './ledger';
import { storeFacts } from './store-facts';

const LOCATIONS = ['Shop'];

/** A cell had the tag `sale` once, and a run took it away. */
function taggedOnce() {
  const bench = openWorkbench({ store: { locations: LOCATIONS } });
  const ledger = new Ledger();
  const mug = (tags: string) => ({
    Products: csvOf([
      ['Handle', 'Title', 'Tags', 'Variant SKU'],
      ['mug', 'Mug', tags, 'K1'],
    ]),
  });
  bench.sync(mug('new, sale'));
  ledger.readStore(bench);
  ledger.readCells(bench, LOCATIONS);
  const before = storeFacts(bench);
  bench.sync(mug('new'));
  return { bench, ledger, before };
}

const LOST = 'K1 tags lost “sale”, which nobody took away';

describe('a tag that a cell had once', () => {
  test('may go in the run that finds it no more', () => {
    const { bench, ledger, before } = taggedOnce();
    expect(storeFacts(bench).get('K1 tags')).toBe('new');
    expect(ledger.unasked(before, storeFacts(bench))).toEqual([]);
  });

  test('may not go in a later one, for somebody else gave it again', () => {
    const { bench, ledger, before } = taggedOnce();
    ledger.settled(bench, LOCATIONS);
    expect(ledger.unasked(before, storeFacts(bench))).toEqual([LOST]);
  });
});
