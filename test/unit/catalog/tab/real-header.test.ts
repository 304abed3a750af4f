import { readFileSync } from 'node:fs';
import { recogniseTab } from '../../../../src/catalog/tab/layout';
import { describeBeside } from '../../../support/beside';

describeBeside('headers/matrixify-header-179.csv', 'the header row of a real Matrixify sheet', (file) => {
  const header = (readFileSync(file, 'utf8').split(/\r?\n/)[0] ?? '').split(',');

  test('has columns that are synced, and others that are left alone with a reason', () => {
    const recognition = recogniseTab([header]);
    if (recognition.kind === 'ignored') throw new Error(recognition.reason);
    const { columns, unsynced, unknown, whyLeft = {} } = recognition.layout;
    expect([header.length, columns.length + unsynced.length, unknown]).toEqual([179, 179, []]);
    const ofShop = unsynced.filter((name) => /metafield: |collections|^published/i.test(name));
    expect(ofShop.filter((name) => !whyLeft[name])).toEqual([]);
    const synced = columns.map((column) => column.header);
    expect(synced).toEqual(expect.arrayContaining(['Custom Collections', 'Published At']));
  });
});
