import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { describeRow, type RowRef, rowKey } from '../../catalog/tab/row';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import { nameKey } from '../../catalog/values/plain-name';
import type { Base, BaseProduct, BaseVariant } from '../model/base';
import type { Anchor, Anchors, ItemContext } from '../model/item-context';
import type { RowOutcome } from '../model/row-outcome';
import { handleInSheet, namesInSheet, optionWords } from './former-names';
import { cutName, itemName, productName, shortName } from './item-name';
import { movedHandleMessage, movedNameMessage, type NameOfVariant, nameOf, wasCalled } from './moved-names';
import { type AnchorContext, anchoredItem, itemOfNumber, type RowItem, wasDeleted } from './row-item';

/** Names that a row goes by. */
export type RowWords = Pick<DesiredVariant, 'variantId' | 'handle' | 'sku' | 'optionValues'>;

/** A product that looks new but whose rows were another product at the last sync; undefined where it is really new. */
export function renamedProduct(
  product: DesiredProduct,
  anchors: Anchors,
  base: Base,
): RowOutcome | undefined {
  // Rows of other tabs were joined by their own names, and are checked on their own.
  const joined = new Set(product.variants.flatMap(({ rows }) => rows.slice(1).map(rowKey)));
  for (const ref of product.rows.filter((row) => !joined.has(rowKey(row)))) {
    const anchor = anchors.get(rowKey(ref));
    if (anchor && wasDeleted(anchor.id, base)) return deletedHere(ref);
    const former = anchor && productOf(anchor.id, base);
    if (!anchor || !former) continue;
    const original = otherRow(anchor, product.rows, anchors);
    const [, now] = former.handle;
    if (former.formerHandles?.includes(nameKey(product.handle ?? ''))) {
      const message = `“${product.handle}” is “${cutName(now)}” in Shopify now. Type that here; for a new product, clear this row's Shopify ID.`;
      return { ref, name: 'handle', status: 'conflict', message, shopifyId: former.id };
    }
    return original
      ? { ref, name: 'shopifyId', status: 'error', message: copied(ref, original) }
      : {
          ref,
          name: 'handle',
          status: 'conflict',
          message: `This row was ${productName(former.id, handleInSheet(former))} at the last sync. Type that handle again and rename it in Shopify; for a new product, clear this row's Shopify ID.`,
          shopifyId: former.id,
        };
  }
  return undefined;
}

/** The same for a variant of a known product, whose option values are in none of its rows any more. */
export function renamedVariant(row: DesiredVariant, anchors: Anchors, base: Base): RowOutcome | undefined {
  const anchor = anchors.get(rowKey(row.ref));
  if (anchor && wasDeleted(anchor.id, base)) return deletedHere(row.ref);
  const former = anchor && variantOf(anchor.id, base);
  if (!anchor || !former) return undefined;
  const original = otherRow(anchor, [row.ref], anchors);
  return original
    ? { ref: row.ref, name: 'shopifyId', status: 'error', message: copied(row.ref, original) }
    : {
        ref: row.ref,
        name: 'options',
        status: 'conflict',
        message: `This row was “${cutName(optionWords(namesInSheet(former).optionValues))}” at the last sync. Type that again and rename it in Shopify; for a new variant, clear this row's Shopify ID.`,
        shopifyId: former.id,
      };
}

/** Nobody asked to create it again, and it would return without the values that only Shopify had. */
function deletedHere(ref: RowRef): RowOutcome {
  const message =
    'It was deleted from here. Undo that run to create it again, remove this row, or clear its Shopify ID to make a new one.';
  return { ref, status: 'conflict', message };
}

/** A name of a row that nothing in Shopify has. */
export interface Lacking {
  readonly by: 'handle' | NameOfVariant['by'];
  readonly word: string;
}

/**
 * Message for a row of prices or stock whose name Shopify does not have, while its Shopify ID is of a known item: a name
 * was typed over in a tab that renames nothing.
 */
export function typedOver(
  ref: RowRef,
  { by, word }: Lacking,
  { snapshot, base, anchors }: ItemContext,
): RowOutcome | undefined {
  const anchor = anchors.get(rowKey(ref));
  const id = anchor && itemOfNumber(anchor.id, base)?.variantId;
  const known = id && base.variant(id);
  if (!known) return undefined;
  const store = snapshot.variants.get(id) ?? known;
  const handle = snapshot.products.get(known.productId)?.handle ?? base.product(known.productId)?.handle[1];
  const own = { handle, sku: store.sku, options: optionWords(store.optionValues) }[by];
  const other = otherRow(anchor, [ref], anchors);
  const was = `${itemName(store, handle)}${other ? `, as ${describeRow(other, ref)} is` : ''}`;
  const advice = own
    ? `Type “${cutName(own)}” again, or rename it in Shopify`
    : 'Give it a SKU in Shopify and type that';
  const message = `By its Shopify ID this row is ${was}; Shopify has no “${cutName(word)}”. ${advice}; for another item, clear the row's Shopify ID.`;
  return { ref, name: by, status: 'conflict', message, shopifyId: id };
}

/** Message for a row of prices or stock whose item was deleted from here; it never makes a new one. */
export function deletedItem(ref: RowRef, { anchors, base }: AnchorContext): RowOutcome | undefined {
  const anchor = anchors.get(rowKey(ref));
  if (!anchor || !wasDeleted(anchor.id, base)) return undefined;
  const message = 'It was deleted from here. Undo that run to create it again, or remove this row.';
  return { ref, status: 'conflict', message };
}

