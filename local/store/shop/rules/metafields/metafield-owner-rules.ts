import type { ExecutionContext } from '../../../graphql/execution/context';
import type { MetafieldDefinition } from '../../state/metafield';
import type { StoreState } from '../../state/store-state';
import { definitionFor, metafieldsUnder } from './metafield-definitions';

interface Written {
  readonly ownerId: string;
  readonly value: string;
}

/** Limits of a definition beyond its validations: a value that another has, an owner of another category. */
export function checkAgainstDefinition(
  { state }: ExecutionContext,
  { ownerId, value }: Written,
  definition: MetafieldDefinition,
): [message: string, code: string] | null {
  if (!isOwnerOf(state, ownerId, definition))
    return ["Owner subtype does not match the metafield definition's constraints.", 'INVALID_VALUE'];
  if (!definition.capabilities.uniqueValues) return null;
  const isTaken = metafieldsUnder(state, definition).some(
    (other) => other.ownerId !== ownerId && other.value === value,
  );
  return isTaken ? ['Value is already assigned to another metafield.', 'CAPABILITY_VIOLATION'] : null;
}

const bareId = (category: string): string => category.replace(/^gid:\/\/shopify\/TaxonomyCategory\//, '');

/** `deleteConflictingConstrainedMetafields`: what is not for the product's category goes (schema). */
export function deleteConflicting(state: StoreState, productId: string): void {
  for (const { id, ownerType, namespace, key } of state.metafields.find('owner', productId)) {
    const definition = definitionFor(state, ownerType, namespace, key);
    if (definition && !isOwnerOf(state, productId, definition)) state.metafields.delete(id);
  }
}

/** A product is of a category or of any below it: `ap-2-1` is below `ap-2`. */
function isOwnerOf(state: StoreState, ownerId: string, { constraints }: MetafieldDefinition): boolean {
  if (constraints?.key !== 'category') return true;
  const productId = state.variants.get(ownerId)?.productId ?? ownerId;
  const product = state.products.get(productId);
  if (!product) return true;
  const own = bareId(product.categoryId ?? '');
  return constraints.values.map(bareId).some((wanted) => own === wanted || own.startsWith(`${wanted}-`));
}
