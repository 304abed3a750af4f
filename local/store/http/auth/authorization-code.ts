import { createHmac } from 'node:crypto';
import type { WireRequest, WireResponse } from '../../wire';
import { htmlAnswer } from '../answers';
import { type App, type Apps, findApp } from './apps';
import { issueAccessToken, issueExpiringPair, newSecret, retireRefreshTokens } from './issue';
import { type OauthError, oauthError, oauthErrorAnswer } from './oauth-error';

/** Shopify states no lifetime for a code; clients exchange it at once. */
const codeLifeMs = 60 * 60 * 1000;

/**
 * `GET /admin/oauth/authorize`: the merchant approves at once and is sent back with a code
 * (https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant).
 */
export function answerAuthorize(apps: Apps, request: WireRequest, shop: string, nowMs: number): WireResponse {
  const query = new URL(request.url).searchParams;
  const app = findApp(apps, query.get('client_id') ?? undefined);
  if (!app) {
    return oauthErrorAnswer(
      request,
      oauthError('application_cannot_be_found', 'The application cannot be found.'),
    );
  }
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!app.redirectUrls.includes(redirectUri)) {
    return oauthErrorAnswer(request, oauthError('invalid_request', 'The redirect_uri is not whitelisted'));
  }
  const isPerUser = query.getAll('grant_options[]').includes('per-user');
  if (isPerUser) return htmlAnswer(501, 'Not implemented', 'The embedded store grants no per-user tokens.');
  const asked = (query.get('scope') ?? '').split(',').map((scope) => scope.trim());
  const scopes = asked.filter((scope) => scope !== '');
  const code = newSecret(apps, 'code', shop);
  apps.authorizationCodes.push({
    code,
    clientId: app.clientId,
    scopes: scopes.length > 0 ? scopes : app.scopes,
    expiresAtMs: nowMs + codeLifeMs,
    used: false,
  });
  const location = callbackUrl(app, redirectUri, { code, shop, state: query.get('state') ?? '' }, nowMs);
  return { ...htmlAnswer(302, 'Redirecting', 'Redirecting'), headers: { Location: location } };
}

function callbackUrl(
  app: App,
  redirectUri: string,
  { code, shop, state }: { readonly code: string; readonly shop: string; readonly state: string },
  nowMs: number,
): string {
  const host = Buffer.from(`admin.shopify.com/store/${shop.split('.')[0]}`).toString('base64url');
  const timestamp = String(Math.floor(nowMs / 1000));
  const url = new URL(redirectUri);
  const parameters = { code, host, shop, state, timestamp };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  url.searchParams.set('hmac', signature(url.searchParams, app.clientSecret));
  return url.href;
}

/** Lower-case hex over the other parameters, sorted by name and form-encoded. */
function signature(parameters: URLSearchParams, secret: string): string {
  const sorted = new URLSearchParams([...parameters].sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHmac('sha256', secret).update(sorted.toString()).digest('hex');
}

/** Exchanges a code, once. `expiring=1` asks for a token that expires and its refresh token. */
export function exchangeCode(
  apps: Apps,
  app: App,
  sent: Readonly<Record<string, string>>,
  shop: string,
  nowMs: number,
): Readonly<Record<string, unknown>> | OauthError {
  const code = apps.authorizationCodes.find((known) => known.code === sent.code);
  if (!code || code.used || code.clientId !== app.clientId || code.expiresAtMs <= nowMs) {
    return oauthError('invalid_request', 'The authorization code was not found or was already used');
  }
  code.used = true;
  app.installed = true;
  retireRefreshTokens(apps, app.clientId);
  const grant = { clientId: app.clientId, scopes: code.scopes, shop, nowMs };
  if (sent.expiring === '1') return issueExpiringPair(apps, grant, 0);
  const { token } = issueAccessToken(apps, grant, null);
  return { access_token: token, scope: code.scopes.join(',') };
}
