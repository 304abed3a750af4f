/**
 * The Admin API version that every document in this folder is validated against. A retired version silently falls
 * forward to the oldest supported one, so the answer's `X-Shopify-API-Version` is compared with it.
 * Source: https://shopify.dev/docs/api/usage/versioning
 */
export const API_VERSION = '2026-10';

/** Shopify promises each version for a year from the month that it is named after. */
export function retiresAtMs(version: string): number {
  const [year = 0, month = 1] = version.split('-').map(Number);
  return Date.UTC(year + 1, month - 1, 1);
}
