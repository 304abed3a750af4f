import { documentCache, scriptCache } from './google/cache-service-cache';
import { clockTriggers } from './google/clock-triggers';
import { consoleLog } from './google/console-log';
import { lockServiceLock } from './google/lock-service-lock';
import { documentSettings, userSecrets } from './google/properties-settings';
import { refusalOf } from './google/refusals';
import { scriptAuthorization } from './google/script-authorization';
import { spreadsheetSheets } from './google/spreadsheet-sheets';
import { urlFetchHttp } from './google/url-fetch-http';
import { usageSoFar } from './google/usage-count';
import { utilitiesClock } from './google/utilities-clock';
import { utilitiesHmac } from './google/utilities-hmac';
import { utilitiesUuid } from './google/utilities-uuid';
import type { Secrets } from './ports/settings';
import { RECOMMENDED_SCOPES } from './shopify/access-scopes';
import { createAdminClient } from './shopify/admin-client';
import type { AuthContext } from './shopify/auth/auth-strategy';
import { authorizeUrl, exchangeCode } from './shopify/auth/authorize';
import { openAuth } from './shopify/auth/open-auth';
import { lookUpMemory } from './shopify/look-up/memory';
import { shopifyStore } from './shopify/shopify-store';
import type { Access, Outside } from './sync/outside';

declare const BUILD_VERSION: string;

/** Google's services and Shopify's API, wired together for the use cases. */
export const outside: Outside = {
  sheets: spreadsheetSheets,
  settings: documentSettings,
  secrets: userSecrets,
  cache: documentCache,
  lock: lockServiceLock,
  clock: utilitiesClock,
  newUuid: utilitiesUuid,
  hmac: utilitiesHmac,
  log: consoleLog,
  refusalOf,
  usage: usageSoFar,
  version: BUILD_VERSION,
  authorization: scriptAuthorization,
  triggers: clockTriggers,
  isTrigger: false,
  shopify: {
    accessScopes: RECOMMENDED_SCOPES,
    openStore(access, secrets) {
      const auth = openAuth(authContext(access, secrets));
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
    authorizeUrl: (shop, credential, state) =>
      authorizeUrl(shop, credential, {
        scopes: RECOMMENDED_SCOPES,
        redirectUri: scriptAuthorization.redirectUri(),
        state,
      }),
    exchangeCode: (access, credential, parameters, secrets) =>
      exchangeCode(authContext(access, secrets), credential, parameters, utilitiesHmac),
  },
};

function authContext({ shop, secretKey }: Access, secrets: Secrets): AuthContext {
  return { shop, secretKey, secrets, lock: lockServiceLock, http: urlFetchHttp, clock: utilitiesClock };
}
