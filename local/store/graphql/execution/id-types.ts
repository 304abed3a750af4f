import { type GraphQLSchema, isAbstractType } from 'graphql';
import { gidType } from '../../shop/state/ids';
import type { ShopSchema } from '../schema';
import { invalidId } from './failures';

/**
 * Throws Shopify's RESOURCE_NOT_FOUND for an id of another type than a root's argument takes: `product(id:)` with
 * the id of a variant. Which types an argument takes stands in the schema.
 */
export function checkIdTypes(
  schema: ShopSchema,
  root: string,
  args: Readonly<Record<string, unknown>>,
): void {
  for (const [name, value] of Object.entries(args)) {
    const wanted = schema.idTypes.get(`${root}.${name}`);
    if (!wanted) continue;
    for (const id of [value].flat()) {
      if (typeof id === 'string' && !fits(schema.graphql, wanted, gidType(id))) throw invalidId(id);
    }
  }
}

/** An interface or a union stands for its types; a name that is no type of the schema for anything. */
function fits(schema: GraphQLSchema, wanted: readonly string[], given: string): boolean {
  return wanted.some((name) => {
    if (name === given) return true;
    const type = schema.getType(name);
    if (!type) return true;
    return isAbstractType(type) && schema.getPossibleTypes(type).some((possible) => possible.name === given);
  });
}
