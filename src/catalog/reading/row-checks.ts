import type { ColumnKey } from '../columns/columns';
import { headerOf } from '../tab/layout';
import type { ParsedRow } from './parsed-row';

export interface CheckedCell {
  readonly key: ColumnKey;
  readonly message: string;
}

/** What no cell says alone: a number of pounds and a number of kilograms look the same. */
export function checkRow({ cells, layout }: Pick<ParsedRow, 'cells' | 'layout'>): CheckedCell[] {
  const { weightValue, weightUnit, grams } = cells;
  const isAmbiguous =
    weightValue?.kind === 'value' &&
    weightValue.value !== 0 &&
    weightUnit?.kind !== 'value' &&
    grams?.kind !== 'value';
  const message = `${headerOf(layout, 'weightValue')} has no unit. Type g, kg, oz or lb in a Weight unit column.`;
  return isAmbiguous ? [{ key: 'weightValue', message }] : [];
}
