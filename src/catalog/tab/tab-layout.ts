import type { TabKind } from '../columns/column';
import type { Column } from '../columns/columns';
import type { Dialect } from '../dialects/dialects';
import type { ValueRules } from '../values/cell';
import type { GroupWords } from '../values/memberships';

export interface LayoutColumn {
  readonly column: Column;
  /** As it is in the sheet. */
  readonly header: string;
  /** 0-based position in the sheet. */
  readonly index: number;
  /** The location that the header names. */
  readonly location?: string;
  /**
   * Shopify's old inventory CSV heads a column with nothing but a location's name, so that any header without a
   * meaning may be one. It is resolved when the shop's locations are known: see `assignLocationColumns`.
   */
  readonly isCandidate?: true;
  /** Rules that the shop has for its values. */
  readonly rules?: ValueRules;
  /** Groups of the shop that its cells may name. */
  readonly groups?: GroupWords;
}

export interface TabLayout {
  readonly kind: TabKind;
  readonly dialect: Dialect;
  /** 1-based. */
  readonly headerRow: number;
  readonly columns: readonly LayoutColumn[];
  /** Headers that no row of the column table knows. */
  readonly unknown: readonly string[];
  /** Places of those that may be names that the shop gave to its own fields. */
  readonly unknownAt?: readonly Pick<LayoutColumn, 'header' | 'index'>[];
  /** Headers that are known and not pushed. */
  readonly unsynced: readonly string[];
  /** Reasons of some of those, by header; each completes a sentence. */
  readonly whyLeft?: Readonly<Record<string, string>>;
  /** Number of columns after which new status columns stand; behind the last one where it is absent. */
  readonly statusAfter?: number;
  /** The layout of rows that name a catalog: their prices are those of that catalog. */
  readonly inCatalog?: (catalog: string) => TabLayout;
  /** 0-based positions without a header; a value there means that the row is longer than its header. */
  readonly headless: readonly number[];
}

/** A header row's meaning, before it is known what kind of tab it makes. */
export type HeaderRow = Omit<TabLayout, 'kind'>;

export type TabRecognition =
  | { readonly kind: 'recognised'; readonly layout: TabLayout }
  | { readonly kind: 'refused'; readonly layout: TabLayout; readonly reason: string }
  | { readonly kind: 'ignored'; readonly reason: string };

export function recognised(layout: TabLayout, reason: string | undefined): TabRecognition {
  return reason ? { kind: 'refused', layout, reason } : { kind: 'recognised', layout };
}
