import type { FieldGroup } from '../catalog/columns/column';
import type { Problem } from '../ports/problem';
import type { ConflictView, Listed, OldValueView } from './waiting';

/** Scope of a refresh; all ticked tabs and all groups where nothing is said. */
export interface RefreshRequest {
  readonly groups?: readonly FieldGroup[] | undefined;
  /** Fills the empty cells of this column, and touches no other. */
  readonly fill?: { readonly sheetId: number; readonly column: string } | undefined;
}

/** How a refresh ended. */
export interface RefreshView {
  readonly outcome: 'finished' | 'paused' | 'failed';
  /** Its number in the list of refreshes; null where it wrote nothing. */
  readonly refresh: number | null;
  /** Cells that hold Shopify's value now. */
  readonly cells: number;
  /** Cells that Shopify has another value for and that hold a formula, are protected or cannot say it. */
  readonly left: number;
  /** Cells that changed on both sides. */
  readonly conflicts: number;
  /** Those of them that a person may decide at once; the others are decided by a setting at the next sync. */
  readonly questions: Listed<ConflictView>;
  /** Rows that were added at the end, for products that the tab's filter finds newly. */
  readonly added: number;
  /** `12 cells were brought up to date. 2 changed in both.` */
  readonly words: string;
  readonly problem: Problem | null;
}

/** How the last refresh ended, for people who open the page later. */
export interface LastRefresh {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** Name of whoever started it; empty where it is not known. */
  readonly by: string;
  readonly words: string;
  /** Cells that changed on both sides, as it found them. */
  readonly conflicts: number;
}

/** A refresh that wrote cells. */
export interface RefreshLine {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** Name of whoever started it; empty where it is not known. */
  readonly by: string;
  readonly cells: number;
}

export interface GiveBackRequest {
  /** The number of the refresh. */
  readonly refresh: number;
  /** The cells to write, by the keys that were listed; absent to list them. */
  readonly keys?: readonly string[] | undefined;
}

/** Cells that still say what a refresh wrote, with the values before it; `written` were just given back. */
export interface RefreshedValues extends Listed<OldValueView> {
  readonly refresh: number;
  readonly written: number;
}
