import type { Environment } from '../runtime/environment';
import {
  admitCall,
  chargeComputing,
  deadlineMs,
  letPass,
  performCall,
  refuseIfKilled,
  waitToLookAgain,
} from '../runtime/execution';
import { drawInteger, type SeededRandom } from '../runtime/random';
import {
  beginExecution,
  type ExecutionEnd,
  type ExecutionResult,
  endExecution,
  type RunAs,
  refuseSpentTriggerTime,
} from '../runtime/run-function';
import { LookAgain } from '../runtime/service-object';
import { thrownError } from '../runtime/thrown-error';
import { services } from '../services/index';
import type { DueActions } from './due-actions';
import { createHandles } from './handles';
import type { CallMessage, FromWorker, ToWorker } from './messages';
import { createOwnClock } from './own-clock';
import { endlessMs, endThread, giveBack, takeThread } from './thread';

/** The same for a script that was killed, whose calls all throw at once. */
const UNWOUND_MS = 1_000;

/** As Google says it. */
const OUT_OF_MEMORY = 'Out of memory error.';

export interface RemoteCall {
  readonly distDir: string;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly as: Partial<RunAs>;
}

export interface RemoteExecution {
  readonly id: string;
  /** Ends it where it stands. Nothing happens to one that is over. */
  kill(reason: string): void;
}

/**
 * One execution in a worker of its own, from load to end. Each step (a call's effect, its answer) waits on the dueActions
 * until its time has come, so that whatever the others do before then is done before.
 */
export function startRemotely(
  environment: Environment,
  dueActions: DueActions,
  random: SeededRandom,
  { distDir, functionName, args, as }: RemoteCall,
  ended: (result: ExecutionResult) => void,
): RemoteExecution {
  const clock = createOwnClock(environment.clock);
  const execution = beginExecution(environment, as, clock);
  const handles = createHandles();
  const thread = takeThread();
  let isOver = false;
  /** State of the script, seen from here. */
  let script: 'not running' | 'waiting for an answer' | 'computing' = 'not running';

  /** Time of this execution's next step. */
  function then(act: () => void): void {
    dueActions.plan(clock.now(), () => {
      if (!isOver) act();
    });
  }

  function finish(end: ExecutionEnd): void {
    isOver = true;
    if (isUnwound()) giveBack(thread);
    else endThread(thread);
    ended(endExecution(execution, end));
  }

  /**
   * Whether nothing of the script goes on. One that was killed while it waited is told so: from then on all its calls throw
   * without any effect, and what it answers is dropped. That costs less than a new worker.
   */
  function isUnwound(): boolean {
    if (script === 'waiting for an answer' && !thread.isGone()) {
      thread.send({ kind: 'killed' });
      if (thread.receive(UNWOUND_MS) !== undefined) script = 'not running';
    }
    return script === 'not running';
  }

  /** Throws a step's error into the script, unless it killed the execution, which then ends at that moment. */
  function orThrow(step: () => void): void {
    try {
      step();
    } catch (error) {
      then(() => {
        if (execution.killed !== undefined) finish({ outcome: 'killed', reason: execution.killed });
        else goOn({ kind: 'error', error: thrownError(error), nowMs: environment.clock.now() });
      });
    }
  }

  function goOn(message: ToWorker): void {
    script = 'computing';
    thread.send(message);
    const leftMs = Math.max(1, deadlineMs(execution) - clock.now());
    const received = thread.receive(environment.computing === 'measured' ? leftMs : endlessMs());
    if (received !== undefined) script = received.kind === 'call' ? 'waiting for an answer' : 'not running';
    if (thread.isGone()) execution.killed ??= OUT_OF_MEMORY;
    orThrow(() => {
      refuseIfKilled(execution);
      if (received !== undefined) {
        chargeComputing(execution, received.computedMs);
        execution.computed.cpuMs += received.computed.cpuMs;
        execution.computed.heapMb = Math.max(execution.computed.heapMb, received.computed.heapMb);
      }
      letPass(execution, received === undefined ? leftMs : 0);
      if (received !== undefined) met(received);
    });
  }

  function met(received: FromWorker): void {
    if (received.kind === 'call') {
      then(() => orThrow(() => admit(received)));
      return;
    }
    const { end } = received;
    then(() => finish(end.outcome === 'returned' ? { ...end, value: handles.arrived(end.value) } : end));
  }

  function admit({ handle, method, args }: CallMessage): void {
    const call = admitCall(execution, handles.object(handle), method, handles.arrived(args) as unknown[]);
    then(() => orThrow(() => answer(performCall(call))));
  }

  function answer(value: unknown): void {
    refuseIfKilled(execution);
    if (value instanceof LookAgain) {
      waitToLookAgain(execution, value);
      then(() => orThrow(() => answer(value.look())));
      return;
    }
    const asSent = handles.asSent(value);
    then(() => goOn({ kind: 'value', ...asSent, nowMs: environment.clock.now() }));
  }

  function load(): void {
    const given = handles.asSent({ services, args });
    const { services: named, args: copies } = given.value as {
      services: Record<string, unknown>;
      args: unknown[];
    };
    goOn({
      kind: 'run',
      distDir,
      functionName,
      args: copies,
      services: named,
      types: given.types,
      timeZone: environment.manifest.timeZone,
      nowMs: environment.clock.now(),
      seed: drawInteger(random, 0, 2 ** 31),
      measuresComputing: environment.computing === 'measured',
    });
  }

  then(() => {
    try {
      refuseSpentTriggerTime(execution);
    } catch (error) {
      finish({ outcome: 'threw', error: thrownError(error) });
    }
    if (!isOver) load();
  });
  return {
    id: execution.id,
    kill: (reason) => {
      if (!isOver) finish({ outcome: 'killed', reason });
    },
  };
}
