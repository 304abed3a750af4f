import { sheetFromRows } from '../../local/apps-script/import-csv';
import { fakeAccessToken } from '../../local/store/embedded-store';
import { sampled, testInFull } from '../support/sampled';
import { openWorkbench } from './open-workbench';
import { openSynced, previewed, previewUndo, priceOf, reload, somebodySetsPrice, typePrice } from './synced';

describe('held changes', () => {
  test('are sent or refused one by one, each with its row and both values', async () => {
    const bench = await openSynced();
    const { sidebar, page, keep } = bench;
    await typePrice(bench, 'B2', '1.60');
    await typePrice(bench, 'B3', '1.50');
    await typePrice(bench, 'B4', '1.40');
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar.getByText('Are these 3 changes meant?').waitFor();
    await keep('70-held-one-by-one');
    await sidebar.getByRole('button', { name: /^Do not send.* in Prices, row 2/ }).click();
    await sidebar.getByText('Are these 2 changes meant?').waitFor();
    await sidebar.getByText('1 change stays held, as you chose.').waitFor();
    await sidebar.getByRole('button', { name: /^Send this change.* in Prices, row 3/ }).click();
    await sidebar.getByRole('heading', { name: /^Synced/ }).waitFor();
    await sidebar.getByText('Is this change meant?').waitFor();
    await keep('71-one-sent-one-refused');
    expect([priceOf(bench, 'MUG-CRM'), priceOf(bench, 'MUG-NVY')]).toEqual(['16.00', '1.50']);
    await sidebar.getByRole('button', { name: 'Ask again' }).click();
    await sidebar.getByText('Are these 2 changes meant?').waitFor();
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
  });

  test('are a number and a preview after the sidebar is opened again, and no button sends them', async () => {
    const bench = await openSynced();
    const { sidebar, keep } = bench;
    await typePrice(bench, 'B2', '1.60');
    await sidebar.getByRole('button', { name: 'Sync now' }).click();
    await sidebar.getByRole('button', { name: 'Send this change' }).waitFor();
    await reload(bench);
    await sidebar.getByRole('heading', { name: '1 change held' }).waitFor();
    expect(await sidebar.getByRole('button', { name: /Send|Do not send/ }).count()).toBe(0);
    await keep('72-held-reloaded');
    await sidebar.getByRole('button', { name: 'Preview again to see it' }).click();
    await sidebar.getByText('Price 16.00 → 1.60').waitFor();
    await sidebar.getByRole('button', { name: 'Send this change' }).click();
    await sidebar.getByText('Is this change meant?').waitFor({ state: 'detached' });
    expect(priceOf(bench, 'MUG-CRM')).toBe('1.60');
  });
});

describe('cells that changed in both', () => {
  test('are a number and a preview after the sidebar is opened again, and no button decides them', async () => {
    const bench = await openSynced();
    const { sidebar, keep } = bench;
    somebodySetsPrice(bench, 'MUG-CRM', '18.00');
    await typePrice(bench, 'B2', '17.00');
    await sidebar.getByRole('button', { name: 'Sync now' }).click();
    await sidebar.getByRole('button', { name: /^Sheet: 17/ }).waitFor();
    await reload(bench);
    await sidebar.getByText('1 cell changed in both').waitFor();
    expect(
      await sidebar
        .getByRole('button', { name: /^(Sheet:|Shopify:|Both|Use the sheet|Keep Shopify)/ })
        .count(),
    ).toBe(0);
    await keep('73-conflict-reloaded');
  });

  testInFull('say of stock what both changes come to', async () => {
    const bench = await openSynced();
    const { sidebar, page, keep } = bench;
    const { workbook } = bench.bench.runtime.state;
    const rows = workbook.sheets.find(({ name }) => name === 'Inventory')!.rows;
    const [header, first] = rows as [unknown[], unknown[]];
    const column = header.findIndex((name) => /available/i.test(String(name)));
    const [sku, had] = [String(first[0]), Number(first[column])];
    await page.getByRole('button', { name: 'Inventory', exact: true }).click();
    await page
      .getByRole('textbox', { name: `${String.fromCharCode(65 + column)}2`, exact: true })
      .fill(String(had + 8));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Shopify store/ }).click();
    await page
      .getByRole('button', { name: `Sell one ${sku}` })
      .first()
      .click();
    await page
      .getByRole('status')
      .getByText(/A customer ordered one/)
      .waitFor();
    await sidebar.getByRole('button', { name: 'Sync now' }).click();
    await sidebar.getByText('1 cell changed in both').waitFor();
    await sidebar.getByRole('button', { name: `Both changes: ${had - 1} + 8 = ${had + 7}` }).waitFor();
    await keep('74-both-changes');
  });
});

describe('a preview', () => {
  testInFull(
    'is gone after the sidebar is opened again, and with it the button that would send it',
    async () => {
      const bench = await openSynced();
      const { sidebar, keep } = bench;
      await typePrice(bench, 'B2', '16.50');
      await previewed(bench);
      await sidebar.getByRole('button', { name: 'Send changes' }).waitFor();
      await reload(bench);
      expect(await sidebar.getByRole('button', { name: 'Send changes' }).count()).toBe(0);
      await keep('75-preview-reloaded');
    },
  );
});

