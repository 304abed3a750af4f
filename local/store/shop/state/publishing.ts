import type { Row } from './table';

/** A sales channel's publication. */
export interface Publication extends Row {
  readonly name: string;
  /** The channel of the app that asks. */
  readonly isOfThisApp: boolean;
}

/** Something published somewhere; the id is `publishable|publication`. */
export interface ResourcePublication extends Row {
  readonly publishableId: string;
  readonly publicationId: string;
  readonly publishDate: string;
}

export interface CollectionRule {
  readonly column: string;
  readonly relation: string;
  readonly condition: string;
  readonly conditionObjectId: string | null;
}

export interface Collection extends Row {
  readonly title: string;
  readonly handle: string;
  readonly descriptionHtml: string;
  readonly sortOrder: string;
  readonly templateSuffix: string | null;
  readonly seo: { readonly title: string | null; readonly description: string | null };
  /** Null for a collection whose products are chosen by hand. */
  readonly ruleSet: {
    readonly appliedDisjunctively: boolean;
    readonly rules: readonly CollectionRule[];
  } | null;
  /** Only where there is no rule set. */
  readonly productIds: readonly string[];
  /** A rule set is worked out in the background: from this moment on (virtual ms). */
  readonly rulesApplyFromMs: number;
  readonly updatedAt: string;
}
