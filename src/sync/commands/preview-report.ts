import { FORESEEN_WORDS } from '../../catalog/tab/status-block';
import type { RowResult } from '../../plan/model/row-outcome';
import type { NewItemsLine } from '../../plan/preview/new-items';
import type { TabInRun } from '../tabs/read-catalog';
import { type MissingContext, missingLines, type PreviewLine } from './missing-lines';

export const PREVIEW_HEADER = ['Tab', 'Row', 'What would happen', 'Message'] as const;

/** Row by row what would happen, and then what no row shows: columns that are left alone, and items without a row. */
export function previewLines(results: readonly RowResult[], context: MissingContext): PreviewLine[] {
  return [
    ...results.map(
      ({ ref, status, message }): PreviewLine => [ref.tab, ref.row, FORESEEN_WORDS[status], message],
    ),
    ...context.tabs.flatMap(tabLines),
    ...missingLines(context),
  ];
}

export function newItemsLine({ ref, what, message }: NewItemsLine): PreviewLine {
  return [ref?.tab ?? '', ref?.row ?? '', what, message];
}

function tabLines({ name, layout, misread }: TabInRun): PreviewLine[] {
  const { headerRow, unknown, unsynced } = layout;
  return [
    ...(misread ? [[name, headerRow, 'Wrong encoding', misread] as const] : []),
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
