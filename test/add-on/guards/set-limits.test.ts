import type { Answer } from '../../../src/answers/answers';
import type { ShownSettings } from '../../../src/answers/requests';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const COUNT = 12;
const numbers = Array.from({ length: COUNT }, (_, index) => index);
const pricesOf = (tab: string, priceOf: (index: number) => string) =>
  [
    'Handle,Title,Variant SKU,Variant Price',
    ...numbers.map((n) => `${tab}-${n},${tab} ${n},${tab}-${n},${priceOf(n)}`),
  ].join('\n');

/** Two tabs of a dozen items each, synced once. */
function synced(): Workbench {
  const bench = openWorkbench();
  bench.sync({ North: pricesOf('north', () => '10.00'), South: pricesOf('south', () => '10.00') });
  return bench;
}

/** One price of each tab falls by so many percent. */
const fall = (bench: Workbench, percent: number) => {
  const price = (10 * (1 - percent / 100)).toFixed(2);
  const falling = (tab: string) => pricesOf(tab, (n) => (n === 3 ? price : '10.00'));
  const said = saidOf(bench.sync({ North: falling('north'), South: falling('south') }, '--hold'));
  return [said['North:5'], said['South:5']].map((words) => words?.split(' ')[0]);
};

const sheetIdOf = ({ runtime }: Workbench, name: string) =>
  runtime.state.workbook.sheets.find((sheet) => sheet.name === name)!.id;

const set = (bench: Workbench, limits: unknown) => bench.call<ShownSettings>('saveSettings', { limits });

describe('the limits that a merchant sets', () => {
  test('are as always where nobody set any', () => {
    expect(fall(synced(), 40)).toEqual(['skipped', 'skipped']);
    expect(fall(synced(), 25)).toEqual(['updated', 'updated']);
  });

  test('hold in all tabs, and in one tab its own', () => {
    const bench = synced();
    const tabs = [{ sheetId: sheetIdOf(bench, 'South'), limits: { priceDown: 10 } }];
    expect(set(bench, { all: { priceDown: 50 }, tabs }).ok).toBe(true);
    expect(fall(bench, 40)).toEqual(['updated', 'skipped']);
  });

  test('never let a price fall to 0, however they are set', () => {
    const bench = synced();
    set(bench, { all: { priceDown: 95 }, tabs: [] });
    expect(fall(bench, 100)).toEqual(['skipped', 'skipped']);
  });

  test.each([
    ['100 %, which would never hold anything', { all: { priceDown: 100 }, tabs: [] }],
    ['0 %, which would hold everything', { all: { priceUp: 0 }, tabs: [] }],
    ['half a percent', { all: { column: 0.5 }, tabs: [] }],
    ['a word', { all: { stockToZero: 'all' }, tabs: [] }],
    ['a tab without a number', { all: {}, tabs: [{ limits: { priceDown: 10 } }] }],
  ])('are refused as %s, and those before stay', (_, limits) => {
    const bench = BEFORE;
    expect(set(bench, limits)).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
    const { settings } = (bench.call('getOverview') as Answer<{ settings: ShownSettings }> & { ok: true })
      .value;
    expect(settings.limits).toEqual({ all: { priceDown: 40 }, tabs: [] });
  });
});

const BEFORE = openWorkbench();
set(BEFORE, { all: { priceDown: 40 }, tabs: [] });
