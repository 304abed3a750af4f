import type { AuthorizationCode } from '../../ports/credential';
import { fail, type Result, succeed } from '../../ports/problem';
import type { HmacSha256Hex } from '../../ports/system';
import type { AuthContext } from './auth-strategy';
import { AUTHORIZATION_CODE } from './authorization-code';
import { grantProblem } from './refusal';
import { readGrant, tokenRequest } from './token-endpoint';

/** The page where a merchant lets the app in. Shopify grants offline access unless per-user access is asked for. */
export function authorizeUrl(
  shop: string,
  { clientId }: AuthorizationCode,
  options: { readonly scopes: readonly string[]; readonly redirectUri: string; readonly state: string },
): string {
  const query = {
    client_id: clientId,
    scope: options.scopes.join(','),
    redirect_uri: options.redirectUri,
    state: options.state,
  };
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `https://${shop}/admin/oauth/authorize?${pairs.join('&')}`;
}

/** The signature itself, its former name, and what Google hands over from our own state token. */
const UNSIGNED_KEYS: readonly string[] = ['hmac', 'signature', 'spreadsheetId'];

/** Parameters that Shopify adds to the address today. */
const KNOWN_KEYS: readonly string[] = ['code', 'host', 'shop', 'state', 'timestamp'];

export type CallbackParameters = Readonly<Record<string, string | undefined>>;

/**
 * Checks that the answer is Shopify's and for this shop, and exchanges the code for tokens, which are saved.
 * Source: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 */
export function exchangeCode(
  context: AuthContext,
  credential: AuthorizationCode,
  parameters: CallbackParameters,
  hmac: HmacSha256Hex,
): Result<null> {
  if (!isSigned(parameters, credential.clientSecret, hmac) || parameters.shop !== context.shop) {
    return fail(
      'unauthorized',
      'The answer did not come from Shopify for this store.',
      'Start again in the sidebar.',
    );
  }
  if (!parameters.code) {
    return fail(
      'unauthorized',
      'Shopify did not let the app in.',
      'Start again in the sidebar and choose Install.',
    );
  }
  const { clientId, clientSecret } = credential;
  const fields = { client_id: clientId, client_secret: clientSecret, code: parameters.code, expiring: '1' };
  const [answer] = context.http.send([tokenRequest(context.shop, fields)]);
  const grant = readGrant(answer ?? { failure: 'no answer' });
  if (grant.kind !== 'granted') return { ok: false, problem: grantProblem(grant, context.shop) };
  context.credentials.save(AUTHORIZATION_CODE.withGrant(credential, grant, context.clock.now()));
  return succeed(null);
}

/**
 * Shopify signs every parameter that it adds, and has added more over time, but none that Google adds on the way. So the
 * signature may cover all parameters or only the known ones.
 */
function isSigned(parameters: CallbackParameters, secret: string, hmac: HmacSha256Hex): boolean {
  const given = (parameters.hmac ?? '').toLowerCase();
  const all = Object.keys(parameters).filter((key) => !UNSIGNED_KEYS.includes(key));
  return [all, all.filter((key) => KNOWN_KEYS.includes(key))].some((keys) =>
    equalInConstantTime(hmac(signedText(parameters, keys), secret), given),
  );
}

function signedText(parameters: CallbackParameters, keys: readonly string[]): string {
  return [...keys]
    .sort()
    .flatMap((key) => {
      const value = parameters[key];
      return value === undefined ? [] : [`${key}=${formEncode(value)}`];
    })
    .join('&');
}

/** As forms are encoded, which leaves fewer characters alone than `encodeURIComponent` does. */
function formEncode(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Compares every character, so that the time taken does not reveal where two texts differ. */
export function equalInConstantTime(expected: string, given: string): boolean {
  let difference = expected.length ^ given.length;
  for (let index = 0; index < expected.length; index++) {
    difference |= expected.charCodeAt(index) ^ (given.charCodeAt(index) || 0);
  }
  return difference === 0;
}
