import { fieldNamed } from '../../catalog/columns/columns';
import { type WeightUnit, weightInUnit } from '../../catalog/values/weight';
import type { Piece } from '../model/piece';
import { type Evidence, type Suspect, samplesOf } from './evidence';
import { GUARD_LIMITS, isManyOfDay } from './limits';

/** Weights that all become the same multiple, or very much larger or smaller: a column in another unit. */
export function multipliedWeights(evidence: Evidence): Suspect[] {
  return evidence.columns.flatMap((column) => {
    const { kind, pieces, header } = column;
    if (!isWeight(kind)) return [];
    const far = pieces.filter((piece) => isBeyond(factorOf(piece), GUARD_LIMITS.weight.times)).length;
    const many = Math.max(far, sameFactor(pieces));
    if (!isManyOfDay(many, 0, { of: evidence.sizeOf(column, 'filled'), limit: GUARD_LIMITS.mass })) return [];
    const reason = `${many} ${header} values of this tab look like another unit, such as ${samplesOf(pieces)}`;
    return pieces.map((piece) => ({ piece, reason }));
  });
}

/** One weight whose number stays while its unit changes by a factor of a thousand: grams as kilograms. */
export function jumpingWeight({ pieces }: Evidence): Suspect[] {
  return pieces
    .filter((piece) => isWeight(piece.kind) && isBeyond(factorOf(piece), GUARD_LIMITS.weight.oneTimes))
    .map((piece) => {
      const factor = factorOf(piece);
      const [times, what] = factor > 1 ? [factor, 'heavy'] : [1 / factor, 'light'];
      return { piece, reason: `it becomes ${Math.round(times)} times as ${what}, as in another unit` };
    });
}

const UNITS: readonly WeightUnit[] = ['GRAMS', 'KILOGRAMS', 'OUNCES', 'POUNDS'];

/** Factors by which a number changes that is read in another unit, or that lost or gained one or two zeros. */
const FACTORS = [
  ...[0.01, 0.1, 10, 100],
  ...UNITS.flatMap((unit) => UNITS.map((other) => weightInUnit({ value: 1, unit }, other).value)),
].filter((factor) => factor !== 1);

/** Counts changes by one factor. Items that weighed the same before may just have been weighed again. */
function sameFactor(pieces: readonly Piece[]): number {
  const { sameTimes, apart, ofChanges } = GUARD_LIMITS.weight;
  const countBy = (factor: number): number => {
    const alike = pieces.filter((piece) => isBy(factor, piece));
    const isOne = new Set(alike.map(({ from }) => from)).size === 1;
    return isOne && !isBeyond(factor, sameTimes) ? 0 : alike.length;
  };
  // For any other factor, such as the weight of a carton, the median change gives it.
  const factors = pieces.map(factorOf).sort((a, b) => a - b);
  const middle = factors[Math.floor(factors.length / 2)] ?? 0;
  const common = isBeyond(middle, apart) ? countBy(middle) : 0;
  return Math.max(...FACTORS.map(countBy), common > ofChanges * pieces.length ? common : 0);
}

function isBy(factor: number, { from, to }: Piece): boolean {
  const { rounding } = GUARD_LIMITS.weight;
  return Number(from) > 0 && Math.abs(Number(to) - factor * Number(from)) <= rounding * Number(to) + 0.5;
}

function factorOf({ from, to }: Piece): number {
  return Number(from) > 0 ? Number(to) / Number(from) : 0;
}

function isBeyond(factor: number, times: number): boolean {
  return factor >= times || (factor > 0 && factor <= 1 / times);
}

function isWeight(kind: Piece['kind']): boolean {
  return fieldNamed(kind)?.kind === 'weight';
}
