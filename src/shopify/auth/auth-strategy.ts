import { type Credential, credential as credentialShape } from '../../ports/credential';
import type { Http } from '../../ports/http';
import type { Result } from '../../ports/problem';
import { readStored } from '../../ports/shape';
import type { Secrets } from '../../ports/storage';
import type { Clock, Lock } from '../../ports/system';

/** How a connection comes by its access token, and what it does when Shopify refuses one. */
export interface AuthStrategy {
  /** The token to send now; renewed beforehand where it is about to expire. */
  accessToken(): Result<string>;
  /** Called once after a 401: a token that differs from the refused one, or why there is none. */
  replaceToken(refused: string): Result<string>;
}

/** What every strategy stands on. */
export interface AuthContext {
  /** `acme.myshopify.com` */
  readonly shop: string;
  readonly secretKey: string;
  readonly secrets: Secrets;
  readonly lock: Lock;
  readonly http: Http;
  readonly clock: Clock;
}

export function loadCredential({ secrets, secretKey }: AuthContext): Credential | undefined {
  return readStored(credentialShape, secrets.load(secretKey));
}

export function saveCredential({ secrets, secretKey }: AuthContext, credential: Credential): void {
  secrets.save(secretKey, JSON.stringify(credential));
}
