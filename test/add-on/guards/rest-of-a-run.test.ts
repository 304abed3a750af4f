import { KilledError } from '../../../local/apps-script/runtime';
import { CREDENTIALS } from '../../../local/cli/session';
import type { Answer, RunSummary } from '../../../src/answers/answers';
import { sampleOf, testInFull } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';
import { csvOf, type Edit, type Item, itemsOf, set } from './items-of-a-shop';

/**
 * A run that Google broke off has sent some of the changes. What is left is judged as a part of them: a slip is held
 * although much of it is sent, and what was none does not become one because fewer rows are left. Who ran it is no matter.
 */
const COUNT = 150;
const ITEMS = itemsOf(COUNT).map((item, index) => ({ ...item, Title: `Item ${index}`, Price: '10.00' }));
const LADDER = ITEMS.map((item, index) => ({ ...item, Price: `${100 + ((index * 23) % COUNT)}.00` }));
const EDITOR = 'bob@example.com';
const PEOPLE = ['owner@example.com', EDITOR] as const;

const connection = (bench: Workbench) => ({
  method: 'permanent-token',
  shop: bench.store.shop,
  ...CREDENTIALS,
});

const savedOf = (items: readonly Item[]) => {
  const bench = openWorkbench();
  bench.sync({ Products: csvOf(items) });
  bench.runtime.run('saveConnection', [connection(bench)], { kind: 'sidebar', user: EDITOR });
  return bench.save();
};
const saved = new Map([ITEMS, LADDER].map((items: readonly Item[]) => [items, savedOf(items)]));

function open(items: readonly Item[], edit: Edit, options: BenchOptions = {}): Workbench {
  const bench = openWorkbench({ ...options, saved: saved.get(items)! });
  bench.call('chooseTabs', { sheetIds: bench.paste({ Products: csvOf(edit(items)) }) });
  return bench;
}

const pricesIn = ({ store }: Workbench): (string | null | undefined)[] =>
  store.dump().products.map(({ variants }) => variants[0]?.price);

/** How many prices are no longer what they were. */
const sentIn = (bench: Workbench, items: readonly Item[]) => {
  const before = new Set(items.map(({ Handle, Price }) => `${Handle} ${Price}`));
  const now = bench.store.dump().products.map(({ handle, variants }) => `${handle} ${variants[0]?.price}`);
  return now.filter((text) => !before.has(text)).length;
};

interface BrokenOff {
  readonly items: readonly Item[];
  readonly edit: Edit;
  readonly user: string;
}

/** The run of somebody who confirms what is held, killed once a third of the prices is sent. */
function brokenOff({ items, edit, user }: BrokenOff): Workbench {
  let isArmed = true;
  const bench: Workbench = open(items, edit, {
    gate: ({ service }) => {
      if (!isArmed || service !== 'UrlFetchApp' || sentIn(bench, items) < COUNT / 3) return;
      isArmed = false;
      throw new KilledError('Killed by the test');
    },
  });
  const run = (name: string, argument: object) =>
    bench.runtime.run(name, [argument], { kind: 'sidebar', user });
  const first = run('startSync', {});
  if (first.outcome === 'returned') {
    const answer = JSON.parse(JSON.stringify(first.value)) as Answer<RunSummary>;
    if (!answer.ok) throw new Error(answer.problem.message);
    const keys = answer.value.held.shown.map(({ key }) => key);
    run('confirmHeld', { run: answer.value.run, keys });
  }
  expect(isArmed).toBe(false);
  expect(sentIn(bench, items)).toBeLessThan(COUNT);
  bench.runtime.clock.advance(6 * 60_000);
  return bench;
}

function synced(bench: Workbench): RunSummary {
  const answer = bench.call<RunSummary>('startSync', {});
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

const shuffled = (index: number) => (index * 37 + 11) % COUNT;
const step = (index: number) => `${9 + (index % 3)}.50`;

const MOVED: readonly (readonly [string, Edit])[] = [
  ['sorted apart', set('Price', (_, index) => LADDER[shuffled(index)]!.Price)],
  ['moved by half of the rows', set('Price', (_, index) => LADDER[(index + COUNT / 2) % COUNT]!.Price)],
  ['moved by one row', set('Price', (_, index) => LADDER[(index + 1) % COUNT]!.Price)],
];

test.each(sampleOf(PEOPLE, 1))(
  'after a run of %s that was broken off the rest of prices that repeat every three rows is sent, and nothing is asked',
  (user) => {
    const bench = brokenOff({ items: ITEMS, edit: set('Price', (_, index) => step(index)), user });
    expect(synced(bench)).toMatchObject({ outcome: 'finished', held: { count: 0 } });
    expect(sentIn(bench, ITEMS)).toBe(COUNT);
  },
);

test.each(
  sampleOf(
    MOVED.flatMap(([how, edit]) => PEOPLE.map((user) => [how, user, edit] as const)),
    3,
  ),
)('the rest of a price column that was %s is not sent without being confirmed, after %s', (_, user, edit) => {
  const bench = brokenOff({ items: LADDER, edit, user });
  const before = pricesIn(bench);
  const { held } = synced(bench);
  expect(pricesIn(bench)).toEqual(before);
  expect(held.count).toBe(COUNT - sentIn(bench, LADDER));
  expect(held.shown[0]?.reason).toMatch(/rows look shifted/);
});

testInFull(
  'a long run that pauses holds the prices that jump, and not the others because fewer of them are left',
  () => {
    const items = itemsOf(192).map((item, index) => ({ ...item, Title: `Item ${index}`, Price: '40.00' }));
    const bench = openWorkbench({ saved: savedOf(items), store: { latencyMs: 48_000 } });
    const edit = set('Price', (_, index) => (index % 12 === 11 ? '10.00' : '41.00'));
    bench.call('chooseTabs', { sheetIds: bench.paste({ Products: csvOf(edit(items)) }) });
    let summary = synced(bench);
    const outcomes = [summary.outcome];
    while (summary.outcome === 'paused' && outcomes.length < 10) {
      const answer = bench.call<RunSummary>('continueSync');
      if (!answer.ok) throw new Error(answer.problem.message);
      summary = answer.value;
      outcomes.push(summary.outcome);
    }
    expect(outcomes.slice(0, 2)).toEqual(['paused', expect.anything()]);
    expect(summary).toMatchObject({ outcome: 'finished', held: { count: 16 } });
    expect(sentIn(bench, items)).toBe(176);
  },
);
