import { testInFull } from '../support/sampled';
import { type OpenWorkbench, openWorkbench } from './open-workbench';
import { openSynced, priceOf, typePrice } from './synced';

async function choose({ page }: OpenWorkbench, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Sync to Shopify', exact: true }).click();
  await page.getByRole('button', { name: item, exact: true }).click();
}

const close = ({ page }: OpenWorkbench) => page.getByRole('button', { name: 'Close', exact: true }).click();

describe('the help', () => {
  testInFull('is searched and read by the keyboard alone, and closes', async () => {
    const bench = await openWorkbench();
    const { page, dialog, keepDialog } = bench;
    await choose(bench, 'Help');
    await dialog.getByRole('heading', { name: 'Help', exact: true }).waitFor();
    await keepDialog('60-help');
    await dialog.getByLabel('Search, or paste the message of a row').focus();
    await page.keyboard.type('leading zero');
    await dialog.getByText('The spreadsheet changed what was typed').waitFor();
    await keepDialog('61-help-search');
    await page.keyboard.press('Tab');
    expect(await dialog.locator(':focus').evaluate((element) => element.tagName)).toBe('SUMMARY');
    await dialog.getByLabel('Search').fill('xyzzy');
    await dialog.getByText('Nothing found.').waitFor();
    await close(bench);
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  test('opens at the message of the selected row, and at what the sidebar says', async () => {
    const bench = await openSynced();
    const { sidebar, page, dialog, keepDialog, keep } = bench;
    await typePrice(bench, 'B2', 'abc');
    await typePrice(bench, 'B3', '1.60');
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar.getByText('Is this change meant?').waitFor();
    await keep('62-held-with-help');
    await sidebar.getByRole('button', { name: /^Help ?: .*16\.00 → 1\.60/ }).click();
    await dialog.getByText('A price jumps').first().waitFor();
    await keepDialog('63-help-of-held');
    await close(bench);
    await choose(bench, 'Sync now');
    await page.getByRole('status').getByText('Error 1').waitFor();
    await page.getByRole('textbox', { name: 'B2', exact: true }).focus();
    await choose(bench, 'Help');
    await dialog.getByText(/^Error: .*“abc” is not a price/).waitFor();
    await dialog.getByText('Type it as a plain number, such as 1234 or 19.90').first().waitFor();
    await keepDialog('64-help-of-row');
  });
});

describe('the history', () => {
  testInFull('is read by a colleague without access, who cannot undo anything', async () => {
    const bench = await openSynced();
    const { sidebar, page, keep } = bench;
    bench.bench.sitDown('colleague@example.com');
    await page.reload();
    await sidebar.getByText('Connected by Anna').waitFor();
    await sidebar.getByText('History', { exact: true }).click();
    await sidebar.getByText('Created 48').waitFor();
    expect(await sidebar.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
    await keep('66-history-of-a-colleague');
  });
});

describe('the menu', () => {
  test('leads to the history, and to the undo of the last run, which the person still decides about', async () => {
    const bench = await openSynced();
    const { sidebar, keep } = bench;
    await choose(bench, 'Undo last run…');
    await sidebar.getByText('undoing never deletes').waitFor();
    await typePrice(bench, 'B2', '17.00');
    await sidebar.getByRole('button', { name: 'Sync now' }).click();
    await sidebar.getByText('Updated', { exact: true }).waitFor();
    await choose(bench, 'Undo last run…');
    await sidebar.getByText('17.00 → 16.00').waitFor();
    await keep('65-undo-last-run');
    expect(priceOf(bench, 'MUG-CRM')).toBe('17.00');
    await sidebar.getByRole('button', { name: 'Give back the old values' }).click();
    await sidebar.getByRole('heading', { name: /^Undone/ }).waitFor();
    expect(priceOf(bench, 'MUG-CRM')).toBe('16.00');
    await choose(bench, 'History…');
    await sidebar.getByText('Gave old values back').waitFor();
    await choose(bench, 'Get from Shopify…');
    await sidebar.getByLabel('In which form').waitFor();
  });
});
