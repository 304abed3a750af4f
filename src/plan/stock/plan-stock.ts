import { cellsOf } from '../../catalog/tab/row';
import type { RowStatus } from '../../catalog/tab/status-block';
import { quantitySaid } from '../../catalog/values/cell';
import { type Decision, decide } from '../compare/decide';
import { levelName } from '../compare/messages';
import { isMarked } from '../compare/undone-marks';
import { type Pair, quantityKey } from '../model/base';
import { chosenSide, levelQuestion } from '../model/conflict';
import type { ItemContext } from '../model/item-context';
import { levelKey, type StoreVariant } from '../model/snapshot';
import type { SetStock } from '../model/stock-action';
import {
  contradictingCell,
  contradiction,
  type EditedCell,
  editOf,
  joinAvailableAndOnHand,
  rememberOthers,
  withOtherQuantity,
  withoutHalves,
} from './join-quantities';
import { knownPair, type StockCell, type StockMemory, sheetBefore } from './level-memory';
import { sayMovedName } from './moved-locations';
import { planUnstocked } from './plan-unstocked';
import { fillsLevel, keepLevel, refreshLevel } from './refresh-cells';
import type { LocatedStock } from './stock-locations';
import { UNANSWERED } from './unanswered-stock';

/**
 * Stock is compared and swapped: what was read goes with what is wanted, and the store refuses it where an order
 * came in between. Levels that are in step are put into `pairs`.
 */
export function planStock(
  levels: readonly LocatedStock[],
  store: StoreVariant,
  memory: StockMemory,
  context: ItemContext,
): void {
  const { draft, snapshot } = context;
  const actions: SetStock[] = [];
  const cells: StockCell[] = [];
  for (const { stock, location } of levels) {
    if ('id' in location) {
      const level = snapshot.levels.get(levelKey(store.inventoryItemId, location.id));
      cells.push({ stock, location, store, level });
    } else if (quantitySaid(stock.quantity) !== undefined)
      draft.tell(stock, { status: 'error', words: () => location.problem, shopifyId: store.id });
  }
  const edited = memory.tracked ? cells.flatMap((cell) => editOf(cell, memory)) : [];
  for (const cell of cells) {
    const { stock, location, level } = cell;
    const said = quantitySaid(stock.quantity);
    const own = edited.find((each) => each.stock === stock);
    const other = own && contradictingCell(own, edited);
    if (other) {
      const words = (column: string) => contradiction({ column }, other.stock, location.name);
      draft.tell(stock, { status: 'error', words, shopifyId: store.id });
    } else if (typeof said === 'number') {
      const action = (memory.tracked ? planLevel : planUntracked)(cell, said, memory, context);
      if (action) actions.push(action);
    } else if (said) {
      if (fillsLevel(cell, memory, context)) continue;
      const message = planUnstocked(stock, location, level, memory.pairs);
      if (message) draft.tell(stock, { status: 'differs', words: () => message, shopifyId: store.id });
    } else fillsLevel(cell, memory, context);
  }
  for (const cell of cells) rememberOthers(cell, cells, memory);
  const isPlanned = ({ stock: { ref, column } }: EditedCell) =>
    [...actions, ...draft.kept].some((each) => each.ref === ref && each.column === column);
  const stuck = edited.filter((cell) => !isPlanned(cell));
  const joined = joinAvailableAndOnHand(withOtherQuantity(actions, cells, edited), draft);
  draft.actions.push(...withoutHalves(joined, stuck, draft));
}

/**
 * A quantity of an item that Shopify does not track: nothing to say where both have the same. Else it is due once the
 * item is tracked, and what is in Shopify next to it tells then whether somebody else changed it.
 */
function planUntracked(
  { stock, location, store, level }: StockCell,
  wanted: number,
  { pairs }: StockMemory,
  { draft }: ItemContext,
): undefined {
  const key = quantityKey(stock.name, location.id);
  const now = level?.active ? level[stock.name] : 0;
  if (wanted === now) {
    pairs[key] = [String(wanted), String(now)];
    return;
  }
  pairs[key] ??= [null, String(now)];
  const words = (column: string) =>
    `${column} was not sent: Shopify does not track this item. Set its inventory tracker to shopify.`;
  draft.tell(stock, { status: 'not-synced', words, shopifyId: store.id });
}

