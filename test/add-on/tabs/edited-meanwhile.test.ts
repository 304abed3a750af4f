import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = 'Handle,Title,Variant Price,Image Src';
const ROWS = Array.from(
  { length: 30 },
  (_, index) => `item-${index},Item ${index},${index === 7 ? 'cheap' : '10.00'},`,
);

/** Does something to the spreadsheet in the middle of the sync: once some of the products are there. */
function halfway(act: (bench: Workbench) => void): Workbench {
  let isDone = false;
  const gate: BenchOptions['gate'] = ({ service }) => {
    if (isDone || service !== 'UrlFetchApp' || bench.store.dump().products.length < 8) return;
    isDone = true;
    act(bench);
  };
  const bench = openWorkbench({ gate });
  return bench;
}

const sheetOf = ({ runtime }: Workbench) => runtime.state.workbook.sheets[0];

/** Each row's status beside its handle, whatever row that is now. */
function saidByHandle(bench: Workbench): Record<string, string> {
  const rows = sheetOf(bench)?.rows ?? [];
  const header = rows.find((row) => row.includes('Handle')) ?? [];
  const [handle, status] = [header.indexOf('Handle'), header.indexOf('Sync status')];
  return Object.fromEntries(
    rows.flatMap((row) =>
      String(row[handle] ?? '').startsWith('item-') ? [[String(row[handle]), String(row[status] ?? '')]] : [],
    ),
  );
}

const EXPECTED = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [`item-${index}`, index === 7 ? 'Error' : 'Created']),
);

test('a tab that is sorted while the sync runs has each answer beside its own row', () => {
  const bench = halfway((open) => {
    const sheet = sheetOf(open);
    if (sheet) sheet.rows = [sheet.rows[0] ?? [], ...sheet.rows.slice(1).reverse()];
  });
  bench.sync({ Products: [HEADER, ...ROWS].join('\n') });
  expect(saidByHandle(bench)).toEqual(EXPECTED);
});

test('rows that are inserted above while the sync runs move the answers with their rows', () => {
  const bench = halfway((open) => {
    const sheet = sheetOf(open);
    if (!sheet) return;
    sheet.rows.splice(1, 0, ['note to self'], []);
    sheet.maxRows += 2;
  });
  bench.sync({ Products: [HEADER, ...ROWS].join('\n') });
  expect(saidByHandle(bench)).toMatchObject(EXPECTED);
});

test('a row that is deleted while the sync runs takes its answer with it', () => {
  const bench = halfway((open) => sheetOf(open)?.rows.splice(20, 1));
  bench.sync({ Products: [HEADER, ...ROWS].join('\n') });
  const { 'item-19': _, ...others } = EXPECTED;
  expect(saidByHandle(bench)).toEqual(others);
});

test('a tab that is deleted while the sync runs does not stop the run', () => {
  const bench = halfway((open) => open.runtime.state.workbook.sheets.shift());
  const report = bench.sync({ Products: [HEADER, ...ROWS].join('\n') });
  expect(report.outcome).toBe('finished');
  expect(bench.store.dump().products).toHaveLength(29);
});

describe('a tab whose columns move while Shopify tells of the shop is read as it stands then', () => {
  const PRICES = 'Handle,Title,Price,Compare-at price';
  const before = openWorkbench();
  before.sync({ Products: [PRICES, 'mug,Mug,10.00,15.00', 'hat,Hat,20.00,25.00'].join('\n') });

  test.each<[string, (bench: Workbench) => void]>([
    [
      'a column that is inserted',
      (bench) => {
        for (const row of sheetOf(bench)?.rows ?? []) row.splice(2, 0, '12.00');
        sheetOf(bench)!.rows[0]![2] = 'Note';
        sheetOf(bench)!.maxColumns += 1;
      },
    ],
    [
      'a row that is inserted above the header',
      (bench) => {
        sheetOf(bench)!.rows.unshift(['note to self']);
        sheetOf(bench)!.maxRows += 1;
      },
    ],
  ])('%s', (_, act) => {
    let isArmed = true;
    const bench = openWorkbench({
      saved: before.save(),
      gate: ({ service }) => {
        if (!isArmed || service !== 'UrlFetchApp') return;
        isArmed = false;
        act(bench);
      },
    });
    sheetOf(bench)!.rows[1]![2] = '11.00';
    bench.call('startSync', {});
    const rows = sheetOf(bench)?.rows ?? [];
    const header = rows.find((row) => row.includes('Handle')) ?? [];
    expect(rows.flat().filter((cell) => cell === 'Sync status')).toHaveLength(1);
    expect(rows.find(([handle]) => handle === 'mug')?.[header.indexOf('Sync status')]).toBe('Updated');
    const prices = bench.store
      .dump()
      .products.map(({ variants }) => [variants[0]?.price, variants[0]?.compareAtPrice]);
    expect(prices.sort()).toEqual([
      ['11.00', '15.00'],
      ['20.00', '25.00'],
    ]);
  });
});
