import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer, RunSummary } from '../../../src/answers/answers';
import { HIDDEN_TABS } from '../../../src/google/journals/hidden-tab';
import { csvOf } from '../../support/csv';
import { withoutChecksums } from '../../support/damage';
import { openWorkbench, type Workbench } from '../../support/workbench';

const sheet = (price: string) => ({
  Products: csvOf([
    ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'],
    ['hat', 'Hat', 'H-1', price, 'shopify', '3'],
    ['mug', 'Mug', 'M-1', '9.00', 'shopify', '4'],
  ]),
});

const synced = openWorkbench();
synced.sync(sheet('5.00'));
const saved = synced.save();

const KEY = 'memory-version';
const stateRows = ({ runtime }: Workbench) => {
  const tab = runtime.state.workbook.sheets.find(({ name }) => name === HIDDEN_TABS.state);
  if (!tab) throw new Error('A synced spreadsheet has a state tab.');
  return tab.rows;
};
const price = ({ store }: Workbench) => store.dump().products[0]?.variants[0]?.price;
const mutations = ({ wire }: Workbench) => wire.filter((text) => text.startsWith('{"query":"mutation'));
const problemOf = (answered: Answer<unknown>) =>
  answered.ok ? (answered.value as Partial<RunSummary> | null)?.problem : answered.problem;

/** A spreadsheet in which one price was edited since, and whose memory says that another version wrote it. */
function edited(version: { readonly tab?: string; readonly property?: string }): Workbench {
  const bench = openWorkbench({ saved });
  bench.paste(sheet('5.50'));
  if (version.tab !== undefined) {
    const rows = stateRows(bench);
    rows.splice(0, rows.length, ...withoutChecksums(rows));
    rows[0]![0] = version.tab;
  }
  if (version.property !== undefined) bench.runtime.state.documentProperties[KEY] = version.property;
  return bench;
}

/** Everything that outlives an execution but what Google counts by itself. */
function kept({ runtime, store }: Workbench): string {
  const { quotas: _, executions: __, seed: ___, ...state } = runtime.state;
  return JSON.stringify([state, store.dump()]);
}

const TAB = 'sync-to-shopify-state-';

test('a spreadsheet that was synced says which version of the memory it has', () => {
  expect(stateRows(synced)[0]![0]).toBe(`${TAB}1`);
  expect(synced.runtime.state.documentProperties[KEY]).toBe('1.0');
});

describe('a script that is older than its memory', () => {
  const newer = [
    { tab: `${TAB}2` },
    { tab: `${TAB}2.0` },
    { tab: `${TAB}11.4` },
    { tab: `${TAB}3-beta` },
    { tab: `${TAB}99999999999999999999` },
    { property: '2.0' },
    { property: '2' },
    { property: '10.1.7 of next year' },
    { tab: `${TAB}2`, property: '1.0' },
  ];

  test.each(newer)('sends nothing, writes nothing and says what to install: %j', (version) => {
    const bench = edited(version);
    const before = kept(bench);
    for (const [name, ...args] of [
      ['startSync', {}],
      ['previewSync'],
      ['continueSync'],
      ['applyPreview'],
      ['compareRestored'],
      ['undoRun', { run: 1 }],
      ['confirmHeld', { keys: ['x'] }],
      ['refuseHeld', { keys: ['x'] }],
      ['askAgain'],
      ['resolveConflicts', { keys: ['x'], side: 'sheet' }],
      ['saveSchedule', { rhythm: { every: 'hours', hours: 1 }, groups: ['prices'] }],
    ] as const)
      expect([name, problemOf(bench.call(name, ...args))]).toEqual([
        name,
        {
          kind: 'outdated',
          message:
            'This spreadsheet was last synced by a newer version of this add-on, whose memory this one cannot read.',
          nextStep:
            'Install that version, or a later one, over it; then sync again. Nothing is sent until then.',
        },
      ]);
    expect(kept(bench)).toBe(before);
    expect(bench.wire).toEqual([]);
  });

  test('goes on once that version is installed, with what was remembered', () => {
    const bench = edited({ tab: `${TAB}2` });
    bench.call('startSync', {});
    // Stands for the newer script, which reads what it wrote.
    stateRows(bench)[0]![0] = `${TAB}1`;
    bench.call('startSync', {});
    expect(price(bench)).toBe('5.50');
  });

  test('is told so on a schedule too, which sends nothing', () => {
    const bench = openWorkbench({ saved });
    bench.call('saveSchedule', { rhythm: { every: 'hours', hours: 1 }, groups: ['prices'] });
    bench.paste(sheet('5.50'));
    stateRows(bench)[0]![0] = `${TAB}2`;
    const [ended] = bench.runtime.advanceTo(bench.clock.now() + 2 * 3_600_000);
    expect(ended).toMatchObject({
      outcome: 'threw',
      error: { message: expect.stringMatching(/newer version.*Install/) },
    });
    expect(price(bench)).toBe('5.00');
  });
});

test.each([
  { tab: `${TAB}1.0` },
  { tab: `${TAB}1.7` },
  { property: '1.9' },
  { property: '0.4' },
  { property: '' },
  { property: 'two' },
  { property: '-2' },
  { property: '{"major":2}' },
])('a memory of this major version is read, whatever its minor one or a damaged note: %j', (version) => {
  const bench = edited(version);
  const answered = bench.call<RunSummary>('startSync', {});
  expect(answered).toMatchObject({ value: { outcome: 'finished', totals: { updated: 1, skipped: 0 } } });
  expect(price(bench)).toBe('5.50');
  const noted = bench.runtime.state.documentProperties[KEY];
  expect(noted).toBe(version.property === '1.9' ? '1.9' : '1.0');
});

test.each([`${TAB}0`, `${TAB}0.9`, TAB, `${TAB}x`, `${TAB}1.x`, `${TAB}-2`, 'something else', ''])(
  'a tab that an older major version wrote, or that is damaged, counts as no memory: what differs is held (%j)',
  (tab) => {
    const bench = edited({ tab });
    const answered = bench.call<RunSummary>('startSync', {});
    expect(answered).toMatchObject({ value: { totals: { updated: 0, skipped: 1 } } });
    expect(price(bench)).toBe('5.00');
    expect(mutations(bench)).toEqual([]);
    expect(stateRows(bench)[0]![0]).toBe(`${TAB}1`);
  },
);

test('a memory from before there were versions in document properties is read and noted', () => {
  const old = readFileSync(path.join(__dirname, '../../fixtures/memory-before-signatures.json'), 'utf8');
  const bench = openWorkbench({ saved: old });
  expect(bench.runtime.state.documentProperties[KEY]).toBeUndefined();
  expect(bench.call('startSync')).toMatchObject({ value: { outcome: 'finished', totals: { skipped: 0 } } });
  expect(bench.runtime.state.documentProperties[KEY]).toBe('1.0');
});
