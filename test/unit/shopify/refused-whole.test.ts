import fc from 'fast-check';
import type { UpdateVariants } from '../../../src/plan/model/action';
import type { Batch } from '../../../src/plan/model/batch';
import type { UpdateAltText } from '../../../src/plan/model/image-actions';
import { rowResult } from '../../../src/plan/model/row-outcome';
import type { SetQuantity } from '../../../src/plan/model/stock-action';
import { classify } from '../../../src/shopify/client/classify';
import { answerOf } from '../../../src/shopify/operations/batch-answer';
import type { OperationOf } from '../../../src/shopify/operations/operation';
import { operations } from '../../../src/shopify/operations/operations';

const table = operations(() => 'fresh');
const operationOf = (batch: Batch) => table[batch.kind] as OperationOf<Batch>;
const refOf = (row: number) => ({ sheetId: 1, tab: 'Products', row });
const productId = 'gid://shopify/Product/1' as const;

const variants = (count: number): UpdateVariants['variants'] =>
  Array.from({ length: count }, (_, row) => ({
    id: `gid://shopify/ProductVariant/${row}` as const,
    ref: refOf(row),
    changes: [
      { key: 'price', from: '1.00', to: '2.00', sheet: '2.00', ref: refOf(row), column: 'Price' } as const,
    ],
  }));

const stock = (row: number): SetQuantity => ({
  kind: 'set-stock',
  ref: refOf(row),
  column: 'Available',
  name: 'available',
  variantId: `gid://shopify/ProductVariant/${row}`,
  inventoryItemId: `gid://shopify/InventoryItem/${row}`,
  locationId: 'gid://shopify/Location/1',
  locationName: 'Main',
  from: 5,
  to: 8,
  sheet: 8,
});

/** Batches of several items, the variable that holds them, and the path to them within it. */
const BATCHES: Readonly<
  Record<string, { variable: string; path: readonly string[]; of(count: number): Batch }>
> = {
  'changed variants': {
    variable: 'variants',
    path: [],
    of: (count) => ({
      kind: 'update-variants',
      action: { kind: 'update-variants', productId, variants: variants(count) },
    }),
  },
  'new variants': {
    variable: 'variants',
    path: [],
    of: (count) => ({
      kind: 'create-variants',
      action: {
        kind: 'create-variants',
        ref: refOf(0),
        productId,
        optionNames: ['Size'],
        variants: variants(count).map(({ ref, changes }) => ({
          ref,
          changes,
          optionValues: ['S'],
          stock: [],
        })),
      } as never,
    }),
  },
  'alt texts': {
    variable: 'media',
    path: [],
    of: (count) => ({
      kind: 'update-alt-text',
      actions: Array.from(
        { length: count },
        (_, row) =>
          ({
            kind: 'update-alt-text',
            ref: refOf(row),
            productId,
            mediaId: `gid://shopify/MediaImage/${row}`,
            alt: 'x',
          }) as unknown as UpdateAltText,
      ),
    }),
  },
  'stock levels': {
    variable: 'input',
    path: ['quantities'],
    of: (count) => ({
      kind: 'set-stock',
      key: 'first',
      actions: Array.from({ length: count }, (_, row) => stock(row)),
    }),
  },
};

function refusal(variable: string, path: readonly (string | number)[], explanation: string) {
  const errors = [
    {
      message: `Variable $${variable} of type [X!]! was provided invalid value for ${path.join('.')} (${explanation})`,
      locations: [{ line: 1, column: 1 }],
      extensions: { code: 'INVALID_VARIABLE', value: [], problems: [{ path, explanation }] },
    },
  ];
  const classified = classify({ status: 200, headers: {}, body: JSON.stringify({ errors }) });
  if (classified.kind !== 'answered') throw new Error(classified.kind);
  return classified;
}

test.each(Object.entries(BATCHES))(
  'of %s refused as a whole because of one value, that row is told and the others are sent again',
  (_, { variable, path, of }) => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 8 })
          .chain((count) => fc.tuple(fc.constant(count), fc.nat({ max: count - 1 }))),
        fc.string({ maxLength: 3_000 }),
        ([count, bad], explanation) => {
          const batch = of(count);
          const answer = answerOf(
            batch,
            refusal(variable, [...path, bad, 'x'], explanation),
            operationOf(batch),
          );
          if (answer.kind !== 'answered') throw new Error(answer.kind);
          expect(answer.refused.map(({ ref }) => ref.row)).toEqual([bad]);
          for (const { message } of answer.refused) expect(message.length).toBeLessThanOrEqual(300);
          const again = answer.retry.flatMap((each) =>
            'actions' in each
              ? each.actions.map(({ ref }) => ref.row)
              : 'variants' in each.action
                ? each.action.variants.map(({ ref }) => ref.row)
                : [],
          );
          expect(again).toEqual(Array.from({ length: count }, (__, row) => row).filter((row) => row !== bad));
        },
      ),
      { numRuns: 50 },
    );
  },
);

test('where Shopify names no item, every row is told and nothing is sent for ever', () => {
  for (const { variable, of } of Object.values(BATCHES)) {
    const batch = of(3);
    const answer = answerOf(batch, refusal(variable, [], 'No.'), operationOf(batch));
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    const sizes = answer.retry.map((each) => ('actions' in each ? each.actions.length : 1));
    // Stock is halved until the culprit stands alone.
    expect(answer.refused.length + sizes.reduce((sum, size) => sum + size, 0)).toBe(3);
    expect(Math.max(0, ...sizes)).toBeLessThan(3);
  }
});

test('a row is never told more than 300 characters, and a cure stays', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 800 }), { maxLength: 6 }), (messages) => {
      const told = messages.map((message) => ({
        ref: refOf(1),
        status: 'error' as const,
        message: `${message}. Sync again.`,
      }));
      const { message } = rowResult(refOf(1), told);
      expect(message.length).toBeLessThanOrEqual(300);
      expect(message === '' || / Sync again\.( … and \d more\.)?$/.test(message)).toBe(true);
    }),
  );
});
