import { openWorkbench } from './open-workbench';

describe('google.script.run of the workbench', () => {
  /** What a page's code finds; the code runs in the sidebar's frame. */
  async function inSidebar(code: string): Promise<unknown> {
    const { page, sidebar } = await openWorkbench();
    await sidebar.getByText('Connect your store').waitFor();
    const frame = page.frames().find((candidate) => candidate.url().endsWith('/sidebar'))!;
    return frame.evaluate(code);
  }

  test('refuses what is no JSON before it leaves the page', async () => {
    const said = await inSidebar(`[new Date(), () => 1, { deep: [new Map()] }].map((value) => {
      try { google.script.run.saveSettings(value); return 'sent'; } catch (error) { return error.message; }
    })`);
    expect(said).toEqual(Array(3).fill('Failed due to illegal value in property: 0'));
  });

  test('keeps nothing of an error but its name and message', async () => {
    const said = await inSidebar(`new Promise((resolve) => google.script.run
      .withUserObject('mine')
      .withFailureHandler((error, mine) => resolve([error.name, error.message, error.cause, mine]))
      .noSuchFunction())`);
    expect(said).toEqual(['ScriptError', 'Script function not found: noSuchFunction', undefined, 'mine']);
  });

  test('has ten calls under way at once, and sends the others after them', async () => {
    const { page, sidebar } = await openWorkbench();
    await sidebar.getByText('Connect your store').waitFor();
    const held: (() => void)[] = [];
    let hold = true;
    await page.route('**/call', async (route) => {
      if (hold) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    const frame = page.frames().find((candidate) => candidate.url().endsWith('/sidebar'))!;
    const done = frame.evaluate(`Promise.all(Array.from({ length: 25 }, () => new Promise((resolve) =>
      google.script.run.withSuccessHandler(resolve).getProgress())))`);
    while (held.length < 10) await page.evaluate('new Promise(requestAnimationFrame)');
    await page.evaluate('new Promise(requestAnimationFrame)');
    expect(held).toHaveLength(10);
    hold = false;
    for (const release of held) release();
    expect(await done).toHaveLength(25);
  });
});
