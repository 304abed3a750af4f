import type { ShopFacts } from '../plan/snapshot';
import type { Settings } from '../ports/settings';
import { readJson } from './json';

/** Where this spreadsheet is connected to; the secret itself lies with the user who connected. */
export interface Connection {
  /** `acme.myshopify.com` */
  readonly shop: string;
  /** Which secret of the user's belongs to it. */
  readonly secretKey: string;
  /** A copied spreadsheet carries its settings with it; it must not act on the store of the one it was copied from. */
  readonly spreadsheetId: string;
  readonly facts: ShopFacts;
}

const KEY = 'connection';

export function loadConnection(settings: Settings, spreadsheetId: string): Connection | undefined {
  const connection = readJson<Connection>(settings.load(KEY));
  return connection?.spreadsheetId === spreadsheetId ? connection : undefined;
}

export function saveConnection(settings: Settings, connection: Connection): void {
  settings.save(KEY, JSON.stringify(connection));
}

export function removeConnection(settings: Settings): void {
  settings.remove(KEY);
}
