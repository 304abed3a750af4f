import type { Publishing, ShopFacts } from '../../plan/model/snapshot';
import {
  anyOf,
  fields,
  gid,
  listOf,
  locationId,
  mapOf,
  maybe,
  nothing,
  oneOf,
  readStored,
  text,
} from '../../ports/shape';
import type { Services } from '../ground/services';
import type { Connection } from './connection-record';

/** The shop as somebody's connection last saw it. It may have changed since: Shopify is asked each time. */
interface KnownShop {
  /** The shop that the connection is to, such as `acme.myshopify.com`. */
  readonly of: string;
  readonly shop: ShopFacts;
}

const texts = listOf(text());

const knownShop = fields<KnownShop>({
  of: text(),
  shop: fields<ShopFacts>({
    name: text(),
    domain: text(),
    currencyCode: text(),
    locations: listOf(fields<ShopFacts['locations'][number]>({ id: locationId, name: text() })),
    accessScopes: texts,
    missingScopes: mapOf(texts),
    publishing: anyOf<Publishing>(
      fields<Extract<Publishing, { kind: 'possible' }>>({
        kind: oneOf('possible'),
        onlineStore: gid('Publication'),
      }),
      fields<Extract<Publishing, { kind: 'no-online-store' }>>({ kind: oneOf('no-online-store') }),
      fields<Extract<Publishing, { kind: 'missing-scopes' }>>({
        kind: oneOf('missing-scopes'),
        scopes: texts,
      }),
    ),
    families: maybe(nothing),
  }),
});

const KEY = 'known-shop';

/** A property holds 9 KB. Source: https://developers.google.com/apps-script/guides/services/quotas */
const LONGEST = 8_000;

export function loadKnownShop(
  { settings }: Pick<Services, 'settings'>,
  { shop: of }: Pick<Connection, 'shop'>,
): ShopFacts | undefined {
  const known = readStored(knownShop, settings.load(KEY));
  return known?.of === of ? known.shop : undefined;
}

export function noteKnownShop(
  { settings, settingsAtOnce }: Pick<Services, 'settings' | 'settingsAtOnce'>,
  { shop: of }: Pick<Connection, 'shop'>,
  shop: ShopFacts,
): void {
  const known = JSON.stringify({ of, shop } satisfies KnownShop);
  if (known.length <= LONGEST && known !== settings.load(KEY)) settingsAtOnce.saveAlong(KEY, known);
}
