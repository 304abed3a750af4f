import { seedCatalog } from '../../../local/store/seed-catalog';
import type { Bench } from '../../../local/workbench/bench';
import { connectWithToken, openWorkbench } from '../open-workbench';
import { pasteAt } from './pasting';

const COUNT = 500;
const skuOf = (number: number) => `SKU-${String(number).padStart(3, '0')}`;

/** What the shop sells, and what a supplier's new list says of it: five per cent more, and one that somebody mistyped. */
const OLD = '24.00';
const NEW = '25.20';
const WRONG = { number: 317, price: '42.50' };

/** A store with a catalog, and a spreadsheet with nothing in it. */
function beginWithCatalog({ store, runtime }: Bench): void {
  const products = Array.from({ length: COUNT }, (_, index) => ({
    title: `Cup ${index + 1}`,
    variants: [{ sku: skuOf(index + 1), price: OLD }],
  }));
  seedCatalog(store, { products });
  const { sheets } = runtime.state.workbook;
  sheets.splice(1);
  for (const sheet of sheets) sheet.rows = [];
}

const pricesIn = ({ store }: Bench): readonly string[] =>
  store.dump().products.flatMap(({ variants }) => variants.map(({ price }) => price));

describe('a person who never saw it', () => {
  test('connects, finds the one wrong price among 500 changes, sends the rest, and takes it back', async () => {
    const open = await openWorkbench({}, beginWithCatalog);
    const { bench, page, sidebar, dialog, keep, keepDialog } = open;
    await connectWithToken(open);
    await keep('70-connected');

    await sidebar.getByText('Get from Shopify…').click();
    await sidebar.getByLabel('In which form').selectOption('Prices only');
    await sidebar.getByRole('button', { name: 'Count first' }).click();
    await sidebar.getByText(/500 products, about 500 rows/).waitFor();
    await sidebar.getByRole('button', { name: 'Get it' }).click();
    await sidebar.getByText(/A preview finds nothing to send/).waitFor();
    await keep('71-got-500-prices');

    const [headers = [], ...rows] = bench.runtime.state.workbook.sheets.at(-1)!.rows;
    const [sku, price] = [headers.indexOf('SKU'), headers.indexOf('Price')];
    const list = rows.map((row) => (row[sku] === skuOf(WRONG.number) ? WRONG.price : NEW));
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
    await pasteAt(page, `${'ABCDEF'[price]}2`, list.join('\n'));

    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar.getByText(/500 prices/).waitFor();
    await keep('72-previewed-500-changes');
    await sidebar.getByRole('button', { name: 'Choose what to send…' }).click();
    await dialog.getByRole('button', { name: 'Send 500 of 500 changes' }).waitFor();
    // The largest change stands first.
    const first = dialog.locator('tbody tr').first();
    expect(await first.textContent()).toMatch(/Cup 317.*24\.00.*42\.50.*\+77\.1 %/);
    await keepDialog('73-the-wrong-one-stands-first');
    await first.getByRole('checkbox').uncheck();
    await dialog.getByRole('button', { name: 'Send 499 of 500 changes' }).click();
    await dialog.getByText('What you ticked was sent.').waitFor();
    await keepDialog('74-sent-the-rest');
    expect(pricesIn(bench).filter((each) => each === NEW)).toHaveLength(COUNT - 1);
    expect(pricesIn(bench).filter((each) => each === OLD)).toHaveLength(1);

    await page.getByRole('button', { name: 'Close', exact: true }).first().click();
    await sidebar.getByText('History', { exact: true }).click();
    await sidebar
      .getByRole('button', { name: /^Undo this run/ })
      .first()
      .click();
    await sidebar.getByText('Give back the old values').first().waitFor();
    await keep('75-undo-of-499');
    await sidebar.getByRole('button', { name: 'Give back the old values' }).click();
    await sidebar.getByRole('heading', { name: /^Undone/ }).waitFor();
    await keep('76-undone');
    expect(pricesIn(bench).every((each) => each === OLD)).toBe(true);
  });
});