/**
 * The item that a row was at the last sync where its words find another one: a column was sorted apart from the others,
 * or a name went to another item. Nobody can tell which of the two the row's values are meant for.
 */
export function formerItem(
  ref: RowRef,
  { productId, id }: { readonly productId: ProductId | undefined; readonly id: VariantId | undefined },
  context: AnchorContext,
): RowItem | undefined {
  const item = anchoredItem(ref, context);
  if (!item) return undefined;
  const isSame = item.productId === productId && (!item.variantId || !id || item.variantId === id);
  return isSame ? undefined : item;
}

/** The variant of a row's Shopify ID, where it had the name by which the row goes until Shopify gave it another. */
export function anchoredVariant(
  ref: RowRef,
  name: NameOfVariant,
  context: AnchorContext,
): BaseVariant | undefined {
  const id = anchoredItem(ref, context)?.variantId;
  const known = id && context.base.variant(id);
  return known && wasCalled(known, name, true) ? known : undefined;
}

/** The item that a row finds now; nothing where it is to be created. */
export interface Target {
  readonly productId: ProductId | undefined;
  readonly id: VariantId | undefined;
  /** Name of the item, for a person. */
  readonly name: string;
}

/** Tells the row, which keeps the ID of its former item. */
export function sayFormer(
  { ref, words }: { readonly ref: RowRef; readonly words: RowWords },
  former: RowItem,
  target: Target,
  context: ItemContext,
): void {
  const unfit = context.unfit.get(ref.sheetId);
  const told = unfit
    ? { name: 'shopifyId' as const, message: unfit }
    : (movedSince(words, former, target, context) ?? foundOther(words, former, target, context));
  context.draft.sayName(
    { ref, name: told.name },
    'conflict',
    told.message,
    former.variantId ?? former.productId,
  );
}

type NameMessage = Required<Pick<RowOutcome, 'name' | 'message'>>;

/** Message about a name that Shopify gave to another item, in the words used when that was first seen. */
function movedSince(
  words: RowWords,
  { productId, variantId }: RowItem,
  target: Target,
  context: ItemContext,
): NameMessage | undefined {
  const { base, snapshot } = context;
  const { handle = '' } = words;
  if (hadHandle(handle, productId, base) && target.productId && target.productId !== productId) {
    const moved = { known: productId, now: target.productId };
    const message = movedHandleMessage(handle, moved, snapshot.products.get(productId));
    return { name: 'handle', message };
  }
  const known = variantId && base.variant(variantId);
  const name = nameOf(words);
  if (!known || !name || !target.id || !hadName(known, name)) return undefined;
  const store = snapshot.variants.get(known.id);
  const message = movedNameMessage({ ...name, known, store, now: { id: target.id } }, context);
  return { name: name.by, message };
}

function hadHandle(handle: string, productId: ProductId, base: Base): boolean {
  const product = base.product(productId);
  const [called, had] = [product?.handle[0], product?.formerHandles];
  return handle !== '' && (called === nameKey(handle) || had?.includes(nameKey(handle)) === true);
}

/** Whether the item of a row's ID had one of the row's names until Shopify changed it: then the name moved, not the row. */
export function gaveNameAway(words: RowWords, { productId, variantId }: RowItem, base: Base): boolean {
  if (hadHandle(words.handle ?? '', productId, base)) return true;
  const [known, name] = [variantId && base.variant(variantId), nameOf(words)];
  return known !== undefined && name !== undefined && hadName(known, name);
}

/** Whether a variant had a name before it got its present one. */
function hadName(known: BaseVariant, name: NameOfVariant): boolean {
  return wasCalled({ ...known, sku: '', optionValues: [] }, name, true);
}

function foundOther(
  words: RowWords,
  { productId, variantId }: RowItem,
  { name }: Target,
  { base }: Pick<ItemContext, 'base'>,
): NameMessage {
  const variant = variantId && base.variant(variantId);
  const product = base.product(productId);
  const handle = product && handleInSheet(product);
  const was = variant ? shortName(namesInSheet(variant), handle) : productName(productId, handle);
  const by = (variant && nameOf(words)?.by) ?? 'handle';
  const what = by === 'sku' ? 'SKU' : by;
  const message = `This row was ${was} at the last sync and now finds ${name}; nothing was sent to either. Type the ${what} that the first has now; if the row is meant for the other, clear its Shopify ID and sync again.`;
  return { name: by, message };
}

function productOf(id: string, base: Base): BaseProduct | undefined {
  const item = itemOfNumber(id, base);
  return item && base.product(item.productId);
}

function variantOf(id: string, base: Base): BaseVariant | undefined {
  const item = itemOfNumber(id, base);
  return item?.variantId && base.variant(item.variantId);
}

/**
 * Another row of the tab with the same ID: people make a new row by copying one with all its cells. The rows of one product
 * share its ID, and rows of other tabs may have the same variants.
 */
function otherRow({ ref, id }: Anchor, own: readonly RowRef[], anchors: Anchors): RowRef | undefined {
  const ownRows = new Set(own.map(rowKey));
  for (const [key, other] of anchors) {
    if (other.id === id && other.ref.sheetId === ref.sheetId && !ownRows.has(key)) return other.ref;
  }
  return undefined;
}

function copied(ref: RowRef, original: RowRef): string {
  return `This row carries the Shopify ID of ${describeRow(original, ref)}. If it is a copy, clear its Shopify ID.`;
}
