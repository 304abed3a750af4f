import type { Allowance } from '../ground/daily-allowance';
import type { Services, StartedBy } from '../ground/services';
import { openRunJournal } from '../run/run-history';
import type { Run } from '../run/run-record';
import type { RunState } from '../run/run-state';
import { stopCheckOf } from '../run/stop-check';
import { refuseUnwritable } from '../tabs/refuse-unwritable';
import type { Execution, Opened, OpenRun } from './execution';
import { chooseShownItem } from './shopify-id-cell';
import { StatusBoard } from './status-board';

interface Begun {
  readonly run: Run;
  /** Nothing was sent in its name before. */
  readonly isNew: boolean;
  /** State of the run before this execution; absent for a new one. */
  readonly after?: RunState['kind'] | undefined;
  /** Whether a person or the schedule started this execution, whoever began the run. */
  readonly by: StartedBy['by'];
  /** Milliseconds since 1970. */
  readonly deadlineMs: number;
  readonly allowance: Allowance;
}

/** Makes what all parts of an execution share. */
export function openExecution(
  services: Services,
  open: OpenRun,
  { run, isNew, after, by, deadlineMs, allowance }: Begun,
): Execution {
  return {
    services,
    open,
    run,
    mode: run.task.kind,
    board: openBoard(services, open, run.startedAtMs),
    journal: openRunJournal(services, run, open.shop.domain, isNew),
    // An execution that ended in one of these states wrote everything that it knew.
    mayBeUntold: after !== 'paused' && after !== 'finished',
    deadlineMs,
    refuseUnwritable: once(() => refuseUnwritable(services, open)),
    stopCheck: stopCheckOf(services, { run: run.number, deadlineMs, allowance, by }),
  };
}

/** Calls `ask` once, the first time, and remembers the answer. */
export function once<Value>(ask: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: ask() };
    return known.value;
  };
}

export function openBoard(services: Services, open: Opened, startedAtMs: number): StatusBoard {
  const { tabs, desired, state, shop, store } = open;
  const chooseItem = chooseShownItem(desired, state.base, (item) => store.linkTo(item, shop.domain));
  return new StatusBoard(services, tabs, startedAtMs, chooseItem);
}
