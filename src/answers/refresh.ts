import type { FieldGroup } from '../catalog/columns/column';
import type { Problem } from '../ports/problem';

/** What a refresh is asked for; all ticked tabs and all groups where nothing is said. */
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
  /** Rows that were added at the end, for products that the tab's filter finds newly. */
  readonly added: number;
  /** `12 cells were brought up to date. 2 changed in both.` */
  readonly words: string;
  readonly problem: Problem | null;
}
