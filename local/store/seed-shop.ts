import { isoTime } from './graphql/execution/context';
import { firstId, gid } from './shop/state/ids';
import { createState, type StoreState } from './shop/state/store-state';
import type { StoreOptions } from './store-types';

/** Scopes of an app for catalogs; `accessScopes` of the options takes its place. */
const usualScopes = [
  'write_products',
  'write_inventory',
  'write_locations',
  'write_publications',
  'write_files',
  'write_markets',
  'write_companies',
  'write_metaobject_definitions',
  'write_metaobjects',
  'read_content',
  'read_product_listings',
  'read_customers',
  'read_orders',
  'write_locales',
  'write_translations',
];

/** The channels of a new development store (recorded), and the one of the app itself. */
const channels = ['Online Store', 'Point of Sale', 'Shop'];

/** An empty shop: locations and sales channels, no products. */
export function newShop(options: StoreOptions): StoreState {
  const domain = options.shop ?? 'embedded-store.myshopify.com';
  const state = createState(
    {
      id: gid('Shop', 92_891_250_994),
      name: domain.replace('.myshopify.com', ''),
      domain,
      email: 'owner@example.com',
      currencyCode: options.currencyCode ?? 'USD',
      weightUnit: 'KILOGRAMS',
      timeZone: 'America/New_York',
      countryCode: 'US',
      planName: 'Basic',
    },
    {
      id: gid('AppInstallation', 800_123_456_754),
      appId: gid('App', 300_123_456_769),
      appTitle: 'Sync to Shopify',
      accessScopes: options.accessScopes ?? usualScopes,
    },
    firstId(options.seed ?? 1),
  );
  const now = isoTime(options.now());
  for (const [index, name] of (options.locations ?? ['Shop location']).entries()) {
    state.locations.put({
      id: state.newId('Location'),
      name,
      isActive: true,
      fulfillsOnlineOrders: true,
      isPrimary: index === 0,
      address: {
        address1: null,
        address2: null,
        city: null,
        countryCode: 'US',
        provinceCode: null,
        zip: null,
        phone: null,
      },
      createdAt: now,
      updatedAt: now,
      deactivatedAt: null,
    });
  }
  for (const name of [...channels, state.installation.appTitle]) {
    const isOfThisApp = name === state.installation.appTitle;
    state.publications.put({ id: state.newId('Publication'), name, isOfThisApp });
  }
  return state;
}
