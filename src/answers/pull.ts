import type { Form, Pack } from '../catalog/writing/forms';
import type { CatalogFilter } from '../ports/catalog-reader';
import type { Problem } from '../ports/problem';

/** What a person wants to get from Shopify. */
export interface PullChoice {
  readonly form: Form;
  /** Columns of small tabs are given. */
  readonly packs: readonly Pack[];
  readonly filter: CatalogFilter;
  /** The tab in front of the person; a new one where it is absent. */
  readonly into?: 'this-tab';
  /** Only what the selected rows name, by handle or SKU. */
  readonly onlySelected?: boolean;
}

/** What getting it comes to, before anything is done. */
export interface PullEstimate {
  readonly products: number;
  readonly variants: number;
  readonly rows: number;
  readonly columns: number;
  /** Whole seconds, about. */
  readonly seconds: number;
  /** False where the rows were estimated from the first products. */
  readonly isExact: boolean;
  /** Where the rows go, and what happens to what is there, in a sentence. */
  readonly into: string;
  /** What will be remembered, in a sentence. */
  readonly remembers: string;
  /** Other ticked tabs that speak of products already, and what to do about it; empty where there is none. */
  readonly besides: string;
  /** `1,204 products, 3,950 rows × 22 columns, about 2 minutes` */
  readonly words: string;
}

/** How getting it ended, or paused. */
export interface PullView {
  readonly outcome: 'finished' | 'paused' | 'stopped' | 'failed';
  readonly tab: string;
  readonly sheetId: number;
  readonly products: number;
  /** As far as it is known. */
  readonly ofProducts: number;
  readonly rows: number;
  /** Cells that could not take Shopify's value. */
  readonly unshown: number;
  /** Products that stand in other ticked tabs too. */
  readonly shared: number;
  readonly problem: Problem | null;
  /** Paused, and Google's clock goes on with it, also while no sidebar is open. */
  readonly goesOn: boolean;
}
