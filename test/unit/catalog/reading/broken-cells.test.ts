import { catalogOf, issuesOf } from '../catalog-of';

const prices = (broken: number, sound: number, error = '#N/A') =>
  catalogOf({
    Prices: [
      ['SKU', 'Price'],
      ...Array.from({ length: broken + sound }, (_, index) => [`A-${index}`, index < broken ? error : '5']),
    ],
    Other: [
      ['SKU', 'Price'],
      ['B-1', '7'],
    ],
  });

describe('a column that shows errors in many cells', () => {
  test('holds every row of its tab with one sentence, and no row of another tab', () => {
    const catalog = prices(6, 40);
    const sentence =
      'This tab was not synced: 6 of 46 cells in Price show an error such as “#N/A”. Mend the formula, then sync again.';
    expect(catalog.skipped).toHaveLength(46);
    expect(new Set(catalog.skipped.map(({ message }) => message))).toEqual(new Set([sentence]));
    expect(catalog.rows).toHaveLength(47);
    expect(issuesOf(catalog)).toEqual({});
    expect(catalog.variants.map(({ sku }) => sku)).toEqual(['B-1']);
  });

  test.each([
    ['four cells of twenty', 4, 16],
    ['five cells of fifty', 5, 45],
  ])('is an error of each row only, with %s', (_, broken, sound) => {
    const catalog = prices(broken, sound);
    expect(catalog.skipped).toEqual([]);
    expect(Object.keys(issuesOf(catalog))).toHaveLength(broken);
    expect(catalog.variants).toHaveLength(sound + 1);
  });

  test.each(['#REF!', 'Loading...', '#ERROR!'])('counts %s', (error) => {
    expect(prices(5, 0, error).skipped).toHaveLength(5);
  });
});
