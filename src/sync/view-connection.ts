import type { Credential } from '../ports/credential';
import type { Secrets } from '../ports/settings';
import type { ConnectionView } from './answers';
import type { Connection } from './connection';
import { readJson } from './json';

/** A connection as the sidebar shows it: when its token was renewed and ends, never the token. */
export function viewConnection(
  { shop, secretKey, method, connectedBy, facts }: Connection,
  secrets: Secrets,
): ConnectionView {
  const credential = readJson<Credential>(secrets.load(secretKey));
  const token = credential && 'token' in credential ? credential.token : undefined;
  return {
    shop,
    method,
    connectedBy,
    shopName: facts.name,
    currencyCode: facts.currencyCode,
    productCount: facts.productCount,
    locationCount: facts.locationCount,
    locations: facts.locations ?? [],
    grantedScopes: facts.accessScopes,
    missingScopes: [...new Set(Object.values(facts.missingScopes).flat())],
    tokenRenewedAtMs: token?.issuedAtMs ?? null,
    tokenExpiresAtMs: token?.expiresAtMs ?? null,
  };
}
