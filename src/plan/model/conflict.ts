import type { FieldGroup } from '../../catalog/columns/column';
import type { FieldKey } from '../../catalog/columns/columns';
import type { RowRef } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import { levelKey } from './snapshot';
import type { SetStock } from './stock-action';

/** A cell that changed on both sides, or differs and was never synced; a person chooses which side counts. */
export interface Conflict {
  /** Names the cell and both values, so that a choice no longer applies once one of them changes. */
  readonly key: string;
  readonly ref: RowRef;
  readonly group: FieldGroup;
  /** Absent for stock. */
  readonly field?: FieldKey;
  /** The header as the sheet has it. */
  readonly column: string;
  readonly sheet: FieldValue | null;
  readonly shopify: FieldValue | null;
  /** Sum of the sheet's difference and what Shopify has now, for stock. */
  readonly sum?: number;
}

/** `add` applies to stock only: the sheet's difference is added to what Shopify has now. `shopify` is written into the cell. */
export type ConflictSide = 'sheet' | 'shopify' | 'add';

export const CONFLICT_SIDES: readonly ConflictSide[] = ['sheet', 'shopify', 'add'];

/** Makes the key under which a choice is remembered until the run is over. */
export function choiceKey(side: ConflictSide, key: string): string {
  return `${side}|${key}`;
}

/** Finds the choice of a person for this conflict; undefined where nobody was asked yet. */
export function chosenSide(key: string, confirmed: ReadonlySet<string>): ConflictSide | undefined {
  return CONFLICT_SIDES.find((side) => confirmed.has(choiceKey(side, key)));
}

/** The question about a level: what the sheet says and what Shopify has. */
export function levelQuestion(
  level: Pick<SetStock, 'inventoryItemId' | 'locationId' | 'name' | 'sheet' | 'from'>,
): string {
  const { inventoryItemId, locationId, name, sheet, from } = level;
  return `${levelKey(inventoryItemId, locationId)}|${name}|${sheet}|${from}`;
}
