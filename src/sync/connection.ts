import type { ShopFacts } from '../plan/snapshot';
import type { ConnectionMethod } from '../ports/credential';
import type { Settings } from '../ports/settings';
import { readJson } from './json';

/** Where this spreadsheet is connected to; the secret itself lies with the user who connected. */
export interface Connection {
  /** `acme.myshopify.com` */
  readonly shop: string;
  /** Which secret of the user's belongs to it. */
  readonly secretKey: string;
  readonly method: ConnectionMethod;
  /** As the connector typed it, for colleagues; no e-mail address is asked for. */
  readonly connectedBy: string;
  /** A copied spreadsheet carries its settings with it; it must not act on the store of the one it was copied from. */
  readonly spreadsheetId: string;
  readonly facts: ConnectionFacts;
}

/** What is shown of the shop without asking it again; without its locations, of which there can be very many. */
export interface ConnectionFacts extends Omit<ShopFacts, 'locations' | 'domain'> {
  readonly locationCount: number;
  /** Null where the app may not read products. */
  readonly productCount: number | null;
}

const KEY = 'connection';

export type SavedConnection =
  | { readonly kind: 'connected'; readonly connection: Connection }
  /** The settings came along when somebody copied the spreadsheet. */
  | { readonly kind: 'copied'; readonly connection: Connection }
  | { readonly kind: 'none' };

export function loadConnection(settings: Settings, spreadsheetId: string): SavedConnection {
  const connection = readJson<Connection>(settings.load(KEY));
  if (!connection) return { kind: 'none' };
  return { kind: connection.spreadsheetId === spreadsheetId ? 'connected' : 'copied', connection };
}

export function saveConnection(settings: Settings, connection: Connection): void {
  settings.save(KEY, JSON.stringify(connection));
}

export function removeConnection(settings: Settings): void {
  settings.remove(KEY);
}
