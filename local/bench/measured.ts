import type { Since } from './bench-store';

/** What one case took. Seconds are virtual, but for CPU, which is without what the embedded store computes. */
export interface Measured extends Since {
  readonly outcome: 'finished' | 'paused' | 'stopped' | 'failed';
  readonly problem?: string;
  /** Rows that say Created, Updated or Up to date; of other clients, those that were not refused. */
  readonly rowsDone: number;
  readonly executions: number;
  readonly longestExecutionSeconds: number;
  /** What is alive in memory beyond what was before, as far as was seen. */
  readonly grownMb: number;
  /** The whole process at its largest, the embedded store, the spreadsheet and garbage included. */
  readonly peakMb: number;
}
