import type { Row } from './table';

export interface Metafield extends Row {
  readonly ownerId: string;
  /** The schema's MetafieldOwnerType, for example PRODUCT. */
  readonly ownerType: string;
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface MetafieldDefinition extends Row {
  readonly ownerType: string;
  readonly namespace: string;
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly type: string;
  readonly validations: readonly { readonly name: string; readonly value: string | null }[];
  readonly pinnedPosition: number | null;
  readonly access: Readonly<Record<string, string | null>>;
  readonly capabilities: Readonly<
    Record<'adminFilterable' | 'smartCollectionCondition' | 'uniqueValues', boolean>
  >;
  readonly standardTemplateId: string | null;
  /** The kinds of owner that it applies to; null (or missing in older states) for all. */
  /** Epoch milliseconds (virtual) at which the values have been looked at by its newest validations. */
  readonly checkedAtMs?: number;
  readonly constraints?: DefinitionConstraints | null;
}

export interface DefinitionConstraints {
  /** So far Shopify knows `category`. */
  readonly key: string;
  /** Ids of categories, or bare ids of the taxonomy (`ap-2`). */
  readonly values: readonly string[];
}

/** Entry of a metaobject; what it says besides its names is not modelled. */
export interface Metaobject extends Row {
  /** Name of its definition, such as `shopify--color-pattern`. */
  readonly type: string;
  readonly handle: string;
  readonly displayName: string;
}
