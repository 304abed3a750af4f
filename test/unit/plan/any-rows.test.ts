import fc from 'fast-check';
import type { RowRef } from '../../../src/catalog/tab/row';
import type { RawCell } from '../../../src/catalog/values/cell';
import { rowsOf } from '../../../src/plan/action-kinds';
import { batchPlan } from '../../../src/plan/batches/plan-batches';
import { partitionCatalog } from '../../../src/plan/identity/in-step';
import { snapshotNeeds } from '../../../src/plan/identity/snapshot-needs';
import type { SyncAction } from '../../../src/plan/model/action';
import { buildBase } from '../../../src/plan/model/build-base';
import { CAREFUL_POLICY, type SyncPolicy } from '../../../src/plan/model/policy';
import { rowResult } from '../../../src/plan/model/row-outcome';
import type { SyncPlan } from '../../../src/plan/model/sync-plan';
import { planSync } from '../../../src/plan/plan-sync';
import { foreseenOutcomes } from '../../../src/plan/preview/foretell';
import { STORE_LIMITS } from '../../../src/shopify/client/limits';
import { MATRIXIFY_HEADER } from '../../add-on/tabs/matrixify-sheet';
import { sampled } from '../../support/sampled';
import { anyRows, someRows } from '../catalog/any-cell';
import { catalogOf } from '../catalog/catalog-of';
import { type Chance, chanceOf, randomStore, SHOP } from './random-store';

const CLASSIC = [
  'Handle|Title|Body (HTML)|Vendor|Product Category|Type|Tags|Published|Option1 Name|Option1 Value|Option2 Name',
  'Option2 Value|Variant SKU|Variant Grams|Variant Inventory Tracker|Variant Inventory Policy|Variant Price',
  'Variant Compare At Price|Variant Taxable|Variant Barcode|Image Src|Image Position|Image Alt Text|Gift Card|SEO Title',
  'Variant Image|Variant Weight Unit|Cost per item|Status|Inventory: Main|Inventory: Cellar|Price / Europe|Note',
].flatMap((line) => line.split('|'));
const INVENTORY =
  'Handle|Title|Option1 Name|Option1 Value|SKU|HS Code|COO|Location|On hand (current)|On hand (new)';
const PLAIN = 'SKU|Price|Compare-at price|Inventory: Main|Inventory: Cellar|Weight|Weight unit|Variant ID';

const RUNS = { numRuns: sampled(15, 1_000) };

const SHEET = { products: 'sheet', inventory: 'sheet', prices: 'sheet' } as const;
const EAGER: SyncPolicy = {
  ...CAREFUL_POLICY,
  onConflict: { ...SHEET, inventory: 'add' },
  onUnknownBase: SHEET,
};

type Rows = readonly (readonly RawCell[])[];

/** Two syncs of the same rows with a store that changes in between, each side of which may have what the other lacks. */
function planOf(rows: Rows, chance: Chance, policy: SyncPolicy): { plan: SyncPlan; refs: readonly RowRef[] } {
  const desired = catalogOf({ Sheet: rows });
  const base = buildBase([]);
  const plan = () => {
    const partition = partitionCatalog(desired, base, policy, SHOP);
    const snapshot = randomStore(desired, chance).answer(
      snapshotNeeds(partition.changed, { base, policy, shop: SHOP, anchors: new Map() }),
    );
    const known = { desired, partition, snapshot, base, policy, shop: SHOP };
    return planSync({ ...known, limits: STORE_LIMITS, anchors: new Map(), confirmed: new Set() });
  };
  for (const record of plan().adopted) base.put(record);
  return { plan: plan(), refs: desired.rows };
}

