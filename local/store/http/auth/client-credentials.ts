import type { App, Apps } from './apps';
import { clientCredentialsSeconds, issueAccessToken } from './issue';
import { type OauthError, oauthError } from './oauth-error';

/**
 * The grant for an app of the store's own organisation. No refresh token: the app asks again
 * (https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant).
 */
export function grantClientCredentials(
  apps: Apps,
  app: App,
  shop: string,
  nowMs: number,
): Readonly<Record<string, unknown>> | OauthError {
  if (app.organization !== apps.organization) {
    return oauthError('shop_not_permitted', 'Client credentials cannot be performed on this shop.');
  }
  if (!app.installed)
    return oauthError('app_not_installed', 'The application is not installed on this shop.');
  const grant = { clientId: app.clientId, scopes: app.scopes, shop, nowMs };
  const { token } = issueAccessToken(apps, grant, clientCredentialsSeconds);
  return { access_token: token, scope: app.scopes.join(','), expires_in: clientCredentialsSeconds };
}
