import type { Answer, RunSummary } from '../../../src/answers/answers';
import { HIDDEN_TABS } from '../../../src/google/journals/hidden-tab';
import { csvOf } from '../../support/csv';
import { type Damage, damagesOf } from '../../support/damage';
import { sampled, sampleOf } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'];
const NUMBERS = [0, 1, 2, 3, 4, 5];

/** Six products, each with its own price and 20 and more in stock. */
export const sheet = (priceOf: (number: number) => string) =>
  csvOf([
    HEADER,
    ...NUMBERS.map((number) => [
      `item-${number}`,
      `Item ${number}`,
      `SKU-${number}`,
      priceOf(number),
      'shopify',
      String(number + 20),
    ]),
  ]);
export const price = (from: number) => (number: number) => `${from + number}.00`;

type HiddenTab = keyof typeof HIDDEN_TABS;
type Hidden = Readonly<Record<HiddenTab, Damage['rows']>>;
const NAMES = Object.keys(HIDDEN_TABS) as HiddenTab[];

const tabOf = (bench: Workbench, name: HiddenTab) =>
  bench.runtime.state.workbook.sheets.find((tab) => tab.name === HIDDEN_TABS[name]);

export const rowsOf = (bench: Workbench, name: HiddenTab): Damage['rows'] =>
  structuredClone(tabOf(bench, name)?.rows ?? []);

export const hiddenTabs = (bench: Workbench) =>
  Object.fromEntries(NAMES.map((name) => [name, rowsOf(bench, name)])) as Hidden;

/** A moment at which somebody may damage a hidden tab. */
interface Moment {
  readonly bench: Workbench;
  /** The tabs as they stood earlier. */
  readonly older: Hidden;
  readonly options?: BenchOptions;
  /** How many damages are played; in full all. */
  readonly count: number;
  /** Goes on from there, and throws where something does not hold. */
  goOn(bench: Workbench): void;
}

/** Plays damages of each hidden tab, each in a spreadsheet of its own; answers what went wrong where. */
export function play({ bench, older, options, count, goOn }: Moment): readonly string[] {
  const saved = bench.save();
  const cases = NAMES.flatMap((name) => {
    const rows = rowsOf(bench, name);
    const damages =
      rows.length > 0
        ? damagesOf(rows, older[name], sampled(6, 15))
        : [{ name: 'put back as it was', rows: older[name] }];
    return damages.map(({ name: what, rows: left }) => ({ name, what, left }));
  }).filter(({ name }) => tabOf(bench, name) !== undefined);
  const isRare = ({ what }: { readonly what: string }) => !/\d/.test(what);
  const played = [
    ...cases.filter(isRare),
    ...sampleOf(
      cases.filter((one) => !isRare(one)),
      count,
    ),
  ];
  return played.flatMap(({ name, what, left }) => {
    const damaged = openWorkbench({ ...options, saved });
    const tab = tabOf(damaged, name);
    if (!tab) return [];
    tab.rows = structuredClone(left) as typeof tab.rows;
    tab.maxRows = Math.max(tab.maxRows, tab.rows.length);
    try {
      goOn(damaged);
      return [];
    } catch (error) {
      return [`${HIDDEN_TABS[name]}, ${what}: ${(error as Error).message}`];
    }
  });
}

export function call(bench: Workbench, name: string, argument: unknown = {}): RunSummary {
  const answered: Answer<RunSummary> = bench.call(name, argument);
  if (!answered.ok) throw new Error(`${name}: ${answered.problem.message}`);
  return answered.value;
}

export function runOn(bench: Workbench, first: RunSummary): RunSummary {
  let last = first;
  for (let again = 0; last.outcome === 'paused' && again < 30; again += 1) {
    bench.clock.advance(60_000);
    last = call(bench, 'continueSync');
  }
  return last;
}

/** As a person does: compares with Shopify where that is asked for, and syncs until nothing is left to send. */
export function syncOn(bench: Workbench, check: () => void, begin = 'startSync'): void {
  let last = runOn(bench, call(bench, begin));
  check();
  if (last.problem?.kind === 'restored') {
    bench.call('compareRestored');
    bench.call('previewSync');
    last = runOn(bench, call(bench, 'startSync'));
    check();
  }
  expect(last).toMatchObject({ outcome: 'finished', problem: null });
  const again = runOn(bench, call(bench, 'startSync'));
  check();
  expect(again).toMatchObject({ outcome: 'finished', problem: null, sent: 0 });
}

/** Price and stock of each product. */
export const storeOf = (bench: Workbench) =>
  Object.fromEntries(
    bench.store
      .dump()
      .products.map(({ handle, variants: [only] }) => [
        handle,
        [only?.price, Object.values(only?.inventory ?? {})[0]?.available],
      ]),
  );

/** Each row shows the ID of its own item, or none. */
export function checkIds(bench: Workbench): void {
  const ids = new Map(
    bench.store.dump().products.map(({ handle, variants: [only] }) => [handle, only?.id.split('/').pop()]),
  );
  const rows = bench.runtime.state.workbook.sheets.flatMap((tab) => {
    const [header = [], ...below] = tab.rows;
    const at = header.indexOf('Shopify ID');
    return at >= 0 && header[0] === 'Handle' ? below.map((row) => [row[0], row[at]] as const) : [];
  });
  for (const [handle, id] of rows)
    if (id) expect([handle, String(id)]).toEqual([handle, ids.get(String(handle))]);
}
