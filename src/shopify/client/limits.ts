import type { StoreLimits } from '../../plan/model/batch';

export const STORE_LIMITS: StoreLimits = {
  // Source: https://shopify.dev/docs/api/usage/limits (input arrays), and recorded: 2,048 for the variant lists.
  listEntries: 250,
  // Source: https://shopify.dev/changelog/the-product-variant-limit-is-now-2048-for-all-merchants
  variantsOfProduct: 2048,
  // Keeps a result far below the 50 MB that UrlFetch reads, and leaves little to join after an execution that is cut off.
  // With fewer, a hundred thousand rows would need one more execution, which reads and plans all that is left once more.
  linesOfFile: 10_000,
  // Of one app. Source: https://shopify.dev/changelog/faster-bulk-operations
  filesAtOnce: 5,
};

/**
 * Points that a connection adds to a request's cost: 2 + g(first) × (1 + children), g(n) = max(1, ⌊2·ln n⌋). Fitted to
 * thousands of recorded answers; the documents' own costs are tested against the same rules.
 */
export function connectionCost(first: number, children: number): number {
  return 2 + Math.max(1, Math.floor(2 * Math.log(first))) * (1 + children);
}

/**
 * Requests in one `UrlFetchApp.fetchAll`. Google documents no limit; ten at once were seen to run side by side.
 * Source: https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app#fetchallrequests
 */
export const REQUESTS_PER_WAVE = 10;

/**
 * How long a wave may be retried before the run pauses; the next execution continues there. A wave that
 * leaves when the working time of an execution ends must be over before Google ends the execution.
 */
export const RETRY_BUDGET_MS = 70_000;

/**
 * No request is begun that might not be answered by then. Counted from when the client was opened, which is when an
 * execution begins: Google ends it at six minutes, and a request may hang for one of them.
 */
export const LAST_ANSWER_MS = 340_000;

/** The longest wait for points; where the bucket fills more slowly, the run pauses. */
export const LONGEST_PAUSE_MS = 60_000;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_BACKOFF_MS = 16_000;

/** 1, 2, 4, 8, 16, 16 … seconds. */
export function backoffMs(attempt: number): number {
  return Math.min(LONGEST_BACKOFF_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
}
