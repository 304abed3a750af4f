import { csvOf } from '../../support/csv';
import { rowsOf, said, sheetOf, sync } from '../../support/running';
import { openWorkbench } from '../../support/workbench';
import { deleteProduct, moveProduct, moveVariant } from '../refresh/moving';
import { begin, call, FACTS, type Fact, saidOf, type } from './facts-in-two-rows';

const TABLE = FACTS.map((fact) => [fact.name, fact] as const);
const cells = (...places: (readonly [string, number, string])[]): Pick<Fact, 'cells'> => ({ cells: places });
const CUP = cells(['Products', 4, 'Title']);
/** Another fact of the same item, by its place in the list. */
const COMPANIONS = [1, 0, 0, 4, 3, 4];

function expectsDifference(said: readonly string[], fact: Fact): void {
  for (const [index, text] of said.entries()) {
    expect(text).toMatch(/^Differs \| /);
    expect(text).toContain(`${fact.cells[index]![2]}`);
    expect(text).toContain('Shopify has');
  }
}

describe.each(TABLE)('%s that was found to differ', (_, fact) => {
  test('by a preview is said at each sync until its cells are edited', () => {
    const bench = begin();
    fact.move(bench, fact.theirs);
    call(bench, 'previewSync');
    for (const _time of [1, 2]) {
      const { totals } = call(bench, 'startSync');
      expectsDifference(saidOf(bench, fact), fact);
      expect(totals).toMatchObject({ differs: fact.cells.length });
    }
    type(bench, fact.cells, fact.theirs);
    expect(call(bench, 'startSync')).toMatchObject({ sent: 0, totals: { differs: 0, conflict: 0 } });
    for (const text of saidOf(bench, fact)) expect(text).toMatch(/^Up to date/);
  });

  test('by a run that sent something else of its item is said at the next ones', () => {
    const bench = begin();
    const other = FACTS[COMPANIONS[FACTS.indexOf(fact)]!]!;
    fact.move(bench, fact.theirs);
    type(bench, other.cells, other.mine);
    expect(call(bench, 'startSync').sent).toBeGreaterThan(0);
    for (const text of saidOf(bench, fact)) expect(text).toContain('Shopify has');
    for (const _time of [1, 2]) {
      call(bench, 'startSync');
      expectsDifference(saidOf(bench, fact), fact);
    }
  });

  test.each<[string, (bench: ReturnType<typeof begin>) => void]>([
    ['its cells are emptied', (bench) => type(bench, fact.cells, '')],
    [
      'its columns are no longer synced',
      (bench) => {
        // A tab without any column to sync is left alone as a whole.
        const [emptied, renamed] = [(tab: string) => tab === 'Stock', (tab: string) => tab !== 'Stock'];
        type(
          bench,
          fact.cells.filter(([tab]) => emptied(tab)),
          '',
        );
        const headers = fact.cells.map(([tab, , header]) => [tab, 1, header] as const);
        type(
          bench,
          [...new Map(headers.filter(([tab]) => renamed(tab)).map((cell) => [cell[0], cell])).values()],
          'Mine',
        );
      },
    ],
  ])('is no longer said once %s', (_act, act) => {
    const bench = begin();
    fact.move(bench, fact.theirs);
    call(bench, 'previewSync');
    call(bench, 'startSync');
    const at = fact.cells.map(([tab, row]) => [tab, row, 'Sync status'] as const);
    act(bench);
    expect(call(bench, 'startSync').sent).toBe(0);
    for (const text of saidOf(bench, { ...fact, cells: at })) expect(text).not.toMatch(/^Differs/);
  });

  test('is said although a sync of another group came between', () => {
    const bench = begin();
    fact.move(bench, fact.theirs);
    call(bench, 'previewSync');
    for (const group of ['prices', 'inventory', 'products']) call(bench, 'startSync', { groups: [group] });
    call(bench, 'startSync');
    expectsDifference(saidOf(bench, fact), fact);
  });
});

describe('What a preview found that no cell says', () => {
  test.each<[string, (bench: ReturnType<typeof begin>) => void, RegExp]>([
    [
      'a product that is gone',
      (bench) => deleteProduct(bench, 'cup'),
      /^Changed in both \| This product is no longer/,
    ],
    [
      'a handle that another product has now',
      (bench) => {
        moveProduct(bench, 'cup', { handle: 'old-cup', redirectNewHandle: false });
        moveProduct(bench, 'mug', { handle: 'cup', redirectNewHandle: false });
      },
      /^Changed in both \| “cup” was the product/,
    ],
    [
      'a handle that is another now',
      (bench) => moveProduct(bench, 'cup', { handle: 'mug-2', redirectNewHandle: false }),
      /^Differs \| Handle: Shopify has mug-2/,
    ],
  ])('is said at each sync until somebody acts: %s', (_, move, says) => {
    const bench = begin();
    move(bench);
    call(bench, 'previewSync');
    for (const _time of [1, 2]) {
      expect(call(bench, 'startSync').sent).toBe(0);
      expect(saidOf(bench, CUP)[0]).toMatch(says);
    }
  });
});

test('a handle and a title that somebody else changed are both said at each sync, until Shopify has the old handle again', () => {
  const bench = openWorkbench();
  bench.sync({
    Products: csvOf([
      ['Handle', 'Title', 'SKU', 'Price'],
      ['lamp 6', 'Lamp', 'L-6', '10'],
    ]),
  });
  const id = bench.store.dump().products[0]?.id.replace(/.*\//, '') ?? '';
  const titles = csvOf([
    ['Product ID', 'Title'],
    [id, 'Lamp'],
  ]);
  const sheetIds = [sheetOf(bench, 'Products').id, ...bench.paste({ Titles: titles })];
  bench.call('chooseTabs', { sheetIds });
  sync(bench);
  moveProduct(bench, 'lamp-6', { handle: 'elsewhere', title: 'Theirs' });
  rowsOf(bench)[1]![3] = '10.50';
  for (const _time of [1, 2, 3, 4]) {
    bench.clock.advance(60_000);
    sync(bench);
    expect(said(bench, 2)).toMatch(/Title: Shopify has Theirs.*Handle: Shopify has elsewhere/);
  }
  moveProduct(bench, 'elsewhere', { handle: 'lamp-6' });
  bench.clock.advance(60_000);
  sync(bench);
  expect(said(bench, 2)).not.toMatch(/Handle/);
});

test('a row that another product was pasted over no longer says what was told of the first', () => {
  const rows = [
    ['Handle', 'Title', 'SKU', 'Price'],
    ['mug', 'Mug', 'M-1', '10'],
    ['cup', 'Cup', 'C-1', '20'],
  ];
  const [header, mug, cup] = rows as [string[], string[], string[]];
  const bench = openWorkbench();
  bench.sync({ Products: csvOf(rows) });
  moveVariant(bench, 'cup', 0, { price: '15' });
  bench.call('previewSync');
  for (const order of [
    [mug, cup],
    [cup, mug],
    [mug, cup],
  ]) {
    bench.paste({ Products: csvOf([header, ...order]) });
    sync(bench);
    for (const row of order)
      if (row === mug) expect(said(bench, order.indexOf(row) + 2)).not.toMatch(/Differs|20\.00/);
      else
        expect(said(bench, order.indexOf(row) + 2)).toBe(
          'Differs Price: Shopify has 15.00, the sheet 20.00.',
        );
  }
});
