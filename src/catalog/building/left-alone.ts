import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import { headerOf } from '../tab/layout';
import { describeRow, type RowIssue } from '../tab/row';
import { hasValue } from '../values/cell';

/**
 * The rows of one product that take part, without those that their Command leaves alone: IGNORE, or a verb that is
 * refused. A record's first command counts for its rows without one.
 */
export function withoutLeftAlone(
  rows: readonly ParsedRow[],
  top: ParsedRow,
  skipped: RowIssue[],
): readonly ParsedRow[] {
  const refused = rows.find((row) =>
    row.issues.some(({ column }) => column === headerOf(row.layout, 'command')),
  );
  const topIgnored = commandOf(top) === 'IGNORE';
  if (!refused && !rows.some((row) => commandOf(row) === 'IGNORE')) return rows;
  const isLeftAlone = (row: ParsedRow) =>
    topIgnored || (commandOf(row) === 'IGNORE' && row.issues.length === 0);
  for (const row of rows) {
    if (refused && row.issues.length === 0) {
      const message = `Left alone: the command in ${describeRow(refused.ref, row.ref)} was refused. Mend that row first.`;
      skipped.push({ ref: row.ref, message });
    } else if (!refused && isLeftAlone(row)) {
      skipped.push({
        ref: row.ref,
        message: 'Left alone: its Command is IGNORE. Clear that cell to sync the row.',
      });
    }
  }
  return refused ? [] : rows.filter((row) => !isLeftAlone(row));
}

function commandOf(row: ParsedRow): unknown {
  const cell = cellOf(row, 'command');
  return hasValue(cell) ? cell.value : undefined;
}
