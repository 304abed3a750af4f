import type { RowStatus } from '../catalog/tab/status-block';

/** A run that changed something in Shopify, or a refresh that changed the sheet, as its line in the history tab. */
export interface HistoryLine {
  /** `7`, or `R3` of a refresh; empty where there is nothing to give back. */
  readonly run: number | string;
  /** `Sync`, or `Undo of run 7`. */
  readonly what: string;
  readonly startedBy: string;
  readonly groups: string;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** Number of rows by status. */
  readonly totals: Readonly<Record<RowStatus, number>>;
}

/** Tabs of the add-on's own that people read. */
export interface Reports {
  /** Replaces a tab, making it where there is none. */
  write(tab: string, header: readonly string[], rows: readonly (readonly (string | number)[])[]): void;
  /** Makes what is missing of the tabs in which a run keeps what it did: the history, hidden until it has a line, and what an undo needs. */
  prepare(tab: string): void;
  /** Writes when a run last ended on top of the history tab, and the run's line where it changed something. */
  writeHistory(tab: string, checkedAtMs: number, line: HistoryLine | undefined): void;
}
