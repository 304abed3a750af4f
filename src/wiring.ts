import type { TabTemplate } from './catalog/tab/tab-templates';
import { HIDDEN_TABS, hiddenTabs } from './google/journals/hidden-tab';
import { documentCache, scriptCache } from './google/services/cache-service-cache';
import { clockTriggers } from './google/services/clock-triggers';
import { languageOfPerson, messagesIn } from './google/services/language';
import { lockServiceLock } from './google/services/lock-service-lock';
import { documentSettings, documentSettingsAtOnce, userSecrets } from './google/services/properties-settings';
import { refusalOf } from './google/services/refusals';
import { scriptAuthorization } from './google/services/script-authorization';
import { urlFetchHttp } from './google/services/url-fetch-http';
import { usageSoFar } from './google/services/usage-count';
import { consoleLog, utilitiesClock, utilitiesHmac, utilitiesUuid } from './google/services/utilities';
import { cells, reportsIn, spreadsheet, statusBlock, tabs } from './google/spreadsheet';
import type { Credentials } from './ports/credential';
import type { AuthContext } from './shopify/auth/auth-strategy';
import { authorizeUrl, exchangeCode } from './shopify/auth/authorize';
import { openAuth } from './shopify/auth/open-auth';
import { lookUpMemory } from './shopify/bulk/look-up-memory';
import { RECOMMENDED_SCOPES } from './shopify/client/access-scopes';
import { createAdminClient } from './shopify/client/admin-client';
import { API_VERSION, retiresAtMs } from './shopify/client/graphql';
import { shopifyStore } from './shopify/shopify-store';
import type { WritingServices } from './sync/ground/services';
import { sheetLanguage } from './sync/ground/sheet-language';
import { namingTabs } from './sync/tabs/in-tab';

declare const BUILD_VERSION: string;
declare const BUILD_RELEASES: string;

const { speak, speakers, inEnglish } = sheetLanguage(documentSettings, messagesIn);

/** Google's services and Shopify's API, wired together for the use cases. */
export const services: WritingServices = {
  spreadsheet: { ...spreadsheet, toast: (message) => spreadsheet.toast(speak(message)) },
  tabs: { ...tabs, add: (template, into) => tabs.add(withNotes(template), into) },
  cells,
  statusBlock,
  reports: reportsIn(speak),
  speak,
  speakers,
  inEnglish,
  ownLanguage: languageOfPerson,
  journals: namingTabs(hiddenTabs, HIDDEN_TABS),
  settings: documentSettings,
  settingsAtOnce: documentSettingsAtOnce,
  secrets: userSecrets,
  cache: documentCache,
  http: urlFetchHttp,
  lock: lockServiceLock,
  clock: utilitiesClock,
  newUuid: utilitiesUuid,
  hmac: utilitiesHmac,
  log: consoleLog,
  refusalOf,
  usage: usageSoFar,
  version: BUILD_VERSION,
  releasesPage: BUILD_RELEASES,
  authorization: scriptAuthorization,
  triggers: clockTriggers,
  isTrigger: false,
  shopify: {
    accessScopes: RECOMMENDED_SCOPES,
    retiresAtMs: retiresAtMs(API_VERSION),
    openStore(access, credentials) {
      const auth = openAuth(authContext(access.shop, credentials));
      const client = createAdminClient({
        shop: access.shop,
        auth,
        http: urlFetchHttp,
        clock: utilitiesClock,
        memory: { cache: scriptCache, key: `pace:${access.secretKey}` },
      });
      const memory = lookUpMemory(documentSettings);
      return shopifyStore({ client, http: urlFetchHttp, clock: utilitiesClock, memory }, utilitiesUuid);
    },
    authorizeUrl: (shop, credential, asked) =>
      authorizeUrl(shop, credential, { ...asked, redirectUri: scriptAuthorization.redirectUri() }),
    exchangeCode: (shop, credential, parameters, credentials) =>
      exchangeCode(authContext(shop, credentials), credential, parameters, utilitiesHmac),
  },
};

function withNotes(template: TabTemplate): TabTemplate {
  return {
    ...template,
    columns: template.columns.map((column) => ({ ...column, note: speak(column.note) })),
  };
}

function authContext(shop: string, credentials: Credentials): AuthContext {
  return { shop, credentials, lock: lockServiceLock, http: urlFetchHttp, clock: utilitiesClock };
}
