import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createBench } from './workbench/bench';
import { serveBench } from './workbench/serve';

const USAGE = `npm run workbench -- [--port N]

Serves the add-on's sidebar next to a spreadsheet, on an embedded store; open the address it prints in a browser.
Nothing is kept when it ends (Ctrl-C).
`;

const ROOT = path.join(__dirname, '..');

/** `npm run workbench`: the add-on as a person sees it, without Google and without Shopify. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '3458' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const distDir = mkdtempSync(path.join(tmpdir(), 'sync-to-shopify-'));
  const { build } = await import(pathToFileURL(path.join(ROOT, 'build.mjs')).href);
  await build({ outdir: distDir });
  const spreadsheetDir = path.join(ROOT, 'examples');
  const bench = createBench({ distDir, spreadsheetDir, startMs: Date.now() });
  bench.chooseMenuItem('showSidebar');
  const served = await serveBench(bench, Number(values.port));
  process.stdout.write(`The workbench is at ${served.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      rmSync(distDir, { recursive: true, force: true });
      void served.close().then(() => process.exit(0));
    });
  }
}

main().catch((error: Error & { readonly code?: string }) => {
  const isUsage = error.code === 'EADDRINUSE' || String(error.code).startsWith('ERR_PARSE_ARGS');
  process.stderr.write(isUsage ? `${error.message}\n${USAGE}` : `${error.stack}\n`);
  process.exit(isUsage ? 2 : 1);
});
