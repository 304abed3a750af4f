import { groupBy, sumOf } from '../../catalog/values/arrays';
import type { Piece } from '../model/piece';
import { type ChangedColumn, type Evidence, type Suspect, samplesOf } from './evidence';
import { isMoney } from './kinds';
import { GUARD_LIMITS, isMany } from './limits';
import { ownFields, type Source } from './own-fields';
import { wordOf } from './pasted-guard';

/** A quantity before and after. */
interface Change {
  readonly from: number;
  readonly to: number;
}

/** Spreadsheets have all three, and a column is rounded by one of them. */
const ROUNDINGS = [Math.round, Math.floor, Math.ceil] as const;

/** Usual pack sizes, and the powers of ten of one or two lost or added zeros. */
const PACKS: ReadonlySet<number> = new Set([
  ...[2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24, 25, 30, 36, 40, 48, 50, 60, 72, 96],
  ...[100, 120, 144, 1000],
]);

/** Number of changes whose factors are tried. The largest quantities are used, because they give the factor most exactly. */
const TRIED = 20;

/** Quantities that all become the same multiple or part of what they were: cartons for pieces, or a lost zero. */
export function rescaledStock(evidence: Evidence): Suspect[] {
  const moved = movedItems(evidence);
  return evidence.columns.flatMap((column) => {
    const { kind, header, sheetId } = column;
    const pieces = column.pieces.filter(({ item }) => !moved.has(item));
    if (kind !== 'stock' || pieces.length < GUARD_LIMITS.whole.atLeast) return [];
    const own = pieces.map(changeOf);
    const earlier = evidence.earlier(sheetId, new Set([header])).map(changeOf);
    const factor = commonFactor(
      own.concat(earlier),
      isMany(own.length, evidence.sizeOf(column), GUARD_LIMITS.whole),
    );
    const alike = pieces.filter((piece) => factor?.fits(changeOf(piece)));
    if (!factor || alike.length <= GUARD_LIMITS.stockFactor.share * own.length) return [];
    const how = `${factor.words}, as if counted in another unit`;
    return heldFor(column, { alike, how, textOf: ({ to }) => to });
  });
}

/** Quantity multiplied by a price of its item: the value of the stock in place of its number. */
export function valuedStock(evidence: Evidence): Suspect[] {
  const fieldsOf = ownFields(evidence.input.snapshot);
  const { share, certain } = GUARD_LIMITS.stockFactor;
  return evidence.columns.flatMap((column) => {
    const { kind, pieces } = column;
    if (kind !== 'stock' && kind !== 'adjustment') return [];
    const found = pieces.flatMap((piece) =>
      valuedBy(piece, fieldsOf(piece.item)).map((source) => ({ source, piece })),
    );
    const [most] = [...groupBy(found, ({ source }) => source)].sort(([, a], [, b]) => b.length - a.length);
    if (!most) return [];
    const alike = most[1].map(({ piece }) => piece);
    if (!isMany(alike.length, pieces.length, { share, atLeast: 2 })) return [];
    if (sumOf(alike, (piece) => surpriseOf(changeOf(piece))) < certain.pack) return [];
    const how = `the stock multiplied by the ${wordOf(most[0])}`;
    return heldFor(column, { alike, how, textOf: numberOf });
  });
}

/** By which prices of its item a change is what some quantity of the item is worth. */
function valuedBy(piece: Piece, fields: ReturnType<ReturnType<typeof ownFields>>): readonly Source[] {
  const stock = fields.filter(({ source }) => source === 'stock').map(({ text }) => Number(text));
  const quantities = [Number(piece.from), ...stock].filter((quantity) => quantity > 0);
  const isWorth = (price: number) =>
    price !== 1 && quantities.some((each) => Math.abs(Number(numberOf(piece)) - each * price) < 1);
  const prices = fields.filter(({ source, text }) => isMoney(source) && isWorth(Number(text)));
  return [...new Set(prices.map(({ source }) => source))];
}

function numberOf({ kind, to, value }: Piece): string {
  return kind === 'adjustment' ? String(value) : to;
}

interface Factor {
  readonly words: string;
  fits(change: Change): boolean;
}

/**
 * The factor that explains most changes, better than chance and than the same number added to each. A `whole` column of a
 * few may have lost a zero.
 */
