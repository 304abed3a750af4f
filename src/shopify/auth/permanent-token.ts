import type { PermanentToken } from '../../ports/credential';
import { fail, succeed } from '../../ports/problem';
import type { AuthStrategy } from './auth-strategy';

/**
 * The token of a custom app made in Shopify admin, which does not expire.
 * Source: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/generate-app-access-tokens-admin
 */
export function permanentToken({ accessToken }: PermanentToken): AuthStrategy {
  return {
    accessToken: () => succeed(accessToken),
    replaceToken: () =>
      fail(
        'unauthorized',
        'Shopify does not accept this access token.',
        'Copy the token again from your custom app in Shopify admin and connect once more; if the app was uninstalled, install it first.',
      ),
  };
}
