import type { WireRequest, WireResponse } from '../../wire';
import { jsonAnswer } from '../answers';
import { type App, type Apps, findApp } from './apps';
import { exchangeCode } from './authorization-code';
import { grantClientCredentials } from './client-credentials';
import { type OauthError, oauthError, oauthErrorAnswer } from './oauth-error';
import { grantRefreshToken } from './refresh-token';

type Sent = Readonly<Record<string, string>>;
type Granted = Readonly<Record<string, unknown>> | OauthError;
type Exchange = (apps: Apps, app: App, sent: Sent, shop: string, nowMs: number) => Granted;

/** By `grant_type`; a code comes without one. */
const grants: Readonly<Record<string, Exchange>> = {
  '': exchangeCode,
  authorization_code: exchangeCode,
  client_credentials: (apps, app, _sent, shop, nowMs) => grantClientCredentials(apps, app, shop, nowMs),
  refresh_token: (apps, app, sent, shop, nowMs) =>
    grantRefreshToken(apps, app, sent.refresh_token, shop, nowMs),
};

/** `POST /admin/oauth/access_token`, form-encoded as documented or JSON as Shopify's own clients send it. */
export function answerTokenRequest(
  apps: Apps,
  request: WireRequest,
  shop: string,
  nowMs: number,
): WireResponse {
  const granted = grantTokens(apps, sentParameters(request), shop, nowMs);
  if (isOauthError(granted)) return oauthErrorAnswer(request, granted);
  return jsonAnswer(200, granted);
}

function grantTokens(apps: Apps, sent: Sent | undefined, shop: string, nowMs: number): Granted {
  const missing = ['client_id', 'client_secret'].find((name) => !sent?.[name]);
  if (!sent || missing)
    return oauthError('invalid_request', `Missing or invalid parameter: ${missing ?? 'body'}`);
  const exchange = grants[sent.grant_type ?? ''];
  if (!exchange) return oauthError('unsupported_grant_type', 'The grant type is not supported.');
  const app = findApp(apps, sent.client_id);
  if (!app) return oauthError('application_cannot_be_found', 'The application cannot be found.');
  if (app.clientSecret !== sent.client_secret) {
    return oauthError('invalid_client', 'The client ID or the client secret is wrong.');
  }
  return exchange(apps, app, sent, shop, nowMs);
}

/** Undefined where the body is not what its content type says. */
function sentParameters({ headers, body }: WireRequest): Sent | undefined {
  const text = String(body);
  if (!/\bjson\b/.test(headers['content-type'] ?? '')) return Object.fromEntries(new URLSearchParams(text));
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]));
  } catch {
    return undefined;
  }
}

const isOauthError = (granted: Granted): granted is OauthError => 'error' in granted;
