import type { DesiredCatalog } from '../../catalog/building/desired';
import type { RowRef } from '../../catalog/tab/row';
import { hasValue } from '../../catalog/values/cell';
import { DEFAULT_OPTION_VALUE } from '../../catalog/values/names';
import {
  type AnchorContext,
  anchoredItem,
  type RowItem,
  type RowPlace,
  rowItems,
  rowPlaces,
} from '../identity/row-item';
import type { StoreSnapshot } from '../model/snapshot';

/** A row by the names that a merchant knows, not only its number. */
export interface RowName {
  /** Its title, else its handle; empty where neither is known. */
  readonly product: string;
  /** `S / Red`; empty for a product without options. */
  readonly variant: string;
  readonly sku: string;
  /** Its item in Shopify, if it was ever synced. */
  readonly item?: RowItem | undefined;
}

interface Naming extends AnchorContext {
  readonly desired: Pick<DesiredCatalog, 'products' | 'variants'>;
  /** The part of the store that was read. */
  readonly snapshot?: Named | undefined;
}

type Named = Pick<StoreSnapshot, 'products' | 'variants' | 'matchesBySku' | 'productIdsByHandle'>;

const NOTHING: Named = {
  products: new Map(),
  variants: new Map(),
  matchesBySku: new Map(),
  productIdsByHandle: new Map(),
};

/** Names rows by their own cells, else by what Shopify or the memory knows of their item. */
export function nameRows({ desired, snapshot = NOTHING, ...context }: Naming): (ref: RowRef) => RowName {
  const { base } = context;
  const placeOf = rowPlaces(desired);
  const itemAt = rowItems(desired, base);
  return (ref) => {
    const place: Partial<RowPlace> = placeOf(ref) || {};
    const { product, variant } = place;
    const [said, anchored] = [itemAt(ref), anchoredItem(ref, context)];
    // A row that could not be read has at most the name of its product.
    const item = said?.variantId || (said && said.productId !== anchored?.productId) ? said : anchored;
    const { productId, variantId } = item || readItem(place, snapshot);
    const store = productId && snapshot.products.get(productId);
    const known = productId && base.product(productId);
    const read = variantId && snapshot.variants.get(variantId);
    const own = read || (variantId && base.variant(variantId));
    const title = product?.fields.title?.cell;
    const options = variant?.optionValues ?? (own ? own.optionValues : []);
    return {
      product:
        textOf(hasValue(title) ? title.value : undefined) ||
        textOf(store?.fields.title) ||
        textOf(read?.title) ||
        textOf(known?.fields.title?.[1]) ||
        product?.handle ||
        variant?.handle ||
        store?.handle ||
        own?.handle ||
        known?.handle[1] ||
        '',
      variant: options.filter((value) => value !== DEFAULT_OPTION_VALUE).join(' / '),
      sku: variant?.sku || (own ? own.sku : ''),
      item,
    };
  };
}

/** The item that a row which was never synced names, in the part of the store that was read: by its ID, else as planned. */
function readItem({ product, variant }: Partial<RowPlace>, snapshot: Named): Partial<RowItem> {
  const { products, productIdsByHandle, matchesBySku } = snapshot;
  const handle = product?.handle || variant?.handle || '';
  const ids = [product?.productId, productIdsByHandle.get(handle)];
  // The SKU beside a handle may be of another product, which is not the one that the row names.
  const [match, ...others] = (!handle && matchesBySku.get(variant?.sku || '')) || [];
  return {
    productId: ids.find((id) => id && products.has(id)) || undefined,
    variantId: variant?.variantId || (others.length > 0 ? undefined : match?.variantId),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
/** `Harbour mug · Cream (HM-1)` */
export function nameInWords({ product, variant, sku }: RowName): string {
  const name = [product, variant].filter(Boolean).join(' · ');
  return name && sku ? `${name} (${sku})` : name || sku;
}
