import { testInFull } from '../support/sampled';
import { type OpenWorkbench, takePicture } from './open-workbench';
import { openSynced, priceOf, typePrice } from './synced';

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
    await page.getByRole('button', { name: 'Close', exact: true }).first().click();
  });

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
