import type { VirtualClock } from './clock';
import type { Environment } from './environment';

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
  /** The runtime's clock; where executions run side by side, one that is ahead of it while a call takes its time. */
  readonly clock: VirtualClock;
  readonly logs: LogLine[];
  /** By `Range.setValues`. */
  readonly calls: Record<string, number>;
  /** Its use of this machine; unknown where it runs in the scheduler's own thread. */
  readonly computed: { cpuMs: number; heapMb: number };
  /** Why it was killed, once it was. */
  killed: string | undefined;
  /** Wall time at which the bundle last went on computing. */
  computingSince: number;
}
