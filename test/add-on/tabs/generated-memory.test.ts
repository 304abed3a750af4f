import { createRandom } from '../../../local/store/random';
import { csvOf } from '../../support/csv';
import { withoutChecksums } from '../../support/damage';
import { sampled } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';

const TABS = ['Sync to Shopify state', 'Sync to Shopify undo', 'Sync to Shopify in flight'] as const;

const HEADER = [
  ...[
    'Handle',
    'Title',
    'Body (HTML)',
    'Vendor',
    'Tags',
    'Published',
    'Status',
    'Option1 Name',
    'Option1 Value',
  ],
  ...['SKU', 'Price', 'Compare At Price', 'Barcode', 'Inventory tracker', 'Inventory quantity', 'Image Src'],
];
const NUMBERS = Array.from({ length: 20 }, (_, index) => index);

/** Twenty products, every third of them with two variants. */
const sheetWith = (priceOf: (number: number) => string) =>
  csvOf([
    HEADER,
    ...NUMBERS.flatMap((number) => {
      const own = [`p${number}`, `P ${number}`, `<p>${number}`, 'Acme', `a, t${number}`, 'TRUE', 'active'];
      const rest = ['20.00', `400${number}`, 'shopify', String(number + 1)];
      const image = `https://a.example/${number}.jpg`;
      const hasTwo = number % 3 === 0;
      const first = [
        ...own,
        hasTwo ? 'Size' : '',
        hasTwo ? 'S' : '',
        `S-${number}`,
        priceOf(number),
        ...rest,
        image,
      ];
      const second = [`p${number}`, '', '', '', '', '', '', '', 'M', `M-${number}`, '15.00', ...rest, ''];
      return hasTwo ? [first, second] : [first];
    }),
  ]);
const SHEET = sheetWith((number) => `${number + 10}.00`);

const synced = openWorkbench();
synced.sync({ Products: SHEET });
const saved = synced.save();
const ids = [...new Set(saved.match(/gid:\/\/shopify\/\w+\/\d+/g))];

const WORDS = [
  '',
  '0',
  '0.00',
  '1',
  '-5',
  '999',
  'evil',
  'p1',
  'p2',
  'S-1',
  'S-2',
  'true',
  'false',
  'a',
  'a,b',
  'DRAFT',
];
const NAMES = [
  'title',
  'price',
  'sku',
  'tags',
  'published',
  'status',
  'compareAtPrice',
  '__proto__',
  'vendor',
];

/** Rows as an editor may leave them: real ones that were bent, some out of place, and invented ones. */
function generate(seed: number, real: readonly (readonly string[])[], count: number): string[][] {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const idOf = (type: string) => pick(ids.filter((id) => id.includes(`/${type}/`)));
  const pair = () => [pick([...WORDS, null]), pick(WORDS), ...(random() < 0.2 ? ['kept'] : [])];
  const some = <Value>(key: () => string, value: () => Value) =>
    Object.fromEntries(Array.from({ length: Math.floor(random() * 4) }, () => [key(), value()]));
  const inventions: (() => [string, object | string])[] = [
    () => {
      const id = idOf('Product');
      const fields = some(() => pick(NAMES), pair);
      const images = some(
        () => `https://a.example/${pick(NUMBERS)}.jpg`,
        () => pick([null, idOf('MediaImage')]),
      );
      return [id, { kind: 'product', id, handle: [pick(WORDS), pick(WORDS)], fields, images, alts: {} }];
    },
    () => {
      const id = idOf('ProductVariant');
      const stock = some(() => idOf('Location'), pair);
      const stockNotes = some(
        () => idOf('Location'),
        () => ({ kind: pick(['applied', 'unknown']), delta: pick([null, 3]) }),
      );
      const more = {
        ...(random() < 0.5 && { isOurs: true }),
        ...(random() < 0.3 && { handle: pick(WORDS) }),
      };
      const outline = {
        productId: idOf('Product'),
        inventoryItemId: idOf('InventoryItem'),
        sku: pick(WORDS),
      };
      const rest = { optionValues: [pick(WORDS)], fields: some(() => pick(NAMES), pair), image: '' };
      return [id, { kind: 'variant', id, ...outline, ...rest, stock, stockNotes, ...more }];
    },
    () => [`creation:p${pick(NUMBERS)}`, { kind: 'creation', handle: pick(['p1', 'p2', 'evil']) }],
    () => {
      const key = `aaaaaaaa-bbbb-4ccc-8ddd-${String(Math.floor(random() * 1e12)).padStart(12, '0')}`;
      const level = {
        variantId: idOf('ProductVariant'),
        inventoryItemId: idOf('InventoryItem'),
        locationId: idOf('Location'),
      };
      const ref = { sheetId: 0, tab: 'Products', row: 2 + pick(NUMBERS) };
      const rest = {
        column: 'Inventory quantity',
        name: 'available',
        locationName: 'x',
        from: pick([null, 1, 5]),
        to: pick([0, 7]),
      };
      const adds = random() < 0.3 ? { adds: 'adjustment' } : {};
      const action = { kind: 'set-stock', ref, ...level, ...rest, sheet: pick([null, 7]), ...adds };
      const batch = { operation: 'inventorySetQuantities', actions: [action], key };
      return [`stock:${key}`, { batch, savedAtMs: Date.UTC(2026, 10, 22, 12) }];
    },
    () => {
      const id = idOf('ProductVariant');
      return [`keep:${id}`, { id, levels: { [idOf('Location')]: [pick([1, 5]), pick([2, 9])] } }];
    },
    () => [
      pick(['chosen', 'refused', 'preview', 'confirmed', 'revision']),
      pick(['1', '5', '1000000000', 'x']),
    ],
    () => [`${pick(['chosen', 'preview', 'refused'])}:0`, pick(['["x"]', '{"shown":{"0:2":"x"}}'])],
  ];
  return Array.from({ length: count }, () => {
    const kind = random();
    const [key = '', ...parts] = pick(real);
    if (kind < 0.3) return [pick(real)[0] ?? '', ...parts];
    if (kind < 0.5) {
      const value = parts.join('');
      const id = idOf(pick(['Product', 'ProductVariant', 'InventoryItem']));
      const type = id.split('/')[3] ?? '';
      return [
        key,
        value
          .replace(new RegExp(`gid://shopify/${type}/\\d+`), id)
          .replace(/"\d+(\.\d+)?"/, `"${pick(WORDS)}"`),
      ];
    }
    const [own, value] = pick(inventions)();
    return [own, typeof value === 'string' ? value : JSON.stringify(value)];
  });
}

