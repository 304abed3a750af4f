import { batchPlan } from '../../plan/batches/plan-batches';
import { rowsOf } from '../../plan/model/action';
import type { BaseRecord } from '../../plan/model/base';
import { withoutUnanswered } from '../../plan/stock/unanswered-stock';
import { createdIn } from '../../plan/undo/values-replaced-by';
import type { Problem } from '../../ports/problem';
import { saveProgress } from '../ground/progress';
import type { Services } from '../ground/services';
import { problemOf } from '../run/stop-check';
import { joinPending } from './bulk/await-operations';
import { emptyApplied } from './clear-adjust-cells';
import type { Work, Worked } from './execution';
import type { OpenRun } from './opened-run';
import { applyBatches } from './send-batches';
import { resendStock } from './stock-intents';

/** Planning again is how an unknown outcome is settled; a store that never answers clearly must not keep us here. */
const MOST_PLANS = 3;

/** Shopify may still be at what it never answered: an image has no name before it is fetched. */
const SETTLING_MS = 5_000;

/** Plans and applies, and plans again while the outcome of something is not known, or something follows from it. */
export function planAndSend(services: Services, open: OpenRun, work: Work): Worked {
  const { board, brake, journal, rows } = work;
  let worked: Worked = {
    sent: 0,
    remaining: 0,
    problem: undefined,
    unsynced: [],
    held: [],
    refused: [],
    conflicts: [],
    kept: [],
  };
  const tell = (sent: number, total: number) => saveProgress(services.cache, { sent, total });
  const joined = joinPending(services, open, { board, brake, tell });
  worked = { ...worked, sent: joined.sent, remaining: joined.left };
  if (joined.halt) return { ...worked, problem: problemOf(joined.halt) };
  for (let plans = 1; plans <= MOST_PLANS; plans++) {
    if (plans > 1) services.clock.sleep(SETTLING_MS);
    resendStock(services, open, work);
    const planned = work.plan();
    if (!planned.ok) {
      // Reading goes on in the next execution, as sending does.
      if (planned.problem.kind === 'time-up') return { ...worked, remaining: 1 };
      return { ...worked, problem: planned.problem };
    }
    const { adopted, applied: done, unsynced, held, conflicts, kept } = planned.value;
    const { unsaid = [], refused = [] } = planned.value;
    const { actions, outcomes: waiting } = withoutUnanswered(planned.value.actions, open.state.intents);
    open.state.remember(adopted.filter((record) => !isKnown(record, open)));
    const outcomes = [...planned.value.outcomes, ...waiting, ...emptyApplied(services, open, done)];
    journal.save(createdIn(outcomes));
    // Rows that nothing is said of, or whose cells are written at the end, wait: they keep what stands beside them.
    board.plan(rows, outcomes, [...actions.flatMap(rowsOf), ...unsaid, ...kept.map(({ ref }) => ref)]);
    board.write(services.clock.now());
    const applied = applyBatches(services, open, work, batchPlan(actions, services.newUuid));
    const remaining = applied.remaining + (applied.hasUnknown ? 1 : 0);
    // Going on by itself would only send the same again, all day long.
    const isStuck = plans === MOST_PLANS && applied.hasUnknown && applied.sent === 0;
    const problem = applied.problem ?? (isStuck ? UNANSWERED : undefined);
    worked = {
      sent: worked.sent + applied.sent,
      remaining,
      problem,
      unsynced,
      held,
      refused,
      conflicts,
      kept,
    };
    const isOver = !applied.hasUnknown && !(planned.value.followsUp && applied.sent > 0);
    if (isOver || applied.problem || applied.remaining > 0) return worked;
  }
  return worked;
}

const UNANSWERED: Problem = {
  kind: 'network',
  message: 'Shopify does not say what became of the last changes.',
  nextStep: 'Sync again in a few minutes; what is done is not sent twice.',
};

function isKnown(record: BaseRecord, { state: { base } }: OpenRun): boolean {
  const known = knownRecord(record, base);
  return known !== undefined && JSON.stringify(known) === JSON.stringify(record);
}

function knownRecord(record: BaseRecord, base: OpenRun['state']['base']): BaseRecord | undefined {
  switch (record.kind) {
    case 'product':
      return base.product(record.id);
    case 'variant':
      return base.variant(record.id);
    case 'undone':
      return base.undone().get(record.id);
    case 'creation':
      return undefined;
  }
}
