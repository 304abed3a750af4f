import type { ExecutionContext } from '../../../graphql/execution/context';
import { variantsOf } from '../../state/lookups';
import type { Product } from '../../state/product';

/** Puts a product's options into another order; the variants' values follow. `order` holds the old indexes. */
export function reorderOptions(
  { state, now }: ExecutionContext,
  product: Product,
  order: readonly number[],
): void {
  const pick = <T>(items: readonly T[]): T[] => order.flatMap((index) => items[index] ?? []);
  for (const variant of variantsOf(state, product)) {
    state.variants.put({ ...variant, optionValueIds: pick(variant.optionValueIds) });
  }
  state.products.put({ ...product, options: pick(product.options), updatedAt: now });
}

/** Moves one option, both places counted from 0. */
export function moveOption(context: ExecutionContext, productId: string, from: number, to: number): void {
  const product = context.state.products.get(productId);
  if (!product || from === to) return;
  const order = product.options.map((_option, index) => index).filter((index) => index !== from);
  order.splice(to, 0, from);
  reorderOptions(context, product, order);
}
