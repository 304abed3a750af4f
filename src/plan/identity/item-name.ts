import { legacyId, type ProductId } from '../../catalog/values/gid';
import { DEFAULT_OPTION_VALUE } from '../../catalog/values/names';
import type { Base, BaseVariant } from '../model/base';
import type { StoreSnapshot, StoreVariant } from '../model/snapshot';

/** Longer names are cut to this many characters, so that a sentence with three of them stays short. */
const LONGEST = 36;

/** The handle of a variant's product, as Shopify has it now if that was read. */
export function handleNow(
  { productId, handle }: Pick<StoreVariant, 'productId' | 'handle'>,
  {
    snapshot,
    base,
  }: { readonly snapshot: Pick<StoreSnapshot, 'products'>; readonly base: Pick<Base, 'product'> },
): string | undefined {
  return snapshot.products.get(productId)?.handle ?? handle ?? base.product(productId)?.handle[1];
}

/** Names a variant as a person knows it: `“tee · S” (SKU T-S)`; without handle and options, by its SKU or its ID. */
export function itemName(
  variant: Pick<BaseVariant, 'id' | 'sku' | 'optionValues'>,
  handle: string | undefined,
): string {
  const { id, sku } = variant;
  const words = itemWords(variant, handle);
  if (words) return `“${words}”${sku ? ` (SKU ${cutName(sku)})` : ''}`;
  return sku ? `“${cutName(sku)}”` : `the item with the ID ${legacyId(id)}`;
}

/** The same, without the SKU where the item has another name. */
export function shortName(
  variant: Pick<BaseVariant, 'id' | 'sku' | 'optionValues'>,
  handle: string | undefined,
): string {
  return itemName(itemWords(variant, handle) ? { ...variant, sku: '' } : variant, handle);
}

export function productName(id: ProductId, handle: string | undefined): string {
  return handle ? `“${cutName(handle)}”` : `the product ${legacyId(id)}`;
}

/** `tee · S`; empty where neither the handle nor an option is known. */
export function itemWords(
  { optionValues }: Pick<BaseVariant, 'optionValues'>,
  handle: string | undefined,
): string {
  const options = optionValues.filter((value) => value !== DEFAULT_OPTION_VALUE).join(' / ');
  return cutName([handle, options].filter(Boolean).join(' · '));
}

export function cutName(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
