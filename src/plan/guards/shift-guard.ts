import { fieldNamed } from '../../catalog/columns/columns';
import { groupBy } from '../../catalog/values/arrays';
import { type ChangedColumn, type Evidence, type Suspect, samplesOf } from './evidence';
import { hasFewValues, isNumeric, tellsItemsApart } from './kinds';
import { GUARD_LIMITS, isMany, type Share } from './limits';
import { returnsToFull } from './money-guard';
import { type Change, countsOf, isInOrder, movedBy } from './moved';

/** Finds values that belonged to other items before: a column was sorted, or pasted some rows off. The whole tab is held. */
export function shiftedTabs(evidence: Evidence): Suspect[] {
  const reasons = new Map<ChangedColumn['sheetId'], string>();
  for (const column of evidence.columns) {
    const { sheetId, header, kind, pieces } = column;
    if (reasons.has(sheetId) || !isShifted(column, evidence)) continue;
    const what = kind === 'image' ? 'new images' : `changed ${header} values`;
    reasons.set(
      sheetId,
      `rows look shifted: the ${pieces.length} ${what} of this tab belonged to other items before`,
    );
  }
  return evidence.pieces.flatMap((piece) => {
    const reason = reasons.get(piece.ref.sheetId);
    return reason ? [{ piece, reason }] : [];
  });
}

function isShifted(column: ChangedColumn, evidence: Evidence): boolean {
  const { kind, sheetId, header } = column;
  const pieces = column.pieces.filter((piece) => !returnsToFull(piece, evidence));
  if (hasFewValues(kind) || pieces.length < GUARD_LIMITS.whole.atLeast) return false;
  const isWhole = isMany(pieces.length, evidence.sizeOf(column), GUARD_LIMITS.whole);
  const isFew = pieces.length < GUARD_LIMITS.moved.atLeast;
  if (!isWhole && isFew) return false;
  // The same number added to every quantity is a delivery.
  if (kind === 'stock' && new Set(pieces.map(({ from, to }) => Number(to) - Number(from))).size === 1)
    return false;
  const isNumber = isNumeric(kind);
  if (isNumber && isRaised(column, evidence)) return false;
  const filled = pieces.filter(({ to }) => to !== '');
  const limit: Share = {
    ...(isNumber ? GUARD_LIMITS.movedNumbers : GUARD_LIMITS.moved),
    ...(isWhole && { atLeast: GUARD_LIMITS.whole.atLeast }),
    // With three or four changes, two exchanged by hand and one taken from another item are not enough evidence.
    ...(isFew && { share: GUARD_LIMITS.movedNumbers.share }),
  };
  const fewest = kind === 'stock' && !isWhole ? 8 : 3;
  const isMovedAmong = (others: readonly Change[]): boolean => {
    // Numbers that keep their order were raised or lowered, and equal others' values by chance.
    if (isNumber && isInOrder([...pieces, ...others])) return false;
    const own = kind === 'image' ? knownImages(evidence) : pieces.map((piece) => evidence.dayBefore(piece));
    const before = countsOf([...own, ...others.map(({ from }) => from)]);
    const after = countsOf([...filled, ...others].map(({ to }) => to));
    const unique = filled.filter(({ to }) => before.get(to) === 1 && after.get(to) === 1).length;
    if (kind !== 'stock' && isMany(unique, isFew ? pieces.length : filled.length, limit)) return true;
    const isExchange =
      after.size === before.size && [...after].every(([value, count]) => before.get(value) === count);
    return isExchange && after.size >= fewest;
  };
  if (isMovedAmong([]) || isOfOthers(column, { evidence, limit })) return true;
  if (kind === 'image') return false;
  // The changes that an interrupted run has sent belong to the same change, whoever started the run.
  const sent = evidence.earlier(sheetId, new Set([header]));
  if (sent.length > 0 && isMovedAmong(sent)) return true;
  const today = evidence.cellsOf(column);
  if (movedBy(filled, { before: evidence.cellsBefore(column, 'all'), today })) return true;
  // Another user's record that nothing has moved counts only if the values are still in their rows.
  const isTold = sent.some(({ isForeign }) => isForeign);
  return isTold && movedBy(filled, { before: evidence.cellsBefore(column, 'own'), today, hasLeft: true });
}

