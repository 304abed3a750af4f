import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { fieldOf } from '../../catalog/columns/columns';
import { imageKey } from '../../catalog/values/image-address';
import { DEFAULT_OPTION_NAME, DEFAULT_OPTION_VALUE, optionKey } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { canonical } from '../compare/canonical';
import { matchBaseVariant, matchVariant } from '../compare/match-variant';
import { describeDrift } from '../compare/messages';
import { blankPairs } from '../compare/pairs';
import { planFields } from '../compare/plan-fields';
import { renamedVariant } from '../identity/anchors';
import { itemName } from '../identity/item-name';
import { movedName, movedVariant } from '../identity/moved-names';
import { planHandle } from '../identity/other-names';
import { sayMovedName } from '../identity/say-moved';
import { listedKeys } from '../media/known-images';
import { planImages } from '../media/plan-images';
import { withUnseen } from '../media/unseen-images';
import type { FieldChange, NewVariant } from '../model/action';
import type { Base, BaseProduct } from '../model/base';
import type { ItemContext } from '../model/item-context';
import type { StoreProduct, StoreVariant } from '../model/snapshot';
import { comparableFields, leavePublishing, planPublishing } from '../publishing/plan-publishing';
import { NOT_YET_PUBLISHED } from '../publishing/publishing';
import { planTags } from '../tags/plan-tags';
import { planExistingVariants } from './plan-existing-variants';
import { doubledSku, planNewVariant } from './plan-new-product';
import { planRenames } from './plan-renames';
import { willBeVisible } from './prices';
import { sayGone } from './refusals';
import { tooManyVariants } from './split-creation';

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
  const comparable = comparableFields(product, remembered, context);
  const { changes, pairs } = planFields(
    { ...context, tagsCommand: product.tagsCommand },
    store.id,
    comparable.fields,
    store.fields,
    comparable.base,
  );
  const left = leavePublishing(product, remembered.published, context);
  if (left) pairs.published = left;
  draft.actions.push(...planPublishing(store.id, changes, context));
  const images = planImages(product, store, known, context);
  const plain: FieldChange[] = changes.filter(({ key }) => !fieldOf(key).writtenBy);
  const tags = changes.find(({ key }) => fieldOf(key).writtenBy === 'tags');
  if (plain.length > 0 || images.added.length > 0) {
    draft.actions.push({
      kind: 'update-product',
      ref: product.ref,
      productId: store.id,
      changes: plain,
      images: images.added,
      imageOrder: images.added.length > 0 ? listedKeys(product.images) : [],
    });
  }
  if (tags) {
    const merged = product.tagsCommand ? undefined : known?.fields.tags;
    const actions = planTags(product.ref, store, tags, merged);
    draft.actions.push(...actions);
    if (actions.length === 0) {
      pairs.tags = [tags.sheet, canonical('tags', store.fields.tags)];
      draft.say(tags.ref, 'differs', describeDrift(tags), store.id);
    }
  }
  draft.actions.push(...images.altTexts);
  if (policy.groups.includes('products') || known) {
    const record: BaseProduct = {
      kind: 'product',
      id: store.id,
      handle: planHandle(product, store, known, context),
      fields: pairs,
      ...(product.optionNames.length > 0 && { optionNames: store.optionNames }),
      images: images.known.images,
      alts: images.known.alts,
      ...(known?.formerHandles && { formerHandles: known.formerHandles }),
    };
    draft.adopt(withUnseen(record, [...(known?.unseen ?? []), ...images.failed]));
  }
  const brought = planVariants(product, store, context);
  if (product.images.some(({ url, alt }) => alt.kind === 'value' && brought.has(imageKey(url))))
    draft.followsUp = true;
}

/** A creation whose answer never came: the product is there, so it was made, and what Shopify made of it is adopted. */
function adoptCreation(product: DesiredProduct, store: StoreProduct, context: ItemContext): void {
  const keep = { products: 'shopify', inventory: 'shopify', prices: 'shopify' } as const;
  const base: Base = { ...context.base, isBeingCreated: () => false };
  const policy = { ...context.policy, onUnknownBase: keep };
  const remembered = { ...blankPairs(['status'], store.fields), published: NOT_YET_PUBLISHED };
  planFound(product, store, remembered, { ...context, base, policy, adopts: true });
  context.draft.adopt({ kind: 'creation', handle: product.handle ?? '', isOver: true });
  for (const ref of product.rows) context.draft.say(ref, 'created', '', store.id);
}

