import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { UsageError } from './cli/options';
import { endWithParent } from './workbench/end-with-parent';
import { serveAnswers } from './workbench/serve';
import { startThread } from './workbench/thread/start-thread';

const USAGE = `npm run workbench -- [FILE.csv]... [--state FILE] [--language LANGUAGE] [--port N]

Serves the add-on's sidebar next to a spreadsheet, on an embedded store; open the address it prints in a browser.
Each CSV file becomes a tab; without one the tabs of examples/ are there. --state keeps spreadsheet and store in a file
for the next time, which npm start -- --state goes on with too; without it nothing is kept when it ends (Ctrl-C).
--language is that of the person's Google account, such as de or pt-BR: menu and sidebar speak it, if they can.
`;

const ROOT = path.join(__dirname, '..');

/** Real time for each virtual millisecond of the add-on's work: a minute at Google is four seconds here. */
const PACE = 1 / 15;

/** `npm run workbench`: the add-on as a person sees it, without Google and without Shopify. */
async function main(): Promise<void> {
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '3458' },
      state: { type: 'string' },
      language: { type: 'string', default: 'en' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const distDir = mkdtempSync(path.join(tmpdir(), 'sync-to-shopify-'));
  process.once('exit', () => rmSync(distDir, { recursive: true, force: true }));
  const { build } = await import(pathToFileURL(path.join(ROOT, 'build.mjs')).href);
  await build({ outdir: distDir });
  const spreadsheetDir = path.join(ROOT, 'examples');
  const thread = await startThread({
    distDir,
    spreadsheetDir,
    files,
    stateFile: values.state,
    pace: PACE,
    userLocale: values.language,
  });
  const served = await serveAnswers(thread.answer, Number(values.port));
  process.stdout.write(`The workbench is at ${served.url}\n`);
  const end = () => void Promise.all([served.close(), thread.end()]).then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  endWithParent(end);
}

main().catch((error: Error & { readonly code?: string }) => {
  const isUsage =
    error instanceof UsageError ||
    error.code === 'EADDRINUSE' ||
    String(error.code).startsWith('ERR_PARSE_ARGS');
  process.stderr.write(isUsage ? `${error.message}\n${USAGE}` : `${error.stack}\n`);
  process.exit(isUsage ? 2 : 1);
});
