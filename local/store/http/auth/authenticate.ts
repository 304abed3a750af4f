import { type AccessToken, type Apps, findApp } from './apps';

/** The token as long as it works: known, not expired, not revoked, its app installed. */
export function authenticate(apps: Apps, token: string | undefined, nowMs: number): AccessToken | undefined {
  const known = apps.accessTokens.find((candidate) => candidate.token === token);
  if (!known || known.revoked) return undefined;
  if (known.expiresAtMs !== null && known.expiresAtMs <= nowMs) return undefined;
  return findApp(apps, known.clientId)?.installed === false ? undefined : known;
}

/** The body of Shopify's 401; `errors` is a text here, not a list. */
export const unauthorizedBody = {
  errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
} as const;
