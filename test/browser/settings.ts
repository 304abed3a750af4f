import type { Locator } from 'playwright-core';
import { SLACK_ADDRESS } from '../../local/apps-script/chats/chat-services';
import { testInFull } from '../support/sampled';
import { connectWithToken, openWorkbench } from './open-workbench';
import { holdBack, REFUSAL } from './slow-down';
import { connectAsAnna, openSynced, previewed, reload, typePrice } from './synced';

const HOUR_MS = 3_600_000;

/** Whether it is in the part of the sidebar that a person looks at. */
const isInSight = (of: Locator): Promise<boolean> =>
  of.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= (element.ownerDocument.defaultView?.innerHeight ?? 0);
  });

describe('the settings', () => {
  test('are chosen in plain words, and stand when the sidebar is opened again', async () => {
    const bench = await openWorkbench({ locations: ['Main', 'Cellar'] });
    const { sidebar, page, keep } = bench;
    await connectWithToken(bench);
    await sidebar.getByText('Settings', { exact: true }).click();
    await sidebar.getByRole('combobox', { name: 'Inventory' }).selectOption('Add the difference');
    await sidebar.getByLabel('Default location').selectOption('Cellar');
    await sidebar.getByLabel('Keep stock cells up to date').check();
    await sidebar.getByLabel('Status columns').selectOption('After the columns that name the item');
    const falls = sidebar.getByLabel('Price falls by more than %');
    await falls.fill('5000');
    await falls.press('Tab');
    await sidebar.getByText('Not saved: type a whole number from 1 to 95.').waitFor();
    await falls.fill('15');
    await falls.press('Tab');
    await sidebar.getByText('Not saved').waitFor({ state: 'detached' });
    await keep('40-settings');
    // A colleague, or a second tab of the browser.
    bench.bench.callFromSidebar('saveSettings', [
      { onConflict: { products: 'shopify' }, limits: { all: { priceUp: 60 } } },
    ]);
    await sidebar.getByRole('combobox', { name: 'Prices' }).selectOption('Use the sheet');
    const { documentProperties } = bench.bench.runtime.state;
    while (!documentProperties.policy?.includes('"prices":"sheet"')) await page.waitForTimeout(20);
    const products = sidebar.getByRole('combobox', { name: 'Products' });
    while ((await products.inputValue()) !== 'shopify') await page.waitForTimeout(20);
    expect(await sidebar.getByLabel('Price rises by more than %').inputValue()).toBe('60');
    await page.reload();
    await sidebar.getByText('Settings', { exact: true }).click();
    expect(await products.inputValue()).toBe('shopify');
    expect(await sidebar.getByRole('combobox', { name: 'Inventory' }).inputValue()).toBe('add');
    expect(await sidebar.getByRole('combobox', { name: 'Prices' }).inputValue()).toBe('sheet');
    expect(await sidebar.getByLabel('Keep stock cells up to date').isChecked()).toBe(true);
    expect(await sidebar.getByLabel('Status columns').inputValue()).toBe('left');
    expect(await sidebar.getByLabel('Price falls by more than %').inputValue()).toBe('15');
  });
});

describe('a chat that is told of the schedule', () => {
  const HOURLY = { rhythm: { every: 'hours', hours: 1 }, groups: ['prices'] };

  test('is chosen by its address, which is refused where it is none, and says so once it is gone', async () => {
    const bench = await openSynced();
    const { sidebar, page, keep } = bench;
    const { chats, callFromSidebar, wait } = bench.bench;
    await sidebar.getByText('Settings', { exact: true }).click();
    const address = sidebar.getByLabel('Address of an incoming webhook');
    await address.fill('https://hooks.slack.com/triggers/T0/1/x');
    await sidebar.getByRole('button', { name: 'Save and send a test' }).click();
    const refused = sidebar.getByRole('alert').getByText('This is no address by which a chat can be told.');
    await refused.waitFor();
    expect(await address.inputValue()).toBe('https://hooks.slack.com/triggers/T0/1/x');
    expect(await isInSight(address)).toBe(true);
    expect(await isInSight(refused)).toBe(true);
    await keep('45-chat-refused');
    expect(chats.messages).toEqual([]);
    await address.fill(SLACK_ADDRESS);
    await sidebar.getByLabel('After a run of the schedule').selectOption('Only when I am needed');
    await sidebar.getByRole('button', { name: 'Save and send a test' }).click();
    await sidebar.getByText(/^Slack was last told Nov 23/).waitFor();
    await sidebar.getByRole('alert').waitFor({ state: 'detached' });
    await keep('46-chat-told');
    const when = sidebar.getByLabel('After a run of the schedule');
    let answer = await holdBack(page, 'saveChat');
    await when.selectOption('Each time that it did something');
    await sidebar.getByText('Waiting for Google…').waitFor();
    expect(await when.inputValue()).toBe('each');
    answer(REFUSAL);
    await sidebar.getByRole('alert').waitFor();
    expect(await when.inputValue()).toBe('needed');
    answer = await holdBack(page, 'saveChat');
    await sidebar.getByRole('button', { name: 'Stop telling' }).click();
    await sidebar.getByText('Waiting for Google…').waitFor();
    await sidebar.getByText(/^Slack was last told Nov 23/).waitFor();
    answer(REFUSAL);
    await sidebar.getByRole('alert').waitFor();
    await keep('46-chat-not-stopped');
    await when.selectOption('Each time that it did something');
    await page.getByText('Told in chats · 1').waitFor();
    const { userProperties } = bench.bench.runtime.state;
    while (!JSON.stringify(userProperties).includes('\\"tells\\":\\"each\\"')) await page.waitForTimeout(20);

    callFromSidebar('saveSchedule', [HOURLY]);
    await typePrice(bench, 'B2', '17.25');
    wait(2 * HOUR_MS);
    expect(chats.messages.map(({ text }) => text).at(-1)).toMatch(/: 1 row updated\.$/);
    await reload(bench);
    await page.getByText('Told in chats · 2').click();
    await page.screenshot({ path: 'artifacts/screenshots/47-told-in-the-workbench.png' });
    await page.getByText('Told in chats · 2').click();

    chats.mood = 'gone';
    await typePrice(bench, 'B2', '17.50');
    wait(2 * HOUR_MS);
    await reload(bench);
    await sidebar.getByText('Slack takes no messages at this address.').first().waitFor();
    await sidebar.getByText('Settings', { exact: true }).click();
    await keep('48-chat-gone');
    await sidebar.getByText('Access', { exact: true }).click();
    await sidebar.getByRole('button', { name: 'Disconnect…' }).click();
    await sidebar.getByText('Slack is told nothing more.').waitFor();
    await sidebar.getByRole('button', { name: 'Keep', exact: true }).click();
    await sidebar.getByRole('button', { name: 'Choose another address…' }).click();
    await address.waitFor();
    expect(await sidebar.getByText('Slack takes no messages').count()).toBe(0);
  });

  testInFull('fits into the sidebar in German', async () => {
    const bench = await openWorkbench({}, connectAsAnna, 'de');
    const { sidebar, keep } = bench;
    bench.bench.callFromSidebar('saveSchedule', [HOURLY]);
    await sidebar.getByText('Einstellungen', { exact: true }).click();
    await sidebar.getByText('Was zurückgehalten wird').scrollIntoViewIfNeeded();
    await keep('49-chat-in-german');
    await sidebar.getByRole('button', { name: 'Speichern und Test senden' }).focus();
    await sidebar.getByLabel('Adresse eines eingehenden Webhooks').fill(SLACK_ADDRESS);
    await sidebar.getByRole('button', { name: 'Speichern und Test senden' }).click();
    await sidebar.getByText(/^Slack: letzte Nachricht/).waitFor();
    await keep('49-chat-told-in-german');
  });
});

