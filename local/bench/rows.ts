import { buildCatalog } from '../../src/catalog/building/build-catalog';
import type { DesiredCatalog, DesiredFields } from '../../src/catalog/building/desired';
import { parseRows } from '../../src/catalog/reading/parse-rows';
import type { Grid } from '../../src/catalog/tab/grid';
import { recogniseTab } from '../../src/catalog/tab/layout';
import type { RawCell } from '../../src/catalog/values/cell';
import type { Gid, ProductId } from '../../src/catalog/values/gid';
import { parseLocale } from '../../src/catalog/values/read-number';
import { batchPlan } from '../../src/plan/batches/plan-batches';
import { NO_STEPS } from '../../src/plan/guards/steps';
import { guardActions } from '../../src/plan/guards/suspicious-changes';
import { partitionCatalog } from '../../src/plan/identity/in-step';
import type { Base } from '../../src/plan/model/base';
import { buildBase } from '../../src/plan/model/build-base';
import { CAREFUL_POLICY } from '../../src/plan/model/policy';
import {
  levelKey,
  type ShopFacts,
  type StoreFields,
  type StoreSnapshot,
} from '../../src/plan/model/snapshot';
import { planSync } from '../../src/plan/plan-sync';
import { STORE_LIMITS } from '../../src/shopify/client/limits';

/**
 * Measures the computing for a catalog alone: `node --import tsx local/bench/rows.ts [ROWS]`. Rows of a product export, five
 * variants a product, go through parsing, building and planning; the time is that of the processor, not of the clock.
 */
const LIMIT_SECONDS = 3;

const HEADER =
  'Handle|Title|Body (HTML)|Vendor|Type|Tags|Published|Option1 Name|Option1 Value|Option2 Name|Option2 Value|Variant SKU|Variant Grams|Variant Inventory Tracker|Variant Inventory Qty|Variant Inventory Policy|Variant Price|Variant Compare At Price|Variant Requires Shipping|Variant Taxable|Variant Barcode|Image Src|Image Position|Image Alt Text|Gift Card|SEO Title|Cost per item|Status'.split(
    '|',
  );
const VARIANTS_OF_A_PRODUCT = 5;

const SHOP: ShopFacts = {
  name: 'Bench',
  domain: 'bench.myshopify.com',
  currencyCode: 'USD',
  locations: [{ id: 'gid://shopify/Location/1', name: 'Main' }],
  accessScopes: [],
  missingScopes: { products: [], inventory: [], prices: [] },
  publishing: { kind: 'possible', onlineStore: 'gid://shopify/Publication/1' },
};

function rowOf(index: number, price: string): RawCell[] {
  const product = Math.floor(index / VARIANTS_OF_A_PRODUCT);
  const variant = index % VARIANTS_OF_A_PRODUCT;
  const top = [
    `Sturdy mug ${product}`,
    `<p>Mug ${product} is made of <strong>stoneware</strong>.</p>`,
    'Acme',
    'Mugs',
    'kitchen, stoneware, sale',
    'TRUE',
  ];
  const image = [
    `https://cdn.example.com/mug-${product}.jpg`,
    1,
    `Mug ${product}`,
    'FALSE',
    `Buy mug ${product}`,
  ];
  return [
    `mug-${product}`,
    ...(variant === 0 ? top : top.map(() => '')),
    ...[variant === 0 ? 'Size' : '', `Size ${variant}`, variant === 0 ? 'Colour' : '', 'Blue'],
    ...[
      `MUG-${product}-${variant}`,
      350,
      'shopify',
      20,
      'deny',
      price,
      '',
      'TRUE',
      'TRUE',
      `085006406${index}`,
    ],
    ...(variant === 0 ? image : image.map(() => '')),
    ...['4.50', variant === 0 ? 'Active' : ''],
  ];
}

function gridOf(rowCount: number, price: string): Grid {
  const recognition = recogniseTab([HEADER]);
  if (recognition.kind !== 'recognised') throw new Error('The header of the benchmark is not recognised.');
  const { layout } = recognition;
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const cells = rowOf(index, price);
    const own = layout.columns.map((column) => cells[column.index] ?? '');
    return { row: index + 2, cells: own, texts: own.map(String) };
  });
  return { sheetId: 1, tab: 'Products', layout, rows };
}

