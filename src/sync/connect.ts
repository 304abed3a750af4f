import { fail, type Result, succeed } from '../ports/problem';
import type { ConnectionView } from './answers';
import { type Connection, loadConnection, removeConnection, saveConnection } from './connection';
import type { Outside } from './outside';
import { parseShop } from './parse-shop';

export interface Credentials {
  /** In any form that people paste. */
  readonly shop: string;
  /** Of a custom app made in Shopify admin. */
  readonly accessToken: string;
}

/** Tries the credentials against the store and keeps them only if it answers. */
export function connect(outside: Outside, credentials: Credentials): Result<ConnectionView> {
  const shop = parseShop(credentials.shop);
  if (!shop.ok) return shop;
  const token = credentials.accessToken.trim();
  if (!/^[\w-]{16,}$/.test(token)) {
    return fail(
      'invalid-input',
      token === '' ? 'The access token is empty.' : 'This does not look like an access token.',
      'Copy the Admin API access token, which begins with shpat_, from your app in Shopify admin.',
    );
  }
  const secretKey = `token:${shop.value}`;
  const pending = { shop: shop.value, secretKey, spreadsheetId: outside.sheets.spreadsheetId() };
  return keep(outside, pending, token);
}

/** Asks the store again what the connection may do. */
export function testConnection(outside: Outside): Result<ConnectionView> {
  const opened = openConnection(outside);
  return opened.ok ? keep(outside, opened.value.connection, opened.value.secret) : opened;
}

export function disconnect(outside: Outside): null {
  const connection = loadConnection(outside.settings, outside.sheets.spreadsheetId());
  if (connection) outside.secrets.remove(connection.secretKey);
  removeConnection(outside.settings);
  return null;
}

export function openConnection(outside: Outside): Result<{ connection: Connection; secret: string }> {
  const connection = loadConnection(outside.settings, outside.sheets.spreadsheetId());
  if (!connection) {
    return fail(
      'not-connected',
      'This spreadsheet is not connected to a store.',
      'Open the sidebar and connect one.',
    );
  }
  const secret = outside.secrets.load(connection.secretKey);
  if (!secret) {
    return fail(
      'not-connected',
      `This spreadsheet is connected to ${connection.shop} by somebody else.`,
      'To sync yourself, open the sidebar and connect with your own access.',
    );
  }
  return succeed({ connection, secret });
}

export function viewConnection({ shop, facts }: Connection): ConnectionView {
  return {
    shop,
    shopName: facts.name,
    currencyCode: facts.currencyCode,
    locations: facts.locations.map(({ id, name }) => ({ id, name })),
    missingScopes: [...new Set(Object.values(facts.missingScopes).flat())],
  };
}

function keep(outside: Outside, pending: Omit<Connection, 'facts'>, secret: string): Result<ConnectionView> {
  const provisional = { ...pending, facts: NO_FACTS };
  const facts = outside.openStore(provisional, secret).fetchShop();
  if (!facts.ok) return facts;
  const connection: Connection = { ...pending, facts: facts.value };
  outside.secrets.save(connection.secretKey, secret);
  saveConnection(outside.settings, connection);
  return succeed(viewConnection(connection));
}

const NO_FACTS: Connection['facts'] = {
  name: '',
  domain: '',
  currencyCode: '',
  locations: [],
  accessScopes: [],
  missingScopes: { products: [], inventory: [], prices: [] },
};
