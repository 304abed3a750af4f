import type { FieldGroup } from '../catalog/row';
import type { Result } from '../ports/problem';
import type { RunSummary } from './answers';
import { runAlone } from './entry';
import { groupsOf } from './groups';
import type { Outside } from './outside';
import { saveUnknownBaseChoice } from './policy-settings';
import { loadRun } from './run-record';

/** Which side counts for cells of existing items that were never synced, group by group. */
export type UnknownBaseChoice = Partial<Readonly<Record<FieldGroup, 'sheet' | 'shopify'>>>;

/** Keeps a person's choice and syncs the groups of the last run again with it. The clock never chooses. */
export function confirmHeld(outside: Outside, choice: UnknownBaseChoice): Result<RunSummary> {
  saveUnknownBaseChoice(outside.settings, choice);
  const groups = groupsOf(loadRun(outside.settings)?.groups);
  return runAlone(outside, { groups, isContinuation: false });
}
