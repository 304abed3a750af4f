import type { DesiredImage, DesiredProduct } from '../../catalog/building/desired';
import { fieldOf } from '../../catalog/columns/columns';
import { hasValue } from '../../catalog/values/cell';
import { imageKey } from '../../catalog/values/image-address';
import { canonical } from '../compare/canonical';
import { isTagsEdit } from '../compare/count-edits';
import { describeDrift } from '../compare/messages';
import { blankPairs, notYetSet } from '../compare/pairs';
import { planFields } from '../compare/plan-fields';
import { joinDifferences } from '../identity/differences';
import { planHandle, withHandleRows } from '../identity/other-names';
import { planImages } from '../media/plan-images';
import { imageMemory } from '../media/plan-removals';
import { withUnseen } from '../media/unseen-images';
import type { FieldChange } from '../model/action';
import type { Base, BaseProduct, Difference } from '../model/base';
import type { ItemContext } from '../model/item-context';
import { isOfProducts } from '../model/policy';
import type { StoreProduct } from '../model/snapshot';
import { comparableOrders, planOrders } from '../options/value-order';
import { contradiction, forProduct, withChannels, withoutFields } from '../publishing/plan-channels';
import { comparableFields, leavePublishing, planPublishing } from '../publishing/plan-publishing';
import { NOT_YET_PUBLISHED } from '../publishing/publishing';
import { planTags } from '../tags/plan-tags';
import { planValues } from '../values/plan-values';
import { planVariants } from './plan-variants';

/** A product that Shopify has: its fields, tags and images, then its variants. Nothing is removed by absence. */
export function planExistingProduct(
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
): void {
  const { base } = context;
  if (base.isBeingCreated(product.handle ?? '')) adoptCreation(product, store, context);
  else planFound(product, store, base.product(store.id)?.fields ?? {}, context);
}

function planFound(
  product: DesiredProduct,
  store: StoreProduct,
  remembered: BaseProduct['fields'],
  context: ItemContext,
): void {
  const { draft, policy, base } = context;
  const known = base.product(store.id);
  for (const ref of product.rows) draft.say(ref, 'unchanged', '');
  draft.say(product.ref, 'unchanged', '', store.id);
  const against = contradiction(product, remembered, context);
  const comparable = comparableOrders(
    comparableFields(withoutFields(product, against, context), remembered, context),
    product,
    { store, context },
  );
  const {
    changes,
    pairs,
    differs: found,
  } = planFields(
    product.tagsCommand ? { ...context, tagsCommand: product.tagsCommand } : context,
    store.id,
    comparable.fields,
    store.fields,
    comparable.base,
  );
  const differs: Record<string, Difference> = { ...found };
  const left = leavePublishing(product, remembered.published, context);
  if (left) pairs.published = left;
  draft.actions.push(
    ...forProduct(withChannels(planPublishing(store.id, changes, context), changes, context), store.id),
    ...planValues(store.id, changes, context),
    ...planOrders(store.id, changes, context.snapshot),
  );
  const images = planImages(product, store, known, context);
  Object.assign(differs, images.differs);
  const plain: FieldChange[] = changes
    .filter(({ key }) => !fieldOf(key).writtenBy)
    .map((change) => withHandleRows(change, product, store, context));
  const tags = changes.find(({ key }) => fieldOf(key).writtenBy === 'tags');
  if (plain.length > 0 || images.added.length > 0) {
    draft.actions.push({
      kind: 'update-product',
      ref: product.ref,
      productId: store.id,
      changes: plain,
      images: images.added,
      ...(images.order.afterwards && { order: { ...images.order.afterwards, places: images.order.places } }),
    });
  }
  if (tags) {
    // `[clear]` asks for all of them.
    const merged =
      product.tagsCommand || tags.to === null || isTagsEdit(product.fields.tags)
        ? undefined
        : known?.fields.tags;
    const actions = planTags(store, tags, merged);
    draft.actions.push(...actions);
    if (actions.length === 0) {
      pairs.tags = [tags.sheet, canonical('tags', store.fields.tags)];
      const words = (column: string) => describeDrift({ ...tags, column });
      draft.tell(tags, { status: 'differs', words, shopifyId: store.id });
      if (tags.sheet !== null) differs.tags = { sheet: tags.sheet, words: words('') };
    }
  }
  const { memory, actions: removals } = imageMemory(product, { store, known, images }, context);
  draft.actions.push(...images.altTexts, ...(images.order.action ? [images.order.action] : []), ...removals);
  const { replacements } = images;
  if (replacements.length > 0)
    draft.actions.push({
      kind: 'replace-images',
      productId: store.id,
      images: replacements,
      order: store.media.map(({ id }) => id),
    });
  if (isOfProducts(policy) || known) {
    const record: BaseProduct = {
      kind: 'product',
      id: store.id,
      handle: planHandle(product, store, known, context),
      fields: pairs,
      ...(product.optionNames.length > 0 && { optionNames: store.optionNames }),
      ...memory,
      alts: images.known.alts,
      ...(known?.formerHandles && { formerHandles: known.formerHandles }),
      ...joinDifferences(differs, known, policy),
    };
    draft.adopt(withUnseen(record, [...(known?.unseen ?? []), ...images.failed]));
  }
  const coming = images.replacements.map(({ by }) => imageKey(by.url));
  const brought = planVariants(product, { store, coming }, context);
  const listed = product.images.filter(({ isListed }) => isListed);
  // The image comes without an alt text, and after all others.
  const isUnfinished = (alt: DesiredImage['alt'], at: number) => hasValue(alt) || at < listed.length - 1;
  if (listed.some(({ url, alt }, at) => brought.has(imageKey(url)) && isUnfinished(alt, at)))
    draft.followsUp = true;
}

/** A creation whose answer was lost: the product exists, so it was created, and Shopify's values for it are remembered. */
function adoptCreation(product: DesiredProduct, store: StoreProduct, context: ItemContext): void {
  const keep = { products: 'shopify', inventory: 'shopify', prices: 'shopify' } as const;
  const base: Base = { ...context.base, isBeingCreated: () => false };
  const policy = { ...context.policy, onUnknownBase: keep };
  const follows = {
    ...(product.fields.channels && { channels: notYetSet({}) }),
    ...(product.fields.publishedAt && { publishedAt: notYetSet({}) }),
  };
  const remembered = { ...blankPairs(['status'], store.fields), published: NOT_YET_PUBLISHED, ...follows };
  planFound(product, store, remembered, { ...context, base, policy, adopts: true });
  context.draft.adopt({ kind: 'creation', handle: product.handle ?? '', isOver: true });
  for (const ref of product.rows) context.draft.say(ref, 'created', '', store.id);
}
