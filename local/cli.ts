import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { drive } from './cli/drive';
import { type CliOptions, parseOptions, USAGE, UsageError } from './cli/options';
import { printReport, progressBar } from './cli/print';
import { buildReport, type Report } from './cli/report';
import { openSession, saveSession } from './cli/session';
import { importFiles } from './cli/tabs';

/** `npm start`: the built add-on, the file that is pushed to Apps Script, syncs CSV files into the embedded store. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  const distDir = mkdtempSync(path.join(tmpdir(), 'sync-to-shopify-'));
  try {
    await buildInto(distDir);
    const report = sync(options, distDir);
    console.log(
      options.json ? JSON.stringify(report) : printReport(report, options, process.stdout.columns ?? 120),
    );
    return exitCode(report);
  } finally {
    rmSync(distDir, { recursive: true, force: true });
  }
}

/** Into a folder of its own, so that two commands at once do not take the ground from under each other. */
async function buildInto(outdir: string): Promise<void> {
  const { build } = await import(pathToFileURL(path.join(__dirname, '..', 'build.mjs')).href);
  await build({ outdir });
}

function sync(options: CliOptions, distDir: string): Report {
  const startedMs = performance.now();
  const progress = options.json || !process.stderr.isTTY ? undefined : showProgress;
  const session = openSession(options, distDir, () =>
    progress?.(session.runtime.state.documentCache.progress?.value),
  );
  const { workbook } = session.runtime.state;
  const conversion = options.convert
    ? {
        kind: 'convert' as const,
        locale: workbook.locale,
        year: new Date(session.clock.now()).getUTCFullYear(),
      }
    : { kind: 'text' as const };
  const sheetIds = importFiles(
    workbook,
    options.files.length > 0 ? options.files : exampleFiles(),
    conversion,
  );
  const driven = drive(session, sheetIds, options);
  if (progress) process.stderr.write('\r\x1b[K');
  if (options.stateFile !== undefined) saveSession(options.stateFile, session);
  if (options.dumpFile !== undefined)
    writeFileSync(options.dumpFile, JSON.stringify(session.store.dump(), null, 1));
  return buildReport(session, driven, sheetIds, options, performance.now() - startedMs);
}

let lastShown = '';

function showProgress(saved: string | undefined): void {
  if (saved === undefined || saved === lastShown) return;
  lastShown = saved;
  const { sent, total } = JSON.parse(saved) as { readonly sent: number; readonly total: number };
  process.stderr.write(`\r\x1b[K${progressBar(sent, total)}`);
}

function exampleFiles(): string[] {
  const folder = path.join(__dirname, '..', 'examples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => path.join(folder, name));
}

function exitCode({ totals, outcome }: Report): number {
  return totals.error + totals.conflict > 0 || outcome !== 'finished' ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  },
);
