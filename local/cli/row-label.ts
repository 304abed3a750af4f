import type { ColumnKey } from '../../src/catalog/columns/columns';
import type { CellValue, Sheet } from '../apps-script/workbook/workbook';
import { recogniseSheet } from './tabs';

/** Row → what a person calls it. */
export type RowLabels = (row: number) => string;

const OPTIONS: readonly ColumnKey[] = ['option1Value', 'option2Value', 'option3Value'];

/** Name of a product row, or of a row of a Prices or Inventory tab. */
const PRODUCT: readonly ColumnKey[] = ['handle', 'productId'];
const VARIANT: readonly ColumnKey[] = ['sku', 'variantId', 'handle'];

/** Names a tab's rows by their own cells, so that a list of rows can be read without the file. */
export function labelRows(sheet: Sheet): RowLabels {
  const recognition = recogniseSheet(sheet);
  if (recognition.kind === 'ignored') return () => '';
  const { kind, columns } = recognition.layout;
  const textOf = (cells: readonly CellValue[], key: ColumnKey): string => {
    const index = columns.find(({ column }) => column.key === key)?.index;
    return index === undefined ? '' : String(cells[index] ?? '').trim();
  };
  return (row) => {
    const cells = sheet.rows[row - 1] ?? [];
    const texts = (keys: readonly ColumnKey[]) => keys.map((key) => textOf(cells, key)).filter(Boolean);
    if (kind === 'products') return [...firstOf(texts(PRODUCT)), ...texts(OPTIONS)].join(' · ');
    return [...firstOf(texts(VARIANT)), ...texts(['location'])].join(' · ');
  };
}

const firstOf = (texts: readonly string[]) => texts.slice(0, 1);