/** Names and codes that belong to items of other tabs, which need not be in this run. */
function isOfOthers(
  { kind, pieces }: ChangedColumn,
  { evidence, limit }: { evidence: Evidence; limit: Share },
): boolean {
  const field = fieldNamed(kind);
  if (!field || !tellsItemsApart(kind)) return false;
  const owners = evidence.ownersOf(field.key);
  const others = pieces.filter(({ item, to }) => (owners.get(to) ?? item) !== item);
  return isMany(others.length, pieces.length, limit);
}

/**
 * The same amount was added to nearly all, on a ladder of prices as well: had the column slid, the outermost of the new
 * values would be one that stood there before, and all would be those of the cells some rows away.
 */
function isRaised(column: ChangedColumn, evidence: Evidence): boolean {
  const { pieces } = column;
  const bySteps = groupBy(pieces, ({ from, to }) => Math.round((Number(to) - Number(from)) * 1e6));
  const [step, raised] = [...bySteps].sort(([, a], [, b]) => b.length - a.length)[0] ?? [0, []];
  if (raised.length < 0.9 * pieces.length) return false;
  const changed = new Map(pieces.map(({ ref, from }) => [ref.row, from]));
  const cells = [...evidence.cellsOf(column)].map(([row, text]) => Number(changed.get(row) ?? text));
  const before = new Set([...cells, ...changed.values()].map(Number));
  const after = raised.map(({ to }) => Number(to)).sort((a, b) => a - b);
  const outermost = step > 0 ? after[after.length - 1] : after[0];
  if (outermost === undefined) return false;
  const slid = { before: evidence.cellsBefore(column, 'all'), today: evidence.cellsOf(column) };
  return !before.has(outermost) || !movedBy(pieces, slid);
}

function knownImages({ input: { base } }: Evidence): string[] {
  return base.products().flatMap(({ images }) => Object.keys(images));
}

/**
 * A column filled down over other values from a cell that stays as it is: WD-1001, WD-1002, WD-1003. Without that starting
 * cell, the values may be new codes.
 */
export function filledSeries(evidence: Evidence): Suspect[] {
  return evidence.columns.flatMap((column) => {
    const { kind, header, pieces } = column;
    if (kind !== 'stock' && isNumeric(kind)) return [];
    const changed = new Map(pieces.map((piece) => [piece.ref.row, piece]));
    const filled = new Set<number>();
    let above: { readonly row: number; readonly had: string; readonly says: string } | undefined;
    for (const [row, text] of evidence.cellsOf(column)) {
      const piece = changed.get(row);
      const [had, says] = [piece?.from ?? text, piece?.to ?? text];
      const isBegun = above && (filled.has(above.row) || !changed.has(above.row));
      const countsOn = above && says === nextOf(above.says) && had !== nextOf(above.had);
      if (piece && had && isBegun && countsOn) filled.add(row);
      above = { row, had, says };
    }
    if (!isMany(filled.size, pieces.length, GUARD_LIMITS.series)) return [];
    const sample = pieces.filter(({ ref }) => filled.has(ref.row));
    const reason = `the ${header} column counts on from row to row, as if filled down, such as ${samplesOf(sample, ({ to }) => to)}`;
    return pieces.map((piece) => ({ piece, reason }));
  });
}

function nextOf(text: string): string | undefined {
  const [, name = '', digits] = /^(.*?)(\d{1,15})$/.exec(text) ?? [];
  return digits && name + String(Number(digits) + 1).padStart(digits.length, '0');
}
