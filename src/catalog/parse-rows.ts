import { ABSENT, BLANK, type Cell, CLEAR, CLEAR_WORD, type RawCell, valueCell } from './cell';
import { CELL_KINDS, type FieldValue, type ParseContext } from './cell-kinds';
import type { ColumnKey } from './columns';
import { type Grid, type GridRow, rowRef } from './grid';
import type { LayoutColumn, TabLayout } from './layout';
import type { RowIssue, RowRef } from './row';

export interface ParsedTab {
  readonly layout: TabLayout;
  readonly rows: readonly ParsedRow[];
}

/** One row's cells by column. A column that the tab does not have is absent, and so is its key. */
export interface ParsedRow {
  readonly ref: RowRef;
  readonly layout: TabLayout;
  readonly cells: Readonly<Partial<Record<ColumnKey, Cell<FieldValue>>>>;
  readonly issues: readonly RowIssue[];
}

/** What a formula shows that has no answer. Source: https://support.google.com/docs/answer/3238305 */
const BROKEN_FORMULA = /^(#N\/A|#REF!|#VALUE!|#NAME\?|#DIV\/0!|#NUM!|#NULL!|#ERROR!|Loading\.\.\.|Loading…)/;

const FLAGGED_BY_GROUPING = /^\d{1,3}([.,\u00a0\u202f]\d{3})+$/;

/** Reads every row that holds anything in a recognised column. */
export function parseRows(grid: Grid, context: ParseContext): ParsedTab {
  const rows: ParsedRow[] = [];
  for (const gridRow of grid.rows) {
    const row = parseRow(grid, gridRow, context);
    if (row) rows.push(row);
  }
  return { layout: grid.layout, rows };
}

export function cellOf(row: ParsedRow, key: ColumnKey): Cell<FieldValue> {
  return row.cells[key] ?? ABSENT;
}

function parseRow(grid: Grid, gridRow: GridRow, context: ParseContext): ParsedRow | undefined {
  const ref = rowRef(grid, gridRow.row);
  const cells: Partial<Record<ColumnKey, Cell<FieldValue>>> = {};
  const issues: RowIssue[] = [];
  let filled = false;
  grid.layout.columns.forEach((layoutColumn, index) => {
    const parsed = parseCell(layoutColumn, gridRow.cells[index] ?? '', gridRow.texts[index] ?? '', context);
    if (parsed !== BLANK) filled = true;
    if (typeof parsed === 'string') {
      issues.push({ ref, column: layoutColumn.header, message: parsed });
    } else {
      cells[layoutColumn.column.key as ColumnKey] = parsed;
    }
  });
  return filled ? { ref, layout: grid.layout, cells, issues } : undefined;
}

/** The cell, or a sentence that says what is wrong with it. */
function parseCell(
  { column, header }: LayoutColumn,
  raw: RawCell,
  text: string,
  context: ParseContext,
): Cell<FieldValue> | string {
  if (raw === '') return BLANK;
  if (typeof raw === 'object')
    return `${header}: the spreadsheet made a date of “${text || raw.date}”. Format the cell as plain text and type it again.`;
  if (typeof raw === 'string') {
    const trimmed = raw.trim();
    if (trimmed === '') return BLANK;
    if (trimmed.toLowerCase() === CLEAR_WORD) {
      return column.required
        ? `${header} cannot be emptied in Shopify. Type a value, or leave the cell blank.`
        : CLEAR;
    }
    if (BROKEN_FORMULA.test(trimmed)) return `${header} shows “${trimmed}”. Mend the formula.`;
  }
  const kind = CELL_KINDS[column.kind];
  const readsText = kind.read === 'text';
  if (readsText && typeof raw === 'number' && FLAGGED_BY_GROUPING.test(text)) {
    return `${header} “${text}” was taken for a number. Format the column as plain text.`;
  }
  const parsed = kind.parse(readsText ? text : raw, context);
  return 'problem' in parsed
    ? `${header} “${abbreviate(text || String(raw))}” ${parsed.problem}.`
    : valueCell(parsed.value);
}

function abbreviate(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
