import type { DesiredProduct } from '../../catalog/building/desired';
import type { FieldKey } from '../../catalog/columns/columns';
import { describeRow, type RowRef } from '../../catalog/tab/row';
import { hasValue, textIn } from '../../catalog/values/cell';
import { legacyId } from '../../catalog/values/gid';
import { asHandle } from '../../catalog/values/names';
import { renamedProduct } from '../identity/anchors';
import type { CreateProduct, FieldChange, NewPublishing, NewVariant } from '../model/action';
import type { ItemContext } from '../model/item-context';
import { isOfProducts } from '../model/policy';
import type { RowOutcome } from '../model/row-outcome';
import { ordersOfNew } from '../options/value-order';
import { contradiction, newChannels } from '../publishing/plan-channels';
import { whyNotPublished } from '../publishing/publishing';
import { blankFields, doubledSku, newFields, planNewVariant } from './plan-new-variant';
import { isVisible, unpriced } from './prices';
import { tooManyVariants } from './split-creation';

/**
 * A product that Shopify does not have. Created as a whole or not at all: with one bad row it would come to life
 * short of a variant, and nobody would notice.
 */
export function planNewProduct(product: DesiredProduct, context: ItemContext): void {
  const { draft, policy, base } = context;
  const { handle = '' } = product;
  // An earlier creation under this handle was sent and did not arrive.
  if (base.isBeingCreated(handle)) draft.adopt({ kind: 'creation', handle, isOver: true });
  const said = draft.outcomes.length;
  const refusal =
    renamedProduct(product, context.anchors, context.base) ?? refuseNewProduct(product, context);
  if (refusal) {
    // An error in one row holds the other rows; anything else applies to the product, and so to each row.
    const { ref, name, status, message } = refusal;
    for (const row of status === 'error' ? [ref] : product.rows)
      draft.sayName({ ref: row, name }, status, message);
    if (status === 'error') skipOthers(product, [ref], context);
    return;
  }
  const status = statusOf(product);
  const isSeen = isVisible(status);
  const variants = product.variants.map((variant) => planNewVariant(variant, isSeen, context));
  const problems = variants.flatMap((variant) => ('problems' in variant ? variant.problems : []));
  const [problem] = problems;
  if (problem) {
    draft.outcomes.length = said;
    for (const { ref, message } of problems) draft.say(ref, 'error', message);
    skipOthers(
      product,
      problems.map(({ ref }) => ref),
      context,
    );
    return;
  }
  // A new product has none of the tags that a row asks to remove.
  const { tags, ...others } = product.fields;
  const fields = product.tagsCommand === 'DELETE' || !tags ? others : product.fields;
  const { changes, problem: disorder } = ordersOfNew(newFields(fields, context), product);
  if (disorder) {
    draft.sayOf({ column: '', ...disorder }, 'error', disorder.message);
    skipOthers(product, [disorder.ref], context);
    return;
  }
  if (variants.length === 0 && !isSeen) unpriced({ ref: product.ref, fields: {} }, isSeen, context);
  const statusChange: FieldChange[] = hasValue(product.fields.status?.cell)
    ? []
    : [defaultStatus(product, status)];
  draft.actions.push({
    kind: 'create-product',
    ref: product.ref,
    rows: product.rows,
    handle: product.handle as string,
    changes: [...changes, ...statusChange],
    blanks: blankFields(product.fields, context),
    optionNames: product.optionNames,
    variants: variants as NewVariant[],
    images: isOfProducts(policy)
      ? product.images.map(({ url, alt, ref, isListed }) => ({ url, alt: textIn(alt), ref, isListed }))
      : [],
    ...publishedWith(product, context),
    note: noteOf(product, status, context),
  });
}

type Refusal = Pick<RowOutcome, 'ref' | 'name' | 'status' | 'message'>;

