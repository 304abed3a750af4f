import type { Result } from '../../ports/problem';

/** How a connection comes by its access token, and what it does when Shopify refuses one. */
export interface AuthStrategy {
  /** The token to send now; renewed beforehand where it is about to expire. */
  accessToken(): Result<string>;
  /** Called once after a 401: a token that differs from the refused one, or why there is none. */
  replaceToken(refused: string): Result<string>;
}
