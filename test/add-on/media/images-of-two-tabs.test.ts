import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

/** Images as a tab lists them: the name of each file, and its position where the tab says one. */
type Listed = readonly (readonly [name: string, position: string])[];

const address = (name: string) => `https://example.com/${name}.jpg`;
const tab = (images: Listed) =>
  csvOf([
    ['Handle', 'Title', 'Image Src', 'Image Position'],
    ...images.map(([name, position], index) => ['tee', index === 0 ? 'Tee' : '', address(name), position]),
  ]);

function sync(bench: Workbench, one: Listed, other: Listed): Record<string, string> {
  return saidOf(bench.sync({ One: tab(one), Other: tab(other) }, '--hold'));
}
const inStore = ({ store }: Workbench) =>
  store.dump().products[0]?.media.map(({ originalSource }) => /([^/]+)\.jpg/.exec(originalSource)?.[1]);

const ONE: Listed = [
  ['a', '1'],
  ['b', '2'],
  ['c', '3'],
];
const TURNED: Listed = [
  ['b', '1'],
  ['a', '2'],
];

function begin(other: Listed): Workbench {
  const bench = openWorkbench();
  sync(bench, ONE, other);
  expect(inStore(bench)).toEqual(['a', 'b', 'c']);
  return bench;
}

describe('the order of images that two tabs list', () => {
  test('is in error on each row that turns two images round, and nothing is sent until they agree', () => {
    const bench = begin(ONE.slice(0, 2));
    for (const _time of [1, 2]) {
      const said = sync(bench, ONE, TURNED);
      expect(said['One:2']).toBe(
        'error Image Position says otherwise than Image Position in row 3 of Other. Make them equal or empty one.',
      );
      for (const row of ['One:3', 'Other:2', 'Other:3'])
        expect(said[row]).toMatch(/^error Image Position says/);
      expect(said['One:4']).not.toMatch(/^error/);
      expect(inStore(bench)).toEqual(['a', 'b', 'c']);
    }
    sync(bench, [...TURNED, ['c', '3']], TURNED);
    expect(inStore(bench)).toEqual(['b', 'a', 'c']);
  });

  test.each<[string, Listed]>([
    ['lists one of them as its first', [['c', '1']]],
    [
      'counts with gaps',
      [
        ['a', '10'],
        ['c', '20'],
      ],
    ],
    [
      'says no positions',
      [
        ['b', ''],
        ['a', ''],
      ],
    ],
  ])('is no quarrel where the other tab %s', (_, other) => {
    const said = sync(begin(other), ONE, other);
    expect(Object.values(said).join()).not.toMatch(/error/);
  });

  test('puts an image that one tab adds where its position is, as in one tab', () => {
    const bench = begin([['a', '1']]);
    sync(bench, ONE, [
      ['a', '1'],
      ['d', '2'],
    ]);
    expect(inStore(bench)).toEqual(['a', 'b', 'd', 'c']);
  });
});
