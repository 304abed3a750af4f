import type { DesiredCatalog } from '../../catalog/building/desired';
import type { RowRef } from '../../catalog/tab/row';
import { isVariant, type VariantId } from '../../catalog/values/gid';
import { kindOf, piecesOf } from '../action-kinds';
import { hashText } from '../compare/canonical';
import type { SyncAction } from '../model/action';
import type { Piece } from '../model/piece';
import type { RowOutcome } from '../model/row-outcome';
import type { HeldChange } from '../model/sync-plan';
import { afterRenaming, besideHeld, heldOutcomes, REFUSED } from '../preview/say-held';
import { Evidence, type GuardInput, type Suspect } from './evidence';
import { cutOrRespaced, emptyLookups, lostZeros } from './lost-characters-guard';
import { massChanges } from './mass-guard';
import {
  besideHeldPrices,
  besideHeldQuantities,
  jumpingColumns,
  jumpingMoney,
  jumpingQuantityPrices,
  swappedPrices,
} from './money-guard';
import { changedOptions, deletions, removedImages, renamedValues, unpricedItems } from './new-item-guards';
import { pastedColumns } from './pasted-guard';
import { filledSeries, shiftedTabs } from './shift-guard';
import { doubledSkus, movesCodes, takenBarcodes } from './sku-guard';
import { rescaledStock, valuedStock } from './stock-factor';
import {
  addedStock,
  adjustedBelowZero,
  countedAdjustments,
  jumpingStock,
  multipliedStock,
  negativeStock,
  otherLevels,
  untracked,
  vanishingStock,
} from './stock-guard';
import { jumpingWeight, multipliedWeights } from './weight-guard';

export interface GuardContext extends GuardInput {
  /** Everything that the plan would do where the run is limited to a part of it: some mistakes show only in the whole. */
  readonly whole?: readonly SyncAction[];
  /** Keys of changes that a person has refused, and is not asked about again. */
  readonly refused?: ReadonlySet<string>;
  /** Changes that were held before and that nobody decided, by their `waitingName`. */
  readonly waiting?: ReadonlySet<string>;
}

export interface Guarded {
  readonly actions: readonly SyncAction[];
  readonly held: readonly HeldChange[];
  readonly outcomes: readonly RowOutcome[];
}

export interface GuardedSlips extends Guarded {
  /** Keys of what is held although nobody is asked any more. */
  readonly refused: readonly string[];
  /** Keys of changes that are held because many of their kind change: they stay held although the others were confirmed. */
  readonly together: readonly string[];
}

type Guard = (evidence: Evidence) => readonly Suspect[];

/** The first guard that finds a change gives the reason. */
export const GUARDS: readonly Guard[] = [
  deletions,
  changedOptions,
  pastedColumns,
  shiftedTabs,
  unpricedItems,
  lostZeros,
  emptyLookups,
  renamedValues,
  multipliedWeights,
  massChanges,
  removedImages,
  cutOrRespaced,
  filledSeries,
  swappedPrices,
  jumpingMoney,
  jumpingColumns,
  jumpingQuantityPrices,
  vanishingStock,
  multipliedStock,
  valuedStock,
  rescaledStock,
  countedAdjustments,
  jumpingStock,
  addedStock,
  negativeStock,
  adjustedBelowZero,
  jumpingWeight,
];

/** Guards whose findings do not depend on other rows. */
const ALONE: ReadonlySet<Guard> = new Set<Guard>([
  deletions,
  changedOptions,
  unpricedItems,
  lostZeros,
  emptyLookups,
  renamedValues,
  swappedPrices,
  jumpingMoney,
  jumpingQuantityPrices,
  jumpingStock,
  jumpingWeight,
  negativeStock,
]);

/** An undo restores old values, often in many rows and exchanged between them. Single values may be implausible by now. */
const UNDO_GUARDS: readonly Guard[] = [jumpingMoney, jumpingQuantityPrices, vanishingStock];

/** Takes out of a plan what looks like a mistake, and says so on its rows. */
export function guardActions(actions: readonly SyncAction[], context: GuardContext): GuardedSlips {
  return guardWith(GUARDS, actions, context);
}

export function guardUndo(actions: readonly SyncAction[], context: GuardContext): GuardedSlips {
  return guardWith(UNDO_GUARDS, actions, context);
}

