import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Paths of Chromium, in the order of trying. */
const USUAL_PLACES = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) =>
    (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
  ),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** For root in a container, and so that the browser asks nobody for anything. */
const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium with a fresh profile: the machine's own, else the packaged one (Linux on x64). */
export async function launchBrowser(): Promise<Browser> {
  const installed = [process.env.CHROMIUM_PATH ?? '', ...USUAL_PLACES].find(
    (file) => file !== '' && existsSync(file),
  );
  return chromium.launch({ executablePath: installed ?? (await unpackBrowser()), args: QUIET_FLAGS });
}

async function unpackBrowser(): Promise<string> {
  // Where it takes the machine for the cloud it brings the libraries along that a bare machine lacks as well.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  // Its own fonts are found in /tmp only, and a page without any font crashes.
  if (existsSync('/etc/fonts')) process.env.FONTCONFIG_PATH ??= '/etc/fonts';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