/** Answers the images that variants bring. */
function planVariants(
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
): ReadonlySet<string> {
  const { draft, base } = context;
  const refusal = refuseOptions(product, store);
  const existing: { row: DesiredVariant; store: StoreVariant }[] = [];
  const created: NewVariant[] = [];
  const renamed = refusal ? new Set() : planRenames(product, store, context);
  for (const row of product.variants) {
    if (renamed.has(row.ref)) continue;
    if (refusal) {
      for (const ref of row.rows) draft.say(ref, refusal.status, refusal.message, store.id);
      continue;
    }
    const match = matchVariant(row, store.variants);
    const moved = movedVariant(row, match, store, context);
    if (moved) sayMovedName(row, movedName(row, moved, match, store), context);
    else if (typeof match === 'string' && wasSynced(row, store, base)) sayGone(row.rows, 'variant', draft);
    else if (match === 'ambiguous') draft.say(row.ref, 'error', ambiguousMessage(store), store.id);
    else if (match === 'new') addVariant({ row, product, store }, created, context);
    else existing.push({ row, store: match });
  }
  const tooMany =
    created.length > 0 && tooManyVariants(store.variants.length + created.length, context.limits);
  if (tooMany) for (const { ref } of created.splice(0)) draft.say(ref, 'error', tooMany, store.id);
  if (created.length > 0) {
    draft.actions.push({
      kind: 'create-variants',
      productId: store.id,
      optionNames: store.optionNames,
      variants: created,
    });
  }
  const ofNew = created.flatMap(({ imageUrl }) => (imageUrl ? imageKey(imageUrl) : []));
  return planExistingVariants(store.id, existing, { store, brought: new Set(ofNew) }, context);
}

function wasSynced(row: DesiredVariant, store: StoreProduct, base: Base): boolean {
  const known = matchBaseVariant(row, base.variantsOf(store.id));
  return known !== undefined && !store.variants.some(({ id }) => id === known.id);
}

/** The sheet's option names against the store's; a rename is not a new option, and a person must say which it is. */
function refuseOptions(
  { optionNames }: DesiredProduct,
  store: StoreProduct,
): { readonly status: 'error' | 'skipped'; readonly message: string } | undefined {
  if (optionNames.length === 0) return undefined;
  const has = store.optionNames;
  if (hasOnlyDefaultVariant(store)) {
    return {
      status: 'skipped',
      message: `This product has no options in Shopify. Add ${optionNames.join(', ')} there first, then sync again.`,
    };
  }
  return optionKey(optionNames) === optionKey(has)
    ? undefined
    : {
        status: 'error',
        message: `The options here are ${optionNames.join(', ')}; in Shopify they are ${has.join(', ')}. Make the names and their order equal.`,
      };
}

function hasOnlyDefaultVariant({ optionNames, variants }: StoreProduct): boolean {
  return (
    optionNames.length === 1 &&
    optionNames[0] === DEFAULT_OPTION_NAME &&
    variants.every(({ optionValues }) => optionValues[0] === DEFAULT_OPTION_VALUE)
  );
}

/** A value that an option has already, in another spelling or case, would become a second one beside it. */
function asShopifyWrites(
  values: readonly string[] | undefined,
  { variants }: StoreProduct,
): readonly string[] | undefined {
  return values?.map((value, index) => {
    const has = variants.find(({ optionValues }) => nameKey(optionValues[index] ?? '') === nameKey(value));
    return has?.optionValues[index] ?? value;
  });
}

interface OfProduct {
  readonly row: DesiredVariant;
  readonly product: DesiredProduct;
  readonly store: StoreProduct;
}

/** Two variants of one SKU are most often one that was meant to be changed. */
function takenSku({ row, store }: OfProduct, context: ItemContext): string | undefined {
  const sibling = store.variants.find(({ sku }) => row.sku && sku === row.sku);
  if (!sibling) return doubledSku(row, context, store.handle);
  return context.losesSku(sibling.id, row.sku ?? '')
    ? undefined
    : `The SKU “${row.sku}” belongs to the variant ${itemName({ ...sibling, sku: '' }, undefined)} in Shopify. To change that one, type its option values; a new variant needs another SKU.`;
}

function addVariant({ row, product, store }: OfProduct, created: NewVariant[], context: ItemContext): void {
  const { draft, policy, anchors, base } = context;
  const renamed = renamedVariant(row, anchors, base);
  if (renamed) {
    draft.outcomes.push(renamed);
    return;
  }
  if (!policy.groups.includes('products')) {
    draft.say(row.ref, 'skipped', 'This variant is not in Shopify yet. Sync products first.');
    return;
  }
  if (row.command === 'UPDATE') {
    draft.say(
      row.ref,
      'error',
      'Variant Command is UPDATE and Shopify has no such variant. Use MERGE to create it.',
    );
    return;
  }
  const taken = takenSku({ row, product, store }, context);
  if (taken) {
    draft.say(row.ref, 'error', taken);
    return;
  }
  const isSeen = willBeVisible(product, store);
  const optionValues = asShopifyWrites(row.optionValues, store);
  const variant = planNewVariant({ ...row, optionValues }, isSeen, context);
  if ('problems' in variant)
    for (const { ref, message } of variant.problems) draft.say(ref, 'error', message);
  else created.push(variant);
}

function ambiguousMessage({ handle, variants }: StoreProduct): string {
  return `“${handle}” has ${variants.length} variants and this row does not say which. Add the option columns or a SKU.`;
}
