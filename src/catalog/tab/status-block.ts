import { inEnglish } from '../../language/cell-words';
import { foldHeader } from '../columns/header-match';
import type { LayoutColumn } from './tab-layout';

/** The four columns that this add-on writes next to a tab's own; found again by these words wherever they stand. */
export const STATUS_HEADERS = ['Sync status', 'Sync message', 'Synced at', 'Shopify ID'] as const;

/**
 * In order of precedence: where a row has several outcomes, the first wins. A row of which a part was not compared is
 * not up to date, so `not-compared` comes before `unchanged`.
 */
export const ROW_STATUSES = [
  'error',
  'conflict',
  'skipped',
  'created',
  'updated',
  'differs',
  'not-synced',
  'not-compared',
  'unchanged',
] as const;

export type RowStatus = (typeof ROW_STATUSES)[number];

/** Counts of rows by status, all 0, to begin counting with. */
export const NO_ROWS = Object.fromEntries(ROW_STATUSES.map((status) => [status, 0])) as Readonly<
  Record<RowStatus, number>
>;

/** Words that a merchant reads in the status column. */
export const STATUS_WORDS: Readonly<Record<RowStatus, string>> = {
  error: 'Error',
  conflict: 'Changed in both',
  skipped: 'Held',
  created: 'Created',
  updated: 'Updated',
  differs: 'Differs',
  'not-synced': 'Not synced',
  'not-compared': 'No change to send',
  unchanged: 'Up to date',
};

/** Words that a merchant reads in a preview, where nothing has been done yet. */
export const FORESEEN_WORDS: Readonly<Record<RowStatus, string>> = {
  ...STATUS_WORDS,
  created: 'To create',
  updated: 'To update',
};

/** A row says it in the language that its spreadsheet had when it was written. */
export function statusOfWord(word: string): RowStatus | undefined {
  const english = inEnglish(word);
  return ROW_STATUSES.find((status) => STATUS_WORDS[status] === english);
}

const FOLDED: readonly string[] = STATUS_HEADERS.map(foldHeader);

/**
 * The 0-based positions of the status block's four headers, in their own order: side by side, or else each wherever it
 * stands, once a person has put columns in between. Undefined where one is missing, and where one stands twice and not
 * next to the others: alone, `Shopify ID` would be the merchant's own column.
 */
export function statusPlaces(headerRow: readonly string[]): readonly number[] | undefined {
  const headers = headerRow.map(foldHeader);
  const start = headers.findIndex((_, index) =>
    FOLDED.every((word, offset) => headers[index + offset] === word),
  );
  if (start >= 0) return FOLDED.map((_, offset) => start + offset);
  const places = FOLDED.map((word) => headers.indexOf(word));
  const isClear = places.every(
    (place, offset) => place >= 0 && headers.lastIndexOf(FOLDED[offset]!) === place,
  );
  return isClear ? places : undefined;
}

/**
 * Number of columns at the beginning of a tab that say which item a row is, its title among them: status columns next to
 * these are in sight with them. At least the first column.
 */
export function namingColumns(columns: readonly Pick<LayoutColumn, 'index' | 'column'>[]): number {
  const naming = new Set(
    columns.filter(({ column }) => column.identifies || column.key === 'title').map(({ index }) => index),
  );
  let count = 1;
  while (naming.has(count)) count += 1;
  return count;
}
