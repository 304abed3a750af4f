import { typeInto } from '../../../local/apps-script/runtime/person';
import { answered, sheetOf } from '../../support/running';
import { choiceOf, openConnected, previewOf, pull } from '../pull/pulling';
import { writeStore } from '../tabs/exports/written-store';
import { moveProduct, moveVariant } from './moving';
import { cellOf, placeOf } from './refreshing';

const HANDLE = 'linen-shirt';
const SKU = ['SKU', 'LS-S'] as const;
const HOUR_MS = 3_600_000;

function openScheduled(groups: readonly string[]) {
  const bench = openConnected();
  writeStore(bench.store);
  bench.clock.advance(60_000);
  const { tab } = pull(bench, choiceOf('csv'));
  previewOf(bench);
  answered(bench.call('startSync', null));
  answered(bench.call('saveSettings', { refreshOnSchedule: groups }));
  const rhythm = { every: 'hours', hours: 1 };
  answered(bench.call('saveSchedule', { rhythm, groups: ['products', 'inventory', 'prices'] }));
  return { bench, tab };
}

describe('a schedule', () => {
  test('refreshes the groups that were chosen, after it has sent what was edited', () => {
    const { bench, tab } = openScheduled(['prices']);
    moveVariant(bench, HANDLE, 0, { price: '91.50' });
    moveProduct(bench, HANDLE, { vendor: 'Other' });
    const place = placeOf(bench, tab, 'Title', SKU);
    const { workbook } = bench.runtime.state;
    typeInto(workbook, sheetOf(bench, tab), place, 'Edited', bench.clock.now());
    bench.runtime.advanceTo(bench.clock.now() + 2 * HOUR_MS);
    expect(cellOf(bench, tab, 'Price', SKU)).toBe(91.5);
    expect(cellOf(bench, tab, 'Vendor', SKU)).toBe('Acme');
    expect(bench.store.dump().products.find(({ handle }) => handle === HANDLE)?.title).toBe('Edited');
  });

  test('refreshes nothing where nobody asked for it', () => {
    const { bench, tab } = openScheduled([]);
    moveVariant(bench, HANDLE, 0, { price: '91.50' });
    bench.runtime.advanceTo(bench.clock.now() + 2 * HOUR_MS);
    expect(cellOf(bench, tab, 'Price', SKU)).toBe(85);
  });
});

test('the column of the selected cell is filled from the menu', () => {
  const { bench, tab } = openScheduled([]);
  const sheet = sheetOf(bench, tab);
  const { workbook } = bench.runtime.state;
  const { column } = placeOf(bench, tab, 'Title', SKU);
  const { row } = placeOf(bench, tab, 'Title', SKU);
  typeInto(workbook, sheet, { row, column }, '', bench.clock.now());
  workbook.activeSheetId = sheet.id;
  workbook.selection = [{ row: 3, column, rowCount: 1, columnCount: 1 }];
  bench.runtime.run('fillSelectedColumn', [], { kind: 'menu' });
  expect(cellOf(bench, tab, 'Title', SKU)).toBe('Linen shirt');
});
