import type { InventoryLevel } from '../shop/state/inventory';
import type { Product } from '../shop/state/product';
import type { StoreState } from '../shop/state/store-state';

/** Act of somebody else between two requests; enough to tell what changed and to do it again. */
export type Act =
  | { readonly kind: 'order'; readonly levelId: string; readonly quantity: number }
  | { readonly kind: 'price'; readonly productId: string; readonly variantId: string; readonly price: string }
  | { readonly kind: 'tag'; readonly productId: string; readonly tag: string }
  | { readonly kind: 'rename'; readonly productId: string; readonly title: string; readonly handle: string }
  | { readonly kind: 'delete'; readonly productId: string }
  | { readonly kind: 'unstock'; readonly inventoryItemId: string; readonly levelId: string };

export type ActKind = Act['kind'];

type Random = () => number;
type Choose = (state: StoreState, random: Random) => Act | undefined;

/** Act of each kind that is possible now; undefined where the store holds nothing to do it to. */
export const choices: Readonly<Record<ActKind, Choose>> = {
  order: (state, random) => {
    const level = pick(state.inventoryLevels.all().filter(sells(state)), random);
    return level && { kind: 'order', levelId: level.id, quantity: 1 + Math.floor(random() * 3) };
  },
  price: (state, random) => {
    const variant = pick(state.variants.all(), random);
    if (!variant) return undefined;
    const decimals = variant.price.split('.')[1]?.length ?? 0;
    const price = (Number(variant.price) * (0.8 + random() * 0.4)).toFixed(decimals);
    return { kind: 'price', productId: variant.productId, variantId: variant.id, price };
  },
  tag: (state, random) =>
    onProduct(state, random, ({ id }) => ({
      kind: 'tag',
      productId: id,
      tag: `from-another-app-${Math.floor(random() * 1000)}`,
    })),
  rename: (state, random) =>
    onProduct(state, random, ({ id, title, handle }) => ({
      kind: 'rename',
      productId: id,
      title: `${title} (renamed)`,
      handle: `${handle}-renamed-${Math.floor(random() * 1000)}`,
    })),
  delete: (state, random) => onProduct(state, random, ({ id }) => ({ kind: 'delete', productId: id })),
  unstock: (state, random) => {
    const level = pick(state.inventoryLevels.all().filter(mayBeUnstocked(state)), random);
    return level && { kind: 'unstock', inventoryItemId: level.inventoryItemId, levelId: level.id };
  },
};

export const actKinds = Object.keys(choices) as readonly ActKind[];

const sells =
  (state: StoreState) =>
  (level: InventoryLevel): boolean =>
    level.isActive && state.inventoryItems.get(level.inventoryItemId)?.tracked === true;

/** Shopify keeps an item stocked at one location at least. */
const mayBeUnstocked =
  (state: StoreState) =>
  (level: InventoryLevel): boolean => {
    const active = (other: InventoryLevel) =>
      other.isActive && other.inventoryItemId === level.inventoryItemId;
    return level.isActive && state.inventoryLevels.all().filter(active).length > 1;
  };

function onProduct(state: StoreState, random: Random, act: (product: Product) => Act): Act | undefined {
  const product = pick(state.products.all(), random);
  return product && act(product);
}

const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[Math.floor(random() * items.length)];
