import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser';
import { createBench } from '../workbench/bench';
import { serveBench } from '../workbench/serve';
import { bannerSvg, markSvg } from './mark';
import { BANNER, ICONS, type NeededPicture, SCREENSHOTS } from './needed-pictures';
import { connectAndSyncOnce, SCENES } from './scenes';

/** Always the same morning, so that a picture changes only where the add-on did. */
const START_MS = Date.UTC(2026, 10, 23, 9);

/** Without what belongs to the workbench and not to the add-on; the messages as wide as a person would draw them. */
const AS_SHOWN = `.controls, .simulation, .rows, .tabs [aria-label="Add a tab"] { display: none }
  .grid col[style*="260px"] { width: 420px !important }`;

/** Draws and takes the pictures that Google's forms ask for, of the screenshots those named; answers the files. */
export async function makePictures(
  root: string,
  outdir: string,
  screenshots: readonly string[] = SCREENSHOTS.map(({ file }) => file),
): Promise<readonly string[]> {
  const wanted = SCREENSHOTS.filter(({ file }) => screenshots.includes(file));
  if (wanted.length < screenshots.length)
    throw new Error(`The screenshots are ${SCREENSHOTS.map(({ file }) => file).join(', ')}.`);
  mkdirSync(outdir, { recursive: true });
  const browser = await launchBrowser();
  const distDir = mkdtempSync(path.join(tmpdir(), 'sync-to-shopify-'));
  try {
    const { build } = await import(pathToFileURL(path.join(root, 'build.mjs')).href);
    await build({ outdir: distDir });
    const files = [];
    for (const icon of ICONS) files.push(await draw(browser, outdir, icon, markSvg(icon.width)));
    files.push(await draw(browser, outdir, BANNER, bannerSvg(BANNER.width, BANNER.height)));
    for (const shot of wanted) files.push(await takeScreenshot(browser, shot, { root, distDir, outdir }));
    return files;
  } finally {
    rmSync(distDir, { recursive: true, force: true });
    await browser.close();
  }
}

async function draw(browser: Browser, outdir: string, picture: NeededPicture, svg: string): Promise<string> {
  const file = path.join(outdir, picture.file);
  const page = await browser.newPage({ viewport: { width: picture.width, height: picture.height } });
  await page.setContent(`<style>* { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: file, omitBackground: true });
  await page.close();
  return file;
}

interface Folders {
  readonly root: string;
  readonly distDir: string;
  readonly outdir: string;
}

async function takeScreenshot(
  browser: Browser,
  { file: name, width, height }: (typeof SCREENSHOTS)[number],
  { root, distDir, outdir }: Folders,
): Promise<string> {
  const bench = createBench({
    distDir,
    spreadsheetDir: path.join(root, 'examples'),
    startMs: START_MS,
    store: { shop: 'your-store.myshopify.com' },
  });
  bench.chooseMenuItem('showSidebar');
  const served = await serveBench(bench, 0);
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: 'light',
    timezoneId: 'Etc/UTC',
    locale: 'en-US',
  });
  try {
    await page.goto(served.url);
    const stage = { bench, page, sidebar: page.frameLocator('aside iframe') };
    await connectAndSyncOnce(stage);
    await SCENES[name](stage);
    await page.addStyleTag({ content: AS_SHOWN });
    const file = path.join(outdir, name);
    await page.screenshot({ path: file });
    return file;
  } finally {
    await page.close();
    await served.close();
  }
}
