import type { Estimate } from '../../src/answers/answers';
import type { TabKind } from '../../src/catalog/columns/column';
import { nearHeader } from '../../src/catalog/columns/header-match';
import { misreadNote } from '../../src/catalog/reading/misread';
import { NO_ROWS, type RowStatus, statusOfWord } from '../../src/catalog/tab/status-block';
import type { Planned } from '../../src/plan/model/planned';
import type { ExplainedCell } from '../../src/plan/preview/explained';
import type { Problem } from '../../src/ports/problem';
import type { Sheet } from '../apps-script/workbook/workbook';
import { countedNote } from './counted-changes';
import type { Driven } from './drive';
import type { CliOptions } from './options';
import type { Session } from './session';
import { recogniseSheet, statusColumn } from './tabs';

/** Output of `--json`. Others build on this shape. */
export interface Report {
  readonly outcome: 'finished' | 'paused' | 'stopped' | 'failed';
  readonly tabs: readonly TabReport[];
  readonly totals: Readonly<Record<RowStatus, number>>;
  readonly requests: {
    readonly total: number;
    readonly byOperation: Readonly<Record<string, number>>;
    readonly throttled: number;
  };
  readonly cost: { readonly points: number };
  readonly time: { readonly virtualSeconds: number; readonly wallSeconds: number };
  readonly executions: number;
  /** Estimate of sending, in a preview. */
  readonly estimate?: Estimate;
  /** Amount that sending would create and change, in a preview. */
  readonly planned?: Planned;
  /** The values of the item that was asked about, and the rule for each. */
  readonly explained?: readonly ExplainedCell[];
  readonly problem?: Problem;
  /** Sentence about a tab of the add-on's own that could not be written. */
  readonly unwritten?: string;
}

export interface TabReport {
  readonly name: string;
  readonly kind: TabKind | 'ignored';
  /** Why a tab is ignored. */
  readonly message?: string;
  /** Headers that the add-on does not know. */
  readonly unknownColumns?: readonly string[];
  /** Those of them that look like a slip, each with the header that may be meant. */
  readonly suggestedColumns?: readonly { readonly header: string; readonly suggestion: string }[];
  /** Headers that it knows and does not sync. */
  readonly unsyncedColumns?: readonly string[];
  /** Set where the file was read in a wrong encoding. */
  readonly misread?: string;
  /** Set where the file still says changes, such as +5 %, that were counted before. */
  readonly counted?: string;
  readonly rows: readonly RowReport[];
}

export interface RowReport {
  /** 1-based, as on screen. */
  readonly row: number;
  readonly status: RowStatus;
  readonly message: string;
}

export function buildReport(
  session: Session,
  driven: Driven,
  sheetIds: readonly number[],
  options: CliOptions,
  wallMs: number,
): Report {
  const { runtime, clock, startedAtMs, requests } = session;
  const { total, byOperation, throttled, points } = requests.counts();
  const { sheets } = runtime.state.workbook;
  const tabs = sheets
    .filter(({ id }) => sheetIds.includes(id))
    .map((sheet) => {
      const before = session.imported.counted.get(sheet.name);
      const counted = before && countedNote(before);
      return { ...tabReport(sheet, driven, options), ...(counted && { counted }) };
    });
  return {
    outcome: driven.outcome,
    tabs,
    totals: countStatuses(tabs),
    requests: { total, byOperation, throttled },
    cost: { points: round(points) },
    time: { virtualSeconds: round((clock.now() - startedAtMs) / 1000), wallSeconds: round(wallMs / 1000) },
    executions: driven.executions,
    ...(driven.estimate && { estimate: driven.estimate }),
    ...(driven.planned && { planned: driven.planned }),
    ...(driven.explained && { explained: driven.explained }),
    ...(driven.problem && { problem: driven.problem }),
    ...(driven.unwritten && { unwritten: driven.unwritten }),
  };
}

function tabReport(sheet: Sheet, driven: Driven, options: CliOptions): TabReport {
  const recognition = recogniseSheet(sheet);
  if (recognition.kind === 'ignored')
    return {
      name: sheet.name,
      kind: 'ignored',
      message: recognition.reason,
      rows: [],
    };
  const { layout } = recognition;
  const shown = options.preview ? previewedRows(driven, sheet.id) : statusRows(sheet);
  const rows: RowReport[] = [];
  for (let row = layout.headerRow + 1; row <= sheet.rows.length; row += 1) {
    const cells = sheet.rows[row - 1] ?? [];
    if (layout.columns.every(({ index }) => (cells[index] ?? '') === '')) continue;
    rows.push({ row, ...(shown.get(row) ?? notReached(driven)) });
  }
  const { kind, unknown: unknownColumns, unsynced: unsyncedColumns } = layout;
  const suggestedColumns = unknownColumns.flatMap((header) => {
    const suggestion = nearHeader(header);
    return suggestion ? [{ header, suggestion }] : [];
  });
  const own = sheet.rows
    .slice(layout.headerRow)
    .map((cells) => layout.columns.map(({ index }) => cells[index]));
  const misread = misreadNote(own);
  return {
    name: sheet.name,
    kind,
    unknownColumns,
    ...(suggestedColumns.length > 0 && { suggestedColumns }),
    unsyncedColumns,
    ...(misread && { misread }),
    rows,
  };
}

type Shown = Omit<RowReport, 'row'>;

/** A row that the run never came to: held by whatever stopped the run. */
function notReached({ problem }: Driven): Shown {
  return {
    status: 'skipped',
    message: problem ? `Not synced. ${problem.message} ${problem.nextStep}` : 'Not synced yet.',
  };
}

function statusRows(sheet: Sheet): Map<number, Shown> {
  const column = statusColumn(sheet);
  const rows = new Map<number, Shown>();
  if (column === undefined) return rows;
  sheet.rows.forEach((cells, index) => {
    const status = statusOfWord(String(cells[column - 1] ?? ''));
    if (status) rows.set(index + 1, { status, message: String(cells[column] ?? '') });
  });
  return rows;
}

function previewedRows({ foreseen = [] }: Driven, sheetId: number): Map<number, Shown> {
  return new Map(
    foreseen
      .filter((one) => one.sheetId === sheetId)
      .map(({ row, status, message }) => [row, { status, message }]),
  );
}

function countStatuses(tabs: readonly TabReport[]): Record<RowStatus, number> {
  const totals: Record<RowStatus, number> = { ...NO_ROWS };
  for (const { rows } of tabs) for (const { status } of rows) totals[status] += 1;
  return totals;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
