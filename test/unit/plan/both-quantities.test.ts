import fc from 'fast-check';
import { sampled } from '../../support/sampled';
import type { TabRows } from '../catalog/catalog-of';
import { openShop, type Shop, type Tabs } from './shop-and-sheet';

const MAIN = 'Shop location';
const SHEET = { onConflict: { products: 'ask', inventory: 'sheet', prices: 'ask' } } as const;
const ADD = { onConflict: { products: 'ask', inventory: 'add', prices: 'ask' } } as const;

/** The two quantity cells of one item; a column that is not there is undefined. */
interface Cells {
  readonly available?: number | '';
  readonly onHand?: number | '';
}

/** The product CSV tells what is available, the inventory CSV what is on hand, or one Inventory tab both. */
function sheet(cells: Cells, isOneTab: boolean): Tabs {
  const product = ['hat', 'Hat', 'H', 'shopify'];
  const header = ['Handle', 'Title', 'SKU', 'Inventory tracker'];
  const columns: [string, number | ''][] = [];
  if (cells.available !== undefined && isOneTab) columns.push(['Available', cells.available]);
  if (cells.onHand !== undefined) columns.push(['On hand (new)', cells.onHand]);
  const stock: TabRows = [
    ['SKU', 'Location', ...columns.map(([name]) => name)],
    ['H', MAIN, ...columns.map(([, value]) => value)],
  ];
  const withQuantity = cells.available !== undefined && !isOneTab;
  return {
    Products: withQuantity
      ? [
          [...header, 'Inventory quantity'],
          [...product, cells.available ?? ''],
        ]
      : [header, product],
    ...(columns.length > 0 && { Inventory: stock }),
  };
}

const levelOf = (shop: Shop) => {
  const { available, onHand } = shop.variant('hat').inventory[MAIN] ?? { available: 0, onHand: 0 };
  return { available, onHand };
};

/** A customer orders, and some of what was ordered is sent out of the door. */
function sell(shop: Shop, ordered: number, sentOut: number): void {
  const { inventoryLevels } = shop.embedded.state;
  for (const level of inventoryLevels.all()) {
    const { available, committed } = level.quantities;
    // On hand is the sum of them all.
    const quantities = {
      ...level.quantities,
      available: available - ordered,
      committed: committed + ordered - sentOut,
    };
    inventoryLevels.put({ ...level, quantities });
  }
}

const saidOf = (said: Record<string, string>) => Object.values(said).join('\n');