function planLevel(
  { stock, location, store, level }: StockCell,
  wanted: number,
  { pairs, notes, differs, isOurs }: StockMemory,
  context: ItemContext,
): SetStock | undefined {
  const { draft, policy, confirmed, base, adopts } = context;
  const { name } = stock;
  const [{ ref, column }, ...also] = cellsOf(stock);
  const action = {
    ref,
    column,
    ...(also.length > 0 && { also }),
    name,
    variantId: store.id,
    inventoryItemId: store.inventoryItemId,
    locationId: location.id,
    locationName: location.name,
    sheet: wanted,
  };
  const key = quantityKey(name, location.id);
  const known = knownPair(action, pairs, isOurs);
  if (known) pairs[key] ??= known;
  const tell = (status: RowStatus, words: (where: string) => string, givesWay?: true): undefined =>
    draft.tell(stock, {
      status,
      shopifyId: store.id,
      givesWay,
      words: (own) => words(levelName({ column: own, locationName: location.name })),
    });
  const tellDifference = (words: (where: string) => string): undefined => {
    differs[`stock ${key}`] = { sheet: String(wanted), words: words('') };
    return tell('differs', words, true);
  };
  // A quantity that Shopify would refuse is not sent; one that it already has need not be refused.
  const isRefused = wanted < 0 && name === 'on_hand';
  const send = (to: SetStock): SetStock | undefined => {
    return isRefused ? tell('error', (where) => `${where}: ${wanted} ${BELOW_ZERO}`) : to;
  };
  if (!level?.active) {
    // The sheet did not change, so somebody deactivated the level, and it stays deactivated.
    if (known?.[0] !== String(wanted))
      return send({ ...action, kind: 'activate-stock', from: null, to: wanted });
    return tellDifference(
      (where) =>
        `${where}: Shopify no longer stocks it there, the sheet has ${wanted}.${sayMovedName(known)}`,
    );
  }
  const now = level[name];
  const adds = policy.onConflict.inventory === 'add';
  const byPairs = decideLevel(wanted, now, known, {
    onConflict: policy.onConflict.inventory,
    onUnknownBase: policy.onUnknownBase.inventory,
    isUndone: isMarked(store.id, `stock ${key}`, base),
  });
  // It is unknown whether the last change was applied, so no setting may decide to send it again.
  const isDoubtful = notes[key]?.kind === 'unknown' && notes[key]?.delta === null && wanted !== now;
  if (wanted === now && notes[key]?.delta === null) delete notes[key];
  const sum = known && now + wanted - sheetBefore(known);
  const decision = isDoubtful ? 'conflict' : byPairs;
  const question = levelQuestion({ ...action, from: now });
  const isAsked = decision === 'conflict' || decision === 'held';
  const side = isAsked ? chosenSide(question, confirmed) : undefined;
  // Without a memory of the level there is no difference to add.
  const chosen = side === 'add' && sum === undefined ? undefined : side;
  const conflict = { key: question, ref, group: 'inventory', column, sheet: wanted, shopify: now } as const;
  const drift = (where: string) => `${where}: Shopify has ${now}, the sheet ${wanted}.${sayMovedName(known)}`;
  switch (chosen ? (chosen === 'shopify' ? 'keep' : 'send') : decision) {
    case 'same':
      pairs[key] = [String(wanted), String(now)];
      return undefined;
    case 'keep':
      if (adopts) {
        tellDifference(drift);
        pairs[key] = [String(wanted), String(now), 'kept'];
      } else keepLevel({ stock, key, store, now, question }, wanted, context);
      return undefined;
    case 'send':
      return sum !== undefined && (chosen === 'add' || (!chosen && adds))
        ? send({ ...action, kind: 'set-stock', from: now, to: sum, adds: 'difference' })
        : send({ ...action, kind: 'set-stock', from: now, to: wanted });
    case 'drift':
      if (!notes[key] && refreshLevel({ stock, key, store, now }, pairs[key], context)) return undefined;
      tellDifference(drift);
      // Reported once, it need not be read again for that.
      if (known?.[1] === String(now) && !known[2]) pairs[key] = [String(wanted), String(now), 'kept'];
      return undefined;
    case 'conflict':
      draft.conflicts.push({ ...conflict, ...(sum !== undefined && { sum }) });
      return tell('conflict', (where) =>
        isDoubtful
          ? `${where}: ${UNANSWERED} Shopify has ${now} now, the sheet ${wanted}. Choose a side in the sidebar.`
          : `${where}: you changed it to ${wanted} and Shopify has ${now} now. Choose a side in the sidebar.`,
      );
    case 'held':
      draft.unsynced.push(conflict);
      return tell('skipped', (where) => `${drift(where)} Choose in the sidebar which one counts.`);
  }
}

/** Source: the recorded answer INVALID_QUANTITY_NEGATIVE; what is available may be negative. */
export const BELOW_ZERO =
  'was not sent: Shopify takes no quantity on hand below 0. Type 0 or more, or use an Available column.';

interface StockPreferences {
  readonly onConflict: 'ask' | 'sheet' | 'shopify' | 'add';
  readonly onUnknownBase: 'ask' | 'sheet' | 'shopify';
  /** The row reports this in its own message. */
  readonly isUndone: boolean;
}

/** Shopify stores a number exactly as given, so two different numbers are not in step, whatever was remembered of them. */
function decideLevel(
  wanted: number,
  now: number,
  known: Pair | undefined,
  { onConflict, onUnknownBase, isUndone }: StockPreferences,
): Decision {
  const decision = decide(String(wanted), String(now), known, {
    onConflict: onConflict === 'add' ? 'sheet' : onConflict,
    onUnknownBase,
  });
  return decision === 'same' && wanted !== now && !isUndone ? 'drift' : decision;
}
