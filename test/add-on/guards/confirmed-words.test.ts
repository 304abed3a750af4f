import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { sampleOf } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';

type Cells = Readonly<Record<string, string>>;

/** A tab before and after an edit; a row is what the tab says of one item. */
interface Slip {
  readonly before: readonly Cells[];
  readonly after: readonly Cells[];
}

const ITEMS = [0, 1, 2, 3, 4, 5].map((index): Cells => {
  return {
    Handle: `item-${index}`,
    Title: `Item ${'ABCDEF'[index]}`,
    Vendor: ['Oak', 'Elm', 'Ash', 'Fir', 'Yew', 'Bay'][index] ?? '',
    Status: 'active',
    SKU: `S-${index * 7}`,
    Barcode: String(40_000_000 + index * 7919),
    Price: `${20 + index * 3}.00`,
    'Compare-at price': `${30 + index * 4}.00`,
    'Variant Grams': String(150 + index * 20),
    'Inventory tracker': 'shopify',
    'Inventory quantity': String(10 + index * 5),
  };
});

/** Each row of the tab is changed so. */
const each = (change: (item: Cells, index: number) => Cells, items: readonly Cells[] = ITEMS): Slip => ({
  before: items,
  after: items.map((item, index) => ({ ...item, ...change(item, index) })),
});

const first = (change: Cells, items?: readonly Cells[]): Slip =>
  each((_, index) => (index === 0 ? change : {}), items);

const next = (column: string) =>
  each((_, index) => ({ [column]: ITEMS[(index + 1) % ITEMS.length]?.[column] ?? '' }));

const adjusted = (numberOf: (item: Cells) => number): Slip => ({
  before: ITEMS,
  after: ITEMS.map(({ 'Inventory quantity': quantity = '', ...item }) => ({
    ...item,
    'Variant Inventory Adjust': String(numberOf({ quantity })),
  })),
});

const SIZES = ['S', 'M', 'L'].map((size, index): Cells => {
  return {
    Handle: 'tee',
    Title: index === 0 ? 'Tee' : '',
    Status: index === 0 ? 'active' : '',
    'Option1 Name': index === 0 ? 'Size' : '',
    'Option1 Value': size,
    SKU: `T-${size}`,
    Price: '5.00',
    'Inventory tracker': 'shopify',
    'Inventory quantity': '7',
  };
});

const NEW: Cells = {
  ...(ITEMS[0] as Cells),
  Handle: 'new',
  Title: 'New',
  SKU: 'N-1',
  Barcode: '',
  Price: '',
};

const SLIPS: Readonly<Record<string, Slip>> = {
  'a jump in price': first({ Price: '2.00' }),
  'a price column': each(({ Price }, index) => ({ Price: index < 4 ? '1.50' : `${Number(Price) + 1}.00` })),
  'swapped prices': each((item) => ({
    Price: item['Compare-at price'] ?? '',
    'Compare-at price': item.Price ?? '',
  })),
  'a pasted column': each(({ SKU }) => ({ Title: SKU ?? '' })),
  'shifted rows': next('SKU'),
  'a column emptied': each(() => ({ Barcode: '[clear]' })),
  'a column made equal': each(() => ({ Title: 'Table' })),
  'what customers see': each(() => ({ Status: 'draft' })),
  'stock to 0': each(() => ({ 'Inventory quantity': '0' })),
  'stock multiplied': each((item) => ({ 'Inventory quantity': `${item['Inventory quantity']}00` })),
  'stock in cartons': each((item) => ({
    'Inventory quantity': String(6 * Number(item['Inventory quantity'])),
  })),
  'the value of the stock': each((item) => ({
    'Inventory quantity': String(Number(item.Price) * Number(item['Inventory quantity'])),
  })),
  'one quantity multiplied': first({ 'Inventory quantity': '10000' }),
  'stock added': each((item) => ({
    'Inventory quantity': String(1000 + Number(item['Inventory quantity'])),
  })),
  'stock below 0': first({ 'Inventory quantity': '-3' }),
  'counts in an Adjust column': adjusted(({ quantity }) => Number(quantity) + 1),
  'an Adjust column below 0': adjusted(() => -500),
  'weights in another unit': each((item) => ({ 'Variant Grams': `${item['Variant Grams']}000` })),
  'a new product for 0.00': { before: ITEMS, after: [...ITEMS, NEW] },
  'a new variant for 0.00': {
    before: SIZES,
    after: [...SIZES, { ...(SIZES[1] as Cells), 'Option1 Value': 'XL', SKU: 'T-XL', Price: '' }],
  },
  'a product without a price made active': first(
    { Status: 'active' },
    ITEMS.map((item, index) => (index === 0 ? { ...item, Price: '', Status: 'draft' } : item)),
  ),
  'a lost zero': first(
    { Vendor: '45' },
    ITEMS.map((item) => ({ ...item, Vendor: '0045' })),
  ),
  'a renamed option value': first({ 'Option1 Value': 'Small' }, SIZES),
  'a SKU that another item has': first({ SKU: 'S-7' }),
  'a new product with a SKU of another': {
    before: ITEMS,
    after: [...ITEMS, { ...NEW, Price: '8.00', SKU: 'S-7' }],
  },
};

