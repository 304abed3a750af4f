/**
 * What a connection adds to a request's cost: 2 + g(first) × (1 + children), g(n) = max(1, ⌊2·ln n⌋). Fitted to
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
