import type { RunView } from '../../../src/answers/answers';
import type { OldValues } from '../../../src/answers/waiting';
import { csvOf, TWO_OPTIONS } from '../../support/csv';
import { foreseenRows } from '../../support/foreseen';
import { answered, rowsOf, sync, undoLast } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

const SITE = 'https://images.example.com';
const imageAt = (name: string) => `${SITE}/${name}.jpg`;
type Rows = readonly (readonly string[])[];

const TEE: Rows = [
  [...TWO_OPTIONS, 'Delete'],
  ['tee', 'Tee', 'Size', 'S', 'Color', 'Red', 'T-1', '10.00', ''],
  ['tee', '', 'Size', 'M', 'Color', 'Red', 'T-2', '11.00', ''],
  ['cap', 'Cap', '', '', '', '', 'C-1', '12.00', ''],
];
/** Names of options in the first row alone, as exports of Shopify have them. */
const AS_EXPORTED: Rows = TEE.map((row, index) =>
  row.map((cell, at) => (index === 2 && [2, 4].includes(at) ? '' : cell)),
);
const MUG: Rows = [
  ['Handle', 'Title', 'Image Src', 'Image Position', 'Image Command'],
  ['mug', 'Mug', imageAt('a'), '1', ''],
  ['mug', '', imageAt('b'), '2', ''],
  ['mug', '', imageAt('c'), '3', ''],
];
const WITHOUT_PLACES: Rows = MUG.map((row) => row.slice(0, 3));

/** The rows with other cells, by row and column. */
const edited = (rows: Rows, cells: Readonly<Record<string, string>>): Rows =>
  rows.map((row, at) => row.map((cell, column) => cells[`${at} ${rows[0]?.[column]}`] ?? cell));
const turned = (rows: Rows): Rows =>
  rows.map((row, at) => {
    const [handle, title, n1, v1, n2, v2, ...rest] = row as [string, string, string, string, string, string];
    return at === 0 ? row : [handle, title, n2, v2, n1, v1, ...rest];
  });

interface Offered {
  readonly rows: Rows;
  readonly asked: Rows;
  readonly cells: number;
  /** What the rows of the images that an undo leaves say, in Shopify. */
  readonly images?: string;
}

const KINDS: Readonly<Record<string, Offered>> = {
  'a renamed option': {
    rows: TEE,
    asked: edited(TEE, { '1 Option1 Name': 'Fit', '2 Option1 Name': 'Fit' }),
    cells: 2,
  },
  'a renamed option that the first row alone names': {
    rows: AS_EXPORTED,
    asked: edited(AS_EXPORTED, { '1 Option2 Name': 'Colour' }),
    cells: 1,
  },
  'options in another order': { rows: TEE, asked: turned(TEE), cells: 8 },
  'options in another order, named in the first row alone': {
    rows: AS_EXPORTED,
    asked: turned(AS_EXPORTED),
    cells: 6,
  },
  'an image that was removed by its address': {
    rows: MUG,
    asked: edited(MUG, { '2 Image Src': `[delete] ${imageAt('b')}` }),
    cells: 1,
  },
  'an image that was removed by the word alone': {
    rows: MUG,
    asked: edited(MUG, { '2 Image Src': '[delete]' }),
    cells: 1,
  },
  'an image that was removed by the command': {
    rows: MUG,
    asked: edited(MUG, { '2 Image Command': 'DELETE' }),
    cells: 1,
  },
  'an image that was replaced': {
    rows: MUG,
    asked: edited(MUG, { '2 Image Src': imageAt('d') }),
    cells: 1,
    images: 'a b d c',
  },
  'the order of images': {
    rows: MUG,
    asked: edited(MUG, { '1 Image Position': '3', '2 Image Position': '1', '3 Image Position': '2' }),
    cells: 3,
  },
  'a deleted product': { rows: TEE, asked: edited(TEE, { '3 Delete': '[delete]' }), cells: 1 },
  'a product that all of its rows asked to delete': {
    rows: TEE,
    asked: edited(TEE, { '1 Delete': '[delete]', '2 Delete': '[delete]' }),
    cells: 2,
  },
  'a deleted variant': { rows: TEE, asked: edited(TEE, { '2 Delete': '[delete]' }), cells: 1 },
};

