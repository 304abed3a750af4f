/**
 * Cost of one field, as far as it does not depend on what stands below it. Shopify keeps the list closed
 * ("the cost of select fields may be adjusted", https://community.shopify.dev/t/24364); these are the rules of
 * https://shopify.dev/docs/api/usage/limits with the adjustments that recorded costs show.
 */

/** The most a single query may cost, on every plan. */
export const singleQueryMaximum = 1000;

/** "Primitive value objects": nothing is loaded for them, so they and all below them are free. */
export const freeTypes: ReadonlySet<string> = new Set([
  'CurrencyFormats',
  'InventoryItemMeasurement',
  'LocationAddress',
  'MailingAddress',
  'MoneyBag',
  'MoneyV2',
  'PageInfo',
  'ShopAddress',
  'Weight',
]);

/** Scalars that Shopify has to count something for (recorded). */
const chargedScalars: ReadonlySet<string> = new Set(['Location.hasUnfulfilledOrders']);

const expensiveMutations: Readonly<Record<string, number>> = { fileCreate: 20 };

export const leafPrice = (parentType: string, field: string): number =>
  chargedScalars.has(`${parentType}.${field}`) ? 1 : 0;

/** A count over a whole collection (`productsCount`) costs 10 at the root; below an object it is an object. */
export const objectPrice = (parentType: string, field: string, isRoot: boolean): number =>
  isRoot && parentType !== 'Mutation' && field.endsWith('Count') ? 10 : 1;

export const mutationPrice = (field: string): number => expensiveMutations[field] ?? 10;

/** Every connection costs this before anything is listed. */
export const connectionPrice = 2;

/**
 * Factor by which a page of this many nodes multiplies the cost of one node: logarithmic, and nothing for an empty page
 * (Shopify staff, https://community.shopify.dev/t/24364; equal to the recorded costs).
 */
export const pageFactor = (nodes: number): number =>
  nodes <= 0 ? 0 : Math.floor(2 * Math.log(Math.max(2, nodes)));

/** A request is never free (recorded for one whose only field is skipped), and parts of points are rounded. */
export const roundedCost = (points: number): number => Math.max(1, Math.round(points));
