import type { InventoryItemId, ProductId, VariantId } from '../../catalog/values/gid';
import type { StoreLevel, StoreProduct, StoreVariant } from '../../plan/model/snapshot';
import { type LevelNode, toLevel } from '../queries/inventory-levels';
import { type MediaNode, type ProductNode, toVariant, type VariantNode } from '../queries/nodes';
import { toProduct } from '../queries/products';
import type { WholeShopParts } from '../queries/whole-shop';

/** All that a shop had of products or variants when a bulk query began. */
export interface WholeShop {
  /** Undefined where only variants were read. */
  readonly products: ReadonlyMap<ProductId, StoreProduct> | undefined;
  readonly variants: ReadonlyMap<VariantId, StoreVariant>;
  readonly handles: ReadonlyMap<ProductId, string>;
  /** By item; undefined where levels were not read. */
  readonly levels: ReadonlyMap<InventoryItemId, readonly [key: string, level: StoreLevel][]> | undefined;
}

export interface WholeShopReader {
  /** Takes one line of the result: an object, which names its parent where it stands in another. */
  take(line: unknown): void;
  shop(): WholeShop;
}

type Line = { readonly id?: string; readonly __parentId?: string } & (
  | ProductNode
  | (VariantNode & { readonly product?: { readonly id: ProductId; readonly handle: string } })
  | (LevelNode & { readonly item: { readonly id: InventoryItemId } })
  | MediaNode
  | { readonly publication: { readonly id: string } }
);

/** Lines come in any order: a child may stand before its parent. */
export function readWholeShop(
  of: 'products' | 'variants',
  { levels: withLevels, onlineStore }: WholeShopParts,
): WholeShopReader {
  const products = new Map<ProductId, ProductNode>();
  const handles = new Map<ProductId, string>();
  const variants = new Map<VariantId, StoreVariant>();
  const variantsOf = new Map<ProductId, StoreVariant[]>();
  const mediaOf = new Map<ProductId, MediaNode[]>();
  const published = new Set<ProductId>();
  const levels = new Map<InventoryItemId, [key: string, level: StoreLevel][]>();

  const take = (line: unknown): void => {
    const { id = '', __parentId } = line as Line;
    const parent = __parentId as ProductId;
    if (id.startsWith('gid://shopify/Product/')) {
      const product = line as ProductNode;
      products.set(product.id, product);
      handles.set(product.id, product.handle);
    } else if (id.startsWith('gid://shopify/ProductVariant/')) {
      const node = line as VariantNode & {
        readonly product?: { readonly id: ProductId; readonly handle: string };
      };
      const variant = toVariant(node, node.product?.id ?? parent);
      if (node.product) handles.set(node.product.id, node.product.handle);
      if (of === 'products' && !variants.has(variant.id)) append(variantsOf, parent, variant);
      variants.set(variant.id, variant);
    } else if (id.startsWith('gid://shopify/InventoryLevel/')) {
      const level = line as LevelNode & { readonly item: { readonly id: InventoryItemId } };
      append(levels, level.item.id, toLevel(level.item.id, level));
    } else if ('publication' in (line as object)) {
      if ((line as { publication: { id: string } }).publication.id === onlineStore) published.add(parent);
    } else append(mediaOf, parent, line as MediaNode);
  };

  const whole = (node: ProductNode): StoreProduct => {
    const channels = published.has(node.id) && onlineStore ? [{ publication: { id: onlineStore } }] : [];
    const media = { nodes: mediaOf.get(node.id) ?? [] };
    const resourcePublicationsV2 = { nodes: channels };
    return {
      ...toProduct({ ...node, media, ...(onlineStore && { resourcePublicationsV2 }) }, onlineStore),
      variants: variantsOf.get(node.id) ?? [],
    };
  };

  return {
    take,
    shop: () => ({
      products: of === 'products' ? new Map([...products].map(([id, node]) => [id, whole(node)])) : undefined,
      variants,
      handles,
      levels: withLevels ? levels : undefined,
    }),
  };
}

function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
