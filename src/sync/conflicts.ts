import type { Conflict } from '../plan/conflict';
import { show, showField } from '../plan/messages';
import type { ConflictsView } from './answers';

/** What the sidebar shows at once; the rows themselves say it too. */
const MOST_SHOWN = 50;

export function viewConflicts(conflicts: readonly Conflict[]): ConflictsView {
  return {
    count: conflicts.length,
    shown: conflicts.slice(0, MOST_SHOWN).map(({ key, ref, field, column, sheet, shopify, sum }) => ({
      key,
      sheetId: ref.sheetId,
      tab: ref.tab,
      row: ref.row,
      column,
      sheet: field ? showField(field, sheet) : show(sheet),
      shopify: field ? showField(field, shopify) : show(shopify),
      sum: sum ?? null,
    })),
  };
}
