import { quotaUse, refuseSpent } from '../limits/quotas';
import { services } from '../services/index';
import { releaseLocks } from '../services/lock';
import type { VirtualClock } from './clock';
import type { Environment } from './environment';
import { callService, chargeComputing, newExecution } from './execution';
import type { AuthMode, Execution, ExecutionKind, LogLine } from './execution-state';
import { drawNumber } from './random';
import { createRealm } from './realm';
import { type ThrownError, thrownError } from './thrown-error';

/** The user that runs a function, and the way in which it was started. */
export interface RunAs {
  readonly user: string;
  readonly kind: ExecutionKind;
  readonly authMode: AuthMode;
}

export type ExecutionResult = ExecutionEnd & {
  readonly execution: string;
  readonly logs: readonly LogLine[];
  /** On the virtual clock. */
  readonly tookMs: number;
  /** Number of calls of each method, by `Range.setValues`. */
  readonly calls: Readonly<Record<string, number>>;
  readonly computed: Execution['computed'];
};

export type ExecutionEnd =
  | { readonly outcome: 'returned'; readonly value: unknown }
  | { readonly outcome: 'threw'; readonly error: ThrownError }
  | { readonly outcome: 'killed'; readonly reason: string };

export function runFunction(
  environment: Environment,
  distDir: string,
  functionName: string,
  args: readonly unknown[],
  as: Partial<RunAs>,
): ExecutionResult {
  const execution = beginExecution(environment, as, environment.clock);
  const end = endOf(execution, () => {
    refuseSpentTriggerTime(execution);
    const realm = createRealm({
      services,
      now: () => nowWithin(execution),
      random: () => drawNumber(environment.state),
      timeZone: environment.manifest.timeZone,
      invoke: (object, method, given) => callService(execution, object, method, given),
    });
    realm.load(distDir);
    return realm.call(functionName, args);
  });
  return endExecution(execution, end);
}

export function beginExecution(environment: Environment, as: Partial<RunAs>, clock: VirtualClock): Execution {
  const kind = as.kind ?? 'menu';
  const who = {
    user: as.user ?? 'owner@example.com',
    kind,
    authMode: as.authMode ?? (kind === 'simple-trigger' ? 'LIMITED' : 'FULL'),
  } as const;
  return newExecution(environment, who, clock);
}

/** Throws Google's text where a trigger's user has used up the day's time of triggers. */
export function refuseSpentTriggerTime({ kind, user, clock, environment }: Execution): void {
  if (kind !== 'trigger') return;
  refuseSpent(environment.state, user, environment.accountKind, 'triggerRuntimeMs', clock.now());
}

/** Result of an execution, however it ended. */
export function endExecution(execution: Execution, end: ExecutionEnd): ExecutionResult {
  const { environment, kind, user } = execution;
  releaseLocks(environment.state, execution);
  const tookMs = environment.clock.now() - execution.startedAtMs;
  // What ran has run: the last execution may go beyond the day's allowance.
  if (kind === 'trigger')
    quotaUse(environment.state, user, environment.clock.now()).triggerRuntimeMs += tookMs;
  return {
    ...end,
    execution: execution.id,
    logs: execution.logs,
    tookMs,
    calls: execution.calls,
    computed: execution.computed,
  };
}

function endOf(execution: Execution, run: () => unknown): ExecutionEnd {
  try {
    const value = run();
    chargeComputing(execution, performance.now() - execution.computingSince);
    if (execution.killed === undefined) return { outcome: 'returned', value };
  } catch (error) {
    if (execution.killed === undefined) return { outcome: 'threw', error: thrownError(error) };
  }
  return { outcome: 'killed', reason: execution.killed };
}

/** The clock as the bundle reads it: with what it has computed since its last service call, where that counts. */
function nowWithin(execution: Execution): number {
  const { clock, environment } = execution;
  const computedMs = environment.computing === 'measured' ? performance.now() - execution.computingSince : 0;
  return Math.floor(clock.now() + computedMs);
}
