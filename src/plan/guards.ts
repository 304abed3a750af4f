import type { DesiredCatalog, DesiredVariant } from '../catalog/desired';
import type { RowRef } from '../catalog/row';
import type { FieldChange, SetStock, SyncAction, VariantChange } from './action';
import { levelName, show } from './messages';
import type { RowOutcome } from './row-outcome';

/** A change that looks like a mistake. It is held until a person confirms exactly these two values. */
export interface HeldChange {
  /** Names the item and both values; another value makes another key, so a confirmation lapses with it. */
  readonly key: string;
  readonly ref: RowRef;
  /** What changes from what to what, for a person. */
  readonly change: string;
  readonly reason: string;
}

export interface GuardContext {
  readonly sizes: ReadonlyMap<number, TabSize>;
  /** Keys of held changes that a person has confirmed. */
  readonly confirmed: ReadonlySet<string>;
}

export interface TabSize {
  readonly rows: number;
  readonly stockRows: number;
}

export interface Guarded {
  readonly actions: readonly SyncAction[];
  readonly held: readonly HeldChange[];
  readonly outcomes: readonly RowOutcome[];
}

/** The limits beyond which a change is held, in one place. */
export const GUARD_LIMITS = {
  priceDown: 0.3,
  priceUp: 1,
  /** More held prices than these hold all prices of their tab: a column was pasted one row off. */
  heldPricesOfTab: 10,
  stockToZero: { share: 0.1, atLeast: 10 },
} as const;

/** Takes out of a plan what looks like a mistake, and says so on its rows. */
export function guardActions(actions: readonly SyncAction[], context: GuardContext): Guarded {
  const suspects = findSuspects(actions, context);
  const held = suspects.filter(({ key }) => !context.confirmed.has(key));
  const keys = new Set(held.map(({ key }) => key));
  return {
    actions: keys.size === 0 ? actions : actions.flatMap((action) => withoutHeld(action, keys)),
    held,
    outcomes: held.map(({ ref, change, reason }) => ({
      ref,
      status: 'skipped',
      message: `${change} is held: ${reason}. Confirm it in the sidebar, or change the cell.`,
    })),
  };
}

/** How many rows each tab has, and how many of them hold a quantity. */
export function tabSizes(desired: DesiredCatalog): Map<number, TabSize> {
  const sizes = new Map<number, { rows: number; stockRows: number }>();
  const sizeOf = ({ sheetId }: RowRef) => {
    const size = sizes.get(sheetId) ?? { rows: 0, stockRows: 0 };
    sizes.set(sheetId, size);
    return size;
  };
  for (const ref of desired.rows) sizeOf(ref).rows += 1;
  const count = ({ stock }: DesiredVariant) => {
    for (const { ref, quantity } of stock) if (quantity.kind === 'value') sizeOf(ref).stockRows += 1;
  };
  for (const { variants } of desired.products) variants.forEach(count);
  desired.variants.forEach(count);
  return sizes;
}

function findSuspects(actions: readonly SyncAction[], context: GuardContext): HeldChange[] {
  const byKey = new Map<string, HeldChange>();
  const suspect = (found: readonly HeldChange[]) => {
    for (const change of found) if (!byKey.has(change.key)) byKey.set(change.key, change);
  };
  suspect(suspiciousPrices(actions));
  suspect(suspiciousZeros(actions, context));
  return [...byKey.values()];
}

interface PriceChange {
  readonly variant: VariantChange;
  readonly change: FieldChange;
}

function suspiciousPrices(actions: readonly SyncAction[]): HeldChange[] {
  const prices: PriceChange[] = actions.flatMap((action) =>
    action.kind === 'update-variants'
      ? action.variants.flatMap((variant) =>
          variant.changes.filter(({ key }) => key === 'price').map((change) => ({ variant, change })),
        )
      : [],
  );
  const own = prices.flatMap((price) => {
    const reason = priceReason(Number(price.change.from ?? 0), Number(price.change.to ?? 0));
    return reason ? [heldPrice(price, reason)] : [];
  });
  const perTab = countBy(own, ({ ref }) => ref.sheetId);
  const tabs = new Set(
    [...perTab].filter(([, count]) => count > GUARD_LIMITS.heldPricesOfTab).map(([tab]) => tab),
  );
  const neighbours = prices
    .filter(({ change }) => tabs.has(change.ref.sheetId))
    .map((price) =>
      heldPrice(price, `${perTab.get(price.change.ref.sheetId)} prices of this tab look wrong`),
    );
  return [...own, ...neighbours];
}

function priceReason(from: number, to: number): string | undefined {
  if (to === 0 && from > 0) return 'it goes down to 0';
  if (from <= 0) return undefined;
  // 34.30 is 30 % below 49.00, and in binary a little more.
  const share = Number(((to - from) / from).toFixed(6));
  if (share < -GUARD_LIMITS.priceDown) return `it goes down by ${percent(-share)}`;
  return share > GUARD_LIMITS.priceUp ? `it goes up by ${percent(share)}` : undefined;
}

function heldPrice({ variant, change }: PriceChange, reason: string): HeldChange {
  const { from, to, ref, column } = change;
  return { key: priceKey(variant, change), ref, change: `${column} ${show(from)} → ${show(to)}`, reason };
}

function suspiciousZeros(actions: readonly SyncAction[], { sizes }: GuardContext): HeldChange[] {
  const zeros = actions.filter(isStock).filter(({ to, from }) => to === 0 && (from ?? 0) > 0);
  const perTab = countBy(zeros, ({ ref }) => ref.sheetId);
  return zeros
    .filter(({ ref }) => {
      const count = perTab.get(ref.sheetId) ?? 0;
      const { share, atLeast } = GUARD_LIMITS.stockToZero;
      return count >= atLeast && count > share * (sizes.get(ref.sheetId)?.stockRows ?? 0);
    })
    .map((action) => heldStock(action, `${perTab.get(action.ref.sheetId)} quantities of this tab go to 0`));
}

function heldStock(action: SetStock, reason: string): HeldChange {
  const { from, to, ref } = action;
  return {
    key: stockKey(action),
    ref,
    change: `${levelName(action)} ${from ?? 'not stocked'} → ${to}`,
    reason,
  };
}

/** The action without what is held of it; nothing where that was all. */
function withoutHeld(action: SyncAction, held: ReadonlySet<string>): SyncAction[] {
  if (isStock(action)) return held.has(stockKey(action)) ? [] : [action];
  if (action.kind !== 'update-variants') return [action];
  const variants = action.variants
    .map((variant) => ({
      ...variant,
      changes: variant.changes.filter((change) => !held.has(priceKey(variant, change))),
    }))
    .filter(({ changes, image }) => changes.length > 0 || image);
  return variants.length > 0 ? [{ ...action, variants }] : [];
}

function priceKey({ id }: VariantChange, { key, from, to }: FieldChange): string {
  return `${id}|${key}|${from ?? ''}|${to ?? ''}`;
}

function stockKey({ inventoryItemId, locationId, name, from, to }: SetStock): string {
  return `${inventoryItemId}@${locationId}|${name}|${from ?? ''}|${to}`;
}

function isStock(action: SyncAction): action is SetStock {
  return action.kind === 'set-stock' || action.kind === 'activate-stock';
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