function refuseNewProduct(product: DesiredProduct, context: ItemContext): Refusal | undefined {
  const { ref } = product;
  const bad = product.badRows[0];
  if (bad) return { ref: bad, status: 'error', message: '' };
  const against = contradiction(product, {}, context);
  if (against) return { ref, status: 'error', message: against.message };
  if (!isOfProducts(context.policy)) {
    return { ref, status: 'skipped', message: 'This product is not in Shopify yet. Sync products first.' };
  }
  if (!product.handle)
    return {
      ref,
      name: 'productId',
      status: 'error',
      message: 'This ID is not in Shopify. A new product needs a handle.',
    };
  if (asHandle(product.handle) === '') {
    const message = `The handle “${product.handle}” has no letter and no digit, of which Shopify makes handles. Type one such as red-mug.`;
    return { ref, name: 'handle', status: 'error', message };
  }
  if (!hasValue(product.fields.title?.cell)) {
    return {
      ref,
      name: 'handle',
      status: 'error',
      message: `Shopify has no product “${product.handle}”. Check the handle; a new product needs a title.`,
    };
  }
  const named = product.variants.find(({ variantId, isIdHint }) => variantId && !isIdHint);
  if (named?.variantId) {
    const message = `The variant ID ${legacyId(named.variantId)} names a variant, and Shopify has no product “${product.handle}”. Check the handle, or empty the ID to create the product.`;
    return { ref: named.ref, name: 'variantId', status: 'error', message };
  }
  const tooMany = tooManyVariants(product.variants.length, context.limits);
  if (tooMany) return { ref, status: 'error', message: tooMany };
  const [, second] = product.variants;
  if (second && product.optionNames.length === 0) {
    return {
      ref: second.ref,
      status: 'error',
      message:
        'A new product needs options to have several variants. Add Option1 Name and Option1 Value columns.',
    };
  }
  const giftCard = product.fields.giftCard?.cell;
  if (hasValue(giftCard) && giftCard.value === true)
    return {
      ref,
      status: 'not-synced',
      message: 'New gift cards are not synced. Create it in Shopify admin; its row is synced from then on.',
    };
  const [doubled] = product.variants.flatMap((row) => {
    const message = doubledSku(row, context);
    return message ? [{ ref: row.ref, name: 'sku' as const, status: 'error' as const, message }] : [];
  });
  return doubled;
}

/** Message for a row of an item that is not created because of another row. */
export function waitsFor(bad: RowRef, from: RowRef): string {
  return `Not created: ${describeRow(bad, from)} of this product has an error. Mend that row first.`;
}

function skipOthers(product: DesiredProduct, bad: readonly RowRef[], { draft }: ItemContext): void {
  const spoken = [...product.badRows, ...bad];
  const [cause] = spoken as [RowRef];
  for (const ref of product.rows) if (!spoken.includes(ref)) draft.say(ref, 'skipped', waitsFor(cause, ref));
}

function publishedCell({ fields }: DesiredProduct): boolean | undefined {
  const cell = fields.published?.cell;
  return hasValue(cell) ? cell.value === true : undefined;
}

function publishingOf(product: DesiredProduct, { shop: { publishing } }: ItemContext): NewPublishing {
  const { published } = product.fields;
  if (publishedCell(product) === false) return { kind: 'stays-off' };
  if (!published || !publishedCell(product) || publishing.kind !== 'possible') return { kind: 'not-asked' };
  const { ref, column } = published;
  const change: FieldChange = { key: 'published', from: false, to: true, sheet: 'true', ref, column };
  return { kind: 'publish', ref, onlineStore: publishing.onlineStore, change };
}

/** Created products are published nowhere, so their channels follow. */
function publishedWith(
  product: DesiredProduct,
  context: ItemContext,
): Pick<CreateProduct, 'publishing' | 'channels'> {
  const publishing = publishingOf(product, context);
  const own = publishing.kind === 'publish' ? [publishing] : [];
  const all = newChannels(product, own, context);
  const channels = all.flatMap((action) => (action.kind === 'join-channels' ? [action] : []));
  // A future publication date alone publishes the product there.
  const isLeft = publishing.kind !== 'publish' || all.some(({ kind }) => kind === 'publish');
  return {
    publishing: isLeft ? publishing : { kind: 'not-asked' },
    ...(channels.length > 0 && { channels }),
  };
}

/** Blank Status: active where the row says that it is published, else draft, so that nothing goes on sale by accident. */
function statusOf(product: DesiredProduct): string {
  const cell = product.fields.status?.cell;
  if (hasValue(cell)) return String(cell.value);
  return publishedCell(product) ? 'ACTIVE' : 'DRAFT';
}

function defaultStatus(product: DesiredProduct, status: string): FieldChange {
  const key: FieldKey = 'status';
  return { key, from: null, to: status, sheet: null, ref: product.ref, column: 'Status' };
}

function noteOf(product: DesiredProduct, status: string, { shop }: ItemContext): string {
  const why = whyNotPublished(shop.publishing);
  const parts = [
    hasValue(product.fields.status?.cell) ? undefined : `Status is empty, so it is ${status.toLowerCase()}.`,
    why && publishedCell(product) ? `Not published: ${why}` : undefined,
  ];
  return parts.filter(Boolean).join(' ');
}
