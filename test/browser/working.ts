import { uninstallApp } from '../../local/store/http/auth/apps';
import { usualApp } from '../../local/store/http/edge';
import { testInFull } from '../support/sampled';
import { connectWithApp, connectWithToken, openWorkbench, takePicture } from './open-workbench';
import { openSynced, previewed, previewUndo, priceOf, reload, somebodySetsPrice, typePrice } from './synced';

describe('a person who is connected', () => {
  test('previews, syncs, edits a cell and syncs again, and sees both sides', async () => {
    const bench = await openWorkbench();
    const { sidebar, page, keep } = bench;
    await connectWithToken(bench);
    expect(await sidebar.getByRole('button', { name: 'Sync now' }).count()).toBe(0);
    await previewed(bench);
    await keep('20-preview');
    await page.getByRole('button', { name: 'Shopify store · 0' }).waitFor();

    await sidebar.getByRole('button', { name: 'Send changes' }).click();
    await sidebar.getByRole('heading', { name: /^Synced/ }).waitFor();
    await keep('21-synced');
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
    await takePicture(page, '22-workbench');
    expect(await page.locator('.grid input[value="Error"]').count()).toBe(0);
    await page.getByRole('button', { name: /^Shopify store · [1-9]/ }).click();
    await page.getByRole('rowgroup').getByText('Harbour Mug').waitFor();
    // Its photos stand there in their order, with their alt texts.
    const photos = page.locator('tbody', { hasText: 'harbour-mug' }).locator('.photos img');
    expect(await photos.evaluateAll((all) => all.map((one) => one.getAttribute('alt')))).toEqual([
      'Cream enamel mug with a blue rim',
      'Navy enamel mug with a white rim',
      'Kelp green enamel mug',
      'Three mugs on a driftwood shelf',
    ]);
    await takePicture(page, '23-store');

    await page.getByRole('button', { name: 'Spreadsheet' }).click();
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
    await page.getByRole('textbox', { name: 'B2', exact: true }).fill('17.25');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sync to Shopify', exact: true }).click();
    await page.getByRole('button', { name: 'Sync now', exact: true }).click();
    await page.getByRole('status').getByText('Updated 1').waitFor();
    await page.getByRole('button', { name: /^Shopify store/ }).click();
    await page.getByRole('cell', { name: '17.25' }).waitFor();
  });

  testInFull('types on in the next cell before the last one is shown back, and both count', async () => {
    const { page, bench } = await openWorkbench();
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
    const cell = (name: string) => page.getByRole('textbox', { name, exact: true });
    await page.route('**', async (route) => {
      if (route.request().method() === 'POST') await page.waitForTimeout(500);
      await route.continue();
    });
    await cell('B2').fill('17.25');
    await page.keyboard.press('Enter');
    await cell('B3').fill('17.50');
    // Meanwhile the workbench shows what became of B2.
    await page.waitForTimeout(1_000);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(1_000);
    const { cells } = bench.view().tabs.find(({ name }) => name === 'Prices')!;
    expect(cells.slice(1, 3).map(([, price]) => price?.text)).toEqual(['17.25', '17.50']);
  });

  testInFull('does not notice that the token ran out while the sidebar was open', async () => {
    const bench = await openWorkbench();
    const { sidebar, page, keep } = bench;
    await connectWithApp(bench);
    await previewed(bench);
    await sidebar.getByText('Access', { exact: true }).click();
    await sidebar.getByText('Runs out Nov 24').waitFor();
    await page.getByRole('button', { name: 'Let a day pass' }).click();
    await page.getByRole('button', { name: 'Let a day pass' }).click();
    await page.getByText('Nov 25, 2026').waitFor();
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar.getByText('Preview Nov 25').waitFor();
    await sidebar.getByRole('button', { name: 'Check connection' }).click();
    await sidebar.getByText('Runs out Nov 26').waitFor();
    await sidebar.getByText('The connection works.').waitFor();
    expect(await sidebar.getByRole('alert').count()).toBe(0);
    await keep('24-renewed');
  });

  testInFull('whose app was uninstalled is told so, and connects again from there', async () => {
    const bench = await openWorkbench();
    const { sidebar, keep } = bench;
    await connectWithApp(bench);
    await previewed(bench);
    const { apps } = bench.bench.store.edge;
    uninstallApp(apps, usualApp.clientId);
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar.getByRole('alert').getByText('The app is not installed in this store.').waitFor();
    await sidebar.getByRole('heading', { name: /^No access to embedded-store/ }).waitFor();
    await keep('25-access-ended');
    apps.registered[0]!.installed = true;
    await sidebar.getByRole('alert').getByRole('button', { name: 'Connect again…' }).click();
    await sidebar.getByRole('heading', { name: 'Connect again' }).waitFor();
    expect(await sidebar.getByLabel('Shop address').inputValue()).toBe('embedded-store.myshopify.com');
    await keep('26-connect-again');
    await connectWithApp(bench);
    await sidebar.getByRole('heading', { name: /^Connected to/ }).waitFor();
  });

  test('is told when Shopify cannot be reached, and goes on when it can', async () => {
    const bench = await openWorkbench();
    const { sidebar, keep } = bench;
    await connectWithToken(bench);
    await previewed(bench);
    bench.bench.interfere = () => ({ failure: 'unknown-host', tookMs: 10 });
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar
      .getByRole('alert')
      .getByText(/Shopify could not be reached/)
      .waitFor();
    await keep('27-no-network');
    bench.bench.interfere = () => undefined;
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar.getByRole('alert').waitFor({ state: 'detached' });
  });

  testInFull('disconnects after being asked, and learns what is left to do in Shopify', async () => {
    const bench = await openWorkbench();
    const { sidebar, keep } = bench;
    await connectWithApp(bench);
    await sidebar.getByText('Access', { exact: true }).click();
    await sidebar.getByRole('button', { name: 'Disconnect…' }).click();
    await sidebar.getByText('This forgets your access to the store.').waitFor();
    await keep('28-disconnect');
    await sidebar.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await sidebar.getByText('Disconnected from embedded-store.myshopify.com').waitFor();
    await sidebar.getByText(/rotate the client secret/).waitFor();
    await sidebar.getByText('Connect your store').waitFor();
    await keep('29-disconnected');
    expect(Object.keys(bench.bench.runtime.state.userProperties['owner@example.com']!)).toEqual([]);
  });

  testInFull(
    'who disconnects after a sync is told before what ends with it, and afterwards what stays',
    async () => {
      const bench = await openSynced();
      const { sidebar, keep } = bench;
      await sidebar.getByRole('button', { name: 'Sync on a schedule…' }).click();
      await sidebar.getByRole('button', { name: 'Save schedule' }).click();
      await sidebar.getByRole('button', { name: 'Change schedule…' }).waitFor();
      await sidebar.getByText('Access', { exact: true }).click();
      await sidebar.getByRole('button', { name: 'Disconnect…' }).click();
      await sidebar.getByText('Your schedule ends.').waitFor();
      await sidebar.getByText('To take some of it back, undo it first.').waitFor();
      await keep('28-what-ends');
      expect(bench.bench.runtime.state.documentProperties.schedule).toBeDefined();
      await sidebar.getByRole('button', { name: 'Disconnect', exact: true }).click();
      await sidebar.getByText('Your schedule has ended.').waitFor();
      await sidebar.getByText('What was sent stays in your store').waitFor();
      expect(await sidebar.getByText('Nothing has been sent').count()).toBe(0);
      await connectWithToken(bench);
      await sidebar.getByText('Tabs to sync').waitFor();
      expect(await sidebar.getByText('Nothing has been sent').count()).toBe(0);
      await reload(bench);
      expect(await sidebar.getByText('Nothing has been sent').count()).toBe(0);
    },
  );

  testInFull('sees only the rows that need a person, and all of them again', async () => {
    const bench = await openSynced();
    const { sidebar, page, keep } = bench;
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
    await page.getByRole('textbox', { name: 'B2', exact: true }).fill('free');
    await page.keyboard.press('Enter');
    await sidebar.getByRole('button', { name: 'Sync now' }).click();
    await sidebar.getByRole('button', { name: 'Show only these rows' }).click();
    await sidebar.getByRole('button', { name: 'Show all rows' }).waitFor();
    await keep('45-only-problems');
    // The tab of the preview has a filter of its own.
    const filters = () =>
      bench.bench.runtime.state.workbook.sheets.filter(
        ({ filter, name }) => filter && name !== 'Sync preview',
      ).length;
    expect(filters()).toBe(3);
    await sidebar.getByRole('button', { name: 'Show all rows' }).click();
    await sidebar.getByRole('button', { name: 'Show only these rows' }).waitFor();
    expect(filters()).toBe(0);
  });

  test('shows the lines of a preview in its tab, which comes to the front', async () => {
    const { sidebar, page } = await openSynced();
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
    await page.getByRole('textbox', { name: 'B2', exact: true }).fill('free');
    await page.keyboard.press('Enter');
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar.getByRole('button', { name: 'Show only these' }).click();
    await page.getByRole('button', { name: 'Sync preview', exact: true, pressed: true }).waitFor();
  });

  test('confirms a change that looks like a slip', async () => {
    const bench = await openSynced();
    const { sidebar, page, keep } = bench;
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
    await page.getByRole('textbox', { name: 'B2', exact: true }).fill('1.60');
    await page.keyboard.press('Enter');
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar.getByText('Is this change meant?').waitFor();
    await keep('30-held');
    await sidebar.getByRole('button', { name: 'Send this change' }).focus();
    await page.keyboard.press('Enter');
    await sidebar.getByRole('heading', { name: /^Synced/ }).waitFor();
    // The panel with the button is gone; who types goes on from where the run is told, not from the top.
    expect(await sidebar.locator('[role=status]:focus').count()).toBe(1);
    await keep('31-confirmed');
    await page.getByRole('button', { name: /^Shopify store/ }).click();
    await page.getByRole('cell', { name: '1.60' }).waitFor();
  });
});

