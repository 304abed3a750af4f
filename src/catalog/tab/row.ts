import type { FieldKey } from '../columns/columns';

/** A row of the sheet. It is passed on through the whole flow, so that every message finds its row. */
export type RowRef = PlacedRow | GoneRow;

interface RowNumber {
  readonly tab: string;
  /** 1-based, as on screen. */
  readonly row: number;
}

export interface PlacedRow extends RowNumber {
  readonly sheetId: number;
}

/**
 * A row that the sheet no longer has. It keeps its tab and number for whoever reads the answer, and nothing is written
 * there, because another row may have that number today.
 */
interface GoneRow extends RowNumber {
  readonly sheetId: null;
  /** The `sheetId` of its tab. */
  readonly goneFrom: number;
}

/** Place of a cell: its row, and its header as the sheet has it. */
export interface Place {
  readonly ref: RowRef;
  readonly column: string;
}

/** A value with all cells that say it, the one that speaks for them first. */
export interface SaidInCells extends Place {
  readonly also?: readonly Place[] | undefined;
}

export function cellsOf({ ref, column, also = [] }: SaidInCells): readonly [Place, ...Place[]] {
  return [{ ref, column }, ...also.map((place) => ({ ref: place.ref, column: place.column }))];
}

export function rowsSaying(value: SaidInCells): readonly RowRef[] {
  return value.also ? distinctRows(cellsOf(value).map(({ ref }) => ref)) : [value.ref];
}

/** A fault of one column and what to do about it. It is a value: it is shown on the row and stops nothing else. */
export interface RowIssue {
  readonly ref: RowRef;
  /** The header as the sheet has it; absent where the whole row is meant. */
  readonly column?: string;
  readonly message: string;
  /** The other name, where two rows name one item differently: perhaps only one of them has been updated. */
  readonly names?: OtherName;
}

interface OtherName {
  readonly key: FieldKey;
  readonly here: string;
  readonly there: string;
  readonly other: RowRef;
}

export function asGone(ref: RowRef): RowRef {
  return ref.sheetId === null ? ref : { ...ref, sheetId: null, goneFrom: ref.sheetId };
}

/** Tells rows apart in maps and sets, by where they stand. */
export function rowKey(ref: Omit<PlacedRow, 'tab'> | Omit<GoneRow, 'tab'>): string {
  if (ref.sheetId === null) return `gone:${ref.goneFrom}:${ref.row}`;
  const ofTab = rowKeys.get(ref.sheetId) ?? [];
  rowKeys.set(ref.sheetId, ofTab);
  const known = ofTab[ref.row];
  if (known !== undefined) return known;
  const key = `${ref.sheetId}:${ref.row}`;
  ofTab[ref.row] = key;
  return key;
}

/** Keys by tab and row: each row's key is needed about sixty times in a run, and ten maps hold it. */
const rowKeys = new Map<number, string[]>();

/** Each row once. */
export function distinctRows(refs: readonly RowRef[]): RowRef[] {
  // Most changes are of one row, and are asked for it many times.
  if (refs.length < 2) return [...refs];
  return [...new Map(refs.map((ref) => [rowKey(ref), ref])).values()];
}

/** The rows without those that are `left`, each as often as it stands there: a row may have several parts. */
export function rowsBeyond(refs: readonly RowRef[], left: readonly RowRef[]): RowRef[] {
  const counts = new Map<string, number>();
  for (const ref of left) counts.set(rowKey(ref), (counts.get(rowKey(ref)) ?? 0) + 1);
  return refs.filter((ref) => {
    const count = counts.get(rowKey(ref)) ?? 0;
    counts.set(rowKey(ref), count - 1);
    return count <= 0;
  });
}

/** `Products row 12`, for messages that point at another row. */
export function describeRow(ref: RowRef, from?: RowRef): string {
  return from && from.sheetId === ref.sheetId ? `row ${ref.row}` : `row ${ref.row} of ${ref.tab}`;
}
