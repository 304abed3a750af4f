import type { Page } from 'playwright-core';

/** Holds a call back until it shall go, and tells a progress meanwhile. */
export async function slowDown(page: Page, call = 'applyPreview') {
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  const slow = { progress: { sent: 0, total: 0 }, go };
  await page.route('**/call', async (route) => {
    const { name } = route.request().postDataJSON() as { readonly name: string };
    if (name === 'getProgress')
      return route.fulfill({ json: { ok: true, value: { ok: true, value: slow.progress } } });
    if (name === call) await gone;
    return route.continue();
  });
  return slow;
}
