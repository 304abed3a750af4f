/** A condition of the model of 2026-07: one of the schema's `CollectionSource…Condition…` types. */
export interface SourceCondition {
  readonly __typename: string;
  readonly id: string;
  /** The field of the input that it came from: `productTag`, `variantPrice` … */
  readonly kind: string;
  readonly relation: string;
  readonly matchType: 'ALL' | 'ANY' | null;
  /** Values to compare with; one value where the type has `value`. */
  readonly values: readonly unknown[];
  readonly definitionId: string | null;
}

/** A rule that takes products in, or keeps them out. */
export interface SourcePart {
  readonly matchType: 'ALL' | 'ANY' | null;
  readonly conditions: readonly SourceCondition[];
  /** Chosen by hand. */
  readonly productIds: readonly string[];
}

export type CollectionSource =
  | {
      readonly __typename: 'CollectionConditionsSource';
      readonly id: string;
      readonly title: string;
      readonly description: string | null;
      readonly targetType: string;
      readonly inclusion: SourcePart;
      readonly exclusion: SourcePart | null;
    }
  | {
      readonly __typename: 'CollectionSubCollectionsSource';
      readonly id: string;
      readonly title: string;
      readonly description: string | null;
      readonly collectionIds: readonly string[];
    };

export type ConditionsSource = Extract<CollectionSource, { __typename: 'CollectionConditionsSource' }>;
