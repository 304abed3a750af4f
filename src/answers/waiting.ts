import type { RowStatus } from '../catalog/tab/status-block';
/** A list that waits for a person. The call that found it answers it; a stored run has the count alone. */
export interface Listed<View> {
  readonly count: number;
  readonly shown: readonly View[];
  /** The keys of the others. */
  readonly more: readonly string[];
}

export interface HeldView extends Question, Named {
  readonly change: string;
  readonly reason: string;
  /** The reason that it shares with others, whose values are left out where they differ: `it goes down by … %`. */
  readonly cause: string;
  /** Set where it deletes an item. */
  readonly deletes?: 'product' | 'variant';
}

interface Named {
  /** `Harbour mug · Cream (HM-1)`; empty where nothing of it is known. */
  readonly name: string;
}

/** Status and message that a row would get. */
export interface ForeseenRow {
  readonly sheetId: number | null;
  readonly tab: string;
  readonly row: number;
  /** Name of the row's item, where the row is listed for a person; empty where it is not known. */
  readonly name?: string;
  readonly status: RowStatus;
  readonly message: string;
}

/** One change of a preview, or what is not sent and why. */
export interface ChangeView {
  /** `To update` */
  readonly what: string;
  readonly product: string;
  readonly variant: string;
  readonly sku: string;
  /** The header, or what is made. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** `+10.0 %`; empty of what is no number. */
  readonly difference: string;
  readonly why: string;
  readonly sheetId: number | null;
  readonly tab: string;
  readonly row: number;
  /** Page of the item in Shopify admin. */
  readonly link?: string;
  /** Address of a small photo of it, where its images were read. */
  readonly photo?: string;
  /** Names the change and both values; null of what is not sent. */
  readonly tick: string | null;
}

/** Rows with one kind of mistake. */
export interface CauseView {
  /** `Compare-at price “…” is not a number` */
  readonly cause: string;
  readonly count: number;
  /** As many as a page can hold. */
  readonly rows: readonly (Named & {
    readonly sheetId: number | null;
    readonly tab: string;
    readonly row: number;
    readonly message: string;
  })[];
}

/** Values as a merchant would write them. */
export interface ConflictView extends Question, Named {
  /** Set where the cell is the name of its item: the sheet's side renames that. */
  readonly renames?: true;
  readonly column: string;
  readonly sheet: string;
  readonly shopify: string;
  /** The result of adding the sheet's difference to Shopify's number, for stock; null elsewhere. */
  readonly sum: { readonly by: number; readonly is: number } | null;
}

/** A cell that still says what was undone, and the value that Shopify has again. */
export interface OldValueView extends Question {
  readonly column: string;
  readonly sheet: string;
  readonly old: string;
}

/** Old values that can be put back into the sheet after an undo, and how many just were. */
export interface OldValues extends Listed<OldValueView> {
  /** The number of the undo. */
  readonly undo: number;
  readonly written: number;
  /** As of a run. */
  readonly unwritten?: string;
}

/** A question to a person: the key, which goes with the decision, names the item, the field and both values. */
interface Question {
  readonly key: string;
  /** Null where the sheet no longer has the row. */
  readonly sheetId: number | null;
  readonly tab: string;
  readonly row: number;
}