describe('what the clock held', () => {
  testInFull('is a number and a preview in the sidebar that is opened later', async () => {
    const bench = await openSynced();
    const { sidebar, page, keep } = bench;
    await sidebar.getByRole('button', { name: 'Sync on a schedule…' }).click();
    await sidebar.getByRole('button', { name: 'Save schedule' }).click();
    await sidebar.getByText('Next: within 2 hours.').waitFor();
    await typePrice(bench, 'B2', '1.60');
    for (const says of ['Google’s clock comes in', 'Google’s clock ran the add-on once.']) {
      await page.getByRole('button', { name: 'Let an hour pass' }).click();
      await page.getByRole('status').getByText(says).waitFor();
    }
    await reload(bench);
    await sidebar.getByRole('heading', { name: '1 change held' }).waitFor();
    expect(await sidebar.getByRole('button', { name: /^Send/ }).count()).toBe(0);
    await keep('76-after-the-clock');
  });
});

describe('the old values of a run that was undone', () => {
  testInFull('are put back into the sheet, also after the sidebar was opened again', async () => {
    const bench = await openSynced();
    const { sidebar, keep } = bench;
    await typePrice(bench, 'B2', '17.00');
    await sidebar.getByRole('button', { name: 'Sync now' }).click();
    await sidebar.getByText('Updated', { exact: true }).waitFor();
    await previewUndo(bench);
    await sidebar.getByRole('button', { name: 'Give back the old values' }).click();
    await sidebar.getByRole('heading', { name: /^Undone/ }).waitFor();
    await keep('77-undone');
    await reload(bench);
    await sidebar.getByRole('heading', { name: /^Undone/ }).waitFor();
    await sidebar.getByRole('button', { name: 'Put the old values back into the sheet…' }).click();
    await sidebar.getByText('17.00 → 16.00').waitFor();
    await keep('78-old-values');
    await sidebar.getByRole('button', { name: 'Put 1 value back' }).click();
    await sidebar.getByText('1 old value put back into the sheet').waitFor();
    await keep('79-old-values-back');
    const { sheets } = bench.bench.runtime.state.workbook;
    expect(Number(sheets.find(({ name }) => name === 'Prices')?.rows[1]?.[1])).toBe(16);
  });
});

/** With `TESTS=full` as many as somebody may ask for by filling a column down. */
const MANY = sampled(24, 1_204);
const MANY_IN_WORDS = MANY.toLocaleString('en-US');
const HEADER = ['Handle', 'Title', 'SKU', 'Delete'];

test('many deletions at once are named page by page, and go once their number is typed', async () => {
  let products = 0;
  const { bench, sidebar, keep } = await openWorkbench({}, ({ callFromSidebar, runtime, store }) => {
    const { workbook } = runtime.state;
    const rows = (word: string) => [
      HEADER,
      ...Array.from({ length: MANY }, (_, at) => [`p-${at}`, `Product ${at}`, `P-${at}`, word]),
    ];
    const entries = (word: string) => rows(word).map((row) => row.map((value) => ({ value })));
    const sheet = sheetFromRows(99, 'Old range', entries(''));
    workbook.sheets.push(sheet);
    const connection = { method: 'permanent-token', shop: store.shop, connectedBy: 'Anna' };
    const call = (name: string, ...args: unknown[]) => {
      const answer = callFromSidebar(name, args);
      expect(answer).toMatchObject({ ok: true, value: { ok: true } });
      return answer as unknown as { value: { value: { outcome: string } } };
    };
    call('saveConnection', { ...connection, accessToken: fakeAccessToken });
    call('chooseTabs', { sheetIds: [99] });
    call('previewSync');
    let { outcome } = call('startSync').value.value;
    while (outcome === 'paused') outcome = call('continueSync').value.value.outcome;
    products = store.dump().products.length;
    for (const row of sheet.rows.slice(1)) row[3] = '[delete]';
  });
  expect(products).toBe(MANY);
  await sidebar.getByRole('button', { name: 'Sync now' }).click();
  await sidebar.getByText(`Delete ${MANY_IN_WORDS} items in Shopify?`).waitFor({ timeout: 60_000 });
  await keep('130-many-deletions');
  await sidebar.getByText('the product “Product 0”', { exact: false }).first().waitFor();
  await sidebar.getByText(`1–10 of ${MANY_IN_WORDS}`).waitFor();
  await sidebar.getByRole('button', { name: 'Next in items to delete' }).click();
  await sidebar.getByText(`11–20 of ${MANY_IN_WORDS}`).waitFor();
  const all = sidebar.getByRole('button', { name: `Delete all ${MANY_IN_WORDS} items` });
  const number = sidebar.getByLabel(`Type ${MANY} to delete all of them`);
  for (const wrong of ['', String(MANY - 1), 'yes']) {
    await number.fill(wrong);
    expect(await all.isDisabled()).toBe(true);
  }
  expect(bench.store.dump().products).toHaveLength(MANY);
  await number.fill(MANY_IN_WORDS);
  await all.click();
  await sidebar.getByRole('heading', { name: /^(Synced|Paused)/ }).waitFor({ timeout: 120_000 });
  for (
    let times = 0;
    times < 10 && (await sidebar.getByRole('button', { name: 'Go on' }).count()) > 0;
    times += 1
  ) {
    await sidebar.getByRole('button', { name: 'Go on' }).click();
    await sidebar.getByRole('heading', { name: /^(Synced|Paused)/ }).waitFor({ timeout: 120_000 });
  }
  expect(bench.store.dump().products).toHaveLength(0);
});
