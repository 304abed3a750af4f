import { KilledError } from '../../../local/apps-script/runtime';
import { csvOf } from '../../support/csv';
import { rowsOf, sheetOf } from '../../support/running';
import { sampled } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { collect } from '../groups/shop';

const IMAGE = 'https://images.example.com';
const HEADER = [
  ...[
    'Handle',
    'Title',
    'Vendor',
    'Tags',
    'Collections',
    'Published',
    'Status',
    'Option1 Name',
    'Option1 Value',
  ],
  ...[
    'SKU',
    'Price',
    'Inventory tracker',
    'Inventory quantity',
    'Image Src',
    'Image Alt Text',
    'Variant Image',
  ],
];
const rows = (...lines: (readonly string[])[]) => csvOf([HEADER, ...lines.map((line) => line.flat())]);
const hat = (title: string, tags: string, groups: string) => ['hat', title, 'Acme', tags, groups];
const tee = (vendor: string) => ['tee', 'Tee', vendor, '', '', 'TRUE', 'active', 'Size', 'S', 'T-S'];
const oneOf = (option: string, sku: string) => ['tee', '', '', '', '', '', '', '', option, sku];
const mug = (stock: string) => [
  ...['mug', 'Mug', 'Acme', '', '', 'TRUE', 'active', '', '', 'M-1'],
  ...['4.00', 'shopify', stock, '', '', ''],
];

const BEFORE = rows(
  [
    ...hat('Hat', 'a', 'Gifts'),
    'FALSE',
    'active',
    '',
    '',
    'H-1',
    '5.00',
    'shopify',
    '3',
    `${IMAGE}/hat.jpg`,
    'Hat',
    '',
  ],
  [...tee('Acme'), '9.00', 'shopify', '7', '', '', ''],
  [...oneOf('M', 'T-M'), '9.50', 'shopify', '8', '', '', `${IMAGE}/m.jpg`],
  mug('1'),
);
/** Edits of many kinds, so that each request is followed by others; the mug has none of its own. */
const AFTER = rows(
  [
    ...hat('Top hat', 'a, b', 'Sale'),
    'TRUE',
    'active',
    '',
    '',
    'H-1',
    '5.50',
    'shopify',
    '4',
    `${IMAGE}/hat.jpg`,
    'A hat',
    '',
  ],
  [...tee('Dune'), '9.90', 'shopify', '6', `${IMAGE}/tee.jpg`, '', ''],
  [...oneOf('M', 'T-M'), '9.50', 'shopify', '9', '', '', `${IMAGE}/other.jpg`],
  mug(''),
  [...oneOf('L', 'T-L'), '9.70', 'shopify', '9', '', '', ''],
  [
    'cap',
    'Cap',
    'Acme',
    'x',
    '',
    'TRUE',
    'active',
    '',
    '',
    'C-1',
    '4.00',
    'shopify',
    '2',
    `${IMAGE}/cap.jpg`,
    '',
    '',
  ],
);
const ADJUST = csvOf([
  ['SKU', 'Variant Inventory Adjust'],
  ['M-1', '3'],
]);

const synced = openWorkbench();
collect(synced, ['Gifts'], ['Sale']);
synced.sync({ Products: BEFORE });
synced.clock.advance(60_000);
const saved = synced.save();

/** Killed right before a request, when all that was answered is remembered; then the same run goes on. */
function killedAt(nth: number, meanwhile: (bench: Workbench) => void = () => undefined) {
  let requests = 0;
  let isArmed = false;
  const bench = openWorkbench({
    saved,
    gate: ({ service }) => {
      if (!isArmed || service !== 'UrlFetchApp') return;
      requests += 1;
      if (requests === nth) throw new KilledError('Killed by the test');
    },
  });
  bench.call('chooseTabs', { sheetIds: bench.paste({ Products: AFTER, Adjust: ADJUST }) });
  isArmed = true;
  bench.runtime.run('startSync', [{}], { kind: 'sidebar' });
  isArmed = false;
  meanwhile(bench);
  bench.clock.advance(60_000);
  bench.call('continueSync');
  return { bench, requests };
}

