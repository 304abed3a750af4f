import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../../local/browser';
import { fakeAccessToken } from '../../local/store/embedded-store';
import { usualApp } from '../../local/store/http/edge';
import type { StoreOptions } from '../../local/store/store-types';
import { type Bench, createBench } from '../../local/workbench/bench';
import { type ServedBench, serveBench } from '../../local/workbench/serve';
import { ROOT } from '../bundle/built';
import { builtFolder } from '../support/built-once';
import { sampled } from '../support/sampled';

const SCREENSHOTS = path.join(ROOT, 'artifacts/screenshots');

const AXE = require.resolve('axe-core');

/** Tall enough for the whole sidebar in one picture. */
const SCREEN = { width: 1280, height: 1500 } as const;

export interface OpenWorkbench {
  readonly bench: Bench;
  readonly page: Page;
  /** The add-on's sidebar, in its frame. */
  readonly sidebar: FrameLocator;
  /** A page of the add-on over the spreadsheet. */
  readonly dialog: FrameLocator;
  /**
   * Looks at the sidebar with an accessibility checker and for secrets, for a second blue
   * button, and for what is wider than the sidebar.
   */
  keep(state: string): Promise<void>;
  /** The same of the dialog, which may be as narrow as a phone. */
  keepDialog(state: string): Promise<void>;
}

let browser: Browser;
const served: ServedBench[] = [];

/** Starts the browser, once per test file. */
export function useBrowser(): void {
  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await Promise.all(served.splice(0).map((one) => one.close()));
  });
  afterAll(async () => {
    await browser?.close();
  });
}

/** A workbench of its own, with the sidebar open, in a fresh profile; `userLocale` is that of the person's Google account. */
export async function openWorkbench(
  store: Omit<StoreOptions, 'now'> = {},
  prepare: (bench: Bench, page: Page) => unknown = () => undefined,
  userLocale = 'en',
): Promise<OpenWorkbench> {
  const bench = createBench({
    distDir: builtFolder(),
    spreadsheetDir: path.join(ROOT, 'examples'),
    startMs: Date.UTC(2026, 10, 23, 9),
    store,
    userLocale,
  });
  bench.chooseMenuItem('showSidebar');
  const one = await serveBench(bench, 0);
  served.push(one);
  const context = await browser.newContext({ viewport: SCREEN, colorScheme: 'dark', timezoneId: 'Etc/UTC' });
  const page = await context.newPage();
  await prepare(bench, page);
  await page.goto(one.url);
  return {
    bench,
    page,
    sidebar: page.frameLocator('aside iframe'),
    dialog: page.frameLocator('dialog iframe'),
    keep: async (state) => {
      await takePicture(page.locator('aside'), state);
      expect(await violationsOf(page, '/sidebar', state)).toEqual([]);
      const sidebar = page.frameLocator('aside iframe');
      expect(await sidebar.locator('button.primary').count()).toBeLessThanOrEqual(1);
      expect(await sidebar.locator('body').evaluate((body) => body.scrollWidth)).toBe(300);
      expect(secretsIn(bench, await textOf(page))).toEqual([]);
    },
    keepDialog: async (state) => {
      await takePicture(page.locator('dialog'), state);
      expect(await violationsOf(page, '/dialog', state)).toEqual([]);
      const frame = page.locator('dialog iframe');
      const style = (await frame.getAttribute('style')) ?? '';
      await frame.evaluate((element) => element.setAttribute('style', 'width: 300px; height: 500px'));
      const body = page.frameLocator('dialog iframe').locator('body');
      expect(await body.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
      await frame.evaluate((element, before) => element.setAttribute('style', before), style);
    },
  };
}

/** Keeps a picture to be looked at, where all is played: no test reads it, and it takes as long as a click. */
export async function takePicture(of: Pick<Page, 'screenshot'>, state: string): Promise<void> {
  if (sampled(false, true)) await of.screenshot({ path: path.join(SCREENSHOTS, `${state}.png`) });
}

/** Contrast takes axe longer than all its other rules together; most states show the same few kinds of text. */
const looksAtContrast = (state: string): boolean => sampled(Number.parseInt(state, 10) % 4 === 0, true);

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds in a page of the add-on, in words. */
async function violationsOf(page: Page, at: string, state: string): Promise<readonly string[]> {
  const frame = page.frames().find((candidate) => candidate.url().endsWith(at));
  if (!frame) throw new Error(`${at} is not open.`);
  if (!(await frame.evaluate('"axe" in globalThis'))) await frame.addScriptTag({ path: AXE });
  // Only what is reported leaves the page: what passed names every node of it, and a table of 500 rows has thousands.
  const options = {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: looksAtContrast(state) } },
  };
  return frame.evaluate(async (given) => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window of the page
    const { violations } = await (globalThis as any).axe.run(given);
    return (violations as Violation[]).map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`,
    );
  }, options);
}

/** All that can be read beside the bench's own hint at credentials: the grid's cells, the sidebar, what was typed openly. */
async function textOf(page: Page): Promise<string> {
  const texts = await Promise.all(
    page.frames().map(async (frame) => {
      const inputs = frame.locator('main input:not([type=password])');
      const values = await inputs.evaluateAll((found) =>
        found.map((input) => (input as { value?: string }).value),
      );
      return [await frame.locator('main').textContent(), ...values].join('\n');
    }),
  );
  return texts.join('\n');
}

function secretsIn({ store }: Bench, text: string): readonly string[] {
  const { accessTokens, refreshTokens } = store.edge.apps;
  const secrets = [...accessTokens, ...refreshTokens].map(({ token }) => token);
  return [fakeAccessToken, usualApp.clientSecret, ...secrets].filter((secret) => text.includes(secret));
}

/** What a person types to connect, by way. */
export async function connectWithToken(
  { sidebar }: OpenWorkbench,
  token: string = fakeAccessToken,
): Promise<void> {
  await sidebar.getByLabel('A token that begins with shpat_').check();
  await sidebar.getByLabel('Access token').fill(token);
  await sidebar.getByLabel('Shop address').fill('embedded-store.myshopify.com');
  await sidebar.getByLabel('Your name').fill('Anna');
  await sidebar.getByRole('button', { name: 'Connect' }).click();
}

export async function connectWithApp(
  { sidebar }: OpenWorkbench,
  app: { readonly clientId: string; readonly clientSecret: string } = usualApp,
  shop = 'embedded-store',
): Promise<void> {
  await sidebar.getByLabel('An app of my own').check();
  await sidebar.getByLabel('Client ID').fill(app.clientId);
  await sidebar.getByLabel('Client secret').fill(app.clientSecret);
  await sidebar.getByLabel('Shop address').fill(shop);
  await sidebar.getByRole('button', { name: 'Connect' }).click();
}
