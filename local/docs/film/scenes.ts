import { setTimeout as wait } from 'node:timers/promises';
import type { FrameLocator, Page } from 'playwright-core';
import type { Camera } from './camera';

/** Set of the film: the examples, connected and synced once. */
export interface FilmSet {
  readonly page: Page;
  readonly sidebar: FrameLocator;
  readonly camera: Camera;
}

/** A price edited, a preview, the one wrong price held, the rest sent, and undone: about twenty seconds. */
export async function playFilm({ page, sidebar, camera }: FilmSet): Promise<void> {
  const tab = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const press = (name: string | RegExp) => sidebar.getByRole('button', { name }).first().click();

  await tab('Prices');
  await camera.show(2000, 'Prices in Google Sheets. The sidebar keeps Shopify the same.');
  for (const [cell, texts] of Object.entries({ B2: ['1', '17', '17.50'], B6: ['1', '1.9', '1.90'] })) {
    const input = page.getByRole('textbox', { name: cell, exact: true });
    for (const text of texts) {
      await input.fill(text);
      await camera.show(350, 'Change two prices. One of them is a slip: 1.90 in place of 19.00.');
    }
    await page.keyboard.press('Enter');
    await wait(SETTLED_MS);
  }
  await camera.show(1200);

  await press('Preview changes');
  await sidebar.getByRole('button', { name: 'Send changes' }).waitFor();
  await wait(SETTLED_MS);
  await camera.show(2400, 'Preview: nothing is sent, and what looks like a slip is held.');
  await tab('Sync preview');
  await page.locator('.grid').evaluate((grid) => grid.scrollTo(330, 0));
  await camera.show(2400, 'Every change is a line, with the old value and the new one.');

  await press('Send changes');
  await sidebar.getByRole('heading', { name: /^Synced/ }).waitFor();
  await tab('Prices');
  await wait(SETTLED_MS);
  await camera.show(
    2600,
    'Send: 17.50 goes to the store, the slip waits. Each row says what happened to it.',
  );

  await page.getByRole('button', { name: /^Shopify store/ }).click();
  await wait(SETTLED_MS);
  await camera.show(2200, 'The store has 17.50, and kept its price for the slip.');
  await page.getByRole('button', { name: 'Spreadsheet', exact: true }).click();

  await sidebar.getByText('History', { exact: true }).click();
  const undo = sidebar.getByRole('button', { name: /^Undo this run/ }).first();
  await undo.scrollIntoViewIfNeeded();
  await undo.click();
  const giveBack = sidebar.getByRole('button', { name: 'Give back the old values' });
  await giveBack.waitFor();
  await giveBack.scrollIntoViewIfNeeded();
  await camera.show(2200, 'Undo shows first what it would give back …');
  await giveBack.click();
  await sidebar.getByRole('heading', { name: /^Undone/ }).waitFor();
  await page.getByRole('button', { name: /^Shopify store/ }).click();
  await wait(SETTLED_MS);
  await camera.show(2600, '… and the store is as it was.');
}

/** The page shows an answer a moment after it came. */
const SETTLED_MS = 700;
