import { groupBy, sumOf } from '../../catalog/values/arrays';
import { hasValue } from '../../catalog/values/cell';
import type { Piece } from '../model/piece';
import { type ChangedColumn, type Evidence, type Suspect, samplesOf } from './evidence';
import { GUARD_LIMITS, isMany, isManyOfDay } from './limits';

/** Many quantities of a tab that go to 0. */
export function vanishingStock(evidence: Evidence): Suspect[] {
  const {
    pieces,
    input: { desired },
  } = evidence;
  const zeros = pieces.filter((piece) => isStock(piece) && piece.to === '0' && Number(piece.from) > 0);
  if (zeros.length === 0) return [];
  const cells = [...desired.products.flatMap(({ variants }) => variants), ...desired.variants].flatMap(
    ({ stock, adjustments }) => [
      ...stock.filter(({ quantity }) => hasValue(quantity)),
      ...adjustments.filter(({ delta }) => hasValue(delta)),
    ],
  );
  return [...groupBy(zeros, ({ ref }) => ref.sheetId)].flatMap(([tab, ofTab]) => {
    const size = cells.filter(({ ref }) => ref.sheetId === tab).length;
    const headers = new Set(ofTab.map(({ column }) => column));
    const before = evidence
      .earlier(tab, headers)
      .filter(({ from, to }) => to === '0' && Number(from) > 0).length;
    const of = Math.max(size, ofTab.length);
    const limit = { ...GUARD_LIMITS.stockToZero, share: evidence.limitsOf(tab).stockToZero / 100 };
    if (!isManyOfDay(ofTab.length, before, { of, limit })) return [];
    const since = before > 0 ? `, and ${before} did within a day` : '';
    const reason = `${ofTab.length} quantities of this tab go to 0${since}`;
    return ofTab.map((piece) => ({ piece, reason }));
  });
}

/**
 * An adjustment is added to the present quantity, after any sales meanwhile, so it may end below 0. A person who chose to
 * add a difference saw the sum.
 */
export function negativeStock({ pieces, input: { confirmed } }: Evidence): Suspect[] {
  return pieces
    .filter(({ kind, from, to }) => kind === 'stock' && Number(to) < 0 && Number(from) >= 0)
    .filter(({ choice }) => !choice?.startsWith('add|') || !confirmed.has(choice))
    .map((piece) => ({ piece, reason: 'it goes below 0' }));
}

/** One quantity that becomes a hundred times as large. */
export function jumpingStock(evidence: Evidence): Suspect[] {
  const { times, atLeast } = GUARD_LIMITS.oneStockUp;
  return evidence.pieces
    .filter((piece) => isStock(piece) && Number(piece.to) >= atLeast && factorOf(piece, evidence) >= times)
    .map((piece) => ({ piece, reason: `it goes up to ${times} times or more of what it was` }));
}

/** Quantities that became a hundred times as large, or all the same large multiple: a column in another unit. */
export function multipliedStock(evidence: Evidence): Suspect[] {
  const { times, sameTimes } = GUARD_LIMITS.stockUp;
  return stockColumns(evidence).flatMap((column) => {
    const factors = column.pieces.map((piece) => factorOf(piece, evidence));
    const large = factors.filter((factor) => factor >= times);
    const same = [...groupBy(factors, (factor) => factor)].find(
      ([factor, { length }]) => factor >= sameTimes && length > factors.length / 2,
    );
    const many = Math.max(large.length, same?.[1].length ?? 0);
    const of = evidence.sizeOf(column, 'filled');
    if (!isManyOfDay(many, 0, { of, limit: GUARD_LIMITS.mass })) return [];
    const how = same ? `${same[0]} times` : `${times} times or more`;
    return allOf(column, `${many} quantities of this tab go up to ${how} what they were`);
  });
}

/** Counts typed where numbers to add belong, which nearly doubles the stock. */
export function countedAdjustments(evidence: Evidence): Suspect[] {
  return evidence.columns.flatMap((column) => {
    if (column.kind !== 'adjustment') return [];
    const many = fitting(column, evidence, (piece, from) => {
      const added = Number(piece.to) - Number(piece.from);
      return from > 0 && added > 0 && Math.abs(added - from) <= Math.max(2, 0.1 * from);
    });
    const reason = `${many} of these numbers are about the stock of their item. Type counts into a stock column`;
    return many > 0 ? allOf(column, reason) : [];
  });
}

/** Counts quantities close to their old ones: most of the day's changes, and far more than if the rows were mixed. Else 0. */
function fitting(
  { pieces, sheetId, header }: ChangedColumn,
  evidence: Evidence,
  fits: (piece: Piece, from: number) => boolean,
): number {
  const own = pieces.filter((piece) => fits(piece, Number(piece.from)));
  const changes = pieces.length + evidence.earlier(sheetId, new Set([header])).length;
  if (!isManyOfDay(own.length, 0, { of: changes, limit: GUARD_LIMITS.pasted })) return 0;
  const others = pieces.slice(0, 200);
  const met = own.flatMap((piece) => others.filter(({ from }) => fits(piece, Number(from))));
  const expected = met.length / others.length;
  return own.length >= expected + 2 * Math.sqrt(expected) ? own.length : 0;
}

