import type { DesiredAdjustment } from '../../catalog/building/desired';
import { hasValue } from '../../catalog/values/cell';
import { type GrowingStockNotes, type GrowingStockPairs, quantityKey } from '../model/base';
import { chosenSide } from '../model/conflict';
import type { ItemContext } from '../model/item-context';
import { levelKey, type StoreLocation, type StoreVariant } from '../model/snapshot';
import { describeLevel, signed } from './adjustment';
import { rememberLevel } from './level-memory';
import type { LocatedAdjustment } from './set-or-adjust';
import { FORGOTTEN, UNANSWERED } from './unanswered-stock';

/** The memory of a variant's stock; notes of cells that were emptied are forgotten in it. */
interface AdjustedMemory {
  readonly pairs: GrowingStockPairs;
  readonly notes: GrowingStockNotes;
  readonly tracked: boolean;
  /** Whether it is lost: a number that the cell holds may have been added. */
  readonly isForgotten: boolean;
}

/**
 * The number of an Adjust cell is added to what Shopify has, once: while the cell holds the number that was applied, it
 * asks for nothing. A blank cell, or another number, makes it new.
 */
export function planAdjustments(
  adjustments: readonly LocatedAdjustment[],
  store: StoreVariant,
  memory: AdjustedMemory,
  context: ItemContext,
): void {
  const { draft } = context;
  const filled = new Set<string>();
  for (const { adjustment, location } of adjustments) {
    if (!hasValue(adjustment.delta)) continue;
    if ('problem' in location) {
      draft.tell(adjustment, { status: 'error', words: () => location.problem, shopifyId: store.id });
      continue;
    }
    filled.add(quantityKey(adjustment.name, location.id));
    planAdjustment({ ...adjustment, delta: adjustment.delta.value, location }, store, memory, context);
  }
  for (const { adjustment, location } of adjustments) {
    if ('problem' in location) continue;
    const key = quantityKey(adjustment.name, location.id);
    if (!filled.has(key) && memory.notes[key]?.delta !== null) delete memory.notes[key];
  }
}

interface AskedAdjustment extends Omit<DesiredAdjustment, 'delta' | 'location'> {
  readonly delta: number;
  readonly location: StoreLocation;
}

function planAdjustment(
  { ref, column, name, delta, location }: AskedAdjustment,
  store: StoreVariant,
  { pairs, notes, tracked, isForgotten }: AdjustedMemory,
  { draft, snapshot, confirmed }: ItemContext,
): void {
  const key = quantityKey(name, location.id);
  if (isForgotten) notes[key] = { kind: 'unknown', delta, isForgotten };
  const note = notes[key];
  const where = describeLevel(name, location.name);
  const level = snapshot.levels.get(levelKey(store.inventoryItemId, location.id));
  // The level decides: if Shopify has the one that the change would have made, it was applied although its answer was lost.
  const hasCounted = note?.kind === 'unknown' && level?.active === true && level[name] === note.wanted;
  if (note && note.delta === delta && (note.kind === 'applied' || hasCounted)) {
    if ('isEmptied' in note) return;
    notes[key] = { kind: 'applied', delta };
    if (hasCounted) rememberLevel({ name, locationId: location.id }, level, pairs);
    draft.applied.push({ ref, column, variantId: store.id, key, delta });
    const words = () => `${where}: ${signed(delta)} was added and is not added again.`;
    draft.tell({ ref, column }, { status: 'unchanged', words, shopifyId: store.id });
    return;
  }
  if (!tracked || !level?.active) {
    const why = tracked
      ? 'Shopify does not stock this item there. Set a quantity instead.'
      : 'Shopify does not track this item. Set its inventory tracker to shopify.';
    const words = () => `${where}: ${signed(delta)} was not added, because ${why}`;
    draft.tell({ ref, column }, { status: 'error', words, shopifyId: store.id });
    return;
  }
  const now = level[name];
  const conflict = `${levelKey(store.inventoryItemId, location.id)}|adjust ${name}|${delta}|${now}`;
  const isAsked = note?.kind === 'unknown' && note.delta === delta;
  const chosen = isAsked ? chosenSide(conflict, confirmed) : undefined;
  if (chosen === 'shopify') {
    const value = { adjusts: key };
    const cell = { question: conflict, id: store.id, value, ref, column, from: delta, to: null };
    draft.kept.push({ ...cell, sheet: String(delta), store: '' });
    return;
  }
  if (isAsked && !chosen) {
    draft.conflicts.push({ key: conflict, ref, group: 'inventory', column, sheet: delta, shopify: null });
    draft.say(
      ref,
      'conflict',
      `${where}: ${note.isForgotten ? FORGOTTEN : UNANSWERED} Shopify has ${now} now. If it lacks the ${signed(delta)}, send it in the sidebar; else empty the cell.`,
      store.id,
    );
    return;
  }
  draft.actions.push({
    kind: 'set-stock',
    ref,
    column,
    name,
    variantId: store.id,
    inventoryItemId: store.inventoryItemId,
    locationId: location.id,
    locationName: location.name,
    from: now,
    to: now + delta,
    sheet: null,
    adds: 'adjustment',
  });
}
