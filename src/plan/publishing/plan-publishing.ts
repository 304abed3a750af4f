import type { DesiredFields, DesiredProduct } from '../../catalog/building/desired';
import { fieldOf } from '../../catalog/columns/columns';
import type { ProductId } from '../../catalog/values/gid';
import { canonicalCell } from '../compare/canonical';
import type { ChangePublishing, FieldChange } from '../model/action';
import type { BaseProduct, Pair } from '../model/base';
import type { ItemContext } from '../model/item-context';
import { isOfProducts } from '../model/policy';
import type { RowOutcome } from '../model/row-outcome';
import { wasCompared, whyNotPublished } from './publishing';

/** Values for the three-way decision: Published takes part where it can be acted on and was compared before. */
export function comparableFields(
  { fields }: Pick<DesiredProduct, 'fields'>,
  remembered: BaseProduct['fields'],
  { shop }: Pick<ItemContext, 'shop'>,
): { readonly fields: DesiredFields; readonly base: BaseProduct['fields'] } {
  const isComparable = !fields.published || shop.publishing.kind === 'possible';
  const isRemembered = !remembered.published || wasCompared(remembered.published);
  return {
    fields: isComparable ? fields : withoutPublished(fields),
    base: isRemembered ? remembered : withoutPublished(remembered),
  };
}

function withoutPublished<Own extends { readonly published?: unknown }>(own: Own): Omit<Own, 'published'> {
  const { published: _left, ...others } = own;
  return others;
}

/** Publishing as an action of its own, where the decision was to send it. */
export function planPublishing(
  productId: ProductId,
  changes: readonly FieldChange[],
  { shop: { publishing } }: Pick<ItemContext, 'shop'>,
): ChangePublishing[] {
  const change = changes.find(({ key }) => fieldOf(key).writtenBy === 'publishing');
  if (!change || publishing.kind !== 'possible') return [];
  const kind = change.to === true ? 'publish' : 'unpublish';
  return [{ kind, ref: change.ref, productId, onlineStore: publishing.onlineStore, change }];
}

/**
 * Memory of a Published cell that cannot be sent; its row is told why. Where the product's state in Shopify is known, the
 * cell is sent once the obstacle is gone.
 */
export function leavePublishing(
  { fields: { published } }: Pick<DesiredProduct, 'fields'>,
  pair: Pair | undefined,
  { shop, policy, draft }: ItemContext,
): Pair | undefined {
  const why = whyNotPublished(shop.publishing);
  if (!why) return undefined;
  const sheet = published && canonicalCell('published', published.cell);
  if (!published || sheet === undefined || !isOfProducts(policy)) return pair;
  if (pair?.[1] === sheet) return [sheet, sheet];
  draft.outcomes.push(...notPublished({ fields: { published } }, pair, shop));
  return wasCompared(pair) ? [null, pair[1]] : [sheet, ''];
}

/** Repeats at every sync what cannot be published, without reading Shopify. */
export function notPublished(
  { fields: { published } }: Pick<DesiredProduct, 'fields'>,
  pair: Pair | undefined,
  shop: Pick<ItemContext['shop'], 'publishing'>,
): RowOutcome[] {
  const why = whyNotPublished(shop.publishing);
  const sheet = published && canonicalCell('published', published.cell);
  if (!why || !published || sheet === undefined || pair?.[1] === sheet) return [];
  const isAsked = sheet === 'true' && pair?.[1] === 'false';
  const what = isAsked ? 'Not published' : `${published.column} was left alone`;
  return [{ ref: published.ref, status: 'not-synced', message: `${what}: ${why}` }];
}
