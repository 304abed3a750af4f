import fc from 'fast-check';
import { decide } from '../../../../src/plan/compare/decide';
import type { BaseVariant, Pair } from '../../../../src/plan/model/base';
import { buildBase } from '../../../../src/plan/model/build-base';
import type { Preference } from '../../../../src/plan/model/policy';
import { levelKey, type StoreLevel } from '../../../../src/plan/model/snapshot';
import { cellsOfLevel, levelsInStep, movedLevels } from '../../../../src/plan/stock/refresh-levels';
import { sampled } from '../../../support/sampled';

const ID = 'gid://shopify/ProductVariant/1';
const ITEM = 'gid://shopify/InventoryItem/1';
const PLACE = 'gid://shopify/Location/1';

const record = (pair: Pair | undefined): BaseVariant => ({
  kind: 'variant',
  id: ID,
  productId: 'gid://shopify/Product/1',
  inventoryItemId: ITEM,
  sku: 'A',
  optionValues: [],
  fields: {},
  stock: pair ? { [PLACE]: pair } : {},
  image: '',
});

const level = (quantity: number) => ({
  ...({ variantId: ID, inventoryItemId: ITEM, locationId: PLACE, name: 'available', key: PLACE } as const),
  cells: [{ ref: { sheetId: 1, tab: 'Stock', row: 2 }, column: 'Available', says: quantity }],
});

const storeOf = (available: number): ReadonlyMap<string, StoreLevel> =>
  new Map([[levelKey(ITEM, PLACE), { available, on_hand: available, active: true }]]);

/** One cell and one level: a person types, orders come in, and runs keep the cell until they are done or killed. */
function openModel() {
  let sheet = 5;
  let store = 5;
  /** What the person saw when they typed the number that stands there; undefined for a number that they did not type. */
  let saw: number | undefined;
  const base = buildBase([record(['5', '5'])]);
  const pair = () => base.variant(ID)?.stock[PLACE];
  return {
    type(quantity: number) {
      if (quantity === sheet) return;
      saw ??= sheet;
      sheet = quantity;
    },
    order(quantity: number) {
      store = quantity;
    },
    /** Answers what it would send, and what the person who typed it saw. */
    run(steps: number, onConflict: Preference) {
      // Who typed what Shopify had when the run was killed asks for nothing that was not so.
      const [lastSheet, lastStore, mark] = pair() ?? [];
      if (lastSheet === `${sheet}` || (mark === 'taking' && lastStore === `${sheet}`)) saw = undefined;
      const decision = decide(String(sheet), String(store), pair(), { onConflict, onUnknownBase: 'ask' });
      const sent = decision === 'send' ? { sheet, store, saw } : undefined;
      if (sent) store = sheet;
      if (sent || decision === 'same') {
        base.put(record([String(sheet), String(store)]));
        saw = undefined;
      }
      const moved = movedLevels(levelsInStep([level(sheet)], base), storeOf(store), base);
      const [cell] = moved.flatMap(cellsOfLevel);
      if (!cell || steps < 1) return sent;
      base.put(record([cell.sheet, cell.store, 'taking']));
      if (steps < 2) return sent;
      sheet = Number(cell.to);
      saw = undefined;
      if (steps < 3) return sent;
      base.put(record([cell.store, cell.store]));
      return sent;
    },
    says: () => ({ sheet, store }),
  };
}

const RUNS = sampled(300, 50_000);

const quantity = fc.integer({ min: 3, max: 6 });
const event = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), quantity }),
  fc.record({ kind: fc.constant('order' as const), quantity }),
  fc.record({ kind: fc.constant('run' as const), steps: fc.integer({ min: 0, max: 3 }) }),
);

function play(onConflict: Preference, look: (sent: { store: number; saw: number | undefined }) => void) {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const model = openModel();
      for (const each of events) {
        if (each.kind === 'type') model.type(each.quantity);
        else if (each.kind === 'order') model.order(each.quantity);
        else {
          const sent = model.run(each.steps, onConflict);
          if (sent) look(sent);
        }
      }
    }),
    { numRuns: RUNS },
  );
}

test('whatever is killed, nothing is sent but what a person typed', () => {
  play('sheet', ({ saw }) => expect(saw).toBeDefined());
});

test('whatever is killed, a number is sent only over what its author saw', () => {
  play('ask', ({ store, saw }) => expect(saw).toBe(store));
});

test('left undisturbed, the cell says what Shopify has', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), quantity, (events, last) => {
      const model = openModel();
      for (const each of events) {
        if (each.kind === 'order') model.order(each.quantity);
        if (each.kind === 'run') model.run(each.steps, 'ask');
      }
      model.order(last);
      model.run(3, 'ask');
      expect(model.says()).toEqual({ sheet: last, store: last });
    }),
    { numRuns: RUNS },
  );
});
