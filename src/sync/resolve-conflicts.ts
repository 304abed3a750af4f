import { cellOfValue } from '../catalog/cell-of-value';
import { readsText } from '../catalog/layout';
import { type Conflict, choiceKey } from '../plan/conflict';
import { fail, type Result, succeed } from '../ports/problem';
import type { RunSummary } from './answers';
import { runAlone } from './entry';
import { groupsOf } from './groups';
import { type OpenRun, openRun } from './open-run';
import type { Outside } from './outside';
import { CHECKING_TIME_MS, planRun } from './plan-run';
import { findCells } from './row-finder';
import { loadRun } from './run-record';
import { runSync } from './run-sync';

export interface Resolution {
  /** `add` counts for stock; any other cell of it takes the sheet's value. */
  readonly side: 'sheet' | 'shopify' | 'add';
  /** Which conflicts; all of them where it is left out. */
  readonly keys?: readonly string[];
}

/** Does what a person chose for cells that changed on both sides, and syncs again. */
export function resolveConflicts(outside: Outside, { side, keys }: Resolution): Result<RunSummary> {
  const groups = groupsOf(loadRun(outside.settings)?.groups);
  return runAlone(outside, () => {
    const opened = openRun(outside, groups);
    if (!opened.ok) return opened;
    const planned = planRun(opened.value, { deadlineMs: outside.clock.now() + CHECKING_TIME_MS });
    if (!planned.ok) return planned;
    const chosen = planned.value.conflicts.filter(({ key }) => !keys || keys.includes(key));
    if (keys && chosen.length < keys.length) {
      return fail(
        'invalid-input',
        'Some of these cells changed again since you saw them.',
        'Look at them again, then choose.',
      );
    }
    if (side === 'shopify') putInSheet(outside, opened.value, chosen);
    else opened.value.state.confirm(chosen.map(({ key }) => choiceKey(side, key)));
    return succeed(runSync(outside, { groups, kind: 'confirmed' }));
  });
}

/** The one time that a tab's own columns are written to: because somebody asked for it, cell by cell. */
function putInSheet({ sheets }: Outside, { tabs }: OpenRun, conflicts: readonly Conflict[]): void {
  for (const { sheetId, layout, identities } of tabs) {
    const own = conflicts.filter(({ ref }) => ref.sheetId === sheetId);
    const found = findCells(
      sheets,
      sheetId,
      layout,
      identities,
      own.map(({ ref }) => ref.row),
    );
    const cells = own.flatMap(({ ref, column, shopify }) => {
      const row = found.places.get(ref.row);
      const place = found.layout.columns.find(({ header }) => header === column);
      if (row === undefined || !place) return [];
      return [
        { row, index: place.index, value: cellOfValue(place.column, shopify), asText: readsText(place) },
      ];
    });
    if (cells.length > 0) sheets.writeCells(sheetId, cells);
  }
}