/** Compares with the value 24 hours ago, or with a later value that was held for its size and then confirmed. */
function factorOf(piece: Piece, evidence: Evidence): number {
  const start = evidence
    .stepsOf(piece)
    .reduce(
      (from, { to }) => (Number(to) >= GUARD_LIMITS.stockUp.sameTimes * from ? Number(to) : from),
      Number(evidence.dayBefore(piece)),
    );
  return start > 0 ? Number(piece.to) / start : 0;
}

/** The same large number added to nearly all quantities, or taken away from them. */
export function addedStock(evidence: Evidence): Suspect[] {
  const { number, times, part, ...limit } = GUARD_LIMITS.stockAdded;
  return evidence.columns.flatMap((column) => {
    const { pieces } = column;
    if (!pieces.every(isStock)) return [];
    const [step, alike] = commonStep(pieces);
    const there = alike.map(({ from }) => Number(from)).filter((from) => from > 0);
    const usual = sumOf(there, (from) => from) / there.length;
    const isLarge = Math.abs(step) >= number && Math.abs(step) >= (step > 0 ? times : part) * usual;
    if (!isLarge || !isManyOfDay(alike.length, 0, { of: pieces.length, limit })) return [];
    const how = step > 0 ? `up by ${step}` : `down by ${-step}`;
    return allOf(column, `${alike.length} quantities of this tab go ${how} at once`);
  });
}

function commonStep(pieces: readonly Piece[]): readonly [step: number, alike: readonly Piece[]] {
  const bySteps = groupBy(pieces, ({ from, to }) => Number(to) - Number(from));
  return [...bySteps].sort(([, a], [, b]) => b.length - a.length)[0] ?? [0, []];
}

/** One number may be added to whatever was sold meanwhile and end below 0; many that do are a mistake. */
export function adjustedBelowZero(evidence: Evidence): Suspect[] {
  return evidence.columns.flatMap((column) => {
    const { kind, pieces, sheetId, header } = column;
    const below = pieces.filter(({ from, to }) => Number(to) < 0 && Number(from) >= 0);
    if (kind !== 'adjustment' || below.length === 0) return [];
    const of = pieces.length + evidence.earlier(sheetId, new Set([header])).length;
    const isHeld =
      isManyOfDay(below.length, 0, { of, limit: GUARD_LIMITS.mass }) ||
      (below.length === of && isMany(of, of, GUARD_LIMITS.pastedWhole));
    if (!isHeld) return [];
    return allOf(
      column,
      `${below.length} of the ${pieces.length} ${header} numbers of this tab lead below 0, such as ${samplesOf(below, ({ to }) => to)}`,
    );
  });
}

function allOf({ pieces }: ChangedColumn, reason: string): Suspect[] {
  return pieces.map((piece) => ({ piece, reason }));
}

function stockColumns({ columns }: Evidence): ChangedColumn[] {
  return columns.filter(
    ({ kind, pieces }) => kind === 'stock' && pieces.length >= GUARD_LIMITS.whole.atLeast,
  );
}

function isStock({ kind }: Piece): boolean {
  return kind === 'stock' || kind === 'adjustment';
}

/** Quantities of an item that is not tracked before its tracker is sent. */
export function untracked(pieces: readonly Piece[], held: ReadonlyMap<string, Piece>): Suspect[] {
  const items = [...held.values()].filter(({ kind, to }) => kind === 'tracked' && to === 'true');
  if (items.length === 0) return [];
  const waiting = new Set(items.map(({ item }) => item));
  return pieces
    .filter((piece) => isStock(piece) && waiting.has(piece.item))
    .map((piece) => ({ piece, reason: 'the inventory tracker of its item is held' }));
}

/**
 * Sending only one half of a move between two locations would double the stock or lose it, so confirming one half confirms
 * both. A quantity for which a person chose a side is sent.
 */
export function otherLevels(
  { pieces: all, input: { confirmed } }: Evidence,
  suspects: ReadonlyMap<string, Suspect>,
  pieces: readonly Piece[],
): Suspect[] {
  const isChosen = ({ choice }: Piece) => choice !== undefined && confirmed.has(choice);
  const levels = [...groupBy(all.filter(isStock), ({ item }) => item)].filter(
    ([, own]) =>
      own.some(({ key }) => suspects.has(key)) &&
      own.some((piece) => !confirmed.has(piece.key) && !isChosen(piece)),
  );
  const items = new Set(levels.map(([item]) => item));
  const reason = 'another quantity of its item is held: confirm both together';
  return pieces
    .filter((piece) => isStock(piece) && items.has(piece.item) && !isChosen(piece))
    .map((piece) => ({ piece, reason }));
}
