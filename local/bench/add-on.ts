import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createRuntime,
  type ExecutionResult,
  limitThreads,
  newRuntimeState,
  newWorkbook,
  type Runtime,
} from '../apps-script/runtime';
import { type Driven, drive } from '../cli/drive';
import { type CliOptions, parseOptions, UsageError } from '../cli/options';
import type { Session } from '../cli/session';
import { importFiles, statusColumn } from '../cli/tabs';
import { openBenchStore, startCounting } from './bench-store';
import { type CallMeter, callMeter } from './call-meter';
import type { Case } from './cases';
import { type Measured, WORKER_MB } from './measured';
import { memoryMeter } from './meters';
import { csvOf, WORKLOADS, type Workload } from './workloads';

/** The functions that sync; each call is an execution. */
const RUNS: readonly string[] = ['startSync', 'continueSync', 'confirmHeld', 'resolveConflicts'];

/**
 * Measures the add-on in one case, through the built file in the local Apps Script runtime. The sync before it, by
 * which store and spreadsheet come to know each other, is not counted.
 */
export function measureAddOn(each: Case, distDir: string): Measured {
  const workload = WORKLOADS[each.kind];
  const bench = openBenchStore(each);
  const { items, store, clock, requests, notOurs } = bench;
  let memory: ReturnType<typeof memoryMeter> | undefined;
  let talk: CallMeter | undefined;
  const runtime = createRuntime({
    state: newRuntimeState(newWorkbook({ name: 'Catalog', sheets: [] })),
    distDir,
    send: requests.send,
    clock,
    gate: (call) => {
      memory?.look();
      talk?.look(call);
    },
  });
  const session: Session = { runtime, store, clock, requests, startedAtMs: clock.now() };
  const sync = (rowOf: Workload['before'], over: Runtime): Driven => {
    const sheetIds = paste(session, workload, items.map(rowOf));
    return drive({ ...session, runtime: over }, sheetIds, USUAL);
  };

  if (workload.isSynced) {
    const { outcome, problem } = sync(workload.before, runtime);
    if (outcome !== 'finished') throw new Error(`The sync before ${outcome}: ${problem?.message}`);
  }
  limitThreads({ mostMb: WORKER_MB, endlessMs: 300_000 });
  const executionsMs: number[] = [];
  let cpuMs = 0;
  let workerMb = 0;
  let counted: ReturnType<typeof startCounting> | undefined;
  const driven = sync(workload.after, {
    ...runtime,
    // Connecting and the first preview come before the start of a run, and are not the sync.
    run(name, args, as) {
      if (!RUNS.includes(name)) return runtime.run(name, args, as);
      // As the sidebar does while a person looks at a preview.
      if (!counted) runtime.run('prepareTabs', [], as);
      memory ??= memoryMeter(notOurs);
      counted ??= startCounting(bench);
      talk ??= callMeter(clock.now);
      const results: ExecutionResult[] = [];
      const apart = runtime.sideBySide(1);
      apart.start(name, { ...as, args, ended: (result) => results.push(result) });
      apart.run();
      talk.end();
      const [result] = results as [ExecutionResult];
      executionsMs.push(result.tookMs);
      cpuMs += result.computed.cpuMs;
      workerMb = Math.max(workerMb, result.computed.heapMb);
      return result;
    },
  });
  if (!counted || !memory || !talk) throw new Error(`The run did not start: ${driven.problem?.message}`);
  return {
    ...counted(),
    cpuSeconds: cpuMs / 1000,
    workerMb,
    outcome: driven.outcome,
    ...(driven.problem && { problem: driven.problem.message }),
    rowsDone: rowsDone(session, workload),
    executions: executionsMs.length,
    talked: talk.talked(),
    longestExecutionSeconds: Math.max(...executionsMs) / 1000,
    memory: memory.grown(),
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

const USUAL: CliOptions = usualOptions();

function usualOptions(): CliOptions {
  const options = parseOptions([]);
  if (options === 'help') throw new UsageError('The benchmark asks for no help.');
  return options;
}

function paste(session: Session, { tab, header }: Workload, rows: readonly (readonly string[])[]): number[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    const file = path.join(folder, `${tab}.csv`);
    writeFileSync(file, csvOf(header, rows));
    return importFiles(session.runtime.state.workbook, [file], { kind: 'text' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsDone({ runtime }: Session, { tab }: Workload): number {
  const sheet = runtime.state.workbook.sheets.find(({ name }) => name === tab);
  const column = sheet && statusColumn(sheet);
  if (!sheet || column === undefined) return 0;
  const done = ['Created', 'Updated', 'Up to date', 'No change to send'];
  return sheet.rows.filter((cells) => done.includes(String(cells[column - 1] ?? ''))).length;
}
