import type { ExecutionEnd } from '../runtime/run-function';
import type { ThrownError } from '../runtime/thrown-error';

/** Messages of the scheduler to a worker. Values are copies as `cross-thread-values.ts` makes them. */
export type ToWorker = RunMessage | AnswerMessage;

/** Answer to a call. */
export type AnswerMessage = ValueMessage | ErrorMessage | KilledMessage;

/** Runs a top-level function in a fresh load of the bundle. */
export interface RunMessage {
  readonly kind: 'run';
  readonly distDir: string;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly services: Readonly<Record<string, unknown>>;
  readonly types: readonly TypeDescription[];
  readonly timeZone: string;
  readonly nowMs: number;
  /** For `Math.random` of this execution. */
  readonly seed: number;
  /** Whether `Date.now()` goes on while the bundle computes. */
  readonly measuresComputing: boolean;
}

interface ValueMessage {
  readonly kind: 'value';
  readonly value: unknown;
  /** Classes that this worker has not met before. */
  readonly types: readonly TypeDescription[];
  readonly nowMs: number;
}

interface ErrorMessage {
  readonly kind: 'error';
  readonly error: Pick<ThrownError, 'name' | 'message'>;
  readonly nowMs: number;
}

/** The execution is over, although the script may still catch what its calls throw. */
interface KilledMessage {
  readonly kind: 'killed';
}

/** Messages of a worker to the scheduler; it waits after each. */
export type FromWorker = CallMessage | EndedMessage;

export interface CallMessage {
  readonly kind: 'call';
  readonly handle: number;
  readonly method: string;
  readonly args: readonly unknown[];
  /** Wall time since the last answer. */
  readonly computedMs: number;
  readonly computed: Computed;
}

/** Use of this machine by the script, in its worker alone. */
interface Computed {
  /** Processor time since the last answer, in milliseconds. */
  readonly cpuMs: number;
  /** Alive and not yet collected. */
  readonly heapMb: number;
}

interface EndedMessage {
  readonly kind: 'ended';
  readonly end: Exclude<ExecutionEnd, { readonly outcome: 'killed' }>;
  readonly computedMs: number;
  readonly computed: Computed;
}

/** A class of the reference, as far as a guard has to know it. */
export interface TypeDescription {
  readonly name: string;
  readonly methods: readonly string[];
  /** Names of the members, by name of the enumeration. */
  readonly enumerations: Readonly<Record<string, readonly string[]>>;
}
