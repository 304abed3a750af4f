import type { RefreshRequest, RefreshView } from '../../../src/answers/refresh';
import type { Form } from '../../../src/catalog/writing/forms';
import { answered, sheetOf } from '../../support/running';
import type { Workbench } from '../../support/workbench';
import { choiceOf, pull } from '../pull/pulling';

/** Gets the catalog into a tab; what it is called. */
export function pulled(bench: Workbench, form: Form): string {
  const view = pull(bench, choiceOf(form));
  bench.clock.advance(60_000);
  return view.tab;
}

export const refresh = (bench: Workbench, request: RefreshRequest | null = null): RefreshView =>
  answered(bench.call<RefreshView>('refreshTabs', request));

/** The place of a cell: below a header, in the row whose first cell of that other header says so. */
export function placeOf(bench: Workbench, tab: string, header: string, by: readonly [string, string]) {
  const sheet = sheetOf(bench, tab);
  const headers = (sheet.rows[0] ?? []).map(String);
  const row = sheet.rows.findIndex(
    (cells, index) => index > 0 && String(cells[headers.indexOf(by[0])]) === by[1],
  );
  return { row: row + 1, column: headers.indexOf(header) + 1 };
}

export function cellOf(
  bench: Workbench,
  tab: string,
  header: string,
  by: readonly [string, string],
): unknown {
  const { row, column } = placeOf(bench, tab, header, by);
  return sheetOf(bench, tab).rows[row - 1]?.[column - 1];
}

/** `status message` next to a row. */
export function saidNextTo(bench: Workbench, tab: string, by: readonly [string, string]): string {
  return ['Sync status', 'Sync message']
    .map((header) => String(cellOf(bench, tab, header, by) ?? ''))
    .join(' ')
    .trim();
}
