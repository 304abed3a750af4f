import { callCostMs } from './call-costs';
import type { Environment } from './environment';
import { KilledError } from './exception';
import { type DailyQuota, limits } from './limits';
import { requirePermission } from './permissions';
import { spendQuota } from './quotas';
import type { Call, ServiceObject } from './service-object';

export type ExecutionKind = 'menu' | 'sidebar' | 'trigger' | 'simple-trigger';

/** https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

export interface LogLine {
  readonly level: 'log' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly atMs: number;
}

/** A run of one function: who runs it, how far it is, and whether it may still do anything. */
export interface Execution {
  readonly id: string;
  readonly user: string;
  readonly kind: ExecutionKind;
  readonly authMode: AuthMode;
  readonly startedAtMs: number;
  readonly environment: Environment;
  readonly logs: LogLine[];
  /** By `Range.setValues`. */
  readonly calls: Record<string, number>;
  /** Why it was killed, once it was. */
  killed: string | undefined;
  /** Wall time at which the bundle last went on computing. */
  computingSince: number;
}

export function newExecution(
  environment: Environment,
  who: Pick<Execution, 'user' | 'kind' | 'authMode'>,
): Execution {
  environment.state.executions += 1;
  return {
    ...who,
    id: `execution-${environment.state.executions}`,
    startedAtMs: environment.clock.now(),
    environment,
    logs: [],
    calls: {},
    killed: undefined,
    computingSince: performance.now(),
  };
}

/** One service call from the gate to its effect. */
export function callService(
  execution: Execution,
  object: ServiceObject,
  method: string,
  args: readonly unknown[],
): unknown {
  chargeComputing(execution);
  try {
    refuseIfKilled(execution);
    passGate(execution, object.type.name, method, args);
    const name = `${object.type.name}.${method}`;
    requirePermission(execution, object.type.name, method);
    execution.calls[name] = (execution.calls[name] ?? 0) + 1;
    letPass(execution, callCostMs(name, object.self));
    const call: Call = { name, args, object, execution };
    const value = object.type.methods[method]?.(object.self as never, call);
    refuseIfKilled(execution);
    return value;
  } finally {
    execution.computingSince = performance.now();
  }
}

/** Lets others act: the gate moves time, runs other executions or strikes. */
export function passGate(
  execution: Execution,
  service: string,
  method: string,
  args: readonly unknown[] = [],
): void {
  try {
    execution.environment.gate({ service, method, execution: execution.id, args });
  } catch (error) {
    if (error instanceof KilledError) execution.killed ??= error.message;
    throw error;
  }
  letPass(execution, 0);
}

/** Moves the clock, at most to the end that Google sets to this execution, where it dies. */
export function letPass(execution: Execution, ms: number): void {
  const { clock } = execution.environment;
  const leftMs = deadlineMs(execution) - clock.now();
  if (ms < leftMs) {
    clock.advance(ms);
    return;
  }
  clock.advance(Math.max(0, leftMs));
  execution.killed ??= 'Exceeded maximum execution time';
  refuseIfKilled(execution);
}

export function deadlineMs(execution: Execution): number {
  const { scriptRuntimeMs, simpleTriggerRuntimeMs } = limits.execution;
  return (
    execution.startedAtMs + (execution.kind === 'simple-trigger' ? simpleTriggerRuntimeMs : scriptRuntimeMs)
  );
}

/** Computing between two service calls costs what it measures, where the runtime was asked to count it. */
export function chargeComputing(execution: Execution): void {
  const { computing, clock } = execution.environment;
  if (computing === 'measured') clock.advance(performance.now() - execution.computingSince);
  execution.computingSince = performance.now();
}

export function spendDailyQuota(execution: Execution, quota: DailyQuota, amount: number): void {
  const { state, accountKind, clock } = execution.environment;
  spendQuota(state, execution.user, accountKind, quota, amount, clock.now());
}

export function log(execution: Execution, level: LogLine['level'], message: string): void {
  execution.logs.push({ level, message, atMs: execution.environment.clock.now() });
}

function refuseIfKilled(execution: Execution): void {
  if (execution.killed !== undefined) throw new KilledError(execution.killed);
}
