import type { Page } from 'playwright-core';

/** The input of a cell of the workbench, such as `B2`. */
export const cell = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** As Ctrl+V does with what another spreadsheet put into the clipboard. */
export async function pasteAt(page: Page, at: string, text: string): Promise<void> {
  await cell(page, at).focus();
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  })()`);
}

/** Until the page shows what is typed there. */
export const shows = (page: Page, name: string, text: string) =>
  page.waitForFunction(
    `document.querySelector('input[aria-label="${name}"]')?.value === ${JSON.stringify(text)}`,
  );
