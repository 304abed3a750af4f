import { readFileSync } from 'node:fs';
import { assignFamilyColumns } from '../../../../src/catalog/tab/family-columns';
import { recogniseTab } from '../../../../src/catalog/tab/layout';
import { describeBeside } from '../../../support/beside';

describeBeside('headers/matrixify-header-179.csv', 'a real sheet of Matrixify with 179 columns', (file) => {
  const header = readFileSync(file, 'utf8').trim().split(',');
  const recognition = recogniseTab([header]);
  if (recognition.kind !== 'recognised') throw new Error(recognition.kind);
  const { columns, unsynced, unknown, whyLeft = {} } = recognition.layout;
  const metafields = header.filter((name) => /metafield:/i.test(name));

  test('has no column that is unknown, and each of its metafields is synced, shown, or left alone with a reason', () => {
    expect(unknown).toEqual([]);
    const synced = columns.map(({ header: name }) => name).filter((name) => metafields.includes(name));
    const left = unsynced.filter((name) => metafields.includes(name));
    expect([...synced, ...left].sort()).toEqual([...metafields].sort());
    expect(left.filter((name) => !whyLeft[name])).toEqual([]);
    expect({ metafields: metafields.length, read: synced.length }).toEqual({ metafields: 92, read: 89 });
  });

  test('has 22 metafields of categories, which are shown and not sent', () => {
    const resolved = assignFamilyColumns(recognition, { definitions: [] });
    if (resolved.kind !== 'recognised') throw new Error(resolved.kind);
    const shown = resolved.layout.columns.filter(({ column }) => column.whyShown);
    expect(shown.map(({ header: name }) => name)).toEqual(header.filter((name) => /: shopify\./.test(name)));
    expect(shown).toHaveLength(22);
  });

  test('has a type that Shopify knows in each of those', () => {
    const untyped = columns.filter(({ column }) => column.kind === 'meta_untyped');
    expect(untyped.map(({ header: name }) => name)).toEqual([]);
  });
});