/** By what names the row: its status, and each thing that is said of it. */
const told = (bench: Workbench) =>
  new Map(
    ['Products', 'Adjust'].flatMap((tab) => {
      const [header = [], ...lines] = rowsOf(bench, tab);
      const at = header.indexOf('Sync status');
      return lines.map((cells) => {
        const words = String(cells[at + 1])
          .replace(/^Last compared.*/, '')
          .replace('Alt Text', 'alt text');
        return [
          `${tab} ${cells[0]} ${cells[9]}`,
          [
            String(cells[at]).replace(/^No change to send$/, 'Up to date'),
            ...words.split(/\. |\.$|, (?=[A-Z])/),
          ],
        ];
      });
    }),
  );

/** What a row does not say although it did where nobody killed the run. */
function missing(bench: Workbench): readonly string[] {
  const now = told(bench);
  return [...undisturbed].flatMap(([name, words]) =>
    words
      .filter((one) => !now.get(name)?.includes(one))
      .map((one) => `${name}: ${one}, and not ${now.get(name)?.join(' | ')}`),
  );
}

const { bench, requests } = killedAt(0);
const undisturbed = told(bench);

/** One test is killed at the odd requests, the other at the even ones; in full both are at all. */
const STRIDE = sampled(2, 1);

test('a run that goes on after a kill says next to each row what it had sent before', () => {
  const statuses = [...undisturbed.values()].map(([status]) => status);
  expect(statuses.join()).toBe('Updated,Updated,Updated,Up to date,Created,Created,Updated');
  expect(requests).toBeGreaterThan(10);
  const silent: unknown[] = [];
  for (let nth = 1; nth <= requests; nth += STRIDE)
    for (const one of missing(killedAt(nth).bench)) silent.push(`killed at request ${nth}: ${one}`);
  expect(silent).toEqual([]);
});

test('says it where the rows stand by then', () => {
  const sorted = killedAt(requests, (killed) => {
    const { rows: lines } = sheetOf(killed, 'Products');
    lines.push(...lines.splice(1, 1));
  });
  expect(missing(sorted.bench)).toEqual([]);
});

test('says nothing of what was only about to be sent', () => {
  const claims: string[] = [];
  let sent = 0;
  for (let nth = STRIDE; nth <= requests; nth += STRIDE) {
    let isSent = false;
    const { bench: taken } = killedAt(nth, (killed) => {
      isSent = killed.store.dump().products.some(({ title }) => title === 'Top hat');
      // A person thinks better of it.
      const [, line = []] = rowsOf(killed);
      line[1] = 'Hat';
    });
    const isSaid = told(taken).get('Products hat H-1')?.includes('Title Hat → Top hat');
    if (isSaid && !isSent) claims.push(`killed at request ${nth}`);
    if (isSaid) sent += 1;
  }
  expect(claims).toEqual([]);
  expect(sent).toBeGreaterThan(0);
});

test('a new run that sends stock again, because its answer was lost, says so where the row stands by then', () => {
  let isArmed = true;
  let isLost = false;
  const bench = openWorkbench({
    saved,
    gate: ({ service, args }) => {
      if (isLost && isArmed) {
        isArmed = false;
        throw new KilledError('Killed by the test');
      }
      isLost = service === 'UrlFetchApp' && JSON.stringify(args).includes('inventorySetQuantities');
    },
  });
  const sheetIds = bench.paste({ Products: AFTER, Adjust: ADJUST });
  bench.call('chooseTabs', { sheetIds });
  bench.runtime.run('startSync', [{}], { kind: 'sidebar' });
  expect(isArmed).toBe(false);
  const { rows: lines } = sheetOf(bench, 'Products');
  lines.push(...lines.splice(1, 1));
  bench.clock.advance(60_000);
  bench.call('startSync');
  expect(told(bench).get('Products hat H-1')).toEqual(
    expect.arrayContaining(['Updated', 'Inventory quantity · Shop location 3 → 4']),
  );
});
