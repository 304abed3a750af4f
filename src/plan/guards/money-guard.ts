import type { FieldKey } from '../../catalog/columns/columns';
import { quantityPricesIn } from '../../catalog/markets/quantity-prices';
import type { VariantId } from '../../catalog/values/gid';
import { canonical } from '../compare/canonical';
import type { Piece } from '../model/piece';
import type { HeldLimits } from '../model/policy';
import { target } from '../model/replaced-value';
import type { ChangedColumn, Evidence, Suspect } from './evidence';
import { isMoney, orderedAs, soldAt } from './kinds';
import { GUARD_LIMITS, isMany } from './limits';

/** One price, compare-at price or cost that jumps, compared with the last value and with the value 24 hours ago. */
export function jumpingMoney(evidence: Evidence): Suspect[] {
  return moneyColumns(evidence).flatMap((column) => jumpsIn(column, evidence));
}

/** So many prices jump that the whole column was probably pasted by mistake. */
export function jumpingColumns(evidence: Evidence): Suspect[] {
  return moneyColumns(evidence).flatMap((column) => {
    const { pieces, header, sheetId } = column;
    const { length } = jumpsIn(column, evidence);
    // Changes that a long run has already sent are judged together with the rest, so that the jumps of the whole run do not
    // look like those of the rest alone.
    const sent = evidence.earlier(sheetId, new Set([header])).filter(({ isOfThisRun }) => isOfThisRun);
    if (!isMany(length, pieces.length + sent.length, GUARD_LIMITS.pricesOfTab)) return [];
    const reason = `${length} of the ${pieces.length} ${header} values that change in this tab look wrong`;
    return pieces.map((piece) => ({ piece, reason }));
  });
}

/** The price and compare-at price of one item are exchanged, which would end its sale. */
export function swappedPrices(evidence: Evidence): Suspect[] {
  return evidence.pieces.flatMap((price) => {
    const compareAt = compareAtOf(price, evidence);
    const isSwap =
      compareAt?.to === price.from && compareAt.from === price.to && Number(compareAt.to) < Number(price.to);
    const reason = 'price and compare-at price change places';
    return isSwap ? [price, compareAt].map((piece) => ({ piece, reason })) : [];
  });
}

/** The end of a sale: the compare-at price is removed while the price goes back up. */
export function endsSale(piece: Piece, evidence: Evidence): boolean {
  const price = priceOf(piece, evidence);
  return price !== undefined && piece.to === '' && Number(price.to) > Number(price.from);
}

/** A price that goes back up to its compare-at price. */
export function returnsToFull(price: Piece, evidence: Evidence): boolean {
  const { kind, item, from, to } = price;
  const beside = soldAt(kind);
  const compareAt = beside?.compareAt as FieldKey;
  const known = evidence.input.snapshot.variants.get(item as VariantId)?.fields[compareAt];
  return beside?.price === kind && Number(to) > Number(from) && canonical(compareAt, known) === to;
}

function priceOf(piece: Piece, evidence: Evidence): Piece | undefined {
  const beside = soldAt(piece.kind);
  return beside?.compareAt === piece.kind ? evidence.pieceOf(of(piece, beside.price as FieldKey)) : undefined;
}

function compareAtOf(piece: Piece, evidence: Evidence): Piece | undefined {
  const beside = soldAt(piece.kind);
  return beside?.price === piece.kind ? evidence.pieceOf(of(piece, beside.compareAt as FieldKey)) : undefined;
}

/** On a price list a compare-at price requires a fixed price, so the two wait together. */
export function besideHeldPrices(evidence: Evidence, held: ReadonlyMap<string, Piece>): Suspect[] {
  return evidence.pieces.flatMap((piece) => {
    const price = soldAt(piece.kind)?.list ? priceOf(piece, evidence) : undefined;
    const waits = price?.from === '' && held.has(price.key) && piece.to !== '';
    return waits ? [{ piece, reason: 'its price waits' }] : [];
  });
}

function of({ item }: Piece, key: FieldKey): string {
  return item === '' ? '' : target(item, key);
}

function moneyColumns({ columns }: Evidence): ChangedColumn[] {
  return columns.filter(({ kind }) => isMoney(kind));
}

/** Two guards ask for them. */
const known = new WeakMap<ChangedColumn, readonly Suspect[]>();

