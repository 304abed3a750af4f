import { testInFull } from '../support/sampled';
import type { OpenWorkbench } from './open-workbench';
import { openSynced, reload, somebodySetsPrice, typePrice } from './synced';

function pricesOf({ bench }: OpenWorkbench) {
  const { workbook } = bench.runtime.state;
  const sheet = workbook.sheets.find(({ name }) => name === 'Prices');
  if (!sheet) throw new Error('There is no tab “Prices”.');
  const column = (header: string) => (sheet.rows[0] ?? []).indexOf(header);
  return { workbook, sheet, price: (row: number) => Number(sheet.rows[row - 1]?.[column('Price')]) };
}

async function refreshed(bench: OpenWorkbench): Promise<void> {
  const { sidebar } = bench;
  await sidebar.getByText('Refresh from Shopify…').click();
  await sidebar.getByRole('button', { name: 'Refresh the ticked tabs' }).click();
}

describe('refreshing the ticked tabs', () => {
  test('takes what nobody edited, asks about what changed in both, and gives the old values back', async () => {
    const bench = await openSynced();
    const { sidebar, keep } = bench;
    somebodySetsPrice(bench, 'MUG-NVY', '18.00');
    somebodySetsPrice(bench, 'MUG-CRM', '17.00');
    await typePrice(bench, 'B2', '15.00');
    await refreshed(bench);
    await sidebar.getByText('1 cell took Shopify’s value. 1 cell changed in both').waitFor();
    expect([pricesOf(bench).price(2), pricesOf(bench).price(3)]).toEqual([15, 18]);
    await keep('52-refreshed-with-conflict');
    await sidebar.getByRole('button', { name: /^Shopify: 17.00/ }).click();
    await sidebar.getByRole('heading', { name: /^Synced/ }).waitFor();
    expect(pricesOf(bench).price(2)).toBe(17);
    await sidebar.getByRole('button', { name: /^Give back…/ }).click();
    await sidebar.getByText('18.00 → 16.00').waitFor();
    await keep('53-give-back');
    await sidebar.getByRole('button', { name: 'Give 1 value back' }).click();
    await sidebar.getByText('1 old value put back into the sheet.').waitFor();
    expect(pricesOf(bench).price(3)).toBe(16);
    await keep('54-given-back');
  });

  testInFull('is said after a reload too, with a way to what changed in both', async () => {
    const bench = await openSynced();
    const { sidebar, keep } = bench;
    somebodySetsPrice(bench, 'MUG-CRM', '17.00');
    await typePrice(bench, 'B2', '15.00');
    await refreshed(bench);
    await sidebar.getByRole('heading', { name: '1 cell changed in both' }).waitFor();
    await reload(bench);
    await sidebar.getByText('Refresh from Shopify…').click();
    await sidebar.getByText(/Anna: 1 cell changed in both/).waitFor();
    expect(await sidebar.getByRole('button', { name: /^Shopify: / }).count()).toBe(0);
    await keep('55-refreshed-reloaded');
    await sidebar.getByRole('button', { name: 'Preview again to see what changed in both' }).click();
    await sidebar.getByRole('button', { name: /^Sheet: 15.00/ }).waitFor();
  });

  testInFull(
    'fills the column in which a cell is selected, and says so where its header is not synced',
    async () => {
      const bench = await openSynced();
      const { sidebar, keep } = bench;
      const { workbook, sheet } = pricesOf(bench);
      const width = (sheet.rows[0] ?? []).length;
      sheet.rows[0] = [...(sheet.rows[0] ?? []), 'Cost per item'];
      workbook.activeSheetId = sheet.id;
      workbook.selection = [{ row: 2, column: width + 1, rowCount: 1, columnCount: 1 }];
      await sidebar.getByText('Refresh from Shopify…').click();
      await sidebar.getByRole('button', { name: 'Fill this column' }).click();
      await sidebar.getByText(/\d+ cells took Shopify’s value/).waitFor();
      expect(sheet.rows[1]?.[width]).toBe(4.2);
      await keep('56-filled');
      workbook.selection = [{ row: 2, column: width + 5, rowCount: 1, columnCount: 1 }];
      await sidebar.getByRole('button', { name: 'Fill this column' }).click();
      await sidebar.getByText('The selected column has no header that is synced.').waitFor();
    },
  );
});
