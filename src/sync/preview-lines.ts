import type { DesiredCatalog } from '../catalog/desired';
import { legacyId } from '../catalog/gid';
import { FORESEEN_WORDS } from '../catalog/status-block';
import type { Base } from '../plan/base';
import type { RowResult } from '../plan/row-outcome';
import type { TabInRun } from './read-catalog';

export const PREVIEW_HEADER = ['Tab', 'Row', 'What would happen', 'Message'] as const;

export type PreviewLine = readonly [tab: string, row: number | '', what: string, message: string];

/** Row by row what would happen, and then what no row shows: columns that are left alone, and products without a row. */
export function previewLines(
  tabs: readonly TabInRun[],
  desired: DesiredCatalog,
  base: Base,
  results: readonly RowResult[],
): PreviewLine[] {
  return [
    ...results.map(
      ({ ref, status, message }): PreviewLine => [ref.tab, ref.row, FORESEEN_WORDS[status], message],
    ),
    ...tabs.flatMap(columnLines),
    ...(tabs.some(namesProducts) ? missingLines(tabs, desired, base) : []),
  ];
}

function columnLines({ name, layout }: TabInRun): PreviewLine[] {
  const { headerRow, unknown, unsynced } = layout;
  return [
    ...unknown.map(
      (header): PreviewLine => [
        name,
        headerRow,
        'Unknown column',
        `“${header}” is left alone. If it should be synced, give it a name from the list of columns.`,
      ],
    ),
    ...unsynced.map(
      (header): PreviewLine => [name, headerRow, 'Column not synced', `“${header}” is known and left alone.`],
    ),
  ];
}

function namesProducts({ layout: { kind, columns } }: TabInRun): boolean {
  return (
    kind === 'products' && columns.some(({ column: { key } }) => key === 'handle' || key === 'productId')
  );
}

/** Nothing is deleted because it is absent; but somebody may have meant to keep it. */
function missingLines(tabs: readonly TabInRun[], desired: DesiredCatalog, base: Base): PreviewLine[] {
  const isNamed = (word: string) => tabs.some(({ named }) => named.has(word.toLowerCase()));
  const handles = new Set(desired.products.map(({ handle }) => (handle ?? '').toLowerCase()));
  const ids = new Set(desired.products.map(({ productId }) => productId));
  return base
    .products()
    .filter(
      ({ id, handle }) =>
        !ids.has(id) &&
        !isNamed(legacyId(id)) &&
        !handle.some((word) => word && (handles.has(word.toLowerCase()) || isNamed(word))),
    )
    .map(
      ({ handle }): PreviewLine => [
        '',
        '',
        'Not in the sheet',
        `“${handle[1]}” was synced from here before and has no row now. Nothing is deleted in Shopify; to hide it there, archive it.`,
      ],
    );
}
