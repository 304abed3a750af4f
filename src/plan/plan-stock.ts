import type { DesiredStock, QuantityName } from '../catalog/desired';
import type { LocationId } from '../catalog/gid';
import type { SetStock } from './action';
import { type GrowingStockNotes, type GrowingStockPairs, type Pair, quantityKey } from './base';
import { chosenSide } from './conflict';
import { decide } from './decide';
import { levelName } from './messages';
import type { ItemContext } from './plan-existing-product';
import type { SettledStock } from './settle-stock';
import { levelKey, type StoreLevel, type StoreLocation, type StoreVariant } from './snapshot';
import { resolveTwins } from './stock-twins';
import { UNANSWERED } from './unanswered-stock';

/** What is known of a variant's stock, and grows as its levels are settled. */
export interface StockMemory {
  readonly pairs: GrowingStockPairs;
  readonly notes: GrowingStockNotes;
  readonly tracked: boolean;
  readonly isOurs: boolean;
}

/**
 * Stock is compared and swapped: what was read goes with what is wanted, and the store refuses it where an order
 * came in between. Settled levels are put into `pairs`.
 */
export function planStock(
  levels: readonly SettledStock[],
  store: StoreVariant,
  memory: StockMemory,
  context: ItemContext,
): void {
  const { draft, snapshot } = context;
  const { pairs, tracked } = memory;
  const actions: SetStock[] = [];
  for (const { stock, location } of levels) {
    if (stock.quantity.kind !== 'value') {
      if ('id' in location)
        rememberBlank(
          stock.name,
          location.id,
          snapshot.levels.get(levelKey(store.inventoryItemId, location.id)),
          pairs,
        );
      continue;
    }
    if ('problem' in location) {
      draft.say(stock.ref, 'error', location.problem, store.id);
    } else if (!tracked) {
      const level = snapshot.levels.get(levelKey(store.inventoryItemId, location.id));
      planUntracked(stock, stock.quantity.value, { location, level, store }, pairs, draft);
    } else {
      const action = planLevel(stock, stock.quantity.value, location, store, memory, context);
      if (action) actions.push(action);
    }
  }
  draft.actions.push(...resolveTwins(actions, draft));
}

/**
 * A quantity of an item that Shopify does not track: nothing to say where both have the same. Else it is due once the
 * item is tracked, and what stands in Shopify beside it tells then whether somebody else changed it.
 */
function planUntracked(
  { ref, column, name }: DesiredStock,
  wanted: number,
  { location, level, store }: { location: StoreLocation; level: StoreLevel | undefined; store: StoreVariant },
  pairs: GrowingStockPairs,
  draft: ItemContext['draft'],
): void {
  const key = quantityKey(name, location.id);
  const now = level?.active ? level[name] : 0;
  if (wanted === now) {
    pairs[key] = [String(wanted), String(now)];
    return;
  }
  pairs[key] ??= [null, String(now)];
  const message = `${column} was not sent: Shopify does not track this item. Set its inventory tracker to shopify.`;
  draft.say(ref, 'not-synced', message, store.id);
}

/** A blank cell asks for nothing, but what stood in Shopify beside it tells later whether somebody else changed it. */
function rememberBlank(
  name: QuantityName,
  location: LocationId,
  level: StoreLevel | undefined,
  pairs: GrowingStockPairs,
): void {
  if (level?.active) pairs[quantityKey(name, location)] ??= [null, String(level[name])];
}

/** What a variant that the add-on created had wherever it sent nothing. */
const NOTHING_STOCKED: Pair = [null, '0'];

function planLevel(
  stock: DesiredStock,
  wanted: number,
  location: StoreLocation,
  store: StoreVariant,
  { pairs, notes, isOurs }: StockMemory,
  { draft, policy, snapshot, confirmed, adopts }: ItemContext,
): SetStock | undefined {
  const { name } = stock;
  const level = snapshot.levels.get(levelKey(store.inventoryItemId, location.id));
  const action = {
    ref: stock.ref,
    column: stock.column,
    name,
    variantId: store.id,
    inventoryItemId: store.inventoryItemId,
    locationId: location.id,
    locationName: location.name,
    sheet: wanted,
  };
  const key = quantityKey(name, location.id);
  const base = pairs[key];
  const known = base && base[1] !== '' ? base : isOurs ? NOTHING_STOCKED : undefined;
  const where = levelName({ column: stock.column, locationName: location.name });
  if (!level?.active) {
    // Where the sheet stands still, somebody switched the level off, and it stays so.
    if (known?.[0] !== String(wanted)) return { ...action, kind: 'activate-stock', from: null, to: wanted };
    draft.say(
      stock.ref,
      'differs',
      `${where}: Shopify no longer stocks it there, the sheet has ${wanted}.`,
      store.id,
    );
    return undefined;
  }
  const now = level[name];
  const preference = policy.onConflict.inventory;
  const byPairs = decide(String(wanted), String(now), known, {
    onConflict: preference === 'add' ? 'sheet' : preference,
    onUnknownBase: policy.onUnknownBase.inventory,
  });
  // Where nobody knows whether the last change counted, no setting may decide to send it once more.
  const isDoubtful = notes[key]?.kind === 'unknown' && notes[key]?.delta === null && wanted !== now;
  const decision = isDoubtful ? 'conflict' : byPairs;
  if (wanted === now && notes[key]?.delta === null) delete notes[key];
  const question = `${levelKey(store.inventoryItemId, location.id)}|${name}|${wanted}|${now}`;
  const isAsked = decision === 'conflict' || decision === 'held';
  const chosen = isAsked ? chosenSide(question, confirmed) : undefined;
  const sum = known ? now + wanted - Number(known[0] ?? known[1]) : undefined;
  const { ref, column } = stock;
  const conflict = { key: question, ref, group: 'inventory', column, sheet: wanted, shopify: now } as const;
  const drift = `${where}: Shopify has ${now}, the sheet ${wanted}.`;
  switch (chosen ? (chosen === 'shopify' ? 'keep' : 'send') : decision) {
    case 'same':
      pairs[key] = [String(wanted), String(now)];
      return undefined;
    case 'keep':
      if (adopts) {
        draft.say(ref, 'differs', drift, store.id);
        pairs[key] = [String(wanted), String(now), 'kept'];
      } else
        draft.kept.push({
          question,
          id: store.id,
          value: `stock ${key}`,
          ref,
          column,
          sheet: String(wanted),
          store: String(now),
          from: wanted,
          to: now,
        });
      return undefined;
    case 'send': {
      const adds = sum !== undefined && (chosen === 'add' || (!chosen && preference === 'add'));
      return adds
        ? { ...action, kind: 'set-stock', from: now, to: sum, adds: 'difference' }
        : { ...action, kind: 'set-stock', from: now, to: wanted };
    }
    case 'drift':
      draft.say(stock.ref, 'differs', drift, store.id);
      return undefined;
    case 'conflict':
      draft.conflicts.push({ ...conflict, ...(sum !== undefined && { sum }) });
      draft.say(
        stock.ref,
        'conflict',
        isDoubtful
          ? `${where}: ${UNANSWERED} Shopify has ${now} now, the sheet ${wanted}. Choose a side in the sidebar.`
          : `${where}: you changed it to ${wanted} and Shopify has ${now} now. Choose a side in the sidebar.`,
        store.id,
      );
      return undefined;
    case 'held':
      draft.unsynced.push(conflict);
      draft.say(stock.ref, 'skipped', `${drift} Choose in the sidebar which one counts.`, store.id);
      return undefined;
  }
}
