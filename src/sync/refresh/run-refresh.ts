import type { RefreshRequest, RefreshView } from '../../answers/refresh';
import { distinctRows } from '../../catalog/tab/row';
import { keptOutcome } from '../../plan/compare/kept-cells';
import { type Problem, type Result, succeed } from '../../ports/problem';
import type { Opened } from '../execution/execution';
import { openBoard } from '../execution/open-execution';
import { openRun } from '../execution/open-run';
import { saveSeen } from '../execution/restored-spreadsheet';
import { deadlineOf } from '../ground/daily-allowance';
import type { Services, StartedBy } from '../ground/services';
import { groupsOf } from '../ground/settings';
import { refuseDuringLease } from '../run/lease';
import { refuseUnwritable } from '../tabs/refuse-unwritable';
import { planRefresh, toldBy } from './plan-refresh';
import { takeCells } from './take-cells';

/**
 * Brings ticked tabs up to date with Shopify and sends nothing: cells in which nobody's edit waits take Shopify's value.
 * Whatever cuts it off, another refresh does the rest.
 */
export function refreshTabs(
  services: Services,
  request: RefreshRequest,
  by: StartedBy['by'],
): Result<RefreshView> {
  const refused = refuseDuringLease(services, by);
  if (refused) return refused;
  const deadlineMs = deadlineOf(services, by);
  const opened = openRun(services, groupsOf(request.groups));
  if (!opened.ok) return opened;
  return work(services, opened.value, request, deadlineMs);
}

function work(
  services: Services,
  open: Opened,
  { fill }: RefreshRequest,
  deadlineMs: number,
): Result<RefreshView> {
  const { clock } = services;
  const { state, shop } = open;
  const planned = planRefresh(open, fill ? { fills: fill } : {}, deadlineMs);
  if (!planned.ok) return planned;
  const { kept, adopted, conflicts } = planned.value;
  const told = fill ? [] : toldBy(planned.value, open);
  const unwritable = kept.length + told.length > 0 ? refuseUnwritable(services, open) : undefined;
  if (unwritable) return { ok: false, problem: unwritable };
  state.remember(adopted);
  const board = openBoard(services, open, clock.now());
  board.plan(
    [],
    told,
    kept.map(({ ref }) => ref),
  );
  board.write(clock.now());
  const { outcomes, left } = takeCells(services, open, kept, {
    isOver: () => clock.now() >= deadlineMs,
    log: () => undefined,
  });
  for (const [cell, outcome] of outcomes) board.add([keptOutcome(cell, outcome)]);
  // One row may have several cells, and none of it is written before all of them are done.
  board.plan(
    distinctRows(kept.map(({ ref }) => ref)).filter((ref) => board.hasOutcome(ref)),
    [],
    [],
  );
  board.write(clock.now());
  if (state.seal()) saveSeen(services, shop.domain, state);
  const put = [...outcomes.values()];
  const counts = {
    cells: put.filter((outcome) => typeof outcome === 'object').length,
    left: put.filter((outcome) => typeof outcome === 'string').length,
    conflicts: conflicts.length,
    added: 0,
  };
  return succeed({
    outcome: left.length > 0 ? 'paused' : 'finished',
    refresh: null,
    ...counts,
    words: refreshWords(counts, left.length),
    problem: null satisfies Problem | null,
  });
}

type Counts = Pick<RefreshView, 'cells' | 'left' | 'conflicts' | 'added'>;

/** Says in one line what a refresh did; `waiting` cells are for the next one. */
function refreshWords({ cells, left, conflicts, added }: Counts, waiting: number): string {
  const parts = [
    cells > 0 && `${counted(cells, 'cell')} took Shopify’s value.`,
    added > 0 && `${counted(added, 'row')} added at the end.`,
    left > 0 && `${counted(left, 'cell')} left alone: their rows say why.`,
    conflicts > 0 && `${counted(conflicts, 'cell')} changed in both: choose a side after a preview.`,
    waiting > 0 && `Time was up: choose Refresh again for ${counted(waiting, 'more cell')}.`,
  ].filter(Boolean);
  return parts.join(' ') || 'Nothing has changed in Shopify: no cell was written.';
}

function counted(amount: number, noun: string): string {
  return `${amount.toLocaleString('en-US')} ${noun}${amount === 1 ? '' : 's'}`;
}
