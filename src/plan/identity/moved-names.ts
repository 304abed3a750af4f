import type { DesiredVariant } from '../../catalog/building/desired';
import { legacyId, type ProductId } from '../../catalog/values/gid';
import { namedVariant } from '../compare/known-items';
import type { BaseVariant } from '../model/base';
import type { ItemContext } from '../model/item-context';
import type { StoreProduct, StoreSnapshot, StoreVariant } from '../model/snapshot';
import { optionWords } from './former-names';
import { cutName, handleNow, itemName, itemWords } from './item-name';
import { anchoredItem } from './row-item';

/** The product of a handle was another one at the last sync: renamed or deleted since, and the handle given away. */
export interface MovedHandle {
  readonly kind: 'moved';
  readonly known: ProductId;
  readonly now: ProductId;
}

/** `known`: the product that the rows meant at the last sync, told by their handle. */
export function movedHandle(
  handle: string | undefined,
  known: ProductId | undefined,
  { productIdsByHandle }: StoreSnapshot,
): MovedHandle | undefined {
  const now = handle === undefined ? undefined : productIdsByHandle.get(handle);
  return known && now && now !== known ? { kind: 'moved', known, now } : undefined;
}

/** `store`: the product that rows meant, as Shopify has it now; nothing where it is deleted. */
export function movedHandleMessage(
  handle: string,
  { known, now }: Pick<MovedHandle, 'known' | 'now'>,
  store: Pick<StoreProduct, 'handle'> | undefined,
): string {
  return movedMessage({
    was: `“${cutName(handle)}” was the product ${legacyId(known)}${store ? `, now “${cutName(store.handle)}”,` : ''}`,
    now: `the product ${legacyId(now)}`,
    advice: store ? `else type “${cutName(store.handle)}”` : undefined,
  });
}

/** The variant that a row's words meant at the last sync, where they mean another one now, or none. */
export function movedVariant(
  row: DesiredVariant,
  match: StoreVariant | string,
  store: StoreProduct,
  context: Pick<ItemContext, 'base' | 'anchors'>,
): BaseVariant | undefined {
  if (row.variantId && !row.isIdHint) return undefined;
  // The sheet is up to date: the item of the row's Shopify ID has the name that the row says.
  if (typeof match !== 'string' && anchoredItem(row.ref, context)?.variantId === match.id) return undefined;
  const known = namedVariant(row, context.base.variantsOf(store.id));
  if (!known) return undefined;
  if (typeof match !== 'string') return known.id === match.id ? undefined : known;
  return match === 'new' && store.variants.some(({ id }) => id === known.id) ? known : undefined;
}

export function movedName(
  row: DesiredVariant,
  known: BaseVariant,
  match: StoreVariant | string,
  { variants }: StoreProduct,
): MovedName {
  const store = variants.find(({ id }) => id === known.id);
  const now = typeof match === 'string' ? undefined : match;
  const name = nameOf({ ...row, variantId: undefined });
  return { ...(name ?? { by: 'options', word: optionWords(known.optionValues) }), known, store, now };
}

/** The kind of name by which a row means a variant, and the name itself. */
export interface NameOfVariant {
  readonly by: 'sku' | 'options';
  readonly word: string;
}

/** Undefined where the row means its item by an ID, or by its handle alone. */
export function nameOf({
  variantId,
  optionValues,
  sku,
}: Pick<DesiredVariant, 'variantId' | 'optionValues' | 'sku'>): NameOfVariant | undefined {
  if (variantId) return undefined;
  if (optionValues) return { by: 'options', word: optionWords(optionValues) };
  return sku ? { by: 'sku', word: sku } : undefined;
}

/** Whether a variant had a name: at the last sync, or, according to a row's ID, before Shopify gave it another. */
export function wasCalled(known: BaseVariant, { by, word }: NameOfVariant, isAnchored: boolean): boolean {
  const [last, former = []] =
    by === 'sku' ? [known.sku, known.formerSkus] : [optionWords(known.optionValues), known.formerOptions];
  return last === word || (isAnchored && former.includes(word));
}

/** Variants of a SKU that search found; some of them may have been read. */
export function matchesOf(sku: string, { matchesBySku }: StoreSnapshot): readonly Pick<StoreVariant, 'id'>[] {
  return (matchesBySku.get(sku) ?? []).map(({ variantId: id }) => ({ id }));
}

/** A name that meant one variant at the last sync, and in Shopify means another one now, or none. */
export interface MovedName extends NameOfVariant {
  readonly known: BaseVariant;
  /** The same variant as Shopify has it now; nothing where it is deleted. */
  readonly store: StoreVariant | undefined;
  /** Undefined where no item has the name. */
  readonly now: Pick<StoreVariant, 'id'> | undefined;
}

export function movedNameMessage(
  { by, word, known, store, now }: MovedName,
  context: Pick<ItemContext, 'snapshot' | 'base'>,
): string {
  const wordsOf = (variant: StoreVariant) => itemWords(variant, handleNow(variant, context));
  const name = `“${cutName(word)}”`;
  const own = store && (by === 'sku' ? store.sku : optionWords(store.optionValues));
  if (!now) {
    return store && own
      ? `${name} is ${itemName(store, '')} in Shopify now. Type that here, or rename it back in Shopify.`
      : `The variant that had the SKU ${name} has none in Shopify now. Type it there again, or name the variant by its ID.`;
  }
  const found = by === 'sku' ? context.snapshot.variants.get(now.id) : undefined;
  const foundWords = found && wordsOf(found);
  const nameNow = store && (by === 'sku' ? wordsOf(store) || store.sku : optionWords(store.optionValues));
  return movedMessage({
    was: `${name} was the variant ${legacyId(known.id)}${nameNow ? `, now “${cutName(nameNow)}”,` : ''}`,
    now: `the variant ${legacyId(now.id)}${foundWords ? ` (“${foundWords}”)` : ''}`,
    advice:
      store && (own ? `else type “${cutName(own)}”` : 'else give the first a SKU in Shopify and type that'),
  });
}

interface Moved {
  readonly was: string;
  readonly now: string;
  /** Tells how to make the row mean the first item again; nothing where that item is deleted. */
  readonly advice: string | undefined;
}

function movedMessage({ was, now, advice }: Moved): string {
  return `${was} at the last sync and is ${now} in Shopify now; nothing was sent to either. If you mean the one of now, clear this row's Shopify ID and sync again${advice ? `; ${advice}.` : '. The other is deleted.'}`;
}
