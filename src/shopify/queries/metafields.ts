import type { FieldKey } from '../../catalog/columns/columns';
import { metafieldOf } from '../../catalog/columns/families';
import type { MetafieldDefinition } from '../../catalog/metafields/definitions';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import { type GraphqlRequest, readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import {
  type DefinitionsData,
  DefinitionsDocument,
  type EntryNamesData,
  EntryNamesDocument,
  type ProductValuesData,
  ProductValuesDocument,
  type VariantValuesData,
  VariantValuesDocument,
} from '../documents/generated/metafields';
import { nextCursor } from './nodes';

export type OwnerLevel = MetafieldDefinition['level'];

const OWNERS = { product: 'PRODUCT', variant: 'PRODUCTVARIANT' } as const;
const PAGE = 250;

export interface DefinitionPage {
  readonly level: OwnerLevel;
  readonly after?: string;
}

export function definitionsRequest({ level, after }: DefinitionPage): GraphqlRequest<DefinitionsData> {
  const variables = { owner: OWNERS[level], ...(after && { after }) };
  return readRequest(DefinitionsDocument, variables, connectionCost(PAGE, 3));
}

export function definitionsIn(
  { level }: DefinitionPage,
  { metafieldDefinitions: { nodes, pageInfo } }: DefinitionsData,
): { readonly found: readonly MetafieldDefinition[]; readonly next: DefinitionPage | undefined } {
  const after = nextCursor(pageInfo);
  return {
    found: nodes.map(({ type, access, ...node }) => ({
      ...node,
      level,
      type: type.name,
      admin: access.admin,
    })),
    next: after === undefined ? undefined : { level, after },
  };
}

/** The name that Shopify knows a field by, such as `custom.material`; undefined where it is no metafield. */
export function metafieldName(key: FieldKey, level?: OwnerLevel): string | undefined {
  const member = metafieldOf(key);
  return member && (!level || member.level === level) ? member.name : undefined;
}

/** Values in one answer: ten kilobytes each would be too many, and nearly all are a few words. */
const MOST_VALUES = 10_000;
const MOST_IDS = 250;
const MOST_NAMES = 100;

export interface ValuesPart {
  readonly level: OwnerLevel;
  readonly ids: readonly (ProductId | VariantId)[];
  readonly names: readonly string[];
}

/** The parts in which values of so many names are asked for. */
export function partSizes(names: number): { readonly ids: number; readonly names: number } {
  const ofNames = Math.min(names, MOST_NAMES);
  return { names: MOST_NAMES, ids: Math.max(1, Math.min(MOST_IDS, Math.floor(MOST_VALUES / ofNames))) };
}

export function valuesRequest({
  level,
  ids,
  names,
}: ValuesPart): GraphqlRequest<ProductValuesData | VariantValuesData> {
  const cost = 1 + connectionCost(names.length, 0);
  const variables = { ids, keys: names, first: names.length };
  return level === 'product'
    ? readRequest(ProductValuesDocument, { ...variables, ids: ids as readonly ProductId[] }, cost)
    : readRequest(VariantValuesDocument, { ...variables, ids: ids as readonly VariantId[] }, cost);
}

export interface StoredValue {
  readonly id: ProductId | VariantId;
  readonly name: string;
  readonly value: string;
  readonly version: string;
}

/** Asked for by whole names, metafields come with these as their keys (recorded). */
export function valuesIn({ nodes }: ProductValuesData | VariantValuesData): StoredValue[] {
  return nodes.flatMap((node): StoredValue[] => {
    const id = node?.id;
    if (!id) return [];
    return node.metafields.nodes.map(({ namespace, key, value, compareDigest }) => ({
      id,
      name: key.includes('.') ? key : `${namespace}.${key}`,
      value,
      version: compareDigest,
    }));
  });
}

export const ENTRIES_PER_REQUEST = 250;

export function entryNamesRequest(ids: readonly string[]): GraphqlRequest<EntryNamesData> {
  return readRequest(EntryNamesDocument, { ids }, 1 + ids.length);
}