/** A store that says what the rows say. */
function storeOf({ products }: DesiredCatalog): StoreSnapshot {
  const snapshot = {
    products: new Map(),
    productIdsByHandle: new Map(),
    variants: new Map(),
    matchesBySku: new Map(),
    levels: new Map(),
    categoryIds: new Map(),
    images: new Map(),
  };
  let ids = 1;
  for (const { handle = '', fields, optionNames, variants, images } of products) {
    const id: ProductId = `gid://shopify/Product/${ids++}`;
    const own = variants.map(({ sku = '', optionValues = [], fields: variantFields, stock }) => {
      const number = ids++;
      const inventoryItemId: Gid<'InventoryItem'> = `gid://shopify/InventoryItem/${number}`;
      for (const { quantity } of stock) {
        const available = quantity.kind === 'value' ? quantity.value : 0;
        const level = { active: true, available, on_hand: available };
        snapshot.levels.set(levelKey(inventoryItemId, 'gid://shopify/Location/1'), level);
      }
      const variantId: Gid<'ProductVariant'> = `gid://shopify/ProductVariant/${number}`;
      return {
        ...{ id: variantId, productId: id, inventoryItemId, sku, optionValues },
        fields: valuesOf(variantFields),
      };
    });
    for (const variant of own) snapshot.variants.set(variant.id, variant);
    snapshot.productIdsByHandle.set(handle, id);
    const media = images.map(({ url }) => ({
      id: `gid://shopify/MediaImage/${ids++}` as const,
      alt: `${handle}`,
      url,
      isProcessing: false,
      isFailed: false,
    }));
    snapshot.products.set(id, { id, handle, fields: valuesOf(fields), optionNames, variants: own, media });
  }
  return snapshot;
}

function valuesOf(fields: DesiredFields): StoreFields {
  const values = Object.entries(fields).map(([key, value]) => [
    key,
    value?.cell.kind === 'value' ? value.cell.value : null,
  ]);
  return Object.fromEntries(values);
}

function cpuSeconds<Value>(work: () => Value): { readonly value: Value; readonly seconds: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6 };
}

function catalogOf(grid: Grid): DesiredCatalog {
  const context = { locale: parseLocale('en_US'), currencyCode: 'USD', currencyDecimals: 2 };
  return buildCatalog([parseRows(grid, context)]);
}

function planOf(desired: DesiredCatalog, snapshot: StoreSnapshot, base: Base) {
  const partition = partitionCatalog(desired, base, CAREFUL_POLICY, SHOP);
  const plan = planSync({
    limits: STORE_LIMITS,
    ...{ desired, partition, snapshot, base, policy: CAREFUL_POLICY, shop: SHOP },
    anchors: new Map(),
    confirmed: new Set(),
  });
  const { actions } = guardActions(plan.actions, {
    ...{ desired, snapshot, base, recent: () => NO_STEPS },
    confirmed: new Set(),
  });
  return { ...plan, actions, batches: batchPlan(actions, { newKey: () => 'key', limits: STORE_LIMITS }) };
}

export interface RowsFigures {
  readonly scenario: string;
  readonly rows: number;
  readonly actions: number;
  readonly batches: number;
  /** Seconds of the processor for parsing and building, then for planning. */
  readonly parseSeconds: number;
  readonly planSeconds: number;
}

/** Four catalogs of that many rows: as it stands in the store for the first time and again, changed, and new. */
export function benchRows(rowCount: number): readonly RowsFigures[] {
  const before = catalogOf(gridOf(rowCount, '9.00'));
  const store = storeOf(before);
  const none = storeOf({ ...before, products: [] });
  const base = buildBase(planOf(before, store, buildBase([])).adopted);
  const scenarios = [
    ['in step with the store, first sync', '9.00', store, buildBase([])],
    ['nothing changed since', '9.00', none, base],
    ['every price changed', '9.50', store, base],
    ['every product new', '9.00', none, buildBase([])],
  ] as const;
  return scenarios.map(([scenario, price, snapshot, known]) => {
    const grid = gridOf(rowCount, price);
    const parsed = cpuSeconds(() => catalogOf(grid));
    const planned = cpuSeconds(() => planOf(parsed.value, snapshot, known));
    const { actions, batches } = planned.value;
    return {
      ...{ scenario, rows: rowCount, actions: actions.length, batches: batches.length },
      ...{ parseSeconds: parsed.seconds, planSeconds: planned.seconds },
    };
  });
}

function print(figures: RowsFigures): boolean {
  const { scenario, rows, actions, parseSeconds, planSeconds } = figures;
  const total = parseSeconds + planSeconds;
  const parts = `parse ${parseSeconds.toFixed(2)} s + plan ${planSeconds.toFixed(2)} s`;
  process.stdout.write(
    `${rows} rows, ${scenario.padEnd(36)} ${String(actions).padStart(6)} actions  ${parts} = ${total.toFixed(2)} s\n`,
  );
  return total <= LIMIT_SECONDS;
}

if (require.main === module) {
  const figures = benchRows(Number(process.argv[2] ?? 50_000));
  if (!figures.map(print).every(Boolean)) process.exitCode = 1;
}
