import type { ShopFacts } from '../../plan/model/snapshot';
import { type ConnectionMethod, connectionMethod } from '../../ports/credential';
import {
  fields,
  flag,
  listOf,
  locationId,
  mapOf,
  matching,
  maybe,
  orNull,
  readStored,
  text,
  whole,
} from '../../ports/shape';
import { editorId, type Services, type StartedBy } from '../ground/services';

/**
 * One user's access to the store of one spreadsheet. It lies with the user, not with the spreadsheet, so that a
 * colleague who connects with an app of their own does not end what was there.
 */
export interface Connection {
  readonly id: string;
  /** `acme.myshopify.com` */
  readonly shop: string;
  /** Key of the user's secret for it; spreadsheets on one store share it. */
  readonly secretKey: string;
  readonly method: ConnectionMethod;
  /** As the connector typed it, for colleagues; no e-mail address is asked for. */
  readonly connectedBy: string;
  readonly facts: ConnectionFacts;
  /** False until the spreadsheet was told; the way back from Shopify's permission page may not reach it. */
  readonly isAnnounced: boolean;
}

/** Facts about the shop that are shown without asking it again. */
export interface ConnectionFacts extends Omit<ShopFacts, 'domain' | 'publishing' | 'families'> {
  /** The first of them: a property holds 9 KB. */
  readonly locations: ShopFacts['locations'];
  readonly locationCount: number;
  /** Null where the app may not read products. */
  readonly productCount: number | null;
}

/** Facts for everyone who edits the spreadsheet: who connected it last, and to which store. */
export interface Announcement
  extends Pick<Connection, 'id' | 'shop' | 'method' | 'connectedBy'>,
    Partial<Pick<ConnectionFacts, 'currencyCode' | 'locations'>> {
  /** A copied spreadsheet carries its settings with it; it must not act on the store of the one it was copied from. */
  readonly spreadsheetId: string;
}

export type FoundConnection =
  | { readonly kind: 'mine'; readonly connection: Connection }
  /** Another user connected it, or moved it to another store than this user's. */
  | { readonly kind: 'colleague'; readonly announcement: Announcement }
  /** The settings came along when somebody copied the spreadsheet. */
  | { readonly kind: 'copied'; readonly announcement: Announcement }
  | { readonly kind: 'none' };

const ANNOUNCEMENT = 'connection';

const announced = {
  id: text(),
  shop: matching(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/),
  method: connectionMethod,
  connectedBy: text(),
};
const locations = listOf(fields<ConnectionFacts['locations'][number]>({ id: locationId, name: text() }));
const announcementShape = fields<Announcement>({
  ...announced,
  spreadsheetId: text(),
  currencyCode: maybe(text()),
  locations: maybe(locations),
});
const texts = listOf(text());

const connectionShape = fields<Connection>({
  ...announced,
  secretKey: text(),
  isAnnounced: flag,
  facts: fields<ConnectionFacts>({
    name: text(),
    currencyCode: text(),
    accessScopes: texts,
    missingScopes: mapOf(texts),
    locations: maybe(locations),
    locationCount: whole(),
    productCount: orNull(whole()),
  }),
});

export function findConnection(services: Services): FoundConnection {
  const { settings, secrets, spreadsheet } = services;
  const spreadsheetId = spreadsheet.id();
  const announcement = readStored(announcementShape, settings.load(ANNOUNCEMENT));
  const own = readStored(connectionShape, secrets.load(ownKey(spreadsheetId)));
  if (own && secrets.load(own.secretKey)) {
    const isMoved = announcement?.spreadsheetId === spreadsheetId && announcement.shop !== own.shop;
    if (!isMoved || !own.isAnnounced) return { kind: 'mine', connection: own };
  }
  if (!announcement) return { kind: 'none' };
  return { kind: announcement.spreadsheetId === spreadsheetId ? 'colleague' : 'copied', announcement };
}

export function saveConnection(
  secrets: Services['secrets'],
  spreadsheetId: string,
  connection: Connection,
): void {
  secrets.save(ownKey(spreadsheetId), JSON.stringify(connection));
  const users = usersOf(secrets, connection.secretKey).filter((id) => id !== spreadsheetId);
  secrets.save(usersKey(connection.secretKey), JSON.stringify([...users, spreadsheetId]));
}

/** Tells whoever edits the spreadsheet that it is connected now. */
export function announce({ settings, secrets, spreadsheet }: Services, connection: Connection): void {
  const spreadsheetId = spreadsheet.id();
  const announcement: Announcement = { ...announcementOf(connection), spreadsheetId };
  settings.save(ANNOUNCEMENT, JSON.stringify(announcement));
  saveConnection(secrets, spreadsheetId, { ...connection, isAnnounced: true });
}

/** Facts that colleagues may know: whose access it is, and what they need to read the cells as a run does. */
export function announcementOf({
  id,
  shop,
  method,
  connectedBy,
  facts: { currencyCode, locations },
}: Connection): Omit<Announcement, 'spreadsheetId'> {
  return { id, shop, method, connectedBy, currencyCode, locations };
}

/** Whether the spreadsheet was told all of it; an earlier release left out what cells are read by. */
export function isToldInFull({ settings }: Services, { id }: Connection): boolean {
  const told = readStored(announcementShape, settings.load(ANNOUNCEMENT));
  return told?.id !== id || told.currencyCode !== undefined;
}

/**
 * Forgets this spreadsheet's connection, and its secret once no other spreadsheet of the user's needs it; answers how
 * many still do. `everywhere` disconnects those too.
 */
export function removeConnection(
  { settings, secrets, spreadsheet }: Services,
  { id, secretKey }: Connection,
  everywhere: boolean,
): number {
  const spreadsheetId = spreadsheet.id();
  forget(secrets, spreadsheetId);
  if (readStored(announcementShape, settings.load(ANNOUNCEMENT))?.id === id) settings.remove(ANNOUNCEMENT);
  const others = usersOf(secrets, secretKey).filter((other) => other !== spreadsheetId);
  if (others.length > 0 && !everywhere) {
    secrets.save(usersKey(secretKey), JSON.stringify(others));
    return others.length;
  }
  for (const other of others) forget(secrets, other);
  secrets.remove(usersKey(secretKey));
  secrets.remove(secretKey);
  return 0;
}

/** With the chat that is told of the runs of that spreadsheet: without access there are none. */
function forget(secrets: Services['secrets'], spreadsheetId: string): void {
  secrets.remove(ownKey(spreadsheetId));
  if (secrets.load(chatKey(spreadsheetId))) secrets.remove(chatKey(spreadsheetId));
}

/** Key under which a user keeps the chat that is told of the runs of a spreadsheet. */
export function chatKey(spreadsheetId: string): string {
  return `chat:${spreadsheetId}`;
}

function usersOf(secrets: Services['secrets'], secretKey: string): readonly string[] {
  return readStored(texts, secrets.load(usersKey(secretKey))) ?? [];
}

function ownKey(spreadsheetId: string): string {
  return `connection:${spreadsheetId}`;
}

function usersKey(secretKey: string): string {
  return `spreadsheets:${secretKey}`;
}

export function startedBy(services: Services, by: StartedBy['by']): StartedBy {
  const found = findConnection(services);
  return { editor: editorId(services), name: found.kind === 'mine' ? found.connection.connectedBy : '', by };
}
