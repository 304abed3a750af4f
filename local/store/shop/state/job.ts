import type { Row } from './table';

/** Work in the background, as `job` and `node` answer it. */
export interface Job extends Row {
  /** Epoch milliseconds (virtual). */
  readonly doneAtMs: number;
}
