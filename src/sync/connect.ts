import type { AuthorizationCode, Credential } from '../ports/credential';
import { fail, type Result, succeed } from '../ports/problem';
import type { Secrets } from '../ports/settings';
import type { ConnectionView } from './answers';
import {
  type Connection,
  type ConnectionFacts,
  loadConnection,
  removeConnection,
  saveConnection,
} from './connection';
import { parseCredentials, type TypedCredentials } from './credentials';
import { readJson } from './json';
import type { Access, Outside } from './outside';
import { parseShop } from './parse-shop';
import { viewConnection } from './view-connection';

/** Tries what was typed against the store and keeps it only if the store lets it in. */
export function connect(outside: Outside, typed: TypedCredentials): Result<ConnectionView> {
  const parsed = parseTyped(typed);
  if (!parsed.ok) return parsed;
  const { access, credential } = parsed.value;
  const tried = trialSecrets(access.secretKey, credential);
  const facts = fetchFacts(outside, access, tried);
  if (!facts.ok) return facts;
  outside.secrets.save(access.secretKey, tried.load(access.secretKey) ?? '');
  return succeed(remember(outside, access, credential.kind, typed.connectedBy ?? '', facts.value));
}

/** The address where a merchant lets the app in; the answer comes to `finishAuthorization`. */
export function startAuthorization(
  outside: Outside,
  typed: TypedCredentials,
): Result<{ readonly url: string }> {
  const parsed = parseTyped(typed);
  if (!parsed.ok) return parsed;
  const { access, credential } = parsed.value;
  if (credential.kind !== 'authorization-code') {
    return fail(
      'invalid-input',
      'This way of connecting needs no permission page.',
      'Choose Connect instead.',
    );
  }
  // Kept apart until Shopify has answered, so that a connection that works is not lost to one that was never finished.
  outside.secrets.save(pendingKey(access), JSON.stringify(credential));
  const state = outside.authorization.newState(CALLBACK, {
    secretKey: access.secretKey,
    connectedBy: typed.connectedBy ?? '',
  });
  return succeed({ url: outside.shopify.authorizeUrl(access.shop, credential, state) });
}

/** The entry point that Google calls with Shopify's answer. */
const CALLBACK = 'onOAuthCallback';

export type CallbackParameters = Readonly<Record<string, string | undefined>>;

/** Finishes what `startAuthorization` began: checks the answer, exchanges the code, and connects the spreadsheet. */
export function finishAuthorization(
  outside: Outside,
  parameters: CallbackParameters,
): Result<ConnectionView> {
  const shop = parseShop(parameters.shop ?? '');
  if (!shop.ok) return shop;
  const access: Access = { shop: shop.value, secretKey: parameters.secretKey ?? '' };
  const pending = readJson<AuthorizationCode>(outside.secrets.load(pendingKey(access)));
  if (pending?.kind !== 'authorization-code' || !access.secretKey.startsWith(`shopify:${access.shop}:`)) {
    return fail(
      'unauthorized',
      'Nobody asked Shopify for this permission here.',
      'Start again in the sidebar.',
    );
  }
  const tried = trialSecrets(access.secretKey, pending);
  const exchanged = outside.shopify.exchangeCode(access, pending, parameters, tried);
  if (!exchanged.ok) return exchanged;
  const facts = fetchFacts(outside, access, tried);
  if (!facts.ok) return facts;
  outside.secrets.save(access.secretKey, tried.load(access.secretKey) ?? '');
  outside.secrets.remove(pendingKey(access));
  return succeed(remember(outside, access, pending.kind, parameters.connectedBy ?? '', facts.value));
}

/** Asks the store again what the connection may do. */
export function testConnection(outside: Outside): Result<ConnectionView> {
  const opened = openConnection(outside);
  if (!opened.ok) return opened;
  const { method, connectedBy, ...access } = opened.value;
  const facts = fetchFacts(outside, access, outside.secrets);
  return facts.ok ? succeed(remember(outside, access, method, connectedBy, facts.value)) : facts;
}

/** Wipes everything this user has for the store. What Shopify keeps is the person's to remove, and they are told how. */
export function disconnect(outside: Outside): null {
  const saved = loadConnection(outside.settings, outside.sheets.spreadsheetId());
  if (saved.kind === 'connected') {
    outside.secrets.remove(saved.connection.secretKey);
    outside.secrets.remove(pendingKey(saved.connection));
  }
  removeConnection(outside.settings);
  return null;
}

/** The connection of this spreadsheet, if its secret is this user's. */
export function openConnection(outside: Outside): Result<Connection> {
  const saved = loadConnection(outside.settings, outside.sheets.spreadsheetId());
  switch (saved.kind) {
    case 'none':
      return fail(
        'not-connected',
        'This spreadsheet is not connected to a store.',
        'Open the sidebar and connect one.',
      );
    case 'copied':
      return fail(
        'not-connected',
        'This spreadsheet is a copy, and a copy is not connected to the store of its original.',
        'Open the sidebar and connect it, if it should sync too.',
      );
    case 'connected': {
      const { connection } = saved;
      if (outside.secrets.load(connection.secretKey)) return succeed(connection);
      const who = connection.connectedBy || 'somebody else';
      return fail(
        'not-connected',
        `This spreadsheet was connected to ${connection.shop} by ${who}.`,
        'To sync yourself, open the sidebar and connect with your own access.',
      );
    }
  }
}

function parseTyped(
  typed: TypedCredentials,
): Result<{ readonly access: Access; readonly credential: Credential }> {
  const shop = parseShop(typed.shop);
  if (!shop.ok) return shop;
  const credential = parseCredentials(typed);
  if (!credential.ok) return credential;
  const app = 'clientId' in credential.value ? credential.value.clientId : 'custom-app';
  return succeed({
    access: { shop: shop.value, secretKey: `shopify:${shop.value}:${app}` },
    credential: credential.value,
  });
}

/** Secrets that are forgotten unless somebody keeps them: a trial must not overwrite access that works. */
function trialSecrets(secretKey: string, credential: Credential): Secrets {
  const kept = new Map([[secretKey, JSON.stringify(credential)]]);
  return {
    load: (key) => kept.get(key),
    save: (key, value) => {
      kept.set(key, value);
    },
    remove: (key) => {
      kept.delete(key);
    },
  };
}

function remember(
  outside: Outside,
  { shop, secretKey }: Access,
  method: Connection['method'],
  connectedBy: string,
  facts: ConnectionFacts,
): ConnectionView {
  const spreadsheetId = outside.sheets.spreadsheetId();
  const connection = { shop, secretKey, method, connectedBy, spreadsheetId, facts };
  saveConnection(outside.settings, connection);
  return viewConnection(connection, outside.secrets);
}

function fetchFacts({ shopify }: Outside, access: Access, secrets: Secrets): Result<ConnectionFacts> {
  const store = shopify.openStore(access, secrets);
  const shop = store.fetchShop();
  if (!shop.ok) return shop;
  const mayCount = shop.value.accessScopes.some((scope) => /^(read|write)_products$/.test(scope));
  const count = mayCount ? store.countProducts() : succeed(null);
  if (!count.ok) return count;
  const { locations, domain: _, ...facts } = shop.value;
  return succeed({ ...facts, locationCount: locations.length, productCount: count.value });
}

function pendingKey({ secretKey }: Pick<Access, 'secretKey'>): string {
  return `pending:${secretKey}`;
}