const inStep = new Map<string, string>();

/** A shop that has what the rows say, made once. */
function stepOf(rows: Rows): string {
  const Products = csvOf(rows);
  const known = inStep.get(Products);
  if (known !== undefined) return known;
  const bench = openWorkbench();
  for (const _time of [1, 2]) {
    bench.sync({ Products });
    bench.clock.advance(120_000);
  }
  const saved = bench.save();
  inStep.set(Products, saved);
  return saved;
}

/** Syncs what a tab asks for, and says yes to what is held; the run is the last one of the history. */
function done(rows: Rows, asked: Rows): Workbench {
  const bench = openWorkbench({ saved: stepOf(rows) });
  bench.paste({ Products: csvOf(asked) });
  const { run, held } = sync(bench);
  if (held.count > 0) sync(bench, 'confirmHeld', { run, keys: held.shown.map(({ key }) => key) });
  bench.clock.advance(120_000);
  return bench;
}

const imagesIn = ({ store }: Workbench) =>
  (store.dump().products[0]?.media ?? [])
    .map((file) => JSON.stringify(file).replace(/.*?\/(\w)\.jpg.*/, '$1'))
    .join(' ');
const tabOf = (bench: Workbench, width: number) =>
  rowsOf(bench).map((row) => Array.from({ length: width }, (_, at) => String(row[at] ?? '')));
const asText = (rows: Rows) => rows.map((row) => row.map(String));
const lastUndo = (bench: Workbench) =>
  answered(bench.call<readonly RunView[]>('listRuns')).find(({ undoes }) => undoes !== null)?.number;

