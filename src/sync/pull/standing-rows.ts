import type { GridRow } from '../../catalog/tab/grid';
import type { TabLayout } from '../../catalog/tab/tab-layout';
import type { WrittenCell } from '../../catalog/writing/write-rows';
import type { OwnCell, RowSpan } from '../../ports/tabs';
import type { Services } from '../ground/services';

/** Content of the tab, by the Variant IDs of its rows. */
export function readStanding({ tabs }: Services, sheetId: number, layout: TabLayout) {
  const column = idPosition(layout);
  const named = { ...layout, headless: [], columns: layout.columns.filter((_, index) => index === column) };
  const ids = new Set(tabs.read(sheetId, named).rows.map(({ texts }) => texts[0] ?? ''));
  return {
    ids,
    within: (span: RowSpan): Map<string, GridRow> =>
      new Map(tabs.read(sheetId, layout, span).rows.map((row) => [row.texts[column] ?? '', row])),
  };
}

function idPosition({ columns }: TabLayout): number {
  return columns.findIndex(({ column }) => column.kind === 'variantId');
}

/** Cells of these rows that are empty in the tab. Texts such as =1+1 are written after all others, so that a kill leaves their cells empty. */
export function missingCells(
  rows: readonly (readonly WrittenCell[])[],
  standing: ReadonlyMap<string, GridRow>,
  layout: TabLayout,
): readonly OwnCell[] {
  const column = idPosition(layout);
  return rows.flatMap((cells) => {
    const there = standing.get(String(cells[column] ?? ''));
    if (!there) return [];
    const { row } = there;
    return cells.flatMap((value, position): OwnCell[] => {
      const place = layout.columns[position];
      const isMissing = value !== '' && there.cells[position] === '';
      if (!place || !isMissing || typeof value !== 'string') return [];
      const { index, header } = place;
      const seen = [
        { row: layout.headerRow, index, says: header },
        { row, index: layout.columns[column]?.index ?? 0, says: there.cells[column] ?? '' },
        { row, index, says: '' },
      ];
      return [{ row, index, value, asText: true, seen }];
    });
  });
}
