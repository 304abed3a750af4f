import { testInFull } from '../support/sampled';
import { type OpenWorkbench, takePicture } from './open-workbench';
import { openSynced, priceOf, somebodySetsPrice, typePrice } from './synced';

/** A slip, a word in place of a price, one that Shopify's side changed too, and changes that a person means. */
const PRICES = { B2: '17.50', B3: '1.70', B4: 'abc', B6: '21.00', B9: '7.50', B14: '26.00', B15: '92.00' };

async function changed(): Promise<OpenWorkbench> {
  const bench = await openSynced();
  await typePrice(bench, 'B2', '16.50');
  await typePrice(bench, 'B3', '17.00');
  await typePrice(bench, 'B4', 'abc');
  return bench;
}

describe('the page on which each change is ticked', () => {
  test('sends exactly what is ticked, also after a reload, and the sidebar then shows what was sent', async () => {
    const bench = await changed();
    const { sidebar, dialog, page, keep, keepDialog } = bench;
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar.getByText('1 row in error').waitFor();
    await keep('80-errors-by-cause');
    await sidebar.getByRole('button', { name: 'Choose what to send…' }).click();
    await dialog.getByRole('button', { name: 'Send 2 of 2 changes' }).waitFor();
    await page.reload();
    await dialog.getByRole('button', { name: 'Send 2 of 2 changes' }).waitFor();
    await takePicture(page.locator('dialog'), '81-choosing-wide');
    await dialog.getByRole('checkbox', { name: /→ 16\.50$/ }).uncheck();
    await keepDialog('82-choosing');
    await dialog.getByRole('button', { name: 'Send 1 of 2 changes' }).click();
    await dialog.getByText('What you ticked was sent.').waitFor();
    expect([priceOf(bench, 'MUG-CRM'), priceOf(bench, 'MUG-NVY')]).toEqual(['16.00', '17.00']);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  test('shows small photos of Shopify’s beside the names, whose place does not change', async () => {
    const bench = await changed();
    const { sidebar, dialog, page, keepDialog } = bench;
    await page.route('**/shopify/files/**navy**', (route) => route.abort());
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar.getByRole('button', { name: 'Choose what to send…' }).click();
    await dialog.getByRole('button', { name: 'Send 2 of 2 changes' }).waitFor();
    const photos = dialog.locator('img');
    // One that cannot be loaded shows nothing, and its line stays as high.
    const lost = dialog.locator('img[src*="navy"]');
    await lost.waitFor({ state: 'hidden' });
    expect(await lost.evaluate((image) => image.getBoundingClientRect().height)).toBe(40);
    const shown = await photos.first().evaluate((image) => ({
      alt: image.getAttribute('alt'),
      box: [image.getBoundingClientRect().width, image.getBoundingClientRect().height],
      from: image.getAttribute('src'),
      name: image.closest('th')?.textContent,
    }));
    expect(shown).toMatchObject({ alt: '', box: [40, 40], name: expect.stringContaining('Harbour') });
    expect(shown.from).toMatch(/^\/shopify\/files\/.*harbour-mug-[a-z]+\.jpg.*[?&]width=160$/);
    // The workbench stands in for Shopify's servers, so that nothing there is a broken image.
    const drawn = await photos.first().evaluate(async (element) => {
      const image = element as unknown as { decode(): Promise<void>; readonly naturalWidth: number };
      await image.decode();
      return image.naturalWidth;
    });
    expect(drawn).toBe(160);
    await keepDialog('83-choosing-with-photos');
  });

  testInFull(
    'shows first what is wrong, then what waits for a person, then each change with its photo',
    async () => {
      const bench = await openSynced();
      const { dialog, page, sidebar } = bench;
      somebodySetsPrice(bench, 'VEST-01', '95.00');
      for (const [cell, price] of Object.entries(PRICES)) await typePrice(bench, cell, price);
      await sidebar.getByRole('button', { name: 'Preview changes' }).click();
      await sidebar.getByRole('button', { name: 'Choose what to send…' }).click();
      await dialog.getByRole('button', { name: /^Send \d+ of \d+ changes/ }).waitFor();
      const photos = dialog.locator('img.photo');
      await photos.evaluateAll((all) =>
        Promise.all(all.map((one) => (one as unknown as { decode(): Promise<void> }).decode())),
      );
      const lines = await dialog.locator('tbody tr').allTextContents();
      expect(
        lines.map((line) => /^(Error|Held|Changed in both)?.*? Shopify: ([^·]*[^· ])/.exec(line)?.slice(1)),
      ).toEqual([
        ['Error', 'Harbour Mug'],
        ['Held', 'Harbour Mug'],
        ['Changed in both', 'Harbourmaster Vest'],
        [undefined, 'Fisherman Socks'],
        [undefined, 'Harbour Mug'],
        [undefined, 'Fog Signal Tea'],
        [undefined, 'Pocket Notebook'],
      ]);
      await page.setViewportSize({ width: 1280, height: 660 });
      await takePicture(page.locator('dialog'), 'choose-what-to-send');
    },
  );

  testInFull('is used by the keyboard alone, at a height of 320 pixels', async () => {
    const bench = await changed();
    const { dialog, page, sidebar } = bench;
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar.getByRole('button', { name: 'Choose what to send…' }).click();
    await page.setViewportSize({ width: 1280, height: 320 });
    await page.locator('dialog iframe').evaluate((frame) => frame.setAttribute('style', 'height: 200px'));
    const send = dialog.getByRole('button', { name: 'Send 2 of 2 changes' });
    await send.waitFor();
    const box = await send.evaluate((button) => {
      const { bottom } = button.getBoundingClientRect();
      return bottom <= button.ownerDocument.documentElement.clientHeight;
    });
    expect(box).toBe(true);
    await dialog.getByLabel('Search').focus();
    await page.keyboard.type('navy');
    await dialog.getByText(/line found\. What is ticked is sent/).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await dialog.locator(':focus').getAttribute('aria-label')).toMatch(/^Send: .*17\.00$/);
    await page.keyboard.press('Space');
    await dialog.getByRole('button', { name: 'Send 1 of 2 changes' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('What you ticked was sent.').waitFor();
    expect([priceOf(bench, 'MUG-CRM'), priceOf(bench, 'MUG-NVY')]).toEqual(['16.50', '16.00']);
  });
});