describe('the history', () => {
  test('shows what undoing a run would give back, and gives it back when asked', async () => {
    const bench = await openSynced();
    const { sidebar, page, keep } = bench;
    await typePrice(bench, 'B2', '17.00');
    await sidebar.getByRole('button', { name: 'Sync now' }).click();
    await sidebar.getByText('Updated', { exact: true }).waitFor();
    await previewUndo(bench);
    await sidebar.getByText('Price 17.00 → 16.00.').waitFor();
    expect(await sidebar.locator('.panel:focus').textContent()).toContain('Give back the old values');
    await keep('33-undo');
    await sidebar.getByRole('button', { name: 'Give back the old values' }).click();
    await sidebar.getByRole('heading', { name: /^Undone/ }).waitFor();
    await sidebar.getByText('Gave old values back').waitFor();
    await keep('34-undone');
    await page.getByRole('button', { name: /^Shopify store/ }).click();
    expect(await page.getByRole('cell', { name: '17.00' }).count()).toBe(0);
  });

  test('says that giving back confirms what the undo holds, and does it', async () => {
    const bench = await openSynced();
    const { sidebar } = bench;
    await typePrice(bench, 'B2', '3.00');
    await sidebar.getByRole('button', { name: 'Sync now' }).click();
    await sidebar.getByRole('button', { name: /^Send this change/ }).click();
    await sidebar.getByText('Updated', { exact: true }).waitFor();
    await previewUndo(bench);
    await sidebar.getByText('Price 3.00 → 16.00 is held').waitFor();
    await sidebar.getByText('Giving back also confirms what is held above.').waitFor();
    await sidebar.getByRole('button', { name: 'Give back the old values' }).click();
    await sidebar.getByRole('heading', { name: /^Undone/ }).waitFor();
    expect(priceOf(bench, 'MUG-CRM')).toBe('16.00');
  });
});

