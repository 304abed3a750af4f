import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser';
import { createCamera } from './docs/film/camera';
import { playFilm } from './docs/film/scenes';
import { connectAndSyncOnce } from './publish/scenes';
import { createBench } from './workbench/bench';
import { serveBench } from './workbench/serve';

const USAGE = `npm run film -- [--out FILE]

Plays the film of the README in the workbench, and writes it as an animated PNG (docs/film.png).
`;

const ROOT = path.join(__dirname, '..');
const SIZE = { width: 900, height: 560 } as const;

/** Always the same morning, so that the film changes only where the add-on did. */
const START_MS = Date.UTC(2026, 10, 23, 9);

/** A README that is larger takes long to open. */
const MOST_BYTES = 3_000_000;

/** Without what belongs to the workbench alone, and with room for a sentence. */
const AS_SHOWN = `.simulation, .toast, .controls > :not(.sides), .rows, .others, .photos { display: none !important }
  header { display: flex; gap: 16px; align-items: center; padding-top: 6px } .controls { margin: 0 }
  #workbench { height: calc(100vh - 44px) }
  #words { position: fixed; z-index: 9; right: 0; bottom: 0; left: 0; height: 44px; padding: 0 16px;
    background: #1f2a63; color: #fff; font-size: 17px; line-height: 44px }`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const file = path.resolve(values.out ?? path.join(ROOT, 'docs/film.png'));
  const distDir = mkdtempSync(path.join(tmpdir(), 'sync-to-shopify-'));
  const browser = await launchBrowser();
  try {
    const { build } = await import(pathToFileURL(path.join(ROOT, 'build.mjs')).href);
    await build({ outdir: distDir });
    const bench = createBench({ distDir, spreadsheetDir: path.join(ROOT, 'examples'), startMs: START_MS });
    bench.chooseMenuItem('showSidebar');
    const served = await serveBench(bench, 0);
    const page = await browser.newPage({
      viewport: SIZE,
      colorScheme: 'light',
      timezoneId: 'Etc/UTC',
      locale: 'en-US',
    });
    await page.goto(served.url);
    const sidebar = page.frameLocator('aside iframe');
    await connectAndSyncOnce({ bench, page, sidebar });
    await page.addStyleTag({ content: AS_SHOWN });
    const camera = createCamera(page, SIZE);
    await playFilm({ page, sidebar, camera });
    const film = camera.film();
    if (film.length > MOST_BYTES)
      throw new Error(`The film has ${film.length} bytes, more than ${MOST_BYTES}.`);
    writeFileSync(file, film);
    process.stdout.write(`${path.relative(process.cwd(), file)}: ${film.length} bytes\n`);
    await served.close();
  } finally {
    await browser.close();
    rmSync(distDir, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
