import type { Since } from './bench-store';
import type { Talked } from './call-meter';
import type { Grown } from './meters';

/** Most memory of the script: it runs in a worker of its own with this limit, and is ended beyond it. */
export const WORKER_MB = 512;

/** Figures of one case. Seconds are virtual, but for CPU, which is without what the embedded store computes. */
export interface Measured extends Since {
  readonly outcome: 'finished' | 'paused' | 'stopped' | 'failed';
  readonly problem?: string;
  /** Rows that say Created, Updated or Up to date; of other clients, those that were not refused. */
  readonly rowsDone: number;
  readonly executions: number;
  readonly longestExecutionSeconds: number;
  /** Calls to Google's services, for the add-on alone. */
  readonly talked?: Talked;
  /** The most that was alive in the worker of the script, garbage included, of `WORKER_MB`. */
  readonly workerMb?: number;
  readonly memory: Grown;
  /** The whole process at its largest, the embedded store, the spreadsheet and garbage included. */
  readonly peakMb: number;
}
