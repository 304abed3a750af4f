import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Problem } from '../../src/ports/problem';
import { computeFormulas } from '../workbench/grid/formulas';
import { drive } from './drive';
import { writeOutput } from './files';
import { type CliOptions, parseOptions, USAGE, UsageError } from './options';
import { printReport, progressBar } from './print';
import { NOT_PULLED, printPull, pullCatalog } from './pull';
import { NOT_REFRESHED, printRefresh, refreshSheet } from './refresh';
import { buildReport, type Report } from './report';
import { labelRows, type RowLabels } from './row-label';
import { openSession, type Session, saveSession } from './session';
import { importFiles } from './tabs';
import { watchFiles } from './watch';

/** In the order in which a person reads them. */
const EXAMPLES = ['Products.csv', 'Prices.csv', 'Inventory.csv'].map((name) =>
  path.join(__dirname, '..', '..', 'examples', name),
);

/** Builds the add-on into a folder that exists. */
export type BuildInto = (folder: string) => void | Promise<void>;

/**
 * `npm start`: the built add-on, the file that is pushed to Apps Script, syncs CSV files into the embedded store.
 * Gives the exit code: 1 where something is left to do for a person, 2 for wrong usage, in one sentence on stderr.
 */
export async function runCommand(args: readonly string[], buildInto: BuildInto): Promise<number> {
  try {
    return await act(parseOptions(args), buildInto);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
}

async function act(options: CliOptions | 'help', buildInto: BuildInto): Promise<number> {
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  // A folder of its own, so that two commands at once do not take the ground from under each other.
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
  keep(session, options);
  const labels = new Map(workbook.sheets.map((sheet) => [sheet.name, labelRows(sheet)]));
  return {
    report: buildReport(session, driven, sheetIds, options, performance.now() - startedMs),
    labelsOf: (tab) => labels.get(tab) ?? (() => ''),
  };
}

/** Writes the files in which a person wants the store and the spreadsheet. */
function keep(session: Session, { stateFile, dumpFile }: CliOptions): void {
  if (stateFile !== undefined) saveSession(stateFile, session);
  if (dumpFile !== undefined) writeOutput(dumpFile, JSON.stringify(session.store.dump(), null, 1));
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
  keep(session, options);
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
