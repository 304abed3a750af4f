import { catalogOf, issuesOf } from '../catalog-of';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Status'];

/** Products that Shopify may have and that were never synced: their words alone tell what rows mean. */
test.each([
  ['no name of its option', ['hat', 'Hat', '', 'S', 'H-1', '10', ''], /no option name/],
  ['no option value', ['hat', 'Hat', 'Size', '', 'H-1', '10', ''], /is empty/],
  ['no handle', ['', 'Hat', 'Size', 'S', 'H-1', '10', ''], /no handle/],
  ['a cell that cannot be read', ['hat', 'Hat', 'Size', 'S', 'H-1', '10', 'abc'], /Status/],
])('a row with %s and one of a list of prices name each other, never synced', (_, row, told) => {
  const issues = (price: string) =>
    issuesOf(
      catalogOf({
        Products: [HEADER, row, ['hat', '', '', 'M', 'H-2', '20', '']],
        List: [
          ['SKU', 'Price'],
          ['H-1', price],
          ['H-2', '20'],
        ],
      }),
    );
  expect(issues('10')['Products:2']).toMatch(told);
  expect(issues('10')['List:2']).toBeUndefined();
  expect(issues('11')['Products:2']).toMatch(told);
  expect(issues('11')['Products:2']).toContain('Price says otherwise than Price in row 2 of List.');
  expect(issues('11')['List:2']).toBe(
    'Price says otherwise than Price in row 2 of Products. Make them equal or empty one.',
  );
  expect(issues('11')['List:3']).toBeUndefined();
});
