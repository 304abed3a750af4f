import type { FieldGroup } from '../catalog/row';
import { isHeldByClock } from '../plan/clock-guards';
import { fail, type Result, succeed } from '../ports/problem';
import type { RunSummary } from './answers';
import { runAlone } from './entry';
import { groupsOf } from './groups';
import { digestOf } from './held';
import { openRun } from './open-run';
import type { Outside } from './outside';
import { CHECKING_TIME_MS, planRun } from './plan-run';
import { saveUnknownBaseChoice } from './policy-settings';
import { onceBegun } from './run-limit';
import { loadRun, type RunRecord } from './run-record';
import { runSync } from './run-sync';

export interface Confirmation extends UnknownBaseChoice {
  /** The digest of the held changes that the person was shown. */
  readonly held?: string;
}

/** Which side counts for cells of existing items that were never synced, group by group. */
type UnknownBaseChoice = Partial<Readonly<Record<FieldGroup, 'sheet' | 'shopify'>>>;

/** Keeps a person's decisions and syncs the groups of the last run again with them. The clock never decides. */
export function confirmHeld(outside: Outside, { held, ...choice }: Confirmation): Result<RunSummary> {
  const last = loadRun(outside.settings);
  const groups = groupsOf(last?.groups);
  return runAlone(outside, () => {
    if (held !== undefined) {
      const confirmed = confirmChanges(outside, last, held);
      if (!confirmed.ok) return confirmed;
    }
    saveUnknownBaseChoice(outside.settings, choice);
    return succeed(runSync(outside, { groups, kind: 'confirmed' }));
  });
}

/** A confirmation covers exactly the old and new values that were shown, so they are planned once more and compared. */
function confirmChanges(outside: Outside, last: RunRecord | undefined, digest: string): Result<null> {
  const opened = openRun(outside, groupsOf(last?.groups));
  if (!opened.ok) return opened;
  const planned = planRun(opened.value, {
    deadlineMs: outside.clock.now() + CHECKING_TIME_MS,
    limit: onceBegun(last?.limit),
    by: last?.startedBy?.by,
  });
  if (!planned.ok) return planned;
  const { held } = planned.value;
  // Of what the clock held, a preview by hand shows only what looks like a slip.
  const seen = [held, held.filter((change) => !isHeldByClock(change))];
  if (seen.every((changes) => digestOf(changes) !== digest)) {
    return fail(
      'invalid-input',
      'The held changes are not the ones you saw any more: the sheet or Shopify changed since.',
      'Look at them again, then confirm.',
    );
  }
  opened.value.state.confirm(held.map(({ key }) => key));
  return succeed(null);
}
