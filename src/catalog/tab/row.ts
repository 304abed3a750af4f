/** Where a row stands. Travels from the first arrow of the flow to the last. */
export interface RowRef {
  readonly sheetId: number;
  readonly tab: string;
  /** 1-based, as on screen. */
  readonly row: number;
}

/** What is wrong in which column, and what to do. A value: it is shown on the row and stops nothing else. */
export interface RowIssue {
  readonly ref: RowRef;
  /** The header as it stands in the sheet; absent where the whole row is meant. */
  readonly column?: string;
  readonly message: string;
}

/** Tells rows apart in maps and sets, by where they stand. */
export function rowKey({ sheetId, row }: Pick<RowRef, 'sheetId' | 'row'>): string {
  return `${sheetId}:${row}`;
}

/** Each row once. */
export function distinctRows(refs: readonly RowRef[]): RowRef[] {
  return [...new Map(refs.map((ref) => [rowKey(ref), ref])).values()];
}

/** `Products row 12`, for messages that point at another row. */
export function describeRow(ref: RowRef, from?: RowRef): string {
  return from && from.sheetId === ref.sheetId ? `row ${ref.row}` : `row ${ref.row} of ${ref.tab}`;
}
