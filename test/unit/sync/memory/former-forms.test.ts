import { anything, readStored } from '../../../../src/ports/shape';
import { readFormer } from '../../../../src/sync/memory/former-forms';
import { rowRef, stockIntent } from '../../../../src/sync/memory/stored-stock';

const upgraded = (stored: unknown): unknown => readFormer(anything, JSON.stringify(stored));

const ref = { sheetId: 3, tab: 'Stock', row: 4 };

describe('what an earlier release stored', () => {
  test('names a row that is gone by its former tab', () => {
    const stored = { ...ref, sheetId: -4 };
    expect(upgraded(stored)).toEqual({ ...ref, sheetId: null, goneFrom: 3 });
    expect(upgraded({ ...ref, sheetId: -1 })).toEqual({ ...ref, sheetId: null, goneFrom: 0 });
    expect(readStored(rowRef, JSON.stringify(stored))).toBeUndefined();
    expect(readFormer(rowRef, JSON.stringify(stored))).toEqual({
      ...ref,
      sheetId: null,
      goneFrom: 3,
    });
  });

  test('keeps the cell of the other quantity of a level that is still to be sent', () => {
    const action = {
      kind: 'set-stock',
      ref,
      column: 'Available',
      name: 'available',
      variantId: 'gid://shopify/ProductVariant/1',
      inventoryItemId: 'gid://shopify/InventoryItem/1',
      locationId: 'gid://shopify/Location/1',
      locationName: 'Shop',
      from: 3,
      to: 5,
      sheet: 5,
    };
    const intent = (own: object) => ({
      batch: { kind: 'set-stock', actions: [own], key: '00000000-0000-4000-8000-000000000001' },
      savedAtMs: 1,
    });
    const stored = JSON.stringify(intent({ ...action, twinSheet: 7 }));
    expect(readFormer(stockIntent, stored)).toEqual(intent({ ...action, otherSheet: 7 }));
  });

  test('knows of a new product what its rows say of stock and of publishing', () => {
    const level = { locationId: 'gid://shopify/Location/1', available: 5, ref };
    const former = {
      kind: 'create-product',
      variants: [
        {
          stock: [
            { ...level, name: 'available', isSent: true, sheet: 5 },
            { ...level, name: 'on_hand', isSent: false, sheet: 7 },
          ],
        },
        { stock: [] },
      ],
    };
    const variants = [
      {
        stock: [
          {
            locationId: level.locationId,
            available: 5,
            cells: [
              { name: 'available', sheet: 5, ref },
              { name: 'on_hand', sheet: 7, ref },
            ],
          },
        ],
      },
      { stock: [] },
    ];
    expect(upgraded(former)).toMatchObject({ variants, publishing: { kind: 'not-asked' } });
    expect(upgraded({ ...former, staysUnpublished: true })).toMatchObject({
      publishing: { kind: 'stays-off' },
    });
    const publish = { ref, onlineStore: 'gid://shopify/Publication/1', change: { key: 'published' } };
    expect(upgraded({ ...former, publish })).toMatchObject({ publishing: { ...publish, kind: 'publish' } });
  });

  test('is left as it is once it is in the form of today', () => {
    const today = {
      kind: 'create-product',
      publishing: { kind: 'stays-off' },
      variants: [{ stock: [{ locationId: 'l', available: 1, cells: [] }] }],
      ref: { ...ref, sheetId: null, goneFrom: 3 },
      otherSheet: null,
    };
    expect(upgraded(today)).toEqual(today);
  });
});
