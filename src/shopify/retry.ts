/** How long a wave may go on being retried before the run pauses; the next one goes on where it stood. */
export const RETRY_BUDGET_MS = 90_000;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 16_000;

/** 1, 2, 4, 8, 16, 16 … seconds. */
export function backoffMs(attempt: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
}