function commonFactor(changes: readonly Change[], isWhole: boolean): Factor | undefined {
  const counted = changes.filter(({ from, to }) => from > 0 && to >= 0 && to !== from);
  const found = triedFactors(counted).flatMap((factor) =>
    ROUNDINGS.flatMap((rounded) => {
      const fits = ({ from, to }: Change) => rounded(Number((from * factor).toFixed(6))) === to;
      // A quantity that becomes 0 by rounding is no evidence.
      const telling = counted.filter((change) => change.to > 0 || !fits(change));
      const alike = telling.filter(fits);
      const isSure = isNoChance(factor, { alike, of: telling.length, isWhole });
      return isSure ? [{ words: wordsOf(factor), fits, count: alike.length }] : [];
    }),
  );
  return found.sort((a, b) => b.count - a.count)[0];
}

interface Alike {
  readonly alike: readonly Change[];
  readonly of: number;
  readonly isWhole: boolean;
}

function isNoChance(factor: number, { alike, of, isWhole }: Alike): boolean {
  const { share, atLeast, apart, certain } = GUARD_LIMITS.stockFactor;
  if (timesOf(factor) < apart || mostOfOneStep(alike) > share * alike.length) return false;
  const isExact = alike.length === of && alike.every(({ from, to }) => Math.abs(from * factor - to) < 1e-6);
  if (isWhole && isExact && Number.isInteger(Math.log10(timesOf(factor))))
    return of >= GUARD_LIMITS.whole.atLeast;
  const surprise = sumOf(alike, surpriseOf) - certain.missed * (of - alike.length);
  return (
    isMany(alike.length, of, { share, atLeast }) && surprise > (isPack(factor) ? certain.pack : certain.other)
  );
}

function timesOf(factor: number): number {
  return Number((factor >= 1 ? factor : 1 / factor).toFixed(9));
}

function isPack(factor: number): boolean {
  return PACKS.has(timesOf(factor));
}

/** Pack sizes are tried first: a quantity divided by 6 and rounded is also about 0.17 times as large. */
function triedFactors(changes: readonly Change[]): readonly number[] {
  const largest = [...changes]
    .sort((a, b) => Math.min(b.from, b.to) - Math.min(a.from, a.to))
    .slice(0, TRIED);
  const factors = largest.flatMap(({ from, to }) => (to > 0 ? [to / from] : []));
  const packs = factors.map((factor) => (factor >= 1 ? Math.round(factor) : 1 / Math.round(1 / factor)));
  return [...new Set([...packs, ...factors])];
}

function mostOfOneStep(changes: readonly Change[]): number {
  return Math.max(
    0,
    ...[...groupBy(changes, ({ from, to }) => to - from).values()].map(({ length }) => length),
  );
}

/**
 * How surprising it is that people sold or bought just so much, in nats: what they do to a column is alike, and scatters
 * by half of it, or as things counted do.
 */
function surpriseOf({ from, to }: Change): number {
  const moved = Math.min(Math.abs(to), Math.abs(to - from));
  return moved > 0 ? Math.log(Math.max(2.5 * Math.sqrt(moved), moved / 2)) : 0;
}

function wordsOf(factor: number): string {
  if (!isPack(factor)) return `about ${Number(factor.toPrecision(3))} times the old ones`;
  return `the old ones ${factor > 1 ? 'multiplied' : 'divided'} by ${timesOf(factor)}`;
}

/** Items for which the amount added at one location equals the amount taken from another. */
function movedItems({ pieces }: Evidence): ReadonlySet<string> {
  const stock = pieces.filter(({ kind }) => kind === 'stock');
  const isMove = (own: readonly Piece[]) =>
    own.length > 1 && sumOf(own, ({ from, to }) => Number(to) - Number(from)) === 0;
  return new Set(
    [...groupBy(stock, ({ item }) => item)].flatMap(([item, own]) => (isMove(own) ? [item] : [])),
  );
}

function changeOf({ from, to }: { readonly from: string; readonly to: string }): Change {
  return { from: Number(from), to: Number(to) };
}

function heldFor(
  { pieces, header }: ChangedColumn,
  { alike, how, textOf }: { alike: readonly Piece[]; how: string; textOf: (piece: Piece) => string },
): Suspect[] {
  const reason = `${alike.length} of the ${pieces.length} changed ${header} values of this tab are ${how}, such as ${samplesOf(alike, textOf)}`;
  return pieces.map((piece) => ({ piece, reason }));
}
