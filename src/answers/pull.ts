import type { Form, Pack } from '../catalog/writing/forms';
import type { CatalogFilter } from '../ports/catalog-reader';
import type { Problem } from '../ports/problem';

export type { ExtraPack, UsualPack } from '../catalog/writing/forms';

/** A person's choice of what to get from Shopify. */
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

/** Size of getting it, before anything is done. */
export interface PullEstimate {
  readonly products: number;
  readonly variants: number;
  readonly rows: number;
  readonly columns: number;
  /** Whole seconds, about. */
  readonly seconds: number;
  /** False where the rows were estimated from the first products. */
  readonly isExact: boolean;
  /** Sentence about the tab that the rows go to, and about its present content. */
  readonly into: string;
  /** Sentence about the memory that it will take. */
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
