import type { RunSummary, RunView } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { moveProduct, moveVariant } from '../refresh/moving';

/** A shop in which every kind of fact stands in more than one row: of one tab, as Matrixify has it, or of two. */
const TABS = {
  Products: csvOf([
    ['Handle', 'Title', 'Vendor', 'Tags', 'Option1 Name', 'Option1 Value'].concat([
      'SKU',
      'Barcode',
      'Price',
      'Inventory tracker',
      'Inventory quantity',
    ]),
    ['mug', 'Mug', 'Acme', 'red, big', 'Size', 'S', 'M-1', 'B-1', '10.00', 'shopify', '20'],
    ['mug', 'Mug', 'Acme', 'red, big', '', 'L', 'M-2', 'B-2', '15.00', 'shopify', '30'],
    ['cup', 'Cup', 'Bolt', 'blue', '', '', 'C-1', 'B-3', '7.00', 'shopify', '9'],
  ]),
  Names: csvOf([
    ['Handle', 'Vendor', 'Tags'],
    ['mug', 'Acme', 'red, big'],
  ]),
  Prices: csvOf([
    ['SKU', 'Price', 'Barcode'],
    ['M-1', '10.00', 'B-1'],
  ]),
  Stock: csvOf([
    ['SKU', 'Location', 'Available'],
    ['M-1', 'Shop location', '20'],
  ]),
};

export interface Fact {
  readonly name: string;
  /** `tab row header` of each cell. */
  readonly cells: readonly (readonly [tab: string, row: number, header: string])[];
  readonly old: string;
  readonly mine: string;
  readonly theirs: string;
  /** Somebody else in Shopify. */
  move(bench: Workbench, to: string): void;
  inStore(bench: Workbench): string;
}

const mug = ({ store }: Workbench) => store.dump().products.find(({ handle }) => handle === 'mug')!;
const small = (bench: Workbench) => mug(bench).variants[0]!;

export const FACTS: readonly Fact[] = [
  {
    name: 'a title on each row of its product',
    cells: [
      ['Products', 2, 'Title'],
      ['Products', 3, 'Title'],
    ],
    ...{ old: 'Mug', mine: 'Beaker', theirs: 'Cup with a handle' },
    move: (bench, title) => moveProduct(bench, 'mug', { title }),
    inStore: (bench) => mug(bench).title,
  },
  {
    name: 'a vendor in two tabs',
    cells: [
      ['Products', 2, 'Vendor'],
      ['Products', 3, 'Vendor'],
      ['Names', 2, 'Vendor'],
    ],
    ...{ old: 'Acme', mine: 'Acme Ltd', theirs: 'Acme Inc' },
    move: (bench, vendor) => moveProduct(bench, 'mug', { vendor }),
    inStore: (bench) => mug(bench).vendor,
  },
  {
    name: 'tags in two tabs',
    cells: [
      ['Products', 2, 'Tags'],
      ['Products', 3, 'Tags'],
      ['Names', 2, 'Tags'],
    ],
    ...{ old: 'red, big', mine: 'red, small', theirs: 'big, green' },
    move: (bench, tags) => moveProduct(bench, 'mug', { tags: tags.split(', ') }),
    inStore: (bench) => [...mug(bench).tags].sort().join(', '),
  },
  {
    name: 'a barcode in two tabs',
    cells: [
      ['Products', 2, 'Barcode'],
      ['Prices', 2, 'Barcode'],
    ],
    ...{ old: 'B-1', mine: 'B-1b', theirs: 'B-1c' },
    move: (bench, barcode) => moveVariant(bench, 'mug', 0, { barcode }),
    inStore: (bench) => String(small(bench).barcode),
  },
  {
    name: 'a price in two tabs',
    cells: [
      ['Products', 2, 'Price'],
      ['Prices', 2, 'Price'],
    ],
    ...{ old: '10', mine: '11', theirs: '12' },
    move: (bench, price) => moveVariant(bench, 'mug', 0, { price }),
    inStore: (bench) => String(Number(small(bench).price)),
  },
  {
    name: 'a quantity in two tabs',
    cells: [
      ['Products', 2, 'Inventory quantity'],
      ['Stock', 2, 'Available'],
    ],
    ...{ old: '20', mine: '25', theirs: '17' },
    move: setAvailable,
    inStore: (bench) => String(availableOf(bench)),
  },
];

function availableOf(bench: Workbench): number | undefined {
  return Object.values(small(bench).inventory ?? {})[0]?.available;
}

function setAvailable(bench: Workbench, to: string): void {
  const { inventoryItemId } = bench.store.state.variants.get(small(bench).id) as { inventoryItemId: string };
  const level = bench.store.state.inventoryLevels
    .all()
    .find((one) => one.inventoryItemId === inventoryItemId)!;
  const { errors } = bench.store.execute({
    query: `mutation ($quantities: [InventoryQuantityInput!]!) { inventorySetQuantities(input: {
      name: "available", reason: "correction", quantities: $quantities
    }) @idempotent(key: "colleague ${to}") { userErrors { message } } }`,
    variables: {
      quantities: [
        {
          ...{ inventoryItemId, locationId: level.locationId, quantity: Number(to) },
          changeFromQuantity: level.quantities.available,
        },
      ],
    },
  });
  if (errors) throw new Error(JSON.stringify(errors));
}

const first = openWorkbench();
{
  const { Products, ...others } = TABS;
  first.sync({ Products });
  first.call('chooseTabs', { sheetIds: [0, ...first.paste(others)] });
  call(first, 'previewSync');
  call(first, 'startSync');
}
const SYNCED = first.save();

/** The shop after its first sync, on an address of its own. */
export const begin = (): Workbench => openWorkbench({ saved: SYNCED });

const sheetOf = (bench: Workbench, tab: string) =>
  bench.runtime.state.workbook.sheets.find(({ name }) => name === tab)!;

export function textsOf(bench: Workbench, { cells }: Fact): string[] {
  return cells.map(([tab, row, header]) => {
    const { rows } = sheetOf(bench, tab);
    return String(rows[row - 1]![rows[0]!.indexOf(header)] ?? '');
  });
}

export function type(bench: Workbench, cells: Fact['cells'], text: string): void {
  for (const [tab, row, header] of cells) {
    const { rows } = sheetOf(bench, tab);
    rows[row - 1]![rows[0]!.indexOf(header)] = text;
  }
}

/** Status and message next to each row of a fact. */
export function saidOf(bench: Workbench, { cells }: Pick<Fact, 'cells'>): string[] {
  return cells.map(([tab, row]) => {
    const { rows } = sheetOf(bench, tab);
    const at = rows[0]!.indexOf('Sync status');
    return `${rows[row - 1]![at]} | ${rows[row - 1]![at + 1]}`;
  });
}

export function answered<Value>(bench: Workbench, name: string, request?: object): Value {
  const answer = bench.call<Value>(name, ...(request ? [request] : []));
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

export function call(bench: Workbench, name: string, request?: object): RunSummary {
  return answered<RunSummary>(bench, name, request);
}

export const lastRun = (bench: Workbench) => answered<readonly RunView[]>(bench, 'listRuns')[0]!.number;
