import type { TabLayout } from '../catalog/tab/tab-layout';

/** One row of the status block, as written. */
export interface StatusRow {
  /** 1-based. */
  readonly row: number;
  readonly status: string;
  readonly message: string;
  /** Milliseconds since 1970 of the last change in Shopify; undefined leaves the cell empty. */
  readonly syncedAtMs: number | undefined;
  /** The number without `gid://…`. */
  readonly shopifyId: string;
  /** Address of the item in Shopify admin. Without one the ID that stands in the row is left alone; reading gives none. */
  readonly link?: string;
  /** The status that the row has until now; reading gives none. */
  readonly replaces?: string;
}

/** Reason why a tab's filter was left alone, or the way its rows were hidden: with a new filter, or within the merchant's own. */
export type FilterOutcome = 'added' | 'set' | 'out-of-reach' | 'no-status';

/** The status columns next to the rows of a tab. */
export interface StatusBlock {
  read(sheetId: number, layout: TabLayout): readonly StatusRow[];
  /** Makes the status block where there is none. Answers whether this person may write into it. */
  prepare(sheetId: number, layout: TabLayout): boolean;
  /** Writes rows, making the block next to the tab's own columns where there is none. */
  write(sheetId: number, layout: TabLayout, rows: readonly StatusRow[]): void;
  /** Hides the rows whose status is one of these words, or whose message lacks a text, until `show`. */
  hide(sheetId: number, layout: TabLayout, hiding: Hiding): FilterOutcome;
  /** Shows them again; with `isOurs`, takes away the filter itself where nothing else uses it. */
  show(sheetId: number, layout: TabLayout, isOurs: boolean): void;
  isHiding(sheetId: number, layout: TabLayout): boolean;
}

export interface Hiding {
  readonly words: readonly string[];
  /** The text in messages of a tab without which a row is hidden too. */
  readonly textIn?: ((messages: readonly string[]) => string) | undefined;
}