/** Every cell that an action would write, with the row where it is asked for. */
function askedBy(
  action: SyncAction,
): { readonly ref: RowRef; readonly column?: string; readonly text?: string }[] {
  const images = (list: readonly { ref: RowRef; url: string }[]) =>
    list.map(({ ref, url }) => ({ ref, text: url }));
  switch (action.kind) {
    case 'create-product':
      return [
        // A new product has a status whether or not a cell says so, and its row tells which.
        ...action.changes.filter(({ key }) => key !== 'status'),
        ...images(action.images),
        ...action.variants.flatMap(({ changes, stock }) => [
          ...changes,
          ...stock.flatMap(({ cells }) => cells),
        ]),
      ];
    case 'update-product':
      return [...action.changes, ...images(action.images)];
    case 'create-variants':
      return action.variants.flatMap(({ changes, stock }) => [
        ...changes,
        ...stock.flatMap(({ cells }) => cells),
      ]);
    case 'update-variants':
      return action.variants.flatMap(({ ref, changes, image }) => [
        ...changes,
        ...(image ? images([{ ref, url: image.url }]) : []),
      ]);
    case 'add-tags':
    case 'remove-tags':
    case 'publish':
    case 'unpublish':
    case 'set-value':
    case 'clear-value':
      return [action.change];
    case 'replace-images':
      return images(action.images.map(({ ref, by }) => ({ ref, url: by.url })));
    case 'update-alt-text':
      return [{ ref: action.ref }];
    default:
      return [action];
  }
}

describe.each([
  ['Shopify’s product CSV', CLASSIC],
  ['a Matrixify sheet', MATRIXIFY_HEADER],
  ['Shopify’s inventory CSV', INVENTORY.split('|')],
  ['a plain tab', PLAIN.split('|')],
])('whatever stands in the rows of %s, and whatever the store has,', (_, header) => {
  const cases = [
    fc.oneof(anyRows(header.length, 6), { weight: 4, arbitrary: someRows(header) }),
    fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
    fc.boolean(),
  ] as const;

  test('a plan is made, and each row ends in exactly one status, which an action moves it to', () => {
    fc.assert(
      fc.property(...cases, (rows, turns, isEager) => {
        const { plan, refs } = planOf([header, ...rows], chanceOf(turns), isEager ? EAGER : CAREFUL_POLICY);
        expect(() => batchPlan(plan.actions, { newKey: () => 'key', limits: STORE_LIMITS })).not.toThrow();
        const outcomes = [...plan.outcomes, ...plan.actions.flatMap(foreseenOutcomes)];
        const rowsOfSheet = new Set(refs.map(({ row }) => row));
        expect(rowsOfSheet.size).toBe(refs.length);
        for (const { ref } of outcomes) expect(rowsOfSheet).toContain(ref.row);
        const acted = new Set(plan.actions.flatMap(rowsOf).map(({ row }) => row));
        for (const ref of refs) {
          const { status, message } = rowResult(
            ref,
            outcomes.filter((outcome) => outcome.ref.row === ref.row),
          );
          if (acted.has(ref.row)) expect(status).not.toBe('unchanged');
          if (['error', 'conflict', 'skipped'].includes(status)) expect(message).toMatch(/\S.*[.…]$/s);
        }
      }),
      RUNS,
    );
  });

  test('nothing is written that no cell asks for, and nothing of a row that is refused', () => {
    fc.assert(
      fc.property(...cases, (rows, turns, isEager) => {
        const sheet: Rows = [header, ...rows];
        const { plan } = planOf(sheet, chanceOf(turns), isEager ? EAGER : CAREFUL_POLICY);
        const refused = new Set(catalogOf({ Sheet: sheet }).issues.map(({ ref }) => ref.row));
        for (const { ref, column, text } of plan.actions.flatMap(askedBy)) {
          expect(refused).not.toContain(ref.row);
          const cells = sheet[ref.row - 1] ?? [];
          if (text !== undefined) expect(cells.map((cell) => String(cell).trim())).toContain(text);
          if (column !== undefined && header.includes(column))
            expect(String(cells[header.indexOf(column)] ?? '').trim()).not.toBe('');
        }
      }),
      RUNS,
    );
  });
});
