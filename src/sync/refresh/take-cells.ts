import { chunk, groupBy } from '../../catalog/values/arrays';
import { keptRecord, type PutOutcome } from '../../plan/compare/kept-cells';
import { pairOf, withoutPair, withPair } from '../../plan/compare/pairs';
import { itemOf } from '../../plan/compare/undone-marks';
import { type BaseRecord, baseWith, type Pair, recordKey } from '../../plan/model/base';
import type { KeptCell } from '../../plan/model/kept-cell';
import type { Opened } from '../execution/execution';
import { putValues } from '../execution/put-values';
import type { Services } from '../ground/services';
import type { RefreshedCell } from '../memory/refresh-journal';

/** Few enough that a kill leaves little to find out again, and many enough that one call writes most of a column. */
const CELLS_PER_WAVE = 2_000;

export interface TakenCells {
  readonly outcomes: ReadonlyMap<KeptCell, PutOutcome>;
  /** Cells that no time was left for. */
  readonly left: readonly KeptCell[];
}

interface Taking {
  readonly isOver: () => boolean;
  /** Keeps what is about to be replaced. */
  readonly log: (cells: readonly RefreshedCell[]) => void;
  /** A cell elsewhere that says something else keeps what was known of it: it would look edited. */
  readonly isSaidOtherwise: (cell: RefreshedCell) => boolean;
}

/**
 * Writes Shopify's values into cells, wave by wave. What a wave is about to write is remembered beforehand: a cell that
 * a killed execution wrote, or did not get to, is nobody's edit.
 */
export function takeCells(
  services: Services,
  open: Opened,
  cells: readonly KeptCell[],
  { isOver, log, isSaidOtherwise }: Taking,
): TakenCells {
  const outcomes = new Map<KeptCell, PutOutcome>();
  const values = [...groupBy(cells.filter(isRefreshed), ({ question }) => question).values()];
  const waves = inWaves(values);
  for (const [index, wave] of waves.entries()) {
    if (isOver()) return { outcomes, left: waves.slice(index).flat(2) };
    log(wave.flat());
    for (const [cell, outcome] of takeWave(services, open, wave, isSaidOtherwise))
      outcomes.set(cell, outcome);
  }
  return { outcomes, left: [] };
}

function inWaves(values: readonly (readonly RefreshedCell[])[]): (readonly RefreshedCell[])[][] {
  return chunk(values, CELLS_PER_WAVE);
}

function isRefreshed(cell: KeptCell): cell is RefreshedCell {
  return typeof cell.value === 'string';
}

function takeWave(
  services: Services,
  open: Opened,
  values: readonly (readonly RefreshedCell[])[],
  isSaidOtherwise: Taking['isSaidOtherwise'],
): ReadonlyMap<KeptCell, PutOutcome> {
  const { state } = open;
  const firsts = values.flatMap(([first]) => first ?? []);
  const before = new Map(firsts.map((cell) => [cell, pairOf(itemOf(cell.id, state.base), cell.value)]));
  remember(open, firsts, (cell) => [cell.sheet ?? before.get(cell)?.[0] ?? null, cell.store, 'taking']);
  const put = putValues(services, open, values.flat());
  const isWritten = (cell: RefreshedCell) => typeof put.get(cell) === 'object';
  const [apart, done] = [true, false].map((is) =>
    firsts.filter((cell) => isWritten(cell) && isSaidOtherwise(cell) === is),
  ) as [RefreshedCell[], RefreshedCell[]];
  const undone = firsts.filter((cell) => !isWritten(cell));
  remember(open, undone, (cell) => before.get(cell) ?? [null, cell.store]);
  remember(open, apart, (cell) => before.get(cell));
  const records = new Map<string, BaseRecord>();
  const base = baseWith(state.base, records);
  for (const cell of done) {
    const record = keptRecord(cell, put.get(cell) as PutOutcome, base);
    if (record) records.set(recordKey(record), record);
  }
  state.remember([...records.values()]);
  return put;
}

function remember(
  { state }: Pick<Opened, 'state'>,
  cells: readonly RefreshedCell[],
  pair: (cell: RefreshedCell) => Pair | undefined,
): void {
  const records = new Map<string, BaseRecord>();
  const base = baseWith(state.base, records);
  for (const cell of cells) {
    const known = itemOf(cell.id, base);
    const kept = pair(cell);
    if (known)
      records.set(
        recordKey(known),
        kept ? withPair(known, cell.value, kept) : withoutPair(known, cell.value),
      );
  }
  state.remember([...records.values()]);
}
