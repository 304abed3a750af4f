/** A colleague without access asks the one who has it for a sync. */
export interface RunRequest {
  /** As they typed it; may be empty. */
  readonly from: string;
  /** Why, in their words; may be empty. */
  readonly says: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** A row that was edited since the last sync, as far as the memory alone tells. */
export interface EditedRow {
  readonly sheetId: number | null;
  readonly tab: string;
  /** 1-based. */
  readonly row: number;
  /** `Harbour mug · Cream (HM-1)`; empty where nothing of it is known. */
  readonly name: string;
  /** `Price 10.00 → 12.00` */
  readonly says: string;
}

/** Rows that a run would look at, and those that it could not read. Shopify is not asked, so nothing is said of its changes. */
export interface EditsView {
  readonly edited: { readonly count: number; readonly shown: readonly EditedRow[] };
  readonly problems: { readonly count: number; readonly shown: readonly EditedRow[] };
}
