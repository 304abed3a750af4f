import type { CollectionSource } from './collection-source';
import type { Row } from './table';

/** A sales channel's publication, or a catalog's. */
export interface Publication extends Row {
  readonly name: string;
  /** The channel of the app that asks. */
  readonly isOfThisApp: boolean;
  /** Belongs to a catalog of markets or companies, or waits for one, and has no name. */
  readonly isOfCatalog?: true;
  /** New products go on it by themselves. */
  readonly autoPublish?: boolean;
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
  readonly image?: { readonly src: string; readonly altText: string | null; readonly setAtMs: number } | null;
  /** Null for a collection whose products are chosen by hand. */
  readonly ruleSet: {
    readonly appliedDisjunctively: boolean;
    readonly rules: readonly CollectionRule[];
  } | null;
  /** Chosen by hand; in the model of sources that of its own sources. */
  readonly productIds: readonly string[];
  /** The model of 2026-07, where the old one cannot say it; `ruleSet` and `productIds` are then empty. */
  readonly sources?: readonly CollectionSource[];
  /** The order that somebody gave the products; those it does not name come behind. */
  readonly manualOrder?: readonly string[];
  /** A rule set is worked out in the background: from this moment on (virtual ms). */
  readonly rulesApplyFromMs: number;
  readonly updatedAt: string;
}
