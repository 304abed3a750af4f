import { keptOutcome, keptRecord, type PutOutcome } from '../../plan/compare/kept-cells';
import { type BaseRecord, baseWith, recordKey } from '../../plan/model/base';
import type { KeptCell } from '../../plan/model/kept-cell';
import type { Execution, OpenRun } from './execution';
import { putValues } from './put-values';

/**
 * Puts Shopify's values into the cells for which a person chose that side, and says so on their rows. Done at the end of
 * a run, because it makes what was read of the sheet out of date. If it is killed in between, the next run finds both
 * sides equal.
 */
export function takeShopifysSide({ services, open, board }: Execution, cells: readonly KeptCell[]): void {
  const put = putValues(services, open, cells);
  open.state.remember(keptRecords(put, open));
  for (const [cell, outcome] of put) {
    board.add([keptOutcome(cell, outcome)]);
    board.finish([cell.ref]);
  }
}

/** Remembers cells with Shopify's value in them: one record for each item. */
export function keptRecords(
  cells: ReadonlyMap<KeptCell, PutOutcome>,
  { state }: Pick<OpenRun, 'state'>,
): BaseRecord[] {
  const latest = new Map<string, BaseRecord>();
  const base = baseWith(state.base, latest);
  for (const [cell, outcome] of cells) {
    const record = keptRecord(cell, outcome, base);
    if (record) latest.set(recordKey(record), record);
  }
  return [...latest.values()];
}