function guardWith(
  guards: readonly Guard[],
  actions: readonly SyncAction[],
  context: GuardContext,
): GuardedSlips {
  if (actions.length === 0) return { actions, held: [], refused: [], together: [], outcomes: [] };
  const evidence = new Evidence(context.whole ?? actions, context);
  const suspects = new Map<string, Suspect>();
  const together = new Set<string>();
  for (const guard of guards) {
    for (const suspect of guard(evidence)) {
      const { key } = suspect.piece;
      if (!suspects.has(key)) suspects.set(key, suspect);
      if (!ALONE.has(guard)) together.add(key);
    }
  }
  for (const piece of evidence.pieces) {
    if (suspects.has(piece.key) || !isWaiting(piece, context)) continue;
    suspects.set(piece.key, { piece, reason: WAITS });
    together.add(piece.key);
  }
  const isHeld = ({ key }: Piece) => suspects.has(key) && !context.confirmed.has(key);
  const hasCodes = evidence.pieces.some(movesCodes);
  const pieces = suspects.size === 0 && !hasCodes ? [] : actions.flatMap(piecesOf);
  const held = new Map(pieces.filter(isHeld).map((piece) => [piece.key, piece]));
  const remarks = holdDoubledSkus(actions, context, { held, suspects });
  const halves = otherLevels(evidence, suspects, pieces);
  const codes = takenBarcodes(evidence.pieces, pieces, new Set(held.keys()));
  const hold = (found: readonly Suspect[]) => {
    for (const suspect of found) {
      const { piece } = suspect;
      if (held.has(piece.key)) continue;
      held.set(piece.key, piece);
      suspects.set(piece.key, suspect);
    }
  };
  hold([...untracked(pieces, held), ...halves, ...codes, ...besideHeldPrices(evidence, held)]);
  hold(besideHeldQuantities(evidence, held));
  const after = evidence.pieces.flatMap((piece) => afterRenaming(piece, held.has(piece.key)));
  if (held.size === 0)
    return { actions, held: [], refused: [], together: [], outcomes: [...remarks, ...after] };
  const keys = new Set(held.keys());
  const changes = [...held.values()].map((piece): HeldChange => {
    const { key, ref, also = [], kind, item } = piece;
    const reason = suspects.get(key)?.reason ?? '';
    const others = also.map((cell) => ({ ref: cell.ref, change: piece.words(cell.column) }));
    const deletes = kind === 'deletion' && (isVariant(item as VariantId) ? 'variant' : 'product');
    return {
      key,
      ref,
      change: piece.words(),
      reason,
      shown: piece.shows(),
      ...(deletes && { deletes }),
      ...(others.length > 0 && { also: others }),
    };
  });
  const open = changes.filter(({ key }) => !context.refused?.has(key));
  const refused = changes.filter(({ key }) => context.refused?.has(key));
  return {
    actions: actions.flatMap((action) => kindOf(action).withPieces(action, ({ key }) => !keys.has(key))),
    held: open,
    refused: refused.map(({ key }) => key),
    together: open.map(({ key }) => key).filter((key) => together.has(key)),
    outcomes: [
      ...remarks,
      ...heldOutcomes(open),
      ...heldOutcomes(refused, REFUSED),
      ...actions
        .flatMap(piecesOf)
        .filter(({ key }) => keys.has(key))
        .flatMap(besideHeld),
      ...after,
    ],
  };
}

/** Repeats until nothing more is held: holding one change may leave an item its SKU, which another change would duplicate. */
function holdDoubledSkus(
  actions: readonly SyncAction[],
  context: GuardContext,
  { held, suspects }: { readonly held: Map<string, Piece>; readonly suspects: Map<string, Suspect> },
): readonly RowOutcome[] {
  for (;;) {
    const doubled = doubledSkus(actions, new Set(held.keys()), context);
    const found = doubled.suspects.filter(({ piece, isPart }) => isPart || !context.confirmed.has(piece.key));
    if (found.length === 0) return doubled.remarks;
    for (const suspect of found) {
      held.set(suspect.piece.key, suspect.piece);
      if (suspect.isPart || !suspects.has(suspect.piece.key)) suspects.set(suspect.piece.key, suspect);
    }
  }
}

const WAITS = 'it was held with others, and nobody confirmed it';

/** Tells whether a person left a change unconfirmed among many that were held together. */
function isWaiting({ key }: Piece, { refused, waiting }: GuardContext): boolean {
  return (
    refused?.has(key) === true || (waiting !== undefined && waiting.size > 0 && waiting.has(waitingName(key)))
  );
}

export function waitingName(key: string): string {
  return hashText(key);
}

export interface TabSize {
  readonly rows: number;
}

/** How many rows each tab has. */
export function tabSizes({ rows }: Pick<DesiredCatalog, 'rows'>): Map<RowRef['sheetId'], TabSize> {
  const sizes = new Map<RowRef['sheetId'], { rows: number }>();
  for (const { sheetId } of rows) sizes.set(sheetId, { rows: (sizes.get(sheetId)?.rows ?? 0) + 1 });
  return sizes;
}
