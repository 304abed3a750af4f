import { hashText } from '../../plan/compare/canonical';
import type { JournalRows } from '../../ports/journal';

/**
 * Key of the row that ends each step of a journal. Its value tells how many rows the step has, the checksum before it and
 * the one after it: `3 1x9k2f 8sd01a`.
 */
const SUM = 'sum';

/** Checksum of a journal in which nothing stands yet. */
export const NO_ROWS = '0';

/** Rows of a journal, and whether they can be believed. */
interface CheckedRows {
  /** Without checksums, and without what nobody finished or wrote with one. */
  readonly rows: JournalRows;
  /** Last checksum; undefined where there is none, as an earlier release wrote it. */
  readonly sum: string | undefined;
  /** False where a row in force was deleted, edited or moved. */
  readonly isWhole: boolean;
}

/** Rows of one step with its checksum. */
interface Step {
  readonly rows: JournalRows;
  readonly sum: string;
}

/**
 * Any editor may delete, sort or copy rows of a hidden tab, where a later row takes the place of an earlier one: an
 * earlier one would be believed again. So each step says how many rows it has, and after which other it was written. Rows
 * without a checksum below them do not count: nobody finished writing them. Of a step that is there twice one counts.
 */
export function checkedRows(rows: JournalRows): CheckedRows {
  if (!rows.some(isSum)) return { rows, sum: undefined, isWhole: true };
  const sums = new Set([NO_ROWS]);
  let last = NO_ROWS;
  let checked: JournalRows[number][] = [];
  let step: JournalRows[number][] = [];
  for (const row of rows) {
    if (!isSum(row)) {
      step.push(row);
      continue;
    }
    const [count = '', before = '', sum = ''] = (row[1] ?? '').split(' ');
    const own = step.slice(Math.max(0, step.length - Number(count)));
    step = [];
    if (sums.has(sum)) continue;
    if (!sums.has(before) || own.length !== Number(count) || sumOf(own, before) !== sum)
      return { rows, sum: last, isWhole: false };
    // The journal was written anew, and its old rows were not deleted any more.
    if (before === NO_ROWS) checked = [];
    for (const one of own) checked.push(one);
    sums.add(sum);
    last = sum;
  }
  return { rows: checked, sum: last, isWhole: true };
}

/** @param before checksum of the step before it */
export function stepOf(rows: JournalRows, before: string): Step {
  const sum = sumOf(rows, before);
  return { rows: [...rows, [SUM, `${rows.length} ${before} ${sum}`]], sum };
}

function isSum([key]: JournalRows[number]): boolean {
  return key === SUM;
}

/** Empty cells at the end of a row say nothing: a journal gives back rows of one width. */
function sumOf(rows: JournalRows, before: string): string {
  return rows.reduce((sum, row) => hashText(`${sum}\t${row.join('\t').replace(/\t+$/, '')}`), before);
}
