import type { Answer, RunSummary, RunView, UndoSummary } from '../../src/answers/answers';
import type { Workbench } from './workbench';

/** The value of an answer; throws the problem where that is the answer. */
export function answered<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

/** Syncs, or does what ends in a run as well; goes on as often as it pauses. */
export function sync(bench: Workbench, name = 'startSync', request: object = {}): RunSummary {
  let run = answered(bench.call<RunSummary>(name, request));
  for (let more = 0; more < 20 && run.outcome === 'paused'; more += 1) {
    bench.clock.advance(60_000);
    run = answered(bench.call<RunSummary>('continueSync'));
  }
  return run;
}

export function undoLast(bench: Workbench, more: { readonly preview?: true } = {}): UndoSummary {
  const [last] = answered(bench.call<readonly RunView[]>('listRuns'));
  return answered(bench.call<UndoSummary>('undoRun', { run: last?.number, ...more }));
}

export function sheetOf({ runtime }: Pick<Workbench, 'runtime'>, name: string) {
  const sheet = runtime.state.workbook.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`There is no tab “${name}”.`);
  return sheet;
}

/** The cells of a tab, its header row first. */
export function rowsOf(bench: Workbench, tab = 'Products'): (string | number)[][] {
  return sheetOf(bench, tab).rows as (string | number)[][];
}

/** `Updated Price 10.00 → 11.00.`: what stands next to a row, by its number on screen. */
export function said(bench: Workbench, row: number, tab = 'Products'): string {
  const [header = [], ...rows] = rowsOf(bench, tab);
  const at = header.indexOf('Sync status');
  return at < 0 ? '' : (rows[row - 2] ?? []).slice(at, at + 2).join(' ');
}
