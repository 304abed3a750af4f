import type { CellKind } from '../columns/cell-kind';
import { cellKind } from '../columns/cell-kinds';
import { LOST_DIGITS } from '../columns/code-kinds';
import type { ColumnKey } from '../columns/columns';
import { foldHeader } from '../columns/header-match';
import { matchHeader } from '../dialects/dialects';
import { layoutOfRow } from '../tab/family-columns';
import { type Grid, type GridRow, rowRef } from '../tab/grid';
import { headerOf } from '../tab/layout';
import type { RowIssue } from '../tab/row';
import type { LayoutColumn, TabLayout } from '../tab/tab-layout';
import {
  ABSENT,
  BLANK,
  type Cell,
  CLEAR,
  CLEAR_WORD,
  type FieldValue,
  type ParseContext,
  type RawCell,
  UNSHOWN,
  UNSHOWN_WORD,
  valueCell,
} from '../values/cell';
import { asksForDeletion, misplacedDeletion } from '../values/commands';
import { foreignMark } from '../values/currency';
import { EDITS } from '../values/edits';
import { foreignAmount } from '../values/number-cells';
import { withoutTextMark } from '../values/plain-name';
import { PLAIN_LOCALE } from '../values/read-number';
import { brokenColumn, isBroken, isUncomputed } from './broken-cells';
import { isMisread } from './misread';
import type { LocatedCell, ParsedRow, ParsedTab, RowNote } from './parsed-row';
import { checkRow, doubtOf, noteOn } from './row-checks';

/** How a spreadsheet shows a number that it made of 1E5, or of too many digits. */
const SHORTENED = /\dE[+-]?\d+$/i;

const FLAGGED_BY_GROUPING = /^\d{1,3}([.,\u00a0\u202f]\d{3})+$/;

/** Reads every row that holds anything in a recognised column. */
export function parseRows(grid: Grid, context: ParseContext): ParsedTab {
  const rows: ParsedRow[] = [];
  const parsers = new Map<TabLayout, ParseCell>();
  for (const gridRow of grid.rows) {
    const layout = layoutOfRow(grid.layout, gridRow.texts);
    const parse = parsers.get(layout) ?? cellParser(layout, context);
    parsers.set(layout, parse);
    const row = parseRow({ ...grid, layout }, gridRow, parse);
    if (row) rows.push(row);
  }
  const held = brokenColumn(grid);
  return { layout: grid.layout, rows, ...(held !== undefined && { held }) };
}

export function cellOf(row: ParsedRow, key: ColumnKey): Cell<FieldValue> {
  return row.cells[key] ?? ABSENT;
}

const NOTHING_READ = { cells: {}, located: [], issues: [], notes: [] };

function parseRow(grid: Grid, gridRow: GridRow, parse: ParseCell): ParsedRow | undefined {
  const ref = rowRef(grid, gridRow.row);
  if (repeatsHeader(grid.layout, gridRow))
    return { ref, layout: grid.layout, ...NOTHING_READ, skipped: REPEATS_HEADER };
  const cells: Partial<Record<ColumnKey, Cell<FieldValue>>> = {};
  const located: LocatedCell[] = [];
  const issues: RowIssue[] = [];
  const notes: RowNote[] = [];
  let filled = false;
  grid.layout.columns.forEach((layoutColumn, index) => {
    const raw = gridRow.cells[index] ?? '';
    const parsed = gridRow.formulas?.includes(index)
      ? `${layoutColumn.header} holds a formula. Type the number itself: it is added once, then the cell is emptied.`
      : parse(index, raw, gridRow.texts[index] ?? '');
    if (typeof raw !== 'string' || raw.trim() !== '') filled = true;
    notes.push(...noteOn(layoutColumn, parsed, ref));
    if (typeof parsed === 'string') {
      issues.push({ ref, column: layoutColumn.header, message: parsed });
    } else if (layoutColumn.location !== undefined) {
      located.push({ column: layoutColumn, cell: parsed });
    } else {
      cells[layoutColumn.column.key] = parsed;
    }
  });
  if (!filled) return undefined;
  for (const { key, message } of checkRow({ cells, layout: grid.layout })) {
    issues.push({ ref, column: headerOf(grid.layout, key), message });
    delete cells[key];
  }
  return { ref, layout: grid.layout, cells, located, issues, notes };
}

const REPEATS_HEADER = 'This row repeats the header row, so it was left out. Delete it.';

/** Whether a row repeats the header, as in joined files: each filled cell holds some name of its column. */
function repeatsHeader({ columns, dialect }: TabLayout, { cells }: GridRow): boolean {
  let filled = 0;
  for (const [position, { header, column }] of columns.entries()) {
    const cell = cells[position] ?? '';
    if (cell === '') continue;
    if (typeof cell !== 'string') return false;
    const isSame = foldHeader(cell) === foldHeader(header) || matchHeader(cell, dialect)?.column === column;
    if (!isSame) return false;
    filled += 1;
  }
  return filled > 1;
}

type ParseCell = (position: number, raw: RawCell, text: string) => Cell<FieldValue> | string;

/** Most columns hold few different values, so parsed values are kept: at most this many of each column. */
const MOST_KEPT = 1_000;

