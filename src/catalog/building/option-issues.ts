import type { ColumnKey } from '../columns/columns';
import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import { hasColumn } from '../tab/layout';
import { describeRow } from '../tab/row';
import { groupBy } from '../values/arrays';
import { textIn, UNSHOWN } from '../values/cell';
import { DEFAULT_OPTION_VALUE } from '../values/names';
import { nameKey } from '../values/plain-name';
import { headerOf } from './build-variant';

export const OPTION_NAMES = ['option1Name', 'option2Name', 'option3Name'] as const;
export const OPTION_VALUES = ['option1Value', 'option2Value', 'option3Value'] as const;

export function hasOptionColumns(row: ParsedRow): boolean {
  return OPTION_VALUES.some((key) => key in row.cells);
}

export function optionValuesOf(row: ParsedRow): string[] {
  return OPTION_VALUES.map((key) => textIn(cellOf(row, key))).filter(Boolean);
}

/** Whether two names are one to Shopify. */
export function isSame(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

export interface OptionIssue {
  readonly row: ParsedRow;
  readonly column: string | undefined;
  readonly message: string;
}

export function defaultVariantIssues(top: ParsedRow, variantRows: readonly ParsedRow[]): OptionIssue[] {
  const issues: OptionIssue[] = [];
  for (const row of variantRows) {
    const value = textIn(cellOf(row, 'option1Value'));
    if (value && !isSame(value, DEFAULT_OPTION_VALUE)) {
      const column = headerOf(top, 'option1Name');
      issues.push({
        row,
        column,
        message: `“${value}” has no option name. Type one under ${column} in ${describeRow(top.ref, row.ref)}.`,
      });
    }
  }
  if (issues.length > 0 || !hasColumn(top.layout, 'option1Value')) return issues;
  // Where Shopify's options are not in the cells, the Variant ID tells the rows apart.
  const named = variantRows.filter((row) => cellOf(row, 'option1Value') !== UNSHOWN);
  return repeatedRows(named, (row) => textIn(cellOf(row, 'option1Value')) || DEFAULT_OPTION_VALUE);
}

export function optionIssues(
  top: ParsedRow,
  variantRows: readonly ParsedRow[],
  names: readonly string[],
): OptionIssue[] {
  const issues: OptionIssue[] = repeatedNames(top, names);
  for (const row of variantRows) {
    OPTION_VALUES.forEach((key, index) => {
      const value = textIn(cellOf(row, key));
      const column = headerOf(row, key);
      if (row.issues.some((issue) => issue.column === column)) return;
      if (names[index] && !value) {
        issues.push({ row, column, message: `${column} is empty. Type this variant's ${names[index]}.` });
      } else if (!names[index] && value) {
        issues.push({
          row,
          column,
          message: `${column} “${value}” has no option name in the product's first row. Type one there.`,
        });
      }
    });
  }
  const sound = variantRows.filter((row) => !issues.some((issue) => issue.row === row));
  return [...issues, ...repeatedRows(sound, (row) => optionValuesOf(row).join(' / '))];
}

function repeatedNames(top: ParsedRow, names: readonly string[]): OptionIssue[] {
  return names.flatMap((name, index) => {
    const first = names.findIndex((other) => name !== '' && isSame(other, name));
    if (first < 0 || first === index) return [];
    const column = headerOf(top, OPTION_NAMES[index] as ColumnKey);
    const message = `${column} “${name}” is also ${headerOf(top, OPTION_NAMES[first] as ColumnKey)}. Give each option a name of its own.`;
    return [{ row: top, column, message }];
  });
}

/** Two rows for one variant: which of them counts would be a guess. */
function repeatedRows(rows: readonly ParsedRow[], keyOf: (row: ParsedRow) => string): OptionIssue[] {
  const sound = rows.filter(({ issues }) => issues.length === 0);
  return [...groupBy(sound, (row) => nameKey(keyOf(row))).values()]
    .filter((same) => same.length > 1)
    .flatMap((same) =>
      same.map((row) => {
        const other = same.find((candidate) => candidate !== row) as ParsedRow;
        const name = keyOf(row);
        return {
          row,
          column: undefined,
          message: `This handle has “${name}” twice, here and in ${describeRow(other.ref, row.ref)}. Change or remove one of them.`,
        };
      }),
    );
}
