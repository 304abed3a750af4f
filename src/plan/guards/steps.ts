import { fieldOf } from '../../catalog/columns/columns';
import type { RowRef } from '../../catalog/tab/row';
import { textsOf } from '../compare/describe-replaced';
import { targetOf } from '../model/replaced-value';
import type { LoggedRun } from '../undo/logged-runs';

/** One value as runs of the last day changed it, oldest first; both in canonical form. */
export interface Step {
  readonly from: string;
  readonly to: string;
  /** Saved by another user, so it may only make a guard stricter. */
  readonly isForeign?: boolean | undefined;
  readonly run?: number | undefined;
  /** Place of the new value in the sheet. */
  readonly ref: RowRef;
  readonly column: string;
}

/** Steps by the value that they changed, as `target` names it. */
export type RecentSteps = ReadonlyMap<string, readonly Step[]>;

export const NO_STEPS: RecentSteps = new Map();

/** Makes steps of what was saved, in order. */
export function recentSteps(
  log: readonly (Omit<LoggedRun, 'run'> & Partial<Pick<LoggedRun, 'run'>>)[],
): RecentSteps {
  const all = new Map<string, Step[]>();
  const created = new Set<string>();
  for (const { entry, isForeign, run } of log.flatMap(({ entries, ...of }) =>
    entries.map((entry) => ({ entry, ...of })),
  )) {
    if (entry.kind === 'created') created.add(entry.id);
    if (
      entry.kind === 'created' ||
      entry.kind === 'image' ||
      entry.kind === 'tags' ||
      entry.kind === 'deleted'
    )
      continue;
    // A new item is unpublished until the run publishes it, which is no earlier choice to hide it.
    if (entry.kind === 'field' && fieldOf(entry.key).writtenBy === 'publishing' && created.has(entry.id))
      continue;
    const steps = all.get(targetOf(entry)) ?? [];
    all.set(targetOf(entry), steps);
    const { ref, column } = entry;
    const step: Step = { ...textsOf(entry), ref, column, run, ...(isForeign && { isForeign }) };
    const last = steps[steps.length - 1];
    // An entry that begins with the same value as the last one repeats what that one wrote.
    if (last?.from === step.from) steps.pop();
    // Somebody else wrote in between, so the steps start again here.
    else if (last && last.to !== step.from) steps.length = 0;
    if (step.from !== step.to) steps.push(step);
  }
  return all;
}

/** The steps that led to what Shopify has now; none where somebody else wrote since. */
export function stepsTo(now: string, steps: readonly Step[] | undefined): readonly Step[] {
  return steps && steps[steps.length - 1]?.to === now ? steps : [];
}

/** Ids of what a run created, as far as this user's own rows say so. */
export function createdIn(log: readonly LoggedRun[], run: number): ReadonlySet<string> {
  const own = log.filter((logged) => logged.run === run && !logged.isForeign);
  return new Set(
    own.flatMap(({ entries }) => entries.flatMap((entry) => (entry.kind === 'created' ? [entry.id] : []))),
  );
}