describe('the sheet says what Shopify has once the old values are put back into it: of', () => {
  test.each(Object.entries(KINDS))('%s', (_, { rows, asked, cells, images }) => {
    const bench = done(rows, asked);
    undoLast(bench);
    bench.clock.advance(120_000);
    const undo = lastUndo(bench);
    const { shown } = answered(bench.call<OldValues>('putBack', { undo }));
    expect(shown).toHaveLength(cells);
    const keys = [...new Set(shown.map(({ key }) => key))];
    expect(answered(bench.call<OldValues>('putBack', { undo, keys }))).toMatchObject({
      written: cells,
      shown: [],
    });
    expect(tabOf(bench, (rows[0] ?? []).length)).toEqual(asText(rows));
    const stands = JSON.stringify(bench.store.dump());
    const rest = rows === MUG ? (images ?? 'a b c') : undefined;
    if (rest !== undefined) expect(imagesIn(bench)).toBe(rest);
    else
      expect(bench.store.dump().products).toHaveLength(new Set(rows.slice(1).map(([handle]) => handle)).size);
    for (const _time of [1, 2]) {
      for (const words of foreseenRows(bench))
        expect(words.slice(2).join(' ')).toMatch(/^(Up to date|No change to send)/);
      expect(sync(bench)).toMatchObject({ held: { count: 0 } });
      expect(JSON.stringify(bench.store.dump())).toBe(stands);
    }
    expect(answered(bench.call<OldValues>('putBack', { undo })).shown).toEqual([]);
  });

  test('but of an order of rows: no cell says it, so that none is offered and the rows say what differs', () => {
    const bench = done(
      WITHOUT_PLACES,
      [0, 2, 1, 3]
        .map((at) => WITHOUT_PLACES[at] ?? [])
        .map((row, at) =>
          at === 1 ? ['mug', 'Mug', row[2] ?? ''] : at === 2 ? ['mug', '', row[2] ?? ''] : row,
        ),
    );
    expect(imagesIn(bench)).toBe('b a c');
    undoLast(bench);
    expect(imagesIn(bench)).toBe('a b c');
    expect(answered(bench.call<OldValues>('putBack', { undo: lastUndo(bench) })).shown).toEqual([]);
    expect(foreseenRows(bench).map((words) => words.slice(2).join(' '))[0]).toMatch(
      /^Differs Image position/,
    );
  });

  test('a deleted product and a variant, with their new IDs in the tabs that go by IDs', () => {
    const number = (id: string) => id.slice(id.lastIndexOf('/') + 1);
    const bench = openWorkbench();
    bench.sync({ Products: csvOf(TEE) });
    const byId = ({ store }: Workbench) => {
      const { products } = store.dump();
      return {
        Variants: [
          ['Variant ID', 'Price'],
          ...products.flatMap(({ variants }) => variants.map(({ id, price }) => [number(id), price])),
        ],
        Titles: [['Product ID', 'Title'], ...products.map(({ id, title }) => [number(id), title])],
      };
    };
    const { Variants, Titles } = byId(bench);
    const tabs = { Variants: csvOf(Variants), Titles: csvOf(Titles) };
    bench.sync({ Products: csvOf(TEE), ...tabs });
    bench.paste({
      Products: csvOf(edited(TEE, { '2 Delete': '[delete]', '3 Delete': '[delete]' })),
      ...tabs,
    });
    const { run, held } = sync(bench);
    sync(bench, 'confirmHeld', { run, keys: held.shown.map(({ key }) => key) });
    undoLast(bench);
    const undo = lastUndo(bench);
    const { shown } = answered(bench.call<OldValues>('putBack', { undo }));
    const keys = [...new Set(shown.map(({ key }) => key))];
    expect(answered(bench.call<OldValues>('putBack', { undo, keys }))).toMatchObject({
      written: 5,
      shown: [],
    });
    expect(tabOf(bench, (TEE[0] ?? []).length)).toEqual(asText(TEE));
    for (const [tab, rows] of Object.entries(byId(bench)))
      expect(
        rowsOf(bench, tab)
          .map(([id]) => String(id))
          .sort(),
      ).toEqual(rows.map(([id]) => id).sort());
    for (const words of foreseenRows(bench))
      expect(words.slice(2).join(' ')).toMatch(/^(Up to date|No change to send)/);
    expect(sync(bench)).toMatchObject({ held: { count: 0 } });
  });

  test.each([
    ['a renamed option', edited(TEE, { '1 Option1 Name': 'Fit', '2 Option1 Name': 'Fit' }), 4],
    ['options in another order', turned(TEE), 16],
    ['a renamed value', edited(TEE, { '2 Option1 Value': 'Medium' }), 2],
  ] as const)('%s, in every tab that says it', (_, asked, cells) => {
    const bench = openWorkbench();
    const tabsOf = (rows: Rows) => ({
      Products: csvOf(rows),
      More: csvOf(rows.slice(0, 3).map((row) => row.filter((_cell, at) => at !== 1 && at < 7))),
    });
    for (const _time of [1, 2]) {
      bench.sync(tabsOf(TEE));
      bench.clock.advance(120_000);
    }
    bench.call('chooseTabs', { sheetIds: bench.paste(tabsOf(asked)) });
    const { run, held } = sync(bench);
    sync(bench, 'confirmHeld', { run, keys: held.shown.map(({ key }) => key) });
    bench.clock.advance(120_000);
    undoLast(bench);
    const undo = lastUndo(bench);
    const { shown } = answered(bench.call<OldValues>('putBack', { undo }));
    expect(shown).toHaveLength(cells);
    const keys = [...new Set(shown.map(({ key }) => key))];
    expect(answered(bench.call<OldValues>('putBack', { undo, keys }))).toMatchObject({ written: cells });
    expect(tabOf(bench, (TEE[0] ?? []).length)).toEqual(asText(TEE));
    for (const words of foreseenRows(bench))
      expect(words.slice(2).join(' ')).toMatch(/^(Up to date|No change to send)/);
    expect(sync(bench)).toMatchObject({ held: { count: 0 } });
  });

  test('never a cell that was edited since', () => {
    const { rows, asked } = KINDS['a renamed option'] as Offered;
    const bench = done(rows, asked);
    undoLast(bench);
    (rowsOf(bench)[1] as string[])[2] = 'Length';
    const undo = lastUndo(bench);
    const { shown } = answered(bench.call<OldValues>('putBack', { undo }));
    expect(shown).toEqual([]);
  });
});
