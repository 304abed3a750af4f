import { readFileSync } from 'node:fs';
import path from 'node:path';
import { columnsPage } from '../../local/docs/columns-page';
import { helpPage } from '../../local/docs/help-page';
import { COLUMNS } from '../../src/catalog/columns/columns';

describe('docs/help.md', () => {
  test('is what `npm run docs` writes', () => {
    expect(readFileSync(path.resolve(__dirname, '../../docs/help.md'), 'utf8')).toBe(helpPage());
  });
});

describe('docs/columns.md', () => {
  test('is what `npm run docs` writes', () => {
    expect(readFileSync(path.resolve(__dirname, '../../docs/columns.md'), 'utf8')).toBe(columnsPage());
  });

  test('names every header of the column table', () => {
    const page = columnsPage();
    expect(COLUMNS.flatMap(({ headers }) => headers).filter((header) => !page.includes(header))).toEqual([]);
  });
});
