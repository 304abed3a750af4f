import type { AuthorizationCode } from '../../ports/credential';
import type { AuthContext, AuthStrategy } from './auth-strategy';
import { type Renewal, renewableToken } from './renewable-token';

/**
 * Offline access that a merchant granted: an access token for an hour, and a refresh token that is replaced at each use.
 * Source: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens
 */
export function authorizationCode(context: AuthContext): AuthStrategy {
  return renewableToken(context, AUTHORIZATION_CODE);
}

export const AUTHORIZATION_CODE: Renewal<AuthorizationCode> = {
  kind: 'authorization-code',
  fields: ({ clientId, clientSecret, token }) =>
    token?.refreshToken
      ? {
          grant_type: 'refresh_token',
          client_id: clientId,
          client_secret: clientSecret,
          refresh_token: token.refreshToken,
        }
      : undefined,
  withGrant: (credential, grant, nowMs) => {
    const { token } = credential;
    const refreshToken = grant.refreshToken ?? token?.refreshToken;
    const refreshTokenExpiresAtMs =
      grant.refreshTokenExpiresInSeconds === undefined
        ? token?.refreshTokenExpiresAtMs
        : nowMs + grant.refreshTokenExpiresInSeconds * 1000;
    return {
      ...credential,
      token: {
        accessToken: grant.accessToken,
        issuedAtMs: nowMs,
        ...(grant.expiresInSeconds !== undefined && { expiresAtMs: nowMs + grant.expiresInSeconds * 1000 }),
        ...(refreshToken !== undefined && { refreshToken }),
        ...(refreshTokenExpiresAtMs !== undefined && { refreshTokenExpiresAtMs }),
      },
    };
  },
};
