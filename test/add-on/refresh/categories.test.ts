import type { Overview, RunSummary } from '../../../src/answers/answers';
import type { RefreshedValues } from '../../../src/answers/refresh';
import type { OldValues } from '../../../src/answers/waiting';
import { answered, sheetOf } from '../../support/running';
import { choiceOf, openConnected, previewOf, pull } from '../pull/pulling';
import { writeStore } from '../tabs/exports/written-store';
import { moveProduct } from './moving';
import { cellOf, pulled, refresh } from './refreshing';

const HANDLE = 'linen-shirt';
const BY = ['SKU', 'LS-S'] as const;
const [FIRST, SECOND] = ['Apparel & Accessories > Clothing', 'Home & Garden'] as const;

function opened() {
  const bench = openConnected();
  writeStore(bench.store);
  bench.clock.advance(60_000);
  const idOf = (name: string) => {
    const query =
      'query ($s: String!) { taxonomy { categories(first: 50, search: $s) { nodes { id fullName } } } }';
    const { data } = bench.store.execute({ query, variables: { s: name.split(' > ').at(-1) } });
    const { nodes } = (data as { taxonomy: { categories: { nodes: { id: string; fullName: string }[] } } })
      .taxonomy.categories;
    return nodes.find(({ fullName }) => fullName === name)?.id ?? '';
  };
  moveProduct(bench, HANDLE, { category: idOf(FIRST) });
  bench.clock.advance(60_000);
  return { bench, idOf };
}

describe('a category that changed in Shopify', () => {
  test('is refreshed by its name in a cell that said a name, and a preview has nothing', () => {
    const { bench, idOf } = opened();
    const tab = pulled(bench, 'csv');
    expect(cellOf(bench, tab, 'Product category', BY)).toBe(FIRST);
    moveProduct(bench, HANDLE, { category: idOf(SECOND) });
    const { refresh: number } = refresh(bench);
    expect(cellOf(bench, tab, 'Product category', BY)).toBe(SECOND);
    expect(previewOf(bench).others).toEqual([]);
    const keys = answered(bench.call<RefreshedValues>('giveBackRefresh', { refresh: number })).shown.map(
      ({ key }) => key,
    );
    answered(bench.call('giveBackRefresh', { refresh: number, keys }));
    expect(cellOf(bench, tab, 'Product category', BY)).toBe(FIRST);
    expect(previewOf(bench).others).toEqual([expect.stringMatching(/Differs/)]);
  });

  test('is refreshed by its ID in a cell that said an ID', () => {
    const { bench, idOf } = opened();
    const { tab } = pull(bench, choiceOf('csv'));
    const sheet = sheetOf(bench, tab);
    const column = sheet.rows[0]?.indexOf('Product category') ?? -1;
    const short = (name: string) => idOf(name).slice(idOf(name).lastIndexOf('/') + 1);
    (sheet.rows[1] ?? [])[column] = short(FIRST);
    bench.call('previewSync');
    bench.call('startSync', {});
    moveProduct(bench, HANDLE, { category: idOf(SECOND) });
    refresh(bench);
    expect(String(sheet.rows[1]?.[column])).toBe(short(SECOND));
    expect(previewOf(bench).others).toEqual([]);
  });

  test('is refreshed by its name in a cell that was empty, and emptied where Shopify has none', () => {
    const { bench, idOf } = opened();
    moveProduct(bench, HANDLE, { category: null });
    const tab = pulled(bench, 'csv');
    expect(cellOf(bench, tab, 'Product category', BY)).toBe('');
    moveProduct(bench, HANDLE, { category: idOf(SECOND) });
    refresh(bench);
    expect(cellOf(bench, tab, 'Product category', BY)).toBe(SECOND);
    moveProduct(bench, HANDLE, { category: null });
    refresh(bench);
    expect(cellOf(bench, tab, 'Product category', BY)).toBe('');
    expect(previewOf(bench).others).toEqual([]);
  });
});

test('a category is shown and put back by its name, and one that changed on both sides is asked about by names', () => {
  const { bench, idOf } = opened();
  const tab = pulled(bench, 'csv');
  const sheet = sheetOf(bench, tab);
  const column = sheet.rows[0]?.indexOf('Product category') ?? -1;
  const row = sheet.rows.findIndex((cells) => cells[column] === FIRST);
  const say = (name: string) => {
    (sheet.rows[row] ?? [])[column] = name;
  };
  const message = () => String(sheet.rows[row]?.[(sheet.rows[0] ?? []).indexOf('Sync message')]);
  say(SECOND);
  bench.call('previewSync');
  const { run } = answered(bench.call<RunSummary>('startSync', {}));
  expect(message()).toMatch(/^Product category .*Clothing.* → Home & Garden\./);
  expect(message()).not.toMatch(/\b[a-z]{2}-\d/);
  answered(bench.call('undoRun', { run }));
  const undo = answered(bench.call<Overview>('getOverview')).lastRun?.run;
  const { shown } = answered(bench.call<OldValues>('putBack', { undo }));
  expect(shown).toHaveLength(1);
  answered(bench.call('putBack', { undo, keys: shown.map(({ key }) => key) }));
  expect(String(sheet.rows[row]?.[column])).toBe(FIRST);
  moveProduct(bench, HANDLE, { category: idOf(SECOND) });
  say('Apparel & Accessories > Jewelry');
  bench.call('previewSync');
  bench.call('startSync', {});
  expect(message()).toMatch(/you changed it to .*Jewelry.* and it became Home & Garden in Shopify/);
});
