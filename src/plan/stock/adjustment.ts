import type { QuantityName } from '../../catalog/columns/column';
import { type BaseRecord, type QuantityKey, quantityKey, type StockNote } from '../model/base';
import type { BatchOutcome } from '../model/batch-outcome';
import type { SetStock } from '../model/stock-action';
import type { AppliedCell } from '../model/sync-plan';

export function appliedBy({ batch, answer }: BatchOutcome): AppliedCell[] {
  if (answer.kind !== 'answered' || batch.kind !== 'set-stock') return [];
  return answer.written.stock.flatMap((index) => {
    const action = batch.actions[index];
    if (action?.adds !== 'adjustment') return [];
    const { ref, column, variantId, name, locationId } = action;
    return [{ ref, column, variantId, key: quantityKey(name, locationId), delta: deltaOf(action) }];
  });
}

/** Prepares a record for a new execution: the number applied from a cell that was emptied is forgotten. */
export function forgetEmptied(record: BaseRecord): BaseRecord {
  if (record.kind !== 'variant' || !record.stockNotes) return record;
  const notes = Object.entries(record.stockNotes) as [QuantityKey, StockNote][];
  const stockNotes = Object.fromEntries(notes.filter(([, note]) => !('isEmptied' in note)));
  return { ...record, stockNotes };
}

export function deltaOf({ from, to }: Pick<SetStock, 'from' | 'to'>): number {
  return to - (from ?? 0);
}

export function describeLevel(name: QuantityName, locationName: string): string {
  return `${name === 'available' ? 'Available' : 'On hand'} · ${locationName}`;
}

/** `Available · Berlin: 5 + 3 = 8` */
export function describeSum(action: Pick<SetStock, 'name' | 'locationName' | 'from' | 'to'>): string {
  const { name, locationName, from, to } = action;
  const delta = deltaOf(action);
  const sign = delta < 0 ? '−' : '+';
  return `${describeLevel(name, locationName)}: ${from ?? 0} ${sign} ${Math.abs(delta)} = ${to}`;
}

/** `+3` */
export function signed(delta: number): string {
  return delta < 0 ? `−${-delta}` : `+${delta}`;
}