describe('what is available and what is on hand of one level', () => {
  test('a variant that a product CSV created takes a quantity on hand from an inventory CSV', () => {
    const shop = openShop();
    shop.sync(sheet({ available: 5 }, false));
    const said = shop.sync(sheet({ available: 5, onHand: 7 }, false));
    expect(said['Inventory:2']).toBe('updated On hand (new) · Shop location 5 → 7.');
    expect(levelOf(shop)).toEqual({ available: 7, onHand: 7 });
  });

  test('says of the cell that was not edited that Shopify has another number by now, and sends nothing back', () => {
    const shop = openShop();
    shop.sync(sheet({ available: 5 }, false));
    const both = sheet({ available: 5, onHand: 7 }, false);
    shop.sync(both);
    expect(shop.plan(both).actions).toEqual([]);
    expect(shop.preview(both)['Products:2']).toBe(
      'differs Inventory quantity · Shop location: Shopify has 7, the sheet 5.',
    );
  });

  test('of an item that was not created from here, a new column beside a synced one is no conflict either', () => {
    const shop = openShop();
    shop.sync(sheet({ available: 5 }, true));
    for (const record of [...shop.base.records()]) {
      if (record.kind !== 'variant') continue;
      const { isOurs: _, stock, ...others } = record;
      const { [`on_hand@${Object.keys(stock)[0]}` as keyof typeof stock]: _twin, ...own } = stock;
      shop.base.put({ ...others, stock: own });
    }
    // The level is compared once more, because the cell is edited, and is then known whole.
    shop.sync(sheet({ available: 6 }, true));
    expect(saidOf(shop.sync(sheet({ available: 6, onHand: 9 }, true)))).toContain(
      'On hand (new) · Shop location 6 → 9',
    );
    expect(levelOf(shop)).toEqual({ available: 9, onHand: 9 });
  });

  test('edited to different ends after a sale, is an error on both at once and asks for no side', () => {
    const shop = openShop();
    const start = sheet({ available: 5, onHand: 5 }, false);
    shop.sync(start);
    shop.sync(start);
    sell(shop, 2, 2);
    const both = sheet({ available: 9, onHand: 7 }, false);
    for (const policy of [undefined, SHEET, ADD]) {
      const planned = shop.plan(both, policy);
      expect([planned.actions, planned.conflicts]).toEqual([[], []]);
      expect(saidOf(shop.preview(both, policy))).toMatch(/cannot both be set[\s\S]*cannot both be set/);
    }
  });

  test('edited by the same difference after a sale, is decided for both cells at once', () => {
    const shop = openShop();
    const start = sheet({ available: 5, onHand: 5 }, false);
    shop.sync(start);
    shop.sync(start);
    sell(shop, 2, 2);
    const both = sheet({ available: 8, onHand: 8 }, false);
    shop.sync(both, ADD);
    expect(levelOf(shop)).toEqual({ available: 6, onHand: 6 });
    for (const policy of [undefined, ADD]) {
      const planned = shop.plan(both, policy);
      expect([planned.actions, planned.conflicts]).toEqual([[], []]);
    }
  });

  const edit = fc.record({
    cell: fc.constantFrom<'available' | 'onHand'>('available', 'onHand'),
    value: fc.integer({ min: 20, max: 60 }),
    /** Whether the other cell is emptied by the edit, or stands on. */
    isOtherEmptied: fc.boolean(),
    ordered: fc.integer({ min: 0, max: 4 }),
    sentOut: fc.integer({ min: 0, max: 4 }),
  });

  const set = (cell: 'available' | 'onHand', value: number) => ({
    ...{ cell, value, isOtherEmptied: false, ordered: 0, sentOut: 0 },
  });
  const SOLD = { ...set('available', 20), ordered: 1 };

  test.each([false, true])(
    'end at what the cell says that was edited last, in whatever order, and ask only where a sale moved it (one tab: %s)',
    (isOneTab) => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (edits, isStocked) => {
          const shop = openShop();
          let cells: Cells = isStocked ? { available: 10 } : {};
          shop.sync(sheet(cells, isOneTab));
          /** What sales moved since the two sides last agreed on it, or an edit of the other cell was sent. */
          const sold = { available: 0, onHand: 0 };
          for (const { cell, value, isOtherEmptied, ordered, sentOut } of edits) {
            if (cells[cell] === value) continue;
            const other = cell === 'available' ? 'onHand' : 'available';
            const rest = cells[other] === undefined ? {} : { [other]: isOtherEmptied ? '' : cells[other] };
            cells = { ...rest, [cell]: value };
            const before = levelOf(shop);
            const said = saidOf(shop.sync(sheet(cells, isOneTab)));
            expect(said).not.toMatch(/error|skipped/);
            const isTold = /^conflict/m.test(said);
            if (isTold) {
              expect(sold[cell]).toBeGreaterThan(0);
              expect(levelOf(shop)).toEqual(before);
              shop.sync(sheet(cells, isOneTab), SHEET);
            }
            expect(levelOf(shop)[cell]).toBe(value);
            // Each row is true of what the run left behind.
            for (const [, has] of isTold ? [] : said.matchAll(/differs.*Shopify has (-?\d+)/g))
              expect(Object.values(levelOf(shop)).map(String)).toContain(has);
            const left = levelOf(shop)[other];
            if (
              !isTold &&
              before[cell] !== value &&
              typeof cells[other] === 'number' &&
              cells[other] !== left
            )
              expect(said).toContain(`Shopify has ${left}, the sheet ${cells[other]}.`);
            // The other quantity went along by as much, and nothing is sent back for it.
            expect(levelOf(shop)[other] - before[other]).toBe(value - before[cell]);
            expect(shop.plan(sheet(cells, isOneTab)).actions).toEqual([]);
            sold[cell] = 0;
            // What is sent says of the whole level what it is to be.
            if (before[cell] !== value) sold[other] = 0;
            const out = Math.min(sentOut, ordered);
            sell(shop, ordered, out);
            sold.available += ordered;
            sold.onHand += out;
            expect(shop.plan(sheet(cells, isOneTab)).actions).toEqual([]);
          }
        }),
        { numRuns: sampled(5, 120) },
      );
    },
  );

  test('with both changes added, an edit counts from what the cell said, and each sale is kept', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (edits, isOneTab) => {
        const shop = openShop();
        let cells: Cells = { available: 10 };
        shop.sync(sheet(cells, isOneTab), ADD);
        let last = 'available';
        for (const { cell, value, ordered, sentOut } of edits) {
          sell(shop, ordered, Math.min(sentOut, ordered));
          const delta = value - (cells[cell] || 0);
          const before = levelOf(shop);
          cells = { ...cells, [cell]: value };
          expect(saidOf(shop.sync(sheet(cells, isOneTab), ADD))).not.toMatch(/conflict|error|skipped/);
          // What the cell says and Shopify has already is in step.
          const isInStep = before[cell] === value;
          if (cell === last) expect(levelOf(shop)[cell]).toBe(before[cell] + (isInStep ? 0 : delta));
          // A cell that says what it said before is not edited: the level stays with the other one.
          if (delta !== 0) last = cell;
          expect(shop.plan(sheet(cells, isOneTab), ADD).actions).toEqual([]);
        }
      }),
      {
        numRuns: sampled(5, 120),
        examples: [[[set('available', 25), set('onHand', 20), set('available', 25), SOLD], false]],
      },
    );
  });

  test('a difference that leads below 0 is sent, and the row says so', () => {
    const shop = openShop();
    shop.sync(sheet({ available: 10 }, false), ADD);
    sell(shop, 8, 0);
    expect(saidOf(shop.sync(sheet({ available: 4 }, false), ADD))).toContain(
      'Inventory quantity · Shop location 2 → -4, which is below 0.',
    );
    expect(levelOf(shop).available).toBe(-4);
  });

  test('a quantity on hand below 0 is an error before it is sent, and none where Shopify has it', () => {
    const shop = openShop();
    shop.sync(sheet({ available: 5 }, false));
    const said = {
      'Inventory:2':
        'error On hand (new) · Shop location: -3 was not sent: Shopify takes no quantity on hand below 0. Type 0 or more, or use an Available column.',
    };
    for (const _ of ['at once', 'later'])
      expect(
        shop.mutationsOf(() =>
          expect(shop.sync(sheet({ available: 5, onHand: -3 }, false))).toMatchObject(said),
        ),
      ).toEqual([]);
    shop.sync(sheet({ available: -3 }, false));
    expect(shop.preview(sheet({ available: -3, onHand: -3 }, false))['Inventory:2']).not.toMatch(/^error/);
  });

  test('a new item does not begin with a quantity on hand below 0', () => {
    const shop = openShop();
    const said = saidOf(shop.sync(sheet({ onHand: -3 }, false)));
    expect(said).toContain(
      'error On hand (new): -3 was not sent: Shopify takes no quantity on hand below 0.',
    );
    expect(shop.embedded.state.products.all()).toEqual([]);
  });
});
