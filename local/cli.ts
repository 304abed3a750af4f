import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Problem } from '../src/ports/problem';
import { drive } from './cli/drive';
import { writeOutput } from './cli/files';
import { type CliOptions, parseOptions, USAGE, UsageError } from './cli/options';
import { printReport, progressBar } from './cli/print';
import { NOT_PULLED, printPull, pullCatalog } from './cli/pull';
import { NOT_REFRESHED, printRefresh, refreshSheet } from './cli/refresh';
import { buildReport, type Report } from './cli/report';
import { labelRows, type RowLabels } from './cli/row-label';
import { openSession, type Session, saveSession } from './cli/session';
import { importFiles } from './cli/tabs';
import { watchFiles } from './cli/watch';
import { computeFormulas } from './workbench/grid/formulas';

/** In the order in which a person reads them. */
const EXAMPLES = ['Products.csv', 'Prices.csv', 'Inventory.csv'].map((name) =>
  path.join(__dirname, '..', 'examples', name),
);

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
    if (options.pull) return pull(options, options.pull, distDir);
    if (options.refresh) return refresh(options, distDir);
    if (options.watch) return await watchFiles(options.files, syncAgain(options, distDir));
    return show(options, sync(options, distDir));
  } finally {
    rmSync(distDir, { recursive: true, force: true });
  }
}

function show(options: CliOptions, { report, labelsOf }: Synced): number {
  // A terminal that does not know its width says 0.
  const width = process.stdout.columns || 120;
  console.log(options.json ? JSON.stringify(report) : printReport(report, labelsOf, options, width));
  return exitCode(report);
}

/** Each sync begins where the last one ended, in a state of its own if none is named. */
function syncAgain(options: CliOptions, distDir: string): () => number {
  const kept = { ...options, stateFile: options.stateFile ?? path.join(distDir, 'state.json') };
  return () => show(kept, sync(kept, distDir));
}

/** Into a folder of its own, so that two commands at once do not take the ground from under each other. */
async function buildInto(outdir: string): Promise<void> {
  const { build } = await import(pathToFileURL(path.join(__dirname, '..', 'build.mjs')).href);
  await build({ outdir });
}

interface Synced {
  readonly report: Report;
  readonly labelsOf: (tab: string) => RowLabels;
}

function sync(options: CliOptions, distDir: string): Synced {
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
  const files = options.files.length > 0 ? options.files : EXAMPLES;
  const sheetIds = importFiles(workbook, files, conversion, session.imported);
  // As Sheets has done by the time that a script reads it.
  if (options.convert) computeFormulas(workbook);
  const driven = drive(session, sheetIds, options);
  if (progress) process.stderr.write('\r\x1b[K');
  if (options.stateFile !== undefined) saveSession(options.stateFile, session);
  if (options.dumpFile !== undefined)
    writeOutput(options.dumpFile, JSON.stringify(session.store.dump(), null, 1));
  const labels = new Map(workbook.sheets.map((sheet) => [sheet.name, labelRows(sheet)]));
  return {
    report: buildReport(session, driven, sheetIds, options, performance.now() - startedMs),
    labelsOf: (tab) => labels.get(tab) ?? (() => ''),
  };
}

function pull(options: CliOptions, wanted: NonNullable<CliOptions['pull']>, distDir: string): number {
  const report = afterSync(options, distDir, (session, problem) =>
    problem
      ? { ...NOT_PULLED, problem, pull: { ...NOT_PULLED.pull, form: wanted.form } }
      : pullCatalog(session, wanted),
  );
  console.log(options.json ? JSON.stringify(report) : printPull(report));
  return report.outcome === 'finished' ? 0 : 1;
}

function refresh(options: CliOptions, distDir: string): number {
  const report = afterSync(options, distDir, (session, problem) =>
    problem ? { ...NOT_REFRESHED, problem } : refreshSheet(session, options),
  );
  console.log(options.json ? JSON.stringify(report) : printRefresh(report));
  return report.outcome === 'finished' && report.refresh.conflicts === 0 ? 0 : 1;
}

type Ended = Pick<Report, 'outcome' | 'executions'>;

/** Syncs the files, if there are any, and then does what reads the store. */
function afterSync<Done extends Ended>(
  options: CliOptions,
  distDir: string,
  act: (session: Session, problem: Problem | undefined) => Done,
): Done & Pick<Report, 'requests' | 'cost' | 'time'> {
  const startedMs = performance.now();
  const session = openSession(options, distDir, () => undefined);
  const files = options.files.length > 0 || options.stateFile !== undefined ? options.files : EXAMPLES;
  const sheetIds = importFiles(session.runtime.state.workbook, files, { kind: 'text' }, session.imported);
  const synced = sheetIds.length > 0 ? drive(session, sheetIds, options) : undefined;
  const done = act(session, synced?.problem);
  if (options.stateFile !== undefined) saveSession(options.stateFile, session);
  if (options.dumpFile !== undefined)
    writeOutput(options.dumpFile, JSON.stringify(session.store.dump(), null, 1));
  const { requests, cost, time } = buildReport(
    session,
    { outcome: done.outcome, problem: undefined, executions: done.executions },
    [],
    options,
    performance.now() - startedMs,
  );
  return { ...done, requests, cost, time };
}

let lastShown = '';

function showProgress(saved: string | undefined): void {
  if (saved === undefined || saved === lastShown) return;
  lastShown = saved;
  const { sent, total } = JSON.parse(saved) as { readonly sent: number; readonly total: number };
  process.stderr.write(`\r\x1b[K${progressBar(sent, total)}`);
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
