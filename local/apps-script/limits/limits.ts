/**
 * Google's limits. Source, unless a line says otherwise:
 * https://developers.google.com/apps-script/guides/services/quotas
 */
export type AccountKind = 'consumer' | 'workspace';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;
const minuteMs = 60_000;

export const limits = {
  execution: {
    scriptRuntimeMs: 6 * minuteMs,
    /** https://developers.google.com/apps-script/guides/triggers */
    simpleTriggerRuntimeMs: 30_000,
  },
  properties: { bytesPerValue: 9 * kilobyte, bytesPerStore: 500 * kilobyte },
  /** https://developers.google.com/apps-script/reference/cache/cache */
  cache: {
    charactersPerKey: 250,
    bytesPerValue: 100 * kilobyte,
    items: 1000,
    defaultSeconds: 600,
    longestSeconds: 21_600,
    /** Measured by others: over the cap a tenth goes, oldest first. */
    evictedItems: 100,
  },
  urlFetch: {
    /** https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
    charactersPerUrl: 2082,
    headersPerCall: 100,
    headerBytesPerCall: 8 * kilobyte,
    postBytes: 50 * megabyte,
    responseBytes: 50 * megabyte,
    defaultTimeoutSeconds: 360,
    /** Redirects after which browsers and Google's fetcher give up; no page says. */
    redirects: 20,
  },
  triggers: { perUser: 20, shortestAddonIntervalHours: 1 },
  /** https://developers.google.com/apps-script/reference/script/state-token-builder */
  stateToken: { defaultSeconds: 60, longestSeconds: 3600 },
  /** Several pages of 2026; Google's help page was not read. */
  workbook: { cells: 10_000_000, columns: 18_278, charactersPerCell: 50_000 },
} as const;

/** Allowance of one user in the 24 hours after the first use. */
export const dailyQuotas = {
  urlFetchCalls: { consumer: 20_000, workspace: 100_000 },
  propertiesReadWrites: { consumer: 50_000, workspace: 500_000 },
  triggerRuntimeMs: { consumer: 90 * minuteMs, workspace: 360 * minuteMs },
} as const satisfies Record<string, Record<AccountKind, number>>;

export type DailyQuota = keyof typeof dailyQuotas;
