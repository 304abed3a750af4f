import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { rowKey } from '../../catalog/tab/row';
import { imageKey } from '../../catalog/values/image-address';
import { nameKey } from '../../catalog/values/plain-name';
import { matchBaseVariant, matchVariant } from '../compare/match-variant';
import { renamedVariant } from '../identity/anchors';
import { itemName } from '../identity/item-name';
import { movedName, movedVariant } from '../identity/moved-names';
import { sayMovedName } from '../identity/say-moved';
import { broughtBy, imageOfNewVariant } from '../media/image-of-new-variant';
import type { NewVariant } from '../model/action';
import type { Base } from '../model/base';
import type { ItemContext } from '../model/item-context';
import { isOfProducts } from '../model/policy';
import type { StoreProduct, StoreVariant } from '../model/snapshot';
import { planOptions } from '../options/plan-options';
import { planExistingVariants } from './plan-existing-variants';
import { waitsFor } from './plan-new-product';
import { doubledSku, planNewVariant } from './plan-new-variant';
import { planRenames } from './plan-renames';
import { willBeVisible } from './prices';
import { sayGone } from './refusals';
import { tooManyVariants } from './split-creation';

/** Returns the images that variants bring. `coming`: keys of images that are added to the product anyway. */
export function planVariants(
  product: DesiredProduct,
  { store, coming }: { readonly store: StoreProduct; readonly coming: readonly string[] },
  context: ItemContext,
): ReadonlySet<string> {
  const { draft, base } = context;
  const options = planOptions(product, store, context);
  if (options === 'planned') return new Set();
  const refusal = options === 'same' ? undefined : options;
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
  const ofNew = broughtBy(created).map(imageKey);
  return planExistingVariants(
    store.id,
    existing,
    { store, brought: new Set([...ofNew, ...coming]) },
    context,
  );
}

function wasSynced(row: DesiredVariant, store: StoreProduct, base: Base): boolean {
  const known = matchBaseVariant(row, base.variantsOf(store.id));
  return known !== undefined && !store.variants.some(({ id }) => id === known.id);
}

/** An option value in another spelling or case would become a second value next to the existing one. */
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

/** Two variants with one SKU are usually one variant that was meant to be changed. */
function takenSku({ row, store }: OfProduct, context: ItemContext): string | undefined {
  const sibling = store.variants.find(({ sku }) => row.sku && sku === row.sku);
  if (!sibling) return doubledSku(row, context, store.handle);
  return context.losesSku(sibling.id, row.sku ?? '')
    ? undefined
    : `The SKU “${row.sku}” belongs to the variant ${itemName({ ...sibling, sku: '' }, undefined)} in Shopify. To change that one, type its option values; a new variant needs another SKU.`;
}

function addVariant({ row, product, store }: OfProduct, created: NewVariant[], context: ItemContext): void {
  const { draft, policy, anchors, base } = context;
  // Created without its row's values it would be incomplete: without a SKU, and sold for 0.00.
  if (context.refused.has(rowKey(row.ref))) {
    for (const ref of row.rows)
      if (!context.refused.has(rowKey(ref))) draft.say(ref, 'skipped', waitsFor(row.ref, ref), store.id);
    return;
  }
  const renamed = renamedVariant(row, anchors, base);
  if (renamed) {
    draft.outcomes.push(renamed);
    return;
  }
  if (!isOfProducts(policy)) {
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
    draft.sayName({ ref: row.ref, name: 'sku' }, 'error', taken);
    return;
  }
  const isSeen = willBeVisible(product, store);
  const optionValues = asShopifyWrites(row.optionValues, store);
  const linked = entriesOf(optionValues, store);
  if ('message' in linked) {
    draft.say(row.ref, 'error', linked.message, store.id);
    return;
  }
  const variant = planNewVariant({ ...row, optionValues }, isSeen, context);
  if ('problems' in variant)
    for (const { ref, message } of variant.problems) draft.say(ref, 'error', message);
  else created.push({ ...withImage(variant, { row, store }, context), ...linked });
}

/** Entries that its values stand for in options that take theirs from a metafield: one that is there already changes nothing of it. */
function entriesOf(
  values: readonly string[] | undefined,
  { options = [] }: StoreProduct,
): Pick<NewVariant, 'entries'> | { readonly message: string } {
  if (!options.some(({ isLinked }) => isLinked)) return {};
  const entries = options.map(({ isLinked, optionValues }, index) => {
    const has = optionValues.find(({ name }) => nameKey(name) === nameKey(values?.[index] ?? ''));
    return isLinked ? has?.linkedMetafieldValue : null;
  });
  const at = entries.indexOf(undefined);
  return at < 0
    ? { entries: entries.map((entry) => entry ?? null) }
    : {
        message: `Shopify takes the values of ${options[at]?.name} from a metafield, and “${values?.[at] ?? ''}” is none of them. Add this variant in Shopify admin, then sync again: its row is found by its values.`,
      };
}

function withImage(
  variant: NewVariant,
  { row, store }: Pick<OfProduct, 'row' | 'store'>,
  { base, draft }: ItemContext,
): NewVariant {
  const image = imageOfNewVariant(variant, store, base);
  if (image.without && row.imageUrl) draft.sayOf(row.imageUrl, 'not-synced', image.without, store.id);
  return image.variant;
}

function ambiguousMessage({ handle, variants }: StoreProduct): string {
  return `“${handle}” has ${variants.length} variants and this row does not say which. Add the option columns or a SKU.`;
}