describe('the keeping of stock cells', () => {
  testInFull('is asked about once, after a preview that shows stock', async () => {
    const bench = await openWorkbench();
    const { sidebar, keep } = bench;
    await connectWithToken(bench);
    await sidebar.getByText('Tabs to sync').waitFor();
    expect(await sidebar.getByText('Keep stock cells up to date?').count()).toBe(0);
    await previewed(bench);
    await sidebar.getByText('Keep stock cells up to date?').waitFor();
    await keep('41-keep-stock');
    await sidebar.getByRole('button', { name: 'Leave my cells alone' }).click();
    await sidebar.getByText('Keep stock cells up to date?').waitFor({ state: 'detached' });
  });
});

describe('a spreadsheet that was put back to an older version', () => {
  testInFull('is compared with Shopify before anything is sent', async () => {
    const bench = await openSynced();
    const { sidebar, page, keep } = bench;
    const { workbook } = bench.bench.runtime.state;
    const version = structuredClone(workbook.sheets);
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
    await page.getByRole('textbox', { name: 'B2', exact: true }).fill('17.00');
    await page.keyboard.press('Enter');
    await sidebar.getByRole('button', { name: 'Sync now' }).click();
    await sidebar.getByText('Updated', { exact: true }).waitFor();
    workbook.sheets = version;
    await sidebar.getByRole('button', { name: 'Sync now' }).click();
    await sidebar.getByRole('alert').getByText('put back to an older version').waitFor();
    await keep('42-older-version');
    await sidebar.getByRole('button', { name: 'Compare with Shopify' }).click();
    await sidebar.getByText('Which side is right?').waitFor();
    await keep('43-compared');
  });
});

describe('a row that the sidebar names', () => {
  testInFull('is in front of the person after a click', async () => {
    const bench = await openSynced();
    const { sidebar, page } = bench;
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
    await page.getByRole('textbox', { name: 'B2', exact: true }).fill('1.60');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Products', exact: true }).click();
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar
      .getByRole('button', { name: /Prices, row 2/ })
      .first()
      .click();
    const { workbook } = bench.bench.runtime.state;
    const prices = workbook.sheets.find(({ name }) => name === 'Prices');
    while (workbook.activeSheetId !== prices?.id) await page.waitForTimeout(20);
    expect(workbook.selection).toMatchObject([{ row: 2, column: 1 }]);
  });
});

describe('tabs to fill in', () => {
  testInFull('are added as chosen, and are ticked', async () => {
    const bench = await openWorkbench();
    const { sidebar, keep } = bench;
    await connectWithToken(bench);
    await sidebar.getByText('Add tabs to fill in').click();
    const added = sidebar.locator('.set-up', { hasText: 'Add tabs to fill in' });
    expect(await added.getByLabel('Products').isChecked()).toBe(false);
    await added.getByLabel('Prices').check();
    await keep('44-new-tabs');
    await added.getByRole('button', { name: 'Add' }).click();
    await sidebar.getByRole('checkbox', { name: /^Prices 2/ }).waitFor();
    expect(await sidebar.getByRole('checkbox', { name: /^Prices 2/ }).isChecked()).toBe(true);
    expect(await sidebar.getByRole('checkbox', { name: /^Products 2/ }).count()).toBe(0);
  });
});
