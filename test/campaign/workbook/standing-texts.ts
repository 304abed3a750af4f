import type { Workbench } from '../../support/workbench';
import { cellAt, columnsOf, filledRows, ownTabs, textAt } from './cells';

/** The merchant's cells, by tab, row and header; rows of one tab are told apart by the SKUs that stood in it. */
export type Texts = ReadonlyMap<
  string,
  { readonly skus: string; readonly texts: ReadonlyMap<string, string> }
>;

export function textsOf({ bench }: { readonly bench: Workbench }): Texts {
  return new Map(
    ownTabs(bench).map((sheet) => {
      const rows = filledRows(sheet);
      const texts = rows.flatMap((row) =>
        columnsOf(sheet).map(({ header }) => [`${row} ${header}`, cellAt(sheet, row, header)] as const),
      );
      return [
        sheet.name,
        { skus: skusOf(rows.map((row) => textAt(sheet, row, 'sku'))), texts: new Map(texts) },
      ];
    }),
  );
}

const skusOf = (skus: readonly string[]) => skus.map((sku) => sku.replace(/x+$/, '')).join();
