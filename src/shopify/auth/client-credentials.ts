import type { ClientCredentials } from '../../ports/credential';
import type { AuthContext, AuthStrategy } from './auth-strategy';
import { renewableToken } from './renewable-token';

/**
 * An app of the store's own organisation asks for a token with its ID and secret; the token lives for a day and has
 * no refresh token, so it is asked for again.
 * Source: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant
 */
export function clientCredentials(context: AuthContext): AuthStrategy {
  return renewableToken<ClientCredentials>(context, {
    kind: 'client-credentials',
    fields: ({ clientId, clientSecret }) => ({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }),
    withGrant: (credential, { accessToken, expiresInSeconds }, nowMs) => ({
      ...credential,
      token: {
        accessToken,
        issuedAtMs: nowMs,
        ...(expiresInSeconds !== undefined && { expiresAtMs: nowMs + expiresInSeconds * 1000 }),
      },
    }),
  });
}
