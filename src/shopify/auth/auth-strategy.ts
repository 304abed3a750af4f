import type { Credentials } from '../../ports/credential';
import type { Http } from '../../ports/http';
import type { Result } from '../../ports/problem';
import type { Clock, Lock } from '../../ports/system';

/** Gives a connection its access token, and another one when Shopify refuses it. */
export interface AuthStrategy {
  /** The token to send now; renewed beforehand where it is about to expire. */
  accessToken(): Result<string>;
  /** Called once after a 401: a token that differs from the refused one, or why there is none. */
  replaceToken(refused: string): Result<string>;
}

/** Everything that each strategy needs. */
export interface AuthContext {
  /** `acme.myshopify.com` */
  readonly shop: string;
  readonly credentials: Credentials;
  readonly lock: Lock;
  readonly http: Http;
  readonly clock: Clock;
}
