import { callCostMs } from '../limits/call-costs';
import { type DailyQuota, limits } from '../limits/limits';
import { requirePermission } from '../limits/permissions';
import { spendQuota } from '../limits/quotas';
import type { VirtualClock } from './clock';
import type { Computing, Environment } from './environment';
import { KilledError } from './exception';
import type { Execution, LogLine } from './execution-state';
import { type Call, LookAgain, type ServiceObject } from './service-object';

export function newExecution(
  environment: Environment,
  who: Pick<Execution, 'user' | 'kind' | 'authMode'>,
  clock: VirtualClock,
): Execution {
  environment.state.executions += 1;
  return {
    ...who,
    id: `execution-${environment.state.executions}`,
    startedAtMs: environment.clock.now(),
    environment,
    clock,
    logs: [],
    calls: {},
    computed: { cpuMs: 0, heapMb: 0 },
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
  chargeComputing(execution, performance.now() - execution.computingSince);
  try {
    const call = admitCall(execution, object, method, args);
    let value = performCall(call);
    while (value instanceof LookAgain) {
      waitToLookAgain(execution, value);
      value = value.look();
    }
    refuseIfKilled(execution);
    return value;
  } finally {
    execution.computingSince = performance.now();
  }
}

/** Steps before the effect: gate, permission, and the time that the call costs. */
export function admitCall(
  execution: Execution,
  object: ServiceObject,
  method: string,
  args: readonly unknown[],
): Call {
  refuseIfKilled(execution);
  passGate(execution, object.type.name, method, args);
  const name = `${object.type.name}.${method}`;
  requirePermission(execution, object.type.name, method);
  execution.calls[name] = (execution.calls[name] ?? 0) + 1;
  letPass(execution, callCostMs(name, object.self));
  return { name, method, args, object, execution };
}

/** The effect. The value is a `LookAgain` where the call has to wait for another execution. */
export function performCall(call: Call): unknown {
  return call.object.type.methods[call.method]?.(call.object.self as never, call);
}

/** Lets the time pass after which a waiting call looks again; in between the gate may let others act. */
export function waitToLookAgain(execution: Execution, { afterMs, service }: LookAgain): void {
  letPass(execution, afterMs);
  passGate(execution, service, 'waiting');
}

/** Lets others act: the gate moves time, runs other executions or strikes. */
function passGate(
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

/** Moves the clock, at most to the end that Google sets to this execution, where Google ends it. */
export function letPass(execution: Execution, ms: number): void {
  const { clock } = execution;
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

/** Computing between two service calls costs what it was measured to take, or what it is set to. */
export function chargeComputing({ clock, environment }: Execution, measuredMs: number): void {
  clock.advance(computingMs(environment.computing, measuredMs));
}

function computingMs(computing: Computing, measuredMs: number): number {
  if (computing === 'measured') return measuredMs;
  return computing === 'free' ? 0 : computing.perCallMs;
}

export function spendDailyQuota(execution: Execution, quota: DailyQuota, amount: number): void {
  const { state, accountKind, clock } = execution.environment;
  spendQuota(state, execution.user, accountKind, quota, amount, clock.now());
}

export function log(execution: Execution, level: LogLine['level'], message: string): void {
  execution.logs.push({ level, message, atMs: execution.clock.now() });
}

/** A call that was under way when its execution was killed throws as well. */
export function refuseIfKilled(execution: Execution): void {
  if (execution.killed !== undefined) throw new KilledError(execution.killed);
}
