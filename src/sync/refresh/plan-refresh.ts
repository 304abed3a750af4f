import { distinctRows, rowKey } from '../../catalog/tab/row';
import { statusOfWord } from '../../catalog/tab/status-block';
import { rowsOf } from '../../plan/action-kinds';
import { snapshotNeeds } from '../../plan/identity/snapshot-needs';
import type { Refreshing } from '../../plan/model/item-context';
import { CAREFUL_POLICY } from '../../plan/model/policy';
import type { RowOutcome } from '../../plan/model/row-outcome';
import type { SyncPlan } from '../../plan/model/sync-plan';
import { planSync } from '../../plan/plan-sync';
import { type Result, succeed } from '../../ports/problem';
import type { Opened } from '../execution/execution';

const NOTHING = { products: [], variants: [] };

/**
 * Compares every row with Shopify as a preview does; no setting may let a side win that a person has to choose. What the
 * plan would send is left to a sync.
 */
export function planRefresh(open: Opened, refreshes: Refreshing, deadlineMs: number): Result<SyncPlan> {
  const { store, desired, state, shop, anchors } = open;
  const { base } = state;
  const policy = { ...open.policy, onConflict: CAREFUL_POLICY.onConflict };
  const snapshot = store.fetchSnapshot(snapshotNeeds(desired, { base, policy, shop, anchors }), deadlineMs);
  if (!snapshot.ok) return snapshot;
  const partition = { changed: desired, inStep: NOTHING };
  const confirmed = new Set<string>();
  const { limits } = store;
  return succeed(
    planSync({
      desired,
      partition,
      snapshot: snapshot.value,
      base,
      policy,
      shop,
      limits,
      anchors,
      confirmed,
      refreshes,
    }),
  );
}

/**
 * Messages for rows: all that is not in step, and where something is told of a row, also that an edit of it waits. Rows of
 * which nothing is to be said keep what stands next to them, but for words that are true no more.
 */
export function toldBy(
  { actions, outcomes, kept }: SyncPlan,
  { tabs, desired }: Opened,
): readonly RowOutcome[] {
  const isQuiet = ({ status, message }: RowOutcome) => status === 'unchanged' && message === '';
  const waiting = new Map(actions.flatMap(rowsOf).map((ref) => [rowKey(ref), ref]));
  const told = new Set(
    [...outcomes.filter((outcome) => outcome.status !== 'unchanged'), ...kept].map(({ ref }) => rowKey(ref)),
  );
  const outdated = new Set(
    tabs.flatMap(({ sheetId, status }) =>
      status.flatMap(({ row, status: word }) => {
        const shown = statusOfWord(word);
        const key = rowKey({ sheetId, row });
        return (shown === 'differs' || shown === 'conflict') && !waiting.has(key) ? [key] : [];
      }),
    ),
  );
  const known = new Set(desired.rows.map(rowKey));
  return [
    ...outcomes.filter((outcome) => {
      const key = rowKey(outcome.ref);
      return told.has(key) || (isQuiet(outcome) && outdated.has(key) && known.has(key));
    }),
    ...[...waiting].flatMap(([key, ref]): RowOutcome[] =>
      told.has(key) ? [{ ref, status: 'differs', message: WAITS }] : [],
    ),
  ];
}

/** Rows in which a person's edit waits, and rows that cannot be compared: in error, or gone in Shopify. */
export interface ToldCounts {
  readonly edited: number;
  readonly refused: number;
}

export const NOTHING_TOLD: ToldCounts = { edited: 0, refused: 0 };

export function toldCounts({ actions, outcomes, conflicts }: SyncPlan): ToldCounts {
  const asked = new Set(conflicts.map(({ ref }) => rowKey(ref)));
  const refused = outcomes.filter(
    ({ ref, status }) => status === 'error' || (status === 'conflict' && !asked.has(rowKey(ref))),
  );
  return {
    edited: distinctRows(actions.flatMap(rowsOf)).length,
    refused: distinctRows(refused.map(({ ref }) => ref)).length,
  };
}

const WAITS = 'What you changed in this row stays, and was not sent: choose Sync now to send it.';
