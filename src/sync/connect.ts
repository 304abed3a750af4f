import type { AuthorizationCode, Credential } from '../ports/credential';
import { fail, type Result, succeed } from '../ports/problem';
import type { Secrets } from '../ports/settings';
import type { ConnectionView } from './answers';
import {
  announce,
  type Connection,
  type ConnectionFacts,
  findConnection,
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
  const { kind: method } = credential;
  return succeed(begin(outside, { ...access, method, connectedBy: typed.connectedBy ?? '' }, facts.value));
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
  // Kept before anything else is asked: with these tokens Shopify has ended those that were there before.
  outside.secrets.save(access.secretKey, tried.load(access.secretKey) ?? '');
  outside.secrets.remove(pendingKey(access));
  const facts = fetchFacts(outside, access, outside.secrets);
  if (!facts.ok) return facts;
  const { kind: method } = pending;
  return succeed(
    begin(outside, { ...access, method, connectedBy: parameters.connectedBy ?? '' }, facts.value),
  );
}

/** Asks the store again what the connection may do. */
export function testConnection(outside: Outside): Result<ConnectionView> {
  const opened = openConnection(outside);
  if (!opened.ok) return opened;
  const facts = fetchFacts(outside, opened.value, outside.secrets);
  if (!facts.ok) return facts;
  const connection = { ...opened.value, facts: facts.value };
  saveConnection(outside, connection);
  return succeed(viewConnection(connection, outside.secrets));
}

export interface Disconnected {
  /** Spreadsheets of this user's that go on with the same access, which is therefore kept. */
  readonly alsoUsedBy: number;
}

/**
 * Wipes what this user has for the store, unless other spreadsheets need it and `everywhere` is not asked for. What
 * Shopify keeps is the person's to remove, and they are told how.
 */
export function disconnect(
  outside: Outside,
  { everywhere = false }: { readonly everywhere?: boolean },
): Disconnected {
  const found = findConnection(outside);
  if (found.kind !== 'mine') return { alsoUsedBy: 0 };
  outside.secrets.remove(pendingKey(found.connection));
  return { alsoUsedBy: removeConnection(outside, found.connection, everywhere) };
}

/** The connection of this spreadsheet, if its secret is this user's. */
export function openConnection(outside: Outside): Result<Connection> {
  const found = findConnection(outside);
  switch (found.kind) {
    case 'mine':
      return succeed(found.connection);
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
    case 'colleague': {
      const { shop, connectedBy } = found.announcement;
      return fail(
        'not-connected',
        `This spreadsheet was connected to ${shop} by ${connectedBy || 'somebody else'}.`,
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

function begin(
  outside: Outside,
  access: Omit<Connection, 'id' | 'facts'>,
  facts: ConnectionFacts,
): ConnectionView {
  const connection = { id: outside.newUuid(), ...access, facts };
  saveConnection(outside, connection);
  announce(outside, connection);
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
