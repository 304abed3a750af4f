import type { Shop } from '../../shop/state/shop';
import { connection, type PageArgs } from '../connections';
import type { ObjectFields } from '../execution/field-resolver';
import { metafieldOwnerFields } from './metafield-owner';

export const shopFields: ObjectFields<Shop> = {
  ...metafieldOwnerFields,
  contactEmail: (shop) => shop.email,
  enabledPresentmentCurrencies: (shop) => [shop.currencyCode],
  ianaTimezone: (shop) => shop.timeZone,
  locations: (_shop, args: PageArgs, { state }) => connection(state.locations.all(), args),
  myshopifyDomain: (shop) => shop.domain,
  plan: (shop) => ({
    displayName: shop.planName,
    publicDisplayName: shop.planName,
    partnerDevelopment: false,
    shopifyPlus: shop.planName === 'Shopify Plus',
  }),
  primaryDomain: (shop) => ({
    id: shop.id,
    host: shop.domain,
    sslEnabled: true,
    url: `https://${shop.domain}`,
  }),
  publicationCount: (_shop, _args, { state }) => state.publications.all().length,
  taxesIncluded: () => false,
  unitSystem: (shop) => (/KILOGRAMS|^GRAMS/.test(shop.weightUnit) ? 'METRIC_SYSTEM' : 'IMPERIAL_SYSTEM'),
  url: (shop) => `https://${shop.domain}`,
};
