import type { FieldGroup } from './catalog/row';
import { documentCache } from './google/cache-service-cache';
import { consoleLog } from './google/console-log';
import { openSidebar } from './google/html-sidebar';
import { lockServiceLock } from './google/lock-service-lock';
import { addMenu } from './google/menu';
import { documentSettings, userSecrets } from './google/properties-settings';
import { spreadsheetSheets } from './google/spreadsheet-sheets';
import { urlFetchHttp } from './google/url-fetch-http';
import { utilitiesClock } from './google/utilities-clock';
import { utilitiesUuid } from './google/utilities-uuid';
import { type Result, succeed } from './ports/problem';
import { createAdminClient } from './shopify/admin-client';
import { permanentToken } from './shopify/auth/permanent-token';
import { shopifyStore } from './shopify/shopify-store';
import type { Answer, ConnectionView, Overview, RunSummary, TabView } from './sync/answers';
import * as held from './sync/confirm-held';
import * as connections from './sync/connect';
import { answer, runAlone, tell } from './sync/entry';
import { groupsOf } from './sync/groups';
import type { Outside } from './sync/outside';
import { getOverview as overview } from './sync/overview';
import { type SavedPolicy, savePolicy } from './sync/policy-settings';
import { previewSync as preview } from './sync/preview-sync';
import { loadProgress, type Progress } from './sync/progress';
import { chooseTabs as choose } from './sync/tabs';

/** Composition root: wires Google's services and Shopify's API to the use cases, and exports the entry points. */
declare const BUILD_VERSION: string;

const outside: Outside = {
  sheets: spreadsheetSheets,
  settings: documentSettings,
  secrets: userSecrets,
  cache: documentCache,
  lock: lockServiceLock,
  clock: utilitiesClock,
  newUuid: utilitiesUuid,
  log: consoleLog,
  version: BUILD_VERSION,
  openStore: ({ shop }, secret) => {
    const client = createAdminClient({
      shop,
      auth: permanentToken(secret),
      http: urlFetchHttp,
      clock: utilitiesClock,
    });
    return shopifyStore(client, utilitiesUuid);
  },
};

const respond = <Value>(action: () => Result<Value>): Answer<Value> => answer(outside.log, action);

// Google

export function onOpen(): void {
  addMenu();
}

export function onInstall(): void {
  addMenu();
}

// Menu

export function previewSync(): Answer<RunSummary> {
  return tell(
    outside,
    respond(() => succeed(preview(outside, groupsOf(undefined)))),
  );
}

export function syncNow(): Answer<RunSummary> {
  return syncFromMenu(undefined);
}

export function syncProducts(): Answer<RunSummary> {
  return syncFromMenu(['products']);
}

export function syncInventory(): Answer<RunSummary> {
  return syncFromMenu(['inventory']);
}

export function syncPrices(): Answer<RunSummary> {
  return syncFromMenu(['prices']);
}

export function showSidebar(): void {
  openSidebar();
}

function syncFromMenu(groups: readonly FieldGroup[] | undefined): Answer<RunSummary> {
  return tell(outside, startSync({ groups }));
}

// Sidebar

export function getOverview(): Answer<Overview> {
  return respond(() => succeed(overview(outside)));
}

export function saveConnection(credentials: connections.Credentials): Answer<ConnectionView> {
  return respond(() => connections.connect(outside, credentials));
}

export function testConnection(): Answer<ConnectionView> {
  return respond(() => connections.testConnection(outside));
}

export function disconnect(): Answer<null> {
  return respond(() => succeed(connections.disconnect(outside)));
}

export function chooseTabs({
  sheetIds,
}: {
  readonly sheetIds: readonly number[];
}): Answer<readonly TabView[]> {
  return respond(() => succeed(choose(outside, sheetIds)));
}

export function startSync(request?: { readonly groups?: readonly FieldGroup[] }): Answer<RunSummary> {
  return respond(() => runAlone(outside, { groups: groupsOf(request?.groups), isContinuation: false }));
}

export function continueSync(): Answer<RunSummary> {
  return respond(() => runAlone(outside, { groups: groupsOf(undefined), isContinuation: true }));
}

export function getProgress(): Answer<Progress | null> {
  return respond(() => succeed(loadProgress(outside.cache)));
}

export function confirmHeld(choice: held.UnknownBaseChoice): Answer<RunSummary> {
  return respond(() => held.confirmHeld(outside, choice));
}

export function saveSettings(changes: Partial<SavedPolicy>): Answer<SavedPolicy> {
  return respond(() => savePolicy(outside.settings, changes));
}
