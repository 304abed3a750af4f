import type { FieldValue } from '../../catalog/values/cell';
import { nameOf, textsOf } from '../compare/describe-replaced';
import { show, showField } from '../compare/messages';
import type { Replaced, ReplacedStock, ReplacedValue } from '../model/replaced-value';

/**
 * Effect of undoing on one value. A value counts as what the run wrote only while no later run wrote the same again:
 * that later run is the one to undo then.
 *
 * | Shopify has            |                                                       |
 * |------------------------|-------------------------------------------------------|
 * | what stood there before| `stands`: nothing to send                             |
 * | something else         | `moved`: left alone, the row says so                  |
 * | what the run wrote     | `give-back`, unless a later run wrote it: `rewritten` |
 */
export type UndoDecision =
  | { readonly kind: 'stands' | 'give-back' }
  /** `isMoved`: sheet and store differ from now on. */
  | { readonly kind: 'left'; readonly reason: string; readonly isMoved?: true };

/** `laterWriter` is the number of the later run that wrote the same value; `now` is what Shopify has. */
export function decideUndo(
  replaced: ReplacedValue,
  now: FieldValue | null,
  run: number,
  laterWriter: number | undefined,
): UndoDecision {
  const { from, to } = textsOf(replaced);
  const current = textsOf({ ...replaced, to: now } as ReplacedValue).to;
  const what = nameOf(replaced);
  const word = (value: FieldValue | null) =>
    replaced.kind === 'field' ? showField(replaced.key, value) : show(value);
  if (current === from) return { kind: 'stands' };
  if (current !== to) {
    if (replaced.kind === 'image-order')
      return {
        ...left(`${what}: the images have another order in Shopify by now, so it was left alone.`),
        isMoved: true,
      };
    const reason = `${what}: Shopify has ${word(now)}, no longer the ${word(replaced.to)} of run ${run}, so it was left alone.`;
    return { kind: 'left', reason, isMoved: true };
  }
  if (laterWriter !== undefined)
    return left(`${what}: run ${laterWriter} wrote ${word(replaced.to)} again. Undo that run instead.`);
  if (replaced.kind === 'stock' && replaced.from === null) {
    return left(
      `${what}: it was not stocked there before run ${run}, and undoing removes nothing. Remove it from the location in Shopify.`,
    );
  }
  return { kind: 'give-back' };
}

/** A half of a move between two locations would double stock, or lose it. `stuck`: quantities that are left alone. */
export function withOtherHalf(
  replaced: ReplacedValue,
  decision: UndoDecision,
  stuck: readonly ReplacedStock[],
): UndoDecision {
  if (!isStock(replaced) || decision.kind !== 'give-back') return decision;
  const half = stuck.find(({ id, ...other }) => id === replaced.id && rise(other) * rise(replaced) < 0);
  if (!half) return decision;
  const reason = `${nameOf(replaced)} was left alone, as the other half of the move: ${nameOf(half)}.`;
  return { kind: 'left', reason, isMoved: true };
}

export function isStock(replaced: Replaced): replaced is ReplacedStock {
  return replaced.kind === 'stock';
}

function rise({ from, to }: Pick<ReplacedStock, 'from' | 'to'>): number {
  return to - (from ?? 0);
}

function left(reason: string): Extract<UndoDecision, { kind: 'left' }> {
  return { kind: 'left', reason };
}