describe('the selected rows', () => {
  testInFull('are the only ones that “Sync selected rows” sends', async () => {
    const bench = await openSynced();
    const { page } = bench;
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
    await page.getByRole('textbox', { name: 'B2', exact: true }).fill('16.50');
    await page.getByRole('textbox', { name: 'B3', exact: true }).fill('16.75');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '2', exact: true }).click();
    await page.getByRole('button', { name: 'Sync to Shopify', exact: true }).click();
    await page.getByRole('button', { name: 'Sync selected rows' }).click();
    await page.getByRole('status').getByText('Updated 1').waitFor();
    await page.getByRole('button', { name: /^Shopify store/ }).click();
    await page.getByRole('cell', { name: '16.50' }).waitFor();
    expect(await page.getByRole('cell', { name: '16.75' }).count()).toBe(0);
  });
});

describe('a cell that changed in both', () => {
  test('is shown with both values, and becomes what a person chooses', async () => {
    const bench = await openSynced();
    const { sidebar, page, keep } = bench;
    somebodySetsPrice(bench, 'MUG-CRM', '18.00');
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
    await page.getByRole('textbox', { name: 'B2', exact: true }).fill('17.00');
    await page.keyboard.press('Enter');
    await sidebar.getByRole('button', { name: 'Sync now' }).click();
    await sidebar.getByText('1 cell changed in both').waitFor();
    await keep('32-changed-in-both');
    await sidebar.getByRole('button', { name: /^Shopify: 18/ }).click();
    await sidebar.getByText('1 cell changed in both').waitFor({ state: 'detached' });
    await page
      .locator('.grid input[aria-label="B2"][title="18.00"], .grid input[aria-label="B2"][title="18"]')
      .waitFor();
  });
});

describe('the sidebar', () => {
  test('is 300 pixels wide and light on a dark system', async () => {
    const { sidebar } = await openWorkbench();
    const body = sidebar.locator('body');
    const [width, color] = await body.evaluate((element) => {
      const page = globalThis as unknown as {
        innerWidth: number;
        getComputedStyle(of: unknown): { backgroundColor: string };
      };
      return [page.innerWidth, page.getComputedStyle(element).backgroundColor] as const;
    });
    expect([width, color]).toEqual([300, 'rgb(255, 255, 255)']);
    expect(await body.evaluate((element) => element.scrollWidth)).toBe(300);
  });
});
