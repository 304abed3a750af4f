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
import { type BenchStore, openBenchStore, startCounting } from './bench-store';
import { type CallMeter, callMeter } from './call-meter';
import type { Case } from './cases';
import { type Measured, WORKER_MB } from './measured';
import { memoryMeter } from './meters';
import { csvOf, WORKLOADS, type Workload } from './workloads';

/** The functions that sync; each call is an execution. */
const RUNS: readonly string[] = ['startSync', 'continueSync', 'confirmHeld', 'resolveConflicts'];

export interface MeteredRuntime {
  /** For what comes before, and is not counted. */
  readonly runtime: Runtime;
  /** Counts the executions of these functions, each in a worker with its limit. */
  counting(names: readonly string[], before?: (run: Runtime['run']) => void): Runtime;
  /** Figures of the run; a problem where it never began. */
  measured(): Omit<Measured, 'outcome' | 'rowsDone' | 'problem'> | undefined;
}

/** The built file in the local Apps Script runtime, on the store of a case. */
export function meteredRuntime(bench: BenchStore, distDir: string): MeteredRuntime {
  let memory: ReturnType<typeof memoryMeter> | undefined;
  let talk: CallMeter | undefined;
  let counted: ReturnType<typeof startCounting> | undefined;
  const executionsMs: number[] = [];
  let [cpuMs, workerMb] = [0, 0];
  const { clock, requests, notOurs } = bench;
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
  return {
    runtime,
    counting(names, before) {
      limitThreads({ mostMb: WORKER_MB, endlessMs: 300_000 });
      return {
        ...runtime,
        run(name, args, as) {
          if (!names.includes(name)) return runtime.run(name, args, as);
          if (!counted) before?.(runtime.run);
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
      };
    },
    measured() {
      if (!counted || !memory || !talk) return undefined;
      return {
        ...counted(),
        cpuSeconds: cpuMs / 1000,
        workerMb,
        executions: executionsMs.length,
        talked: talk.talked(),
        longestExecutionSeconds: Math.max(...executionsMs) / 1000,
        memory: memory.grown(),
        peakMb: process.resourceUsage().maxRSS / 1024,
      };
    },
  };
}

/**
 * Measures the add-on in one case. The sync before it, by which store and spreadsheet come to know each other, is not
 * counted.
 */
export function measureAddOn(each: Case, distDir: string): Measured {
  const workload = WORKLOADS[each.kind];
  const bench = openBenchStore(each);
  const { items, store, clock, requests } = bench;
  const metered = meteredRuntime(bench, distDir);
  const { runtime } = metered;
  const imported = { changes: new Map(), counted: new Map() };
  const session: Session = { runtime, store, clock, requests, startedAtMs: clock.now(), imported };
  const sync = (rowOf: Workload['before'], over: Runtime): Driven => {
    const sheetIds = paste(session, workload, items.map(rowOf));
    return drive({ ...session, runtime: over }, sheetIds, USUAL);
  };

  if (workload.isSynced) {
    const { outcome, problem } = sync(workload.before, runtime);
    if (outcome !== 'finished') throw new Error(`The sync before ${outcome}: ${problem?.message}`);
  }
  // Connecting and the first preview come before the start of a run, and are not the sync.
  const counting = metered.counting(RUNS, (run) => {
    // As the sidebar does while a person looks at a preview.
    run('prepareTabs', [], { kind: 'sidebar' });
  });
  const driven = sync(workload.after, counting);
  const measured = metered.measured();
  if (!measured) throw new Error(`The run did not start: ${driven.problem?.message}`);
  return {
    ...measured,
    outcome: driven.outcome,
    ...(driven.problem && { problem: driven.problem.message }),
    rowsDone: rowsDone(session, workload),
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
