import { cellsOf, rowsSaying } from '../../catalog/tab/row';
import { chunk } from '../../catalog/values/arrays';
import { levelName, updated } from '../compare/messages';
import { wholly } from '../compare/piece';
import { describeStep, NO_NUMBER } from '../compare/shown-change';
import { type ActionAnswer, type ActionKind, none, type SettledAction } from '../model/action-kind';
import { type GrowingStockNotes, type GrowingStockPairs, type Pair, quantityKey } from '../model/base';
import type { Batch } from '../model/batch';
import { choiceKey, levelQuestion } from '../model/conflict';
import type { Piece } from '../model/piece';
import { target } from '../model/replaced-value';
import type { RowOutcome } from '../model/row-outcome';
import type { SetQuantity, SetStock, StockItem } from '../model/stock-action';
import { deltaOf, describeSum } from './adjustment';
import { otherQuantityOf } from './level-memory';

/** The quantity names of a level; one request sets one of them. */
const QUANTITY_NAMES = ['available', 'on_hand'] as const;

/** A quantity that changes, or the first one at a location. */
const stock: Omit<ActionKind<SetStock>, 'count' | 'batches'> = {
  rows: rowsSaying,
  ...wholly((action) => [new StockPiece(action)]),
  fields: none,
  foretell: (action, isPreview) => [
    ...cellsOf(action).map((place) =>
      updated(place.ref, describeStock({ ...action, ...place }), action.variantId),
    ),
    ...otherOutcomes(action, isPreview ? 'will have' : 'has'),
  ],
  replaces(action) {
    const { variantId: id, inventoryItemId, locationId, locationName, name, from, to, ref, column } = action;
    return [{ kind: 'stock', id, inventoryItemId, locationId, locationName, name, from, to, ref, column }];
  },
  settle: settleStock,
  asksAgain: none,
  writtenIn: 'stock',
  joins: 1,
  newVariants: none,
  // Many levels fit in one request, and a quantity is compared with what was read just now.
  canGoInBulk: () => false,
};

export const setStock: ActionKind<SetQuantity> = {
  ...stock,
  count: () => ({ change: { stockLevels: 1 } }),
  batches: (actions, { newKey, limits }) =>
    QUANTITY_NAMES.flatMap((name) =>
      chunk(
        actions.filter((action) => action.name === name),
        limits.listEntries,
      ).map((part): Batch => ({ kind: 'set-stock', actions: part, key: newKey() })),
    ),
};

export const activateStock: ActionKind<StockItem> = {
  ...stock,
  count: () => ({ create: { stockLevels: 1 } }),
  batches: (actions, { newKey }) =>
    actions.map((action) => ({ kind: 'activate-stock', action, key: newKey() })),
};

/** As small as one of a field, for the same reason. */
class StockPiece implements Piece {
  constructor(private readonly action: SetStock) {}

  get key(): string {
    const { inventoryItemId, locationId, name } = this.action;
    return `${inventoryItemId}@${locationId}|${name}|${this.from}|${this.to}`;
  }
  get kind() {
    return this.action.adds === 'adjustment' ? 'adjustment' : 'stock';
  }
  get ref() {
    return this.action.ref;
  }
  get rows() {
    return rowsSaying(this.action);
  }
  get also() {
    return this.action.also;
  }
  get column() {
    return this.action.column;
  }
  get target() {
    const { name, locationId } = this.action;
    return target(this.item, `stock ${quantityKey(name, locationId)}`);
  }
  get item() {
    return this.action.variantId;
  }
  get from() {
    return String(this.action.from ?? '');
  }
  get to() {
    return String(this.action.to);
  }
  get value() {
    const { adds, sheet, to } = this.action;
    return adds === 'adjustment' ? deltaOf(this.action) : (sheet ?? to);
  }
  get choice() {
    return choiceKey(this.action.adds ? 'add' : 'sheet', levelQuestion(this.action));
  }
  words(column = this.column): string {
    return describeLevel({ ...this.action, column });
  }
  shows() {
    const { from, to } = this.action;
    return {
      field: levelName(this.action),
      from: String(from ?? 'not stocked'),
      to: String(to),
      ...(from === null ? NO_NUMBER : describeStep(from, to)),
    };
  }
  /** A sale that does not change this quantity does not make it a different change. */
  sends() {
    return { ...this.action, otherFrom: undefined, otherCells: undefined };
  }
}

function describeLevel(action: Pick<SetStock, 'column' | 'locationName' | 'from' | 'to'>): string {
  return `${levelName(action)} ${action.from ?? 'not stocked'} → ${action.to}`;
}

function describeStock(action: SetStock): string {
  if (action.adds === 'adjustment') return describeSum(action);
  return `${describeLevel(action)}${action.adds && action.to < 0 ? ', which is below 0' : ''}`;
}

/** The other quantity changed too: only now is it known whether its cells are in step. */
function otherOutcomes(action: SetStock, has: string): RowOutcome[] {
  const { otherCells = [], otherFrom = 0, locationName, variantId: shopifyId } = action;
  const now = otherFrom + deltaOf(action);
  return otherCells.map(({ ref, column, sheet }) => {
    const message = `${levelName({ column, locationName })}: Shopify ${has} ${now}, the sheet ${sheet}.`;
    return sheet === now
      ? { ref, status: 'unchanged', message: '', about: column }
      : { ref, status: 'differs', message, shopifyId, about: column };
  });
}

/** Result of adding a difference: the cell has another number, and nobody chose to leave it so. */
function summed(sheet: number | null, store: string): Pair {
  const said = textOf(sheet);
  return said === null || said === store ? [said, store] : [said, store, 'summed'];
}

function textOf(sheet: number | null): string | null {
  return sheet === null ? null : String(sheet);
}

function settleStock(action: SetStock, { written, index, base }: ActionAnswer): SettledAction | undefined {
  if (!written.stock.includes(index)) return undefined;
  const known = base.variant(action.variantId);
  if (!known) return { records: [] };
  const { name, locationId, to, sheet } = action;
  const stock: GrowingStockPairs = { ...known.stock };
  const stockNotes: GrowingStockNotes = { ...known.stockNotes };
  const key = quantityKey(name, locationId);
  if (action.adds === 'adjustment') stockNotes[key] = { kind: 'applied', delta: deltaOf(action) };
  else if (stockNotes[key]?.delta === null) delete stockNotes[key];
  // Available and on hand move together, and this move is ours.
  const other = otherQuantityOf(action).key;
  const empty: Pair = [null, action.kind === 'activate-stock' ? '0' : ''];
  const [otherSheet, otherStore] = stock[other] ?? empty;
  const isAdjustment = action.adds === 'adjustment';
  // A quantity in the sheet from before the adjustment no longer matches Shopify; it is reported as drift.
  if (otherStore !== '' && !(isAdjustment && otherSheet !== null)) {
    const moved = String((action.otherFrom ?? Number(otherStore)) + deltaOf(action));
    // Its cell asked for the same difference, which is applied with this one.
    if (action.otherSheet != null) stock[other] = summed(action.otherSheet, moved);
    else stock[other] = otherSheet === null ? [null, moved] : [otherSheet, moved, 'moved'];
  }
  if (!isAdjustment || (stock[key]?.[0] ?? null) === null)
    stock[key] = action.adds === 'difference' ? summed(sheet, String(to)) : [textOf(sheet), String(to)];
  return { records: [{ ...known, stock, stockNotes }] };
}