function falsify(bench: Workbench, seed: number, count: number): void {
  const { workbook } = bench.runtime.state;
  for (const name of TABS) {
    const sheet = workbook.sheets.find((tab) => tab.name === name);
    if (!sheet) continue;
    const real = sheet.rows.map((row) => row.map(String));
    const rows = generate(seed, name === TABS[0] ? real.slice(1) : real, count);
    sheet.rows = [...withoutChecksums(sheet.rows), ...rows];
    sheet.maxRows = Math.max(sheet.maxRows, sheet.rows.length);
    sheet.maxColumns = Math.max(sheet.maxColumns, ...sheet.rows.map((row) => row.length));
  }
}

/** What the store has. A second copy of an image that the product's own cell names is what that cell asks for. */
const storeOf = (bench: Workbench) =>
  bench.store.dump().products.map((product) => {
    const own = product.handle.replace('p', '');
    const isOwn = ({ originalSource }: { readonly originalSource: string }) =>
      originalSource === `https://a.example/${own}.jpg`;
    return { ...product, media: product.media.filter((image) => !isOwn(image)) };
  });

/** By hand with every side chosen for the sheet, from a preview, for selected rows and by the clock. */
function runEverything(bench: Workbench): void {
  bench.call('saveSettings', {
    onConflict: { products: 'sheet', inventory: 'add', prices: 'sheet' },
    keepStock: false,
  });
  for (const name of ['previewSync', 'startSync', 'continueSync', 'applyPreview', 'syncSelectedRows']) {
    const answered = bench.call(name);
    if (!answered.ok && answered.problem.kind === 'unexpected')
      throw new Error(`${name}: ${JSON.stringify(answered)}`);
  }
  bench.clock.advance(25 * 3_600_000);
  bench.call('startSync', { groups: ['inventory'] });
}

const SEEDS = sampled(2, 200);

describe('a generated memory', () => {
  test.each(Array.from({ length: SEEDS }, (_, seed) => [seed + 1, seed === 0 ? 3_000 : 200]))(
    'with seed %d and %d rows changes nothing of a store that says what the sheet says',
    (seed, count) => {
      const bench = openWorkbench({ saved });
      falsify(bench, seed, count);
      const before = storeOf(bench);
      runEverything(bench);
      expect(storeOf(bench)).toEqual(before);
    },
  );

  test.each(Array.from({ length: SEEDS }, (_, seed) => [seed + 101]))(
    'with seed %d sends at most the cell that was edited',
    (seed) => {
      const bench = openWorkbench({ saved });
      bench.paste({ Products: sheetWith((number) => (number === 4 ? '14.50' : `${number + 10}.00`)) });
      falsify(bench, seed, 200);
      const before = storeOf(bench);
      runEverything(bench);
      const withoutPrice = (products: ReturnType<typeof storeOf>) =>
        products.map((product) =>
          product.handle === 'p4'
            ? { ...product, variants: product.variants.map(({ price: _, ...variant }) => variant) }
            : product,
        );
      expect(withoutPrice(storeOf(bench))).toEqual(withoutPrice(before));
      const price = storeOf(bench).find(({ handle }) => handle === 'p4')?.variants[0]?.price;
      expect(['14.00', '14.50']).toContain(price);
    },
  );
});
