/** What one case took. Seconds are virtual, but for CPU. */
export interface Measured {
  readonly outcome: 'finished' | 'paused' | 'stopped' | 'failed';
  readonly problem?: string;
  readonly rowsDone: number;
  readonly requests: number;
  /** By root field, as Shopify names it. */
  readonly byOperation: Readonly<Record<string, number>>;
  readonly throttled: number;
  readonly points: number;
  readonly seconds: number;
  readonly executions: number;
  readonly longestExecutionSeconds: number;
  /** Without what the embedded store computes. */
  readonly cpuSeconds: number;
  /** Resident set, embedded store included. */
  readonly peakMb: number;
  /** Before the run, with the store and the spreadsheet in it. */
  readonly restMb: number;
}
