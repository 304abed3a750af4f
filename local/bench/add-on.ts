import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRuntime, createVirtualClock, newRuntimeState, newWorkbook } from '../apps-script/runtime';
import { drive } from '../cli/drive';
import { type CliOptions, parseOptions, UsageError } from '../cli/options';
import { createRequestCounter } from '../cli/request-counter';
import type { Session } from '../cli/session';
import { importFiles, statusColumn } from '../cli/tabs';
import { createStore } from '../store/embedded-store';
import { seedCatalog } from '../store/seed-catalog';
import type { WireRequest } from '../store/wire';
import type { Case } from './cases';
import type { Measured } from './measured';
import { csvOf, itemsOf, seedOf, WORKLOADS, type Workload } from './workloads';

/**
 * What the add-on needs for a case, through the built file in the local Apps Script runtime. The sync before it, by
 * which store and spreadsheet come to know each other, is not counted.
 */
export function measureAddOn({ kind, rows }: Case, distDir: string): Measured {
  const workload = WORKLOADS[kind];
  const items = itemsOf(rows);
  const clock = createVirtualClock(Date.UTC(2026, 10, 23, 12));
  const store = createStore({ now: clock.now });
  if (workload.isSynced) seedCatalog(store, seedOf(items));
  const storeCpu = meter();
  const requests = createRequestCounter((request: WireRequest) => storeCpu.during(() => store.send(request)));
  const state = newRuntimeState(newWorkbook({ name: 'Catalog', sheets: [] }));
  let peakBytes = 0;
  const runtime = createRuntime({
    state,
    distDir,
    send: requests.send,
    clock,
    gate: () => {
      peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
    },
  });
  const session: Session = { runtime, store, clock, requests, startedAtMs: clock.now() };
  const options = optionsOf();
  const sync = (rowOf: Workload['before']) => {
    const sheetIds = paste(session, workload, items.map(rowOf));
    return drive(watched, sheetIds, options);
  };

  let counted: ReturnType<typeof snapshot> | undefined;
  let longestMs = 0;
  let executions = 0;
  let isCounting = false;
  const snapshot = () => ({
    ...requests.counts(),
    byOperation: { ...requests.counts().byOperation },
    atMs: clock.now(),
    cpu: process.cpuUsage(),
    storeMicros: storeCpu.micros(),
    restBytes: process.memoryUsage.rss(),
  });
  // Connecting and the first preview come before the first start of a run, and are not the sync.
  const watched: Session = {
    ...session,
    runtime: {
      ...runtime,
      run(name, args, as) {
        if (isCounting && name === 'startSync' && !counted) {
          counted = snapshot();
          peakBytes = counted.restBytes;
        }
        const result = runtime.run(name, args, as);
        if (counted && RUNS.includes(name)) {
          executions += 1;
          longestMs = Math.max(longestMs, result.tookMs);
        }
        return result;
      },
    },
  };

  if (workload.isSynced) {
    const first = sync(workload.before);
    if (first.outcome !== 'finished')
      throw new Error(`The sync before ${first.outcome}: ${first.problem?.message}`);
  }
  isCounting = true;
  const driven = sync(workload.after);
  if (!counted) throw new Error(`The run did not start: ${driven.problem?.message}`);
  const { total, throttled, points, byOperation } = requests.counts();
  const cpu = process.cpuUsage(counted.cpu);
  const before = counted;
  return {
    outcome: driven.outcome,
    ...(driven.problem && { problem: driven.problem.message }),
    rowsDone: rowsDone(session, workload),
    requests: total - before.total,
    byOperation: Object.fromEntries(
      Object.entries(byOperation)
        .map(([name, count]) => [name, count - (before.byOperation[name] ?? 0)] as const)
        .filter(([, count]) => count > 0),
    ),
    throttled: throttled - before.throttled,
    points: Math.round(points - before.points),
    seconds: (clock.now() - before.atMs) / 1000,
    executions,
    longestExecutionSeconds: longestMs / 1000,
    cpuSeconds: (cpu.user + cpu.system - (storeCpu.micros() - before.storeMicros)) / 1e6,
    peakMb: peakBytes / 2 ** 20,
    restMb: before.restBytes / 2 ** 20,
  };
}

/** The functions that sync; each call is an execution. */
const RUNS: readonly string[] = ['startSync', 'continueSync', 'confirmHeld'];

/** Counts the CPU time of some calls among others. */
function meter() {
  let micros = 0;
  return {
    during<Value>(call: () => Value): Value {
      const from = process.cpuUsage();
      const value = call();
      const { user, system } = process.cpuUsage(from);
      micros += user + system;
      return value;
    },
    micros: () => micros,
  };
}

function optionsOf(): CliOptions {
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

/** Rows that say what became of them, and not that something is wrong. */
function rowsDone({ runtime }: Session, { tab }: Workload): number {
  const sheet = runtime.state.workbook.sheets.find(({ name }) => name === tab);
  const column = sheet && statusColumn(sheet);
  if (!sheet || column === undefined) return 0;
  const done = ['Created', 'Updated', 'Up to date'];
  return sheet.rows.filter((cells) => done.includes(String(cells[column - 1] ?? ''))).length;
}
