import type { DesiredStock, DesiredVariant } from '../catalog/desired';
import type { LocationId } from '../catalog/gid';
import type { Pair } from './base';
import { decide } from './decide';
import type { ItemContext } from './plan-existing-product';
import { settleStock } from './settle-stock';
import { levelKey, type StoreLevel, type StoreLocation, type StoreVariant } from './snapshot';

/**
 * Stock is compared and swapped: what was read goes with what is wanted, and the store refuses it where an order
 * came in between. Settled levels are put into `pairs`.
 */
export function planStock(
  row: DesiredVariant,
  store: StoreVariant,
  pairs: Partial<Record<LocationId, Pair>>,
  { tracked, isOurs }: { readonly tracked: boolean; readonly isOurs: boolean },
  context: ItemContext,
): void {
  const { draft, policy, shop, snapshot } = context;
  if (!policy.groups.includes('inventory')) return;
  for (const { stock, location } of settleStock(row.stock, shop, policy)) {
    if (stock.quantity.kind !== 'value') {
      if ('id' in location)
        rememberBlank(location.id, snapshot.levels.get(levelKey(store.inventoryItemId, location.id)), pairs);
      continue;
    }
    if ('problem' in location) {
      draft.say(stock.ref, 'error', location.problem, store.id);
    } else if (!tracked) {
      draft.say(
        stock.ref,
        'unchanged',
        `${stock.column} was not sent: Shopify does not track this item. Set its inventory tracker to shopify.`,
        store.id,
      );
      pairs[location.id] = [String(stock.quantity.value), ''];
    } else {
      planLevel(stock, stock.quantity.value, location, store, pairs, isOurs, context);
    }
  }
}

/** A blank cell asks for nothing, but what stood in Shopify beside it tells later whether somebody else changed it. */
function rememberBlank(
  location: LocationId,
  level: StoreLevel | undefined,
  pairs: Partial<Record<LocationId, Pair>>,
): void {
  if (level?.active) pairs[location] ??= [null, String(level.available)];
}

/** What a variant that the add-on created had wherever it sent nothing. */
const NOTHING_STOCKED: Pair = [null, '0'];

function planLevel(
  stock: DesiredStock,
  wanted: number,
  location: StoreLocation,
  store: StoreVariant,
  pairs: Partial<Record<LocationId, Pair>>,
  isOurs: boolean,
  { draft, policy, snapshot }: ItemContext,
): void {
  const level = snapshot.levels.get(levelKey(store.inventoryItemId, location.id));
  const action = {
    ref: stock.ref,
    column: stock.column,
    variantId: store.id,
    inventoryItemId: store.inventoryItemId,
    locationId: location.id,
    locationName: location.name,
    sheet: wanted,
  };
  const base = pairs[location.id];
  const known = base && base[1] !== '' ? base : isOurs ? NOTHING_STOCKED : undefined;
  if (!level?.active) {
    // Where the sheet stands still, somebody switched the level off, and it stays so.
    if (known?.[0] === String(wanted)) {
      draft.say(
        stock.ref,
        'unchanged',
        `${stock.column} at ${location.name}: Shopify no longer stocks it there, the sheet has ${wanted}.`,
        store.id,
      );
    } else draft.actions.push({ ...action, kind: 'activate-stock', from: null, to: wanted });
    return;
  }
  const preference = policy.onConflict.inventory;
  const decision = decide(String(wanted), String(level.available), known, {
    onConflict: preference === 'add' ? 'sheet' : preference,
    onUnknownBase: policy.onUnknownBase.inventory,
  });
  const where = `${stock.column} at ${location.name}`;
  switch (decision) {
    case 'same':
    case 'keep':
      pairs[location.id] = [String(wanted), String(level.available)];
      break;
    case 'send': {
      const moved = known && known[1] !== String(level.available);
      const to =
        moved && preference === 'add' ? level.available + wanted - Number(known[0] ?? known[1]) : wanted;
      draft.actions.push({ ...action, kind: 'set-stock', from: level.available, to });
      break;
    }
    case 'drift':
      draft.say(
        stock.ref,
        'unchanged',
        `${where}: Shopify has ${level.available}, the sheet ${wanted}.`,
        store.id,
      );
      break;
    case 'conflict':
      draft.say(
        stock.ref,
        'conflict',
        `${where}: you changed it to ${wanted} and Shopify has ${level.available} now. Choose a side in the sidebar.`,
        store.id,
      );
      break;
    case 'held':
      draft.unknownBase.inventory += 1;
      draft.say(
        stock.ref,
        'skipped',
        `${where}: Shopify has ${level.available}, the sheet ${wanted}. Choose in the sidebar which one counts.`,
        store.id,
      );
      break;
  }
}
