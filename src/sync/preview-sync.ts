import type { FieldGroup } from '../catalog/row';
import { STATUS_WORDS } from '../catalog/status-block';
import { actionOutcomes } from '../plan/action-outcomes';
import { rowDigests } from '../plan/row-digest';
import { type RowOutcome, rowResult } from '../plan/row-outcome';
import type { RunSummary } from './answers';
import { markPreviewed } from './first-preview';
import { openRun } from './open-run';
import type { Outside } from './outside';
import { planRun } from './plan-run';
import { failedSummary, summarise } from './summary';
import { PREVIEW_TAB } from './tabs';

export const PREVIEW_HEADER = ['Tab', 'Row', 'What would happen', 'Message'] as const;

/** Plans as a run would, on the store as it is now, and writes what would happen to each row; sends nothing. */
export function previewSync(outside: Outside, groups: readonly FieldGroup[]): RunSummary {
  const nowMs = outside.clock.now();
  const opened = openRun(outside, groups);
  if (!opened.ok) return failedSummary(opened.problem, groups, nowMs);
  const planned = planRun(opened.value);
  if (!planned.ok) return failedSummary(planned.problem, groups, nowMs);
  const { desired } = opened.value;
  const { actions, outcomes, unknownBase, held, conflicts } = planned.value;
  const byRow = new Map<string, RowOutcome[]>();
  for (const outcome of [...outcomes, ...actions.flatMap(actionOutcomes)]) {
    const key = `${outcome.ref.sheetId}:${outcome.ref.row}`;
    const known = byRow.get(key);
    if (known) known.push(outcome);
    else byRow.set(key, [outcome]);
  }
  const results = desired.rows.map((ref) => rowResult(ref, byRow.get(`${ref.sheetId}:${ref.row}`) ?? []));
  opened.value.state.savePreview(rowDigests(actions));
  markPreviewed(outside.settings);
  outside.sheets.writeReport(
    PREVIEW_TAB,
    PREVIEW_HEADER,
    results.map(({ ref, status, message }) => [ref.tab, ref.row, STATUS_WORDS[status], message]),
  );
  return summarise({
    results,
    groups,
    sent: 0,
    remaining: 0,
    problem: undefined,
    unknownBase,
    held,
    conflicts,
    nowMs,
  });
}
