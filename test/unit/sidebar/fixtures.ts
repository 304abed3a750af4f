import type {
  Answer,
  Overview,
  PreviewSummary,
  RunSummary,
  ScheduleView,
  TabView,
} from '../../../src/answers/answers';
import { NO_ROWS } from '../../../src/catalog/tab/status-block';

export function ok<Value>(value: Value): Answer<Value> {
  return { ok: true, value };
}

export const NO_NETWORK: Extract<Answer<never>, { ok: false }> = {
  ok: false,
  problem: { kind: 'network', message: 'Shopify could not be reached.', nextStep: 'Try again.' },
};

const NOTHING = { count: 0, shown: [], more: [] } as const;

export function summaryOf(changes: Partial<RunSummary> = {}): RunSummary {
  return {
    outcome: 'finished',
    groups: ['products', 'inventory', 'prices'],
    totals: { ...NO_ROWS, updated: 3, unchanged: 4 },
    unknownBase: { products: 0, inventory: 0, prices: 0 },
    run: 7,
    undid: null,
    preview: null,
    unsynced: { products: NOTHING, inventory: NOTHING, prices: NOTHING },
    held: NOTHING,
    refused: 0,
    conflicts: NOTHING,
    estimatedSeconds: null,
    sent: 3,
    remaining: 0,
    keptStock: 0,
    problem: null,
    endedAtMs: Date.UTC(2026, 10, 22),
    ...changes,
  };
}

export function previewOf(changes: Partial<PreviewSummary> = {}): PreviewSummary {
  return { ...summaryOf(), run: null, undid: null, sent: 0, remaining: 0, keptStock: 0, ...changes };
}

export function tabOf(sheetId: number, ticked: boolean): TabView {
  return {
    sheetId,
    name: `Tab ${sheetId}`,
    kind: 'prices',
    ticked,
    reason: '',
    unknownColumns: [],
    unsyncedColumns: [],
    namesStock: false,
  };
}

export const OVERVIEW: Overview = {
  version: '1.2.3',
  release: { page: null, retires: null },
  requests: [],
  connection: {
    shop: 'acme.myshopify.com',
    shopName: 'Acme',
    currencyCode: 'EUR',
    method: 'client-credentials',
    connectedBy: 'Anna',
    productCount: 1204,
    locationCount: 2,
    locations: [
      { id: 'gid://shopify/Location/1', name: 'Main' },
      { id: 'gid://shopify/Location/2', name: 'Cellar' },
    ],
    grantedScopes: ['write_products'],
    missingScopes: [],
    tokenRenewedAtMs: Date.UTC(2026, 10, 22, 9),
    tokenExpiresAtMs: Date.UTC(2026, 10, 23, 9),
  },
  colleague: null,
  copiedFrom: null,
  redirectUri: 'https://script.google.com/macros/d/example/usercallback',
  accessScopes: ['read_products', 'write_products'],
  tabs: [tabOf(1, true), tabOf(2, false)],
  pull: null,
  refresh: null,
  lastRun: null,
  hasSynced: false,
  schedule: null,
  chat: null,
  settings: {
    onConflict: { products: 'ask', inventory: 'ask', prices: 'ask' },
    defaultLocationId: null,
    keepStock: null,
    accountKind: 'consumer',
  },
};

export const SCHEDULE: ScheduleView = {
  rhythm: { every: 'hours', hours: 1 },
  groups: ['prices', 'inventory'],
  owner: 'Anna',
  isMine: true,
  timeZone: 'Etc/UTC',
  asOfMs: Date.UTC(2026, 10, 22, 14, 30),
  last: { atMs: Date.UTC(2026, 10, 22, 14, 2), says: '3 rows updated' },
  nextAtMs: Date.UTC(2026, 10, 22, 15, 2),
  trouble: null,
};
