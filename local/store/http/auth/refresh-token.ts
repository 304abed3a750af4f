import type { App, Apps, RefreshToken } from './apps';
import { issueExpiringPair } from './issue';
import type { OauthError } from './oauth-error';

const usableAfterFirstUseMs = 30 * 24 * 60 * 60 * 1000;

/** Final: only the merchant's approval brings a new refresh token. */
const notActive: OauthError = {
  status: 401,
  error: 'invalid_request',
  description: 'This request requires an active refresh_token',
};

/**
 * Renews both tokens. The old refresh token keeps working, for a client that lost the answer, until a newer one
 * is used, 30 days after its first use, or its own expiry (Shopify's changelog of 28 August 2026).
 */
export function grantRefreshToken(
  apps: Apps,
  app: App,
  sent: string | undefined,
  shop: string,
  nowMs: number,
): Readonly<Record<string, unknown>> | OauthError {
  const token = apps.refreshTokens.find((known) => known.token === sent && known.clientId === app.clientId);
  if (!token || !app.installed || !isActive(token, nowMs)) return notActive;
  token.firstUsedAtMs ??= nowMs;
  retireOlder(apps, token);
  const grant = { clientId: app.clientId, scopes: token.scopes, shop, nowMs };
  return issueExpiringPair(apps, grant, token.generation + 1);
}

function isActive(token: RefreshToken, nowMs: number): boolean {
  if (token.retired || token.expiresAtMs <= nowMs) return false;
  return token.firstUsedAtMs === null || nowMs < token.firstUsedAtMs + usableAfterFirstUseMs;
}

/** The first use of a token ends its predecessors, and the other tokens that a repeated refresh gave. */
function retireOlder(apps: Apps, used: RefreshToken): void {
  for (const token of apps.refreshTokens) {
    const isOlder = token.generation <= used.generation && token !== used;
    if (token.clientId === used.clientId && isOlder) token.retired = true;
  }
}