function jumpsIn(column: ChangedColumn, evidence: Evidence): readonly Suspect[] {
  const found = known.get(column) ?? jumps(column.pieces, evidence);
  known.set(column, found);
  return found;
}

function jumps(pieces: readonly Piece[], evidence: Evidence): Suspect[] {
  return pieces.flatMap((piece) => {
    const { to, applied, kind } = piece;
    // A price list adjusts the shop's price where it fixes none: that is what changes for customers.
    const from = piece.from || (applied ?? '');
    const before = confirmedStart(piece, evidence);
    const limits = evidence.limitsOf(piece.ref.sheetId);
    const isFree = from === '' && to === '0' && soldAt(kind)?.price === kind;
    const reason =
      (isFree ? 'it would be 0' : undefined) ??
      jump(from, to, limits) ??
      suffix(jump(before, to, limits), ` within a day, from ${before}`);
    return reason ? [{ piece, reason }] : [];
  });
}

/**
 * The value 24 hours ago. A step that was held and then sent was confirmed by a person, so later steps are compared with
 * it.
 */
function confirmedStart(piece: Piece, evidence: Evidence): string {
  const start = evidence.dayBefore(piece);
  const limits = evidence.limitsOf(piece.ref.sheetId);
  return evidence.stepsOf(piece).reduce((from, { to }) => (jump(from, to, limits) ? to : from), start);
}

/** Emptying a value is no jump, and a price cannot be emptied. */
function jump(was: string, becomes: string, { priceDown, priceUp }: HeldLimits): string | undefined {
  const [from, to] = [Number(was), Number(becomes)];
  if (becomes === '' || from <= 0) return undefined;
  if (to === 0) return 'it goes down to 0';
  // 34.30 is exactly 30 % below 49.00, but slightly more in binary arithmetic.
  const share = Math.round(((to - from) / from) * 1e6) / 1e6;
  if (share < -priceDown / 100) return `it goes down by ${percent(-share)}`;
  if (share >= 1000) return 'it goes up more than a thousand times';
  return share > priceUp / 100 ? `it goes up by ${percent(share)}` : undefined;
}

function suffix(text: string | undefined, more: string): string | undefined {
  return text && text + more;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** A price by quantity that jumps, compared with the old price for the same quantity, or else with the fixed price. */
export function jumpingQuantityPrices(evidence: Evidence): Suspect[] {
  return evidence.pieces.flatMap((piece) => {
    if (orderedAs(piece.kind)?.quantityPrices !== piece.kind) return [];
    const before = new Map(quantityPricesIn(piece.from).map(({ from, amount }) => [from, amount]));
    const limits = evidence.limitsOf(piece.ref.sheetId);
    for (const { from, amount } of quantityPricesIn(piece.to)) {
      const was = before.get(from) ?? fixedPrice(piece, evidence);
      const why = Number(amount) === 0 ? 'it would be 0' : jump(was, amount, limits);
      if (why) return [{ piece, reason: `the price from ${from} on: ${why}` }];
    }
    return [];
  });
}

/** Empty where none is known. */
function fixedPrice({ item, kind }: Piece, evidence: Evidence): string {
  const key = orderedAs(kind)?.price as FieldKey;
  const asked = item === '' ? undefined : evidence.pieceOf(target(item, key));
  return asked?.to ?? canonical(key, evidence.input.snapshot.variants.get(item as VariantId)?.fields[key]);
}

/** Shopify takes the quantities of a variant together, and prices by quantity next to a fixed price alone: they wait together. */
export function besideHeldQuantities(evidence: Evidence, held: ReadonlyMap<string, Piece>): Suspect[] {
  if (held.size === 0) return [];
  const isHeld = (piece: Piece, key: string) => {
    const other = piece.item === '' ? undefined : evidence.pieceOf(target(piece.item, key as FieldKey));
    return other && other !== piece && held.has(other.key) ? other : undefined;
  };
  return evidence.pieces.flatMap((piece) => {
    const names = orderedAs(piece.kind);
    if (!names || held.has(piece.key)) return [];
    const { list: _, price, ...own } = names;
    const other = Object.values(own).find((key) => isHeld(piece, key));
    if (other) return [{ piece, reason: 'the quantities beside it wait, and Shopify takes them together' }];
    const waits = isHeld(piece, price)?.from === '' && piece.kind === names.quantityPrices && piece.to !== '';
    return waits ? [{ piece, reason: 'its price waits' }] : [];
  });
}
