/**
 * What the embedded store deliberately does not model, by what a request's name begins with, and why. These
 * requests still count as misses; the replay only stops a *new* miss from hiding among them.
 */
const notModelled: readonly { readonly startsWith: string; readonly reason: string }[] = [
  {
    startsWith: 'bulk-operations__bulk-operation-read-after-write-consumer-poll',
    reason: 'The answers count the 1,459 products of the recorded shop.',
  },
  {
    startsWith: 'bulk-operations__bulk-operation-run-query-created-status',
    reason: 'The answers list the 1,459 products of the recorded shop.',
  },
  {
    startsWith: 'bulk-operations__bulk-operations-live-hybrid-base-overlay',
    reason: 'The answer lists bulk operations that the recorded shop had run before.',
  },
  {
    startsWith: 'media__files-upload-local-runtime files-read-after-create-page-two',
    reason: 'The page goes on with files that the recorded shop had before.',
  },
  {
    startsWith: 'metafields__metafield-definition-non-product-metafields',
    reason: 'Customers, orders and companies are not part of a catalog.',
  },
  {
    startsWith: 'metafields__metafields-set-validation-gaps',
    reason: 'Metaobjects, pages, articles and markets as owners are not part of a catalog sync.',
  },
  {
    startsWith: 'metafields__owner-metafield-mixed-owner-hydration',
    reason: 'Pages, articles and markets as metafield owners are not part of a catalog sync.',
  },
  {
    startsWith: 'products__inventory-default-location-carrier-connection',
    reason:
      'orderCreate and inventory transfers and shipments: the store takes orders through other-people instead.',
  },
  {
    startsWith: 'products__inventory-connection-query-windowing inventory-transfers',
    reason: 'Inventory transfers are not part of a catalog sync.',
  },
  {
    startsWith: 'products__product-live-hybrid-overlay effective-catalog-search',
    reason: 'Saved searches are not modelled.',
  },
  {
    startsWith: 'products__productVariantRelationshipBulkUpdate-validation',
    reason: 'Bundles: components of variants are not modelled.',
  },
  {
    startsWith: 'products__product-mutation-hydration-variant-update',
    reason: 'Shopify’s own positions were out of step there (two variants at position 2); ours never are.',
  },
  {
    startsWith: 'markets__shop-pricing-state-money-and-markets',
    reason: 'Selling plans and markets are not part of a catalog sync.',
  },
  {
    startsWith: 'products__metafieldsSet-cas-success',
    reason: 'The digest that is sent was made by the real store for a value nobody recorded.',
  },
];

export const reasonNotModelled = (where: string): string | undefined =>
  notModelled.find(({ startsWith }) => where.startsWith(startsWith))?.reason;