const tabOf = (rows: readonly Cells[]) => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { Products: csvOf([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]) };
};

function call(bench: Workbench, name: string, ...args: unknown[]): RunSummary {
  const answer = bench.call<RunSummary>(name, ...args);
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

/** `Updated: Price 20.00 → 2.00.`, row by row. */
function said({ runtime }: Workbench): readonly string[] {
  const rows = runtime.state.workbook.sheets.find(({ name }) => name === 'Products')?.rows ?? [];
  const at = rows[0]?.indexOf('Sync status') ?? -1;
  return rows.slice(1).map((cells) => `${cells[at]}: ${cells[at + 1]}`);
}

describe('after Send this change each row says what it is now', () => {
  test.each(sampleOf(Object.entries(SLIPS), 5))('%s', (_, { before, after }) => {
    const bench = openWorkbench();
    bench.sync(tabOf(before));
    bench.paste(tabOf(after));
    const { run, held } = call(bench, 'startSync', {});
    const waiting = said(bench).flatMap((text, index) => (text.startsWith('Held: ') ? [index] : []));
    expect(waiting.length).toBeGreaterThan(0);
    const keys = [...held.shown.map(({ key }) => key), ...held.more];
    const { totals } = call(bench, 'confirmHeld', { run, keys });
    const now = waiting.map((index) => said(bench)[index]);
    expect(now.filter((text) => !/^(Updated|Created): /.test(text ?? ''))).toEqual([]);
    expect(now.filter((text) => /held|waits|Confirm/.test(text ?? ''))).toEqual([]);
    expect(totals.skipped ?? 0).toBe(0);
    const stored = bench.store.dump();
    expect(call(bench, 'startSync', {})).toMatchObject({ sent: 0, held: { count: 0 } });
    expect(bench.store.dump()).toEqual(stored);
  });
});

const TEE = (size: string, price: string, title: string) =>
  tabOf(
    SIZES.map((row, index) => ({
      ...row,
      ...(index === 0 && { Title: title, 'Option1 Value': size, Price: price }),
      Barcode: index === 0 && title !== 'Tee' ? '40063812' : '',
    })),
  );

test('what waits for a renamed option value is named on its rows, and goes with the next sync once it is renamed', () => {
  const bench = openWorkbench();
  bench.sync(TEE('S', '5.00', 'Tee'));
  bench.paste(TEE('Small', '6.00', 'Tee shirt'));
  const { run, held } = call(bench, 'startSync', {});
  expect(said(bench)[0]).toBe(
    'Held: Size S → Small is held: rename the option value in Shopify? Confirm it in the sidebar, or change the cell. Barcode (empty) → 40063812, Price 5.00 → 6.00 wait until its option value is renamed. Title Tee → Tee shirt.',
  );
  call(bench, 'confirmHeld', { run, keys: held.shown.map(({ key }) => key) });
  const rest = 'What else changed in this row was not sent: choose Sync now.';
  expect(said(bench)[0]).toContain('Updated: ');
  expect(said(bench)[0]).toContain(`Size S → Small. ${rest}`);
  expect(call(bench, 'startSync', {})).toMatchObject({ held: { count: 0 }, totals: { skipped: 0 } });
  expect(said(bench)[0]).toBe('Updated: Barcode (empty) → 40063812, Price 5.00 → 6.00.');
});
