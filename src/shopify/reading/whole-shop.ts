import {
  type Gid,
  gidOf,
  type InventoryItemId,
  type ProductId,
  type VariantId,
} from '../../catalog/values/gid';
import type { StoreLevel, StoreProduct, StoreVariant } from '../../plan/model/snapshot';
import type { MediaFields } from '../documents/generated/fragments';
import type { AllProductsLine, AllVariantsLine } from '../documents/generated/whole-shop';
import { toLevel } from '../queries/inventory-levels';
import { toVariant } from '../queries/nodes';
import { type Published, type ShownOn, toProduct } from '../queries/products';

/** All that a shop had of products or variants when a bulk query began. */
export interface WholeShop {
  /** Undefined where only variants were read. */
  readonly products: ReadonlyMap<ProductId, StoreProduct> | undefined;
  readonly variants: ReadonlyMap<VariantId, StoreVariant>;
  /** Handle and title of each product. */
  readonly named: ReadonlyMap<ProductId, Named>;
  /** By item; undefined where levels were not read. */
  readonly levels: ReadonlyMap<InventoryItemId, readonly [key: string, level: StoreLevel][]> | undefined;
}

type Named = Readonly<Record<'handle' | 'title', string>>;

export interface WholeShopReader {
  /** Takes one line of the result: an object, which names its parent where it stands in another. */
  take(line: Line): void;
  shop(): WholeShop;
}

type Line = AllProductsLine | AllVariantsLine;

type LineOf<Type extends string> = Extract<Line, { readonly id: Gid<Type> }>;

/**
 * Lines come in any order: a child may stand before its parent.
 */
export function readWholeShop(
  of: 'products' | 'variants',
  { levels: withLevels, ...shown }: { readonly levels: boolean } & ShownOn,
): WholeShopReader {
  const products = new Map<ProductId, LineOf<'Product'>>();
  const named = new Map<ProductId, Named>();
  const variants = new Map<VariantId, StoreVariant>();
  const variantsOf = new Map<ProductId, StoreVariant[]>();
  const mediaOf = new Map<ProductId, MediaFields[]>();
  const published = new Map<ProductId, Published[]>();
  const levels = new Map<InventoryItemId, [key: string, level: StoreLevel][]>();

  const takeVariant = (line: LineOf<'ProductVariant'>): void => {
    if ('product' in line) {
      const { id, handle, title } = line.product;
      named.set(id, { handle, title });
      variants.set(line.id, toVariant(line, line.product.id));
      return;
    }
    const variant = toVariant(line, line.__parentId);
    if (!variants.has(variant.id)) append(variantsOf, line.__parentId, variant);
    variants.set(variant.id, variant);
  };

  const take = (line: Line): void => {
    if (isOf('Product', line)) {
      products.set(line.id, line);
      named.set(line.id, { handle: line.handle, title: line.title });
    } else if (isOf('ProductVariant', line)) takeVariant(line);
    else if (isOf('InventoryLevel', line)) append(levels, line.item.id, toLevel(line.item.id, line));
    else if ('publication' in line) append(published, line.__parentId, line);
    else append(mediaOf, line.__parentId, line);
  };

  const whole = (node: LineOf<'Product'>): StoreProduct => {
    const media = { nodes: mediaOf.get(node.id) ?? [] };
    const isAsked = shown.onlineStore !== null || shown.channels !== undefined;
    const resourcePublicationsV2 = { nodes: published.get(node.id) ?? [] };
    return {
      ...toProduct({ ...node, media, ...(isAsked && { resourcePublicationsV2 }) }, shown),
      variants: variantsOf.get(node.id) ?? [],
    };
  };

  return {
    take,
    shop: () => ({
      products: of === 'products' ? new Map([...products].map(([id, node]) => [id, whole(node)])) : undefined,
      variants,
      named,
      levels: withLevels ? levels : undefined,
    }),
  };
}

function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

function isOf<Type extends string>(type: Type, line: Line): line is LineOf<Type> {
  return 'id' in line && line.id.startsWith(gidOf(type, ''));
}
