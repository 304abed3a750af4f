import type { Environment } from '../runtime/environment';
import type { ExecutionResult, RunAs } from '../runtime/run-function';
import { createDueActions, type DueActions } from './due-actions';
import { type RemoteExecution, startRemotely } from './remote-execution';

interface StartOptions extends Partial<RunAs> {
  readonly args?: readonly unknown[];
  /** From now. */
  readonly afterMs?: number;
  /** Is told when the execution is over, at that moment; it may start others. */
  readonly ended?: (result: ExecutionResult) => void;
}

/** Executions that overlap, in one spreadsheet, on one clock, in an order that the seed decides. */
export interface SideBySide {
  start(functionName: string, options?: StartOptions): void;
  /** Does something in the middle of it, for example what a person types. */
  later(afterMs: number, act: () => void): void;
  /** Ends an execution where it stands, in a sleep or between two calls. */
  kill(execution: string, reason: string): void;
  /**
   * Goes on until nothing is under way, or until a moment (the clock then stands there), and runs the triggers that
   * fall due meanwhile. Results are in the order in which the executions ended.
   */
  run(untilMs?: number): readonly ExecutionResult[];
}

export interface Triggers {
  nextMs(): number | undefined;
  /** Starts what is due. */
  startDue(start: SideBySide['start']): void;
}

export function createSideBySide(
  environment: Environment,
  distDir: string,
  triggers: Triggers,
  seed: number,
): SideBySide {
  const { clock } = environment;
  const random = { seed };
  const dueActions: DueActions = createDueActions(random);
  const underWay = new Map<string, RemoteExecution>();
  let results: ExecutionResult[] = [];

  const start: SideBySide['start'] = (functionName, { args = [], afterMs = 0, ended, ...as } = {}) =>
    dueActions.plan(clock.now() + afterMs, () => {
      const call = { distDir, functionName, args, as };
      const execution = startRemotely(environment, dueActions, random, call, (result) => {
        underWay.delete(result.execution);
        results.push(result);
        ended?.(result);
      });
      underWay.set(execution.id, execution);
    });

  /** The next moment at which anything happens; a trigger alone is waited for only where there is time. */
  function nextMs(untilMs: number | undefined): number | undefined {
    const planned = dueActions.nextMs();
    const trigger = triggers.nextMs();
    const last = untilMs ?? planned ?? clock.now();
    const times = [planned, trigger].filter(
      (ms): ms is number => ms !== undefined && ms <= Math.max(last, clock.now()),
    );
    return times.length === 0 ? undefined : Math.min(...times);
  }

  return {
    start,
    later: (afterMs, act) => dueActions.plan(clock.now() + afterMs, act),
    kill: (execution, reason) => underWay.get(execution)?.kill(reason),
    run: (untilMs) => {
      results = [];
      for (;;) {
        const atMs = nextMs(untilMs);
        if (atMs === undefined) break;
        clock.advance(Math.max(0, atMs - clock.now()));
        triggers.startDue(start);
        if ((dueActions.nextMs() ?? Number.POSITIVE_INFINITY) <= clock.now()) dueActions.take()?.();
      }
      if (untilMs !== undefined) clock.advance(Math.max(0, untilMs - clock.now()));
      return results;
    },
  };
}
