import type { TypedCredentials } from '../../answers/requests';
import { type Credential, WAYS_TO_CONNECT } from '../../ports/credential';
import { fail, maskTokens, type Problem, type Result, succeed } from '../../ports/problem';

/** It stands in each line of the run history, which one property of 9 KB holds. */
const LONGEST_NAME = 60;

export function parseName({ connectedBy = '' }: TypedCredentials): string {
  return connectedBy.trim().slice(0, LONGEST_NAME);
}

/** Texts that a person may paste by mistake, by prefix, and the place where each belongs. */
const MISTAKEN: readonly { readonly prefix: string; readonly message: string; readonly nextStep: string }[] =
  [
    {
      prefix: 'shpss_',
      message: 'This is a client secret, not an access token.',
      nextStep: 'Choose “An app of my own” and enter it there together with the client ID.',
    },
    {
      prefix: 'shprt_',
      message: 'This is a refresh token, which only Shopify and the app use between themselves.',
      nextStep: 'Copy the Admin API access token, which begins with shpat_.',
    },
    {
      prefix: 'shpua_',
      message: 'This token belongs to one person’s session and ends with it.',
      nextStep: 'Copy the Admin API access token of the app, which begins with shpat_.',
    },
  ];

const WHERE_TOKEN =
  'Copy the Admin API access token, which begins with shpat_, from your app in Shopify admin.';
const WHERE_APP = 'Copy it from the Dev Dashboard: your app ▸ Settings ▸ Credentials.';

/** Reads typed text as a credential, or names the fault; nothing is asked of Shopify yet. */
export function parseCredentials(typed: TypedCredentials): Result<Credential> {
  const way = WAYS_TO_CONNECT[typed.method].typed;
  if (way.asks === 'token') {
    const token = parseToken(typed.accessToken);
    return token.ok ? succeed(way.with(token.value)) : token;
  }
  const clientId = withoutSpaces(typed.clientId);
  const clientSecret = withoutSpaces(typed.clientSecret);
  const wrong = clientIdProblem(clientId) ?? clientSecretProblem(clientSecret, clientId);
  if (wrong) return { ok: false, problem: wrong };
  return succeed(way.with({ clientId, clientSecret }));
}

function parseToken(text: string | undefined): Result<string> {
  const accessToken = withoutSpaces(text);
  if (accessToken === '') return fail('invalid-input', 'The access token is empty.', WHERE_TOKEN);
  const mistaken = MISTAKEN.find(({ prefix }) => accessToken.startsWith(prefix));
  if (mistaken) return fail('invalid-input', mistaken.message, mistaken.nextStep);
  if (/^[0-9a-f]{32}$/.test(accessToken)) {
    return fail('invalid-input', 'This looks like a Storefront API token or an API key.', WHERE_TOKEN);
  }
  if (!/^[\w-]+$/.test(accessToken))
    return fail('invalid-input', 'This is not an access token.', WHERE_TOKEN);
  if (accessToken.length < 20 || CUT_OFF.test(accessToken)) {
    return fail('invalid-input', 'The access token is too short; a part of it is missing.', WHERE_TOKEN);
  }
  return succeed(accessToken);
}

/** Tokens with a prefix have had 32 hexadecimal digits so far; Shopify judges those of another form. */
const CUT_OFF = /^shp[a-z]{2}_[0-9a-f]{0,31}$/;

function clientIdProblem(clientId: string): Problem | undefined {
  if (clientId === '') return problem('The client ID is empty.', WHERE_APP);
  if (/^shp[a-z]{2}_/.test(clientId))
    return problem('This is a secret or a token, not a client ID.', WHERE_APP);
  return /^[\w-]+$/.test(clientId) ? undefined : problem('This is not a client ID.', WHERE_APP);
}

function clientSecretProblem(secret: string, clientId: string): Problem | undefined {
  if (secret === '') return problem('The client secret is empty.', WHERE_APP);
  if (secret === clientId)
    return problem('This is the client ID once more, not the client secret.', WHERE_APP);
  if (/^shp(at|ca)_/.test(secret)) {
    return problem(
      'This is an access token, not a client secret.',
      'Choose “A token that begins with shpat_” and enter it there.',
    );
  }
  if (secret.startsWith('shprt_')) return problem('This is a refresh token, not a client secret.', WHERE_APP);
  return /^[\w-]+$/.test(secret) ? undefined : problem('This is not a client secret.', WHERE_APP);
}

function problem(message: string, nextStep: string): Problem {
  return { kind: 'invalid-input', message, nextStep };
}

/** People copy line breaks and spaces by accident. */
function withoutSpaces(text: string | undefined): string {
  return (text ?? '').replace(/[\s\u00a0\u200b]/g, '');
}

const WHERE = 'Copy the address that ends in .myshopify.com from Shopify admin, Settings ▸ Domains.';

/**
 * The shop that a person means: `acme.myshopify.com`, with or without `https://`, and the address of its admin.
 * A custom domain is refused, because it does not say which shop it belongs to and must never get the token.
 */
export function parseShop(text: string): Result<string> {
  const typed = text.trim().toLowerCase();
  if (typed === '') return fail('invalid-input', 'The shop address is empty.', WHERE);
  const admin = /^(?:https?:\/\/)?admin\.shopify\.com\/store\/([a-z0-9][a-z0-9-]*)(?:[/?#].*)?$/.exec(typed);
  if (admin) return succeed(`${admin[1]}.myshopify.com`);
  const shop = /^(?:https?:\/\/)?([a-z0-9][a-z0-9-]*\.myshopify\.com)(?:[/?#].*)?$/.exec(typed);
  if (shop) return succeed(shop[1] as string);
  if (/^[a-z0-9][a-z0-9-]*$/.test(typed)) return succeed(`${typed}.myshopify.com`);
  return fail('invalid-input', `“${maskTokens(text.trim())}” is not a shop's myshopify.com address.`, WHERE);
}
