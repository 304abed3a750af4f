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

/** Holds the next call of that name back until the function that it returns is called: with an answer, or to let it go on. */
export async function holdBack(page: Page, call: string): Promise<(answer?: unknown) => void> {
  let release = (_: unknown): void => undefined;
  const released = new Promise<unknown>((resolve) => {
    release = resolve;
  });
  let isOver = false;
  await page.route('**/call', async (route) => {
    const { name } = route.request().postDataJSON() as { readonly name: string };
    if (isOver || name !== call) return route.fallback();
    const answer = await released;
    isOver = true;
    return answer === undefined ? route.fallback() : route.fulfill({ json: { ok: true, value: answer } });
  });
  return (answer) => release(answer);
}

/** Answer of a script that refuses, as the sidebar gets it. */
export const REFUSAL = {
  ok: false,
  problem: {
    kind: 'busy',
    message: 'Another run works on this spreadsheet.',
    nextStep: 'Try again when it has come to its end.',
  },
};
