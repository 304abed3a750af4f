import { csvOf } from '../../support/csv';
import { foreseenRows } from '../../support/foreseen';
import { rowsOf, said, sync } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { collect, collectionsOf, renameCollection } from './shop';

const file = (cell: string) =>
  csvOf([
    ['Handle', 'Title', 'SKU', 'Price', 'Collections'],
    ['mug', 'Mug', 'M', '5.00', cell],
  ]);

/** A mug that was put into one of three collections by its cell. */
function begin(cell = 'Sale', times = 2): Workbench {
  const bench = openWorkbench();
  collect(bench, ['Sale'], ['Winter'], ['Summer']);
  for (let time = 0; time < times; time += 1) {
    bench.sync({ Products: file(cell) });
    bench.clock.advance(120_000);
  }
  return bench;
}

const MOVES: Readonly<Record<string, [move: (bench: Workbench) => void, stays: string]>> = {
  'is renamed and another is made under its old name': [
    (bench) => {
      renameCollection(bench, 'Sale', 'Sale 2025');
      collect(bench, ['Sale']);
    },
    'Sale 2025',
  ],
  'gives its name to another': [
    (bench) => {
      renameCollection(bench, 'Sale', 'Autumn');
      renameCollection(bench, 'Winter', 'Sale');
    },
    'Autumn',
  ],
  'exchanges its name with another': [
    (bench) => {
      renameCollection(bench, 'Sale', 'X');
      renameCollection(bench, 'Winter', 'Sale');
      renameCollection(bench, 'X', 'Winter');
    },
    'Winter',
  ],
};

describe('Where a collection', () => {
  const cases = Object.entries(MOVES).flatMap(([name, [move, stays]]) =>
    [1, 2].map((times) => [`${name} after ${times} syncs`, { move, stays, times }] as const),
  );

  test.each(cases)(
    '%s, no product leaves it or joins the other, and its row says so',
    (_, { move, stays, times }) => {
      const bench = begin('Sale', times);
      move(bench);
      expect(foreseenRows(bench)[0]?.slice(2).join(' ')).toMatch(/^Differs Collections: /);
      for (const _time of [1, 2]) {
        bench.clock.advance(120_000);
        sync(bench);
        expect(collectionsOf(bench, 'mug')).toEqual([stays]);
        expect(said(bench, 2)).toMatch(/^Differs Collections: /);
      }
    },
  );

  test('is another by now, a sync without a preview says why nothing was changed', () => {
    const bench = begin();
    MOVES['gives its name to another']?.[0](bench);
    sync(bench);
    expect(collectionsOf(bench, 'mug')).toEqual(['Autumn']);
    expect(said(bench, 2)).toMatch(
      /^Differs Collections: another collection has a name of this cell in Shopify now, so nothing was changed\./,
    );
  });

  test('is another by now, the product is moved once its name is taken out and typed again', () => {
    const bench = begin();
    MOVES['gives its name to another']?.[0](bench);
    sync(bench);
    const type = (cell: string) => {
      rowsOf(bench)[1]![4] = cell;
      bench.clock.advance(120_000);
      sync(bench);
    };
    type('Summer');
    expect(collectionsOf(bench, 'mug')).toEqual(['Autumn', 'Summer']);
    type('Summer, Sale');
    expect(collectionsOf(bench, 'mug')).toEqual(['Autumn', 'Sale', 'Summer']);
  });
});
