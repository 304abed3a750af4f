import { failureReason, type HttpAnswer, type HttpRequest } from '../../ports/http';
import type { Problem } from '../../ports/problem';
import { anything, mapOf, readStored } from '../../ports/shape';

/** Answer of Shopify's token endpoint. Source: https://shopify.dev/docs/apps/build/authentication-authorization */
export type Grant =
  | {
      readonly kind: 'granted';
      readonly accessToken: string;
      readonly scope: string;
      readonly expiresInSeconds: number | undefined;
      readonly refreshToken: string | undefined;
      readonly refreshTokenExpiresInSeconds: number | undefined;
    }
  /** Shopify understood and said no; asking again will not help. */
  | { readonly kind: 'refused'; readonly status: number; readonly error: string }
  /** It never left Google. */
  | { readonly kind: 'not-sent'; readonly problem: Problem }
  /** No conclusive answer; the stored credential stays. */
  | { readonly kind: 'unclear'; readonly reason: string };

export function tokenRequest(shop: string, fields: Readonly<Record<string, string>>): HttpRequest {
  const body = Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return {
    method: 'POST',
    url: `https://${shop}/admin/oauth/access_token`,
    // Without it errors come as a page of HTML.
    headers: { Accept: 'application/json' },
    contentType: 'application/x-www-form-urlencoded',
    body,
  };
}

export function readGrant(answer: HttpAnswer): Grant {
  if ('failure' in answer && answer.problem) return { kind: 'not-sent', problem: answer.problem };
  if ('failure' in answer) return { kind: 'unclear', reason: failureReason(answer) };
  const { status, body } = answer;
  const json = readStored(mapOf(anything), body);
  if (status === 200) {
    if (typeof json?.access_token !== 'string') {
      return { kind: 'unclear', reason: 'Shopify answered with a page instead of a token' };
    }
    return {
      kind: 'granted',
      accessToken: json.access_token,
      scope: typeof json.scope === 'string' ? json.scope : '',
      expiresInSeconds: asNumber(json.expires_in),
      refreshToken: typeof json.refresh_token === 'string' ? json.refresh_token : undefined,
      refreshTokenExpiresInSeconds: asNumber(json.refresh_token_expires_in),
    };
  }
  if (status === 429 || status >= 500)
    return { kind: 'unclear', reason: `Shopify answered with status ${status}` };
  const error = typeof json?.error === 'string' ? json.error : /Oauth error (\w+)/.exec(body)?.[1];
  return { kind: 'refused', status, error: error ?? '' };
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
