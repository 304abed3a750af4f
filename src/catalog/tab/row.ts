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

/** A fault of one column and what to do about it. It is a value: it is shown on the row and stops nothing else. */
export interface RowIssue {
  readonly ref: RowRef;
  /** The header as the sheet has it; absent where the whole row is meant. */
  readonly column?: string;
  readonly message: string;
}

export function asGone(ref: RowRef): RowRef {
  return ref.sheetId === null ? ref : { ...ref, sheetId: null, goneFrom: ref.sheetId };
}

/** Tells rows apart in maps and sets, by where they stand. */
export function rowKey(ref: Omit<PlacedRow, 'tab'> | Omit<GoneRow, 'tab'>): string {
  return `${ref.sheetId ?? `gone from ${ref.goneFrom}`}:${ref.row}`;
}

/** Each row once. */
export function distinctRows(refs: readonly RowRef[]): RowRef[] {
  return [...new Map(refs.map((ref) => [rowKey(ref), ref])).values()];
}

/** `Products row 12`, for messages that point at another row. */
export function describeRow(ref: RowRef, from?: RowRef): string {
  return from && from.sheetId === ref.sheetId ? `row ${ref.row}` : `row ${ref.row} of ${ref.tab}`;
}

/** No message is longer: nobody reads more next to a row, and Shopify may list 240 countries. */
export const LONGEST_MESSAGE = 300;

const TOO_LONG = ' The rest is too long to show.';

/** Cut in the middle where it is too long, because its last sentence says what to do next. */
export function fitMessage(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  const advice = message.slice(message.lastIndexOf('. ') + 1);
  const end = `…${advice.length < LONGEST_MESSAGE / 2 ? advice : TOO_LONG}`;
  const start = message.slice(0, LONGEST_MESSAGE - end.length).trimEnd();
  // Half of a letter would show as a broken one.
  return start.replace(/[\ud800-\udbff]$/, '') + end;
}

export function fitProblem<Problem extends { readonly message: string; readonly nextStep: string }>(
  problem: Problem,
): Problem {
  return { ...problem, message: fitMessage(problem.message), nextStep: fitMessage(problem.nextStep) };
}
