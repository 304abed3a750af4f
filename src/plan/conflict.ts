import type { FieldValue } from '../catalog/cell-kinds';
import type { FieldKey } from '../catalog/columns';
import type { RowRef } from '../catalog/row';

/** A cell that changed on both sides since the last sync; a person chooses which one counts. */
export interface Conflict {
  /** Names the cell and both values: a choice lapses as soon as one of them is another. */
  readonly key: string;
  readonly ref: RowRef;
  /** Absent for stock. */
  readonly field?: FieldKey;
  /** The header as it stands in the sheet. */
  readonly column: string;
  readonly sheet: FieldValue | null;
  readonly shopify: FieldValue | null;
  /** Of stock: the sheet's difference on top of what Shopify has now. */
  readonly sum?: number;
}

/** `add` is for stock alone: the sheet's difference on top of what Shopify has now. */
export type ConflictSide = 'sheet' | 'add';

/** How a choice is remembered until the run is over. */
export function choiceKey(side: ConflictSide, key: string): string {
  return `${side}|${key}`;
}

/** What a person chose for this conflict; undefined where nobody was asked yet. */
export function chosenSide(key: string, confirmed: ReadonlySet<string>): ConflictSide | undefined {
  if (confirmed.has(choiceKey('sheet', key))) return 'sheet';
  return confirmed.has(choiceKey('add', key)) ? 'add' : undefined;
}