function cellParser({ columns }: TabLayout, context: ParseContext): ParseCell {
  const known = columns.map(() => new Map<RawCell, Cell<FieldValue>>());
  const contexts = columns.map((column) => contextOf(column, context));
  return (position, raw, text) => {
    if (raw === '') return BLANK;
    const column = columns[position] as LayoutColumn;
    const own = contexts[position] as ParseContext;
    // By its format a cell may show more than its value.
    if (
      text !== '' &&
      raw !== text &&
      (cellKind(column.column.kind).read === 'text' || /[%\p{L}\p{Sc}]/u.test(text))
    )
      return parseCell(column, raw, text, own);
    const kept = known[position] as Map<RawCell, Cell<FieldValue>>;
    const before = kept.get(raw);
    if (before) return before;
    const parsed = parseCell(column, raw, text, own);
    if (typeof parsed !== 'string' && kept.size < MOST_KEPT) kept.set(raw, parsed);
    return parsed;
  };
}

function contextOf({ rules, groups, column }: LayoutColumn, context: ParseContext): ParseContext {
  const { currency }: CellKind = cellKind(column.kind);
  return { ...context, ...currency, ...(rules && { rules }), ...(groups && { groups }) };
}

/** The cell, or a sentence that says what is wrong with it. What is only shown is never wrong: it is compared as it is. */
function parseCell(
  place: LayoutColumn,
  raw: RawCell,
  text: string,
  context: ParseContext,
): Cell<FieldValue> | string {
  const parsed = parsedCell(place, raw, text, context);
  if (!place.column.whyShown) return parsed;
  if (typeof parsed === 'string') return valueCell(text || String(raw));
  // A name that cannot be looked up says nothing that could be compared.
  return parsed.kind === 'blank' && parsed.left ? BLANK : parsed;
}

function parsedCell(
  { column, header }: LayoutColumn,
  cell: RawCell,
  text: string,
  context: ParseContext,
): Cell<FieldValue> | string {
  const kind: CellKind = cellKind(column.kind);
  const raw = typeof cell === 'object' && kind.takesDates ? cell.date : cell;
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
    if (trimmed.toLowerCase().includes(UNSHOWN_WORD.toLowerCase())) {
      return trimmed.length === UNSHOWN_WORD.length
        ? UNSHOWN
        : `${header} has more beside “${UNSHOWN_WORD}”, which is never sent. Type the whole value, or that word alone.`;
    }
    if (asksForDeletion(trimmed) && !kind.takesDeleteWord) return misplacedDeletion(header, column);
    if (isUncomputed(trimmed, kind.read === 'text'))
      return `${header} “${abbreviate(trimmed)}” is a formula in plain text, which nothing computes. Type its result.`;
    if (isBroken(trimmed)) return `${header} shows “${trimmed}”. Mend the formula.`;
  }
  if (kind.words?.pattern.test(String(raw).trim())) return kind.words.mean;
  const readsText = kind.read === 'text';
  if (readsText && typeof raw === 'number' && FLAGGED_BY_GROUPING.test(text)) {
    return `${header} “${text}” was taken for a number. Format the column as plain text.`;
  }
  if (readsText && isMisread(text || String(raw))) {
    return `${header} “${abbreviate(text || String(raw))}” has letters that were read in a wrong encoding. Import the file again as UTF-8, or type them again.`;
  }
  if (readsText && typeof raw === 'number' && SHORTENED.test(text)) {
    return `${header} “${text}” ${LOST_DIGITS}.`;
  }
  // A price cannot be below 0, so a negative percentage must be a change.
  const isLess = column.edits === 'price' && Number(raw) < 0;
  if (!readsText && typeof raw === 'number' && text.includes('%') && !isLess) {
    return `${header} shows ${text}: the cell is formatted as a percentage. Format it as a number and type it again.`;
  }
  const mark = kind.isMoney && typeof raw === 'number' && foreignMark(text, context.currencyCode);
  if (mark) return `${header} “${text}” ${foreignAmount(mark, context)}.`;
  const isPercentage = isLess && text.includes('%') && typeof raw === 'number';
  const edited = isPercentage ? `${Number((raw * 100).toFixed(6))} %` : withoutTextMark(text || String(raw));
  const edit =
    column.edits &&
    (typeof raw === 'string' || isPercentage) &&
    EDITS[column.edits](edited, isPercentage ? { ...context, locale: PLAIN_LOCALE } : context);
  if (edit)
    return 'problem' in edit ? `${header} “${abbreviate(edited)}” ${edit.problem}.` : { kind: 'edit', edit };
  const typed = readsText ? withoutTextMark(text || String(raw)) : raw;
  const parsed = kind.parse(typed, context);
  // A format may round: 1.5 shows as 2.
  const named = readsText || typeof raw !== 'number' ? text || String(raw) : String(raw);
  if ('problem' in parsed) {
    const message = `${header} “${abbreviate(named)}” ${parsed.problem}.`;
    return parsed.isLeft ? { kind: 'blank', left: message } : message;
  }
  if (column.zeroClears && Number(parsed.value) === 0)
    return { kind: 'clear', doubt: `${header} 0 means none, so the field is emptied.` };
  const doubt = parsed.doubt && `${header}: ${parsed.doubt}`;
  return valueCell(
    parsed.value,
    doubt ?? doubtOf(column, header, { text, isNumber: typeof raw === 'number' }),
  );
}

/** Reads a cell that would hold this value; undefined where it could not be read. */
export function cellHolding(
  column: LayoutColumn,
  value: string | number | boolean,
  context: ParseContext,
): Cell<FieldValue> | undefined {
  const cell = parseCell(column, value, String(value), contextOf(column, context));
  return typeof cell === 'object' ? cell : undefined;
}

function abbreviate(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
