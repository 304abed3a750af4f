import { csvOf } from '../../support/csv';
import { openWorkbench } from '../../support/workbench';

const LADDER = [39, 49, 59, 69, 79, 89];

const tabOf = (prices: readonly number[]) => ({
  Products: csvOf([
    ['Handle', 'Title', 'SKU', 'Price'],
    ...prices.map((price, index) => [`p${index}`, `P ${index}`, `S${index}`, `${price}.00`]),
  ]),
});

/** Each price point has some items, as sorted in the sheet. */
const pricesOf = (count: number, placeOf: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => LADDER[placeOf(index)] ?? 0);

const MIXED = '3142053124412530425311324';
const mixed = (index: number) => 1 + Math.min(4, Number(MIXED[index]));
const sorted = (index: number) => 1 + Math.floor(index / 5);

test.each<[string, (index: number) => number, (price: number, index: number) => number, number]>([
  ['down by one point, in a mixed order', mixed, (price) => price - 10, 0],
  ['down by one point, in the order of prices', sorted, (price) => price - 10, 0],
  [
    'down by one point but for the lowest',
    (index) => mixed(index) - 1,
    (price) => Math.max(39, price - 10),
    0,
  ],
  ['up by one point', (index) => mixed(index) - 1, (price) => price + 10, 0],
  ['up by one point but for the highest', mixed, (price) => Math.min(89, price + 10), 0],
  [
    'down by one point but for the lowest, the lowest last',
    (index) => (index > 19 ? 0 : mixed(index)),
    (price) => Math.max(39, price - 10),
    0,
  ],
  ['some of them down by one point', mixed, (price, index) => (index % 3 ? price - 10 : price), 0],
])('prices that go %s are sent', (_, placeOf, change, held) => {
  const bench = openWorkbench();
  const before = pricesOf(25, placeOf);
  bench.sync(tabOf(before));
  const after = before.map(change);
  const changed = after.filter((price, index) => price !== before[index]).length;
  const { totals } = bench.sync(tabOf(after), '--hold');
  expect(totals).toMatchObject({ updated: changed, skipped: held });
});

test.each([1, 2, 5])('prices of a ladder that slid by %d rows are held', (rows) => {
  const bench = openWorkbench();
  const before = pricesOf(25, mixed);
  bench.sync(tabOf(before));
  const after = before.map((_, index) => before[(index + rows) % before.length] ?? 0);
  expect(bench.sync(tabOf(after), '--hold').totals).toMatchObject({ updated: 0 });
});
