import type { ConnectionView } from '../../answers/answers';
import { credentialsIn } from '../../ports/credential';
import type { Secrets } from '../../ports/storage';
import type { Connection } from './connection-record';

/** A connection as the sidebar shows it: when its token was renewed and ends, never the token. */
export function viewConnection(
  { shop, secretKey, method, connectedBy, facts }: Connection,
  secrets: Secrets,
): ConnectionView {
  const credential = credentialsIn(secrets, secretKey).load();
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
