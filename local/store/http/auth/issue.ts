import type { AccessToken, Apps, RefreshToken } from './apps';

/** Lifetimes in seconds, as Shopify states them in its answers. */
export const clientCredentialsSeconds = 86_399;
const expiringAccessSeconds = 3_600;
const refreshSeconds = 7_776_000;

/** Visibly fake, different for every shop and every issue. */
export function newSecret(apps: Apps, prefix: string, shop: string): string {
  apps.issued += 1;
  return `${prefix}_fake_${shop.split('.')[0]}_${apps.issued}`;
}

export interface Grant {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly shop: string;
  readonly nowMs: number;
}

export function issueAccessToken(apps: Apps, grant: Grant, lifeSeconds: number | null): AccessToken {
  const token: AccessToken = {
    token: newSecret(apps, 'shpat', grant.shop),
    clientId: grant.clientId,
    scopes: grant.scopes,
    expiresAtMs: lifeSeconds === null ? null : grant.nowMs + lifeSeconds * 1000,
    revoked: false,
  };
  apps.accessTokens.push(token);
  return token;
}

/** An admin-created custom app's token: given, not requested, and permanent. */
export function addPermanentToken(apps: Apps, token: string, grant: Omit<Grant, 'shop' | 'nowMs'>): void {
  apps.accessTokens.push({ ...grant, token, expiresAtMs: null, revoked: false });
}

/** An expiring access token with the refresh token that renews it, and Shopify's answer for both. */
export function issueExpiringPair(
  apps: Apps,
  grant: Grant,
  generation: number,
): Readonly<Record<string, unknown>> {
  const access = issueAccessToken(apps, grant, expiringAccessSeconds);
  const refresh: RefreshToken = {
    token: newSecret(apps, 'shprt', grant.shop),
    clientId: grant.clientId,
    scopes: grant.scopes,
    generation,
    expiresAtMs: grant.nowMs + refreshSeconds * 1000,
    firstUsedAtMs: null,
    retired: false,
  };
  apps.refreshTokens.push(refresh);
  return {
    access_token: access.token,
    scope: grant.scopes.join(','),
    expires_in: expiringAccessSeconds,
    refresh_token: refresh.token,
    refresh_token_expires_in: refreshSeconds,
  };
}

/** Any new acquisition retires what was there to refresh (Shopify's changelog of 28 August 2026). */
export function retireRefreshTokens(apps: Apps, clientId: string): void {
  for (const token of apps.refreshTokens) if (token.clientId === clientId) token.retired = true;
}
