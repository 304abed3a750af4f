import type { TypedCredentials } from '../../answers/requests';
import type { ShopFacts } from '../../plan/model/snapshot';
import { type Credential, type Credentials, credentialsIn, trialOf } from '../../ports/credential';
import { type Result, succeed } from '../../ports/problem';
import type { Access, Services } from '../ground/services';
import type { ConnectionFacts } from './connection-record';
import { parseCredentials, parseShop } from './typed-credentials';

/** Reads typed text as an access and its credential, or names the fault; nothing is asked of Shopify yet. */
export function parseTyped(
  typed: TypedCredentials,
): Result<{ readonly access: Access; readonly credential: Credential }> {
  const shop = parseShop(typed.shop);
  if (!shop.ok) return shop;
  const credential = parseCredentials(typed);
  if (!credential.ok) return credential;
  const app = 'clientId' in credential.value ? credential.value.clientId : 'custom-app';
  return succeed({
    access: { shop: shop.value, secretKey: `shopify:${shop.value}:${app}` },
    credential: credential.value,
  });
}

/** Keeps what a trial ended with, new tokens included. */
export function keepTrial({ secrets }: Services, { secretKey }: Access, trial: Credentials): void {
  const tried = trial.load();
  if (tried) credentialsIn(secrets, secretKey).save(tried);
}

/**
 * A trial that asks for a fresh token, where that takes no person: a token has the scopes of the day it was issued, so
 * scopes that were added since are not seen with the old one.
 */
export function freshTrial(kept: Credentials): Credentials | undefined {
  const credential = kept.load();
  if (credential?.kind !== 'client-credentials') return undefined;
  const { token: _, ...withoutToken } = credential;
  return trialOf(withoutToken);
}

/** Facts that the store gives about itself and about what the app may do there. */
export function fetchFacts(
  { shopify }: Services,
  access: Access,
  credentials: Credentials,
): Result<ConnectionFacts> {
  const store = shopify.openStore(access, credentials);
  const shop = store.fetchShop();
  if (!shop.ok) return shop;
  const mayCount = shop.value.accessScopes.some((scope) => /^(read|write)_products$/.test(scope));
  const count = mayCount ? store.countProducts() : succeed(null);
  if (!count.ok) return count;
  const { locations, domain: _domain, publishing: _publishing, ...facts } = shop.value;
  return succeed({
    ...facts,
    locations: keptLocations(locations),
    locationCount: locations.length,
    productCount: count.value,
  });
}

/** About half of what a property holds. Source: https://developers.google.com/apps-script/guides/services/quotas */
const KEPT_LENGTH = 4_000;

function keptLocations(locations: ShopFacts['locations']): ShopFacts['locations'] {
  let length = 0;
  return locations.filter((location) => {
    length += JSON.stringify(location).length;
    return length <= KEPT_LENGTH;
  });
}
