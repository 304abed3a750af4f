import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KilledError } from '../../../local/apps-script/runtime';
import type { RunSummary } from '../../../src/answers/answers';
import { loadRun } from '../../../src/sync/run/run-record';
import { nextState, type RunEvent, type RunKind } from '../../../src/sync/run/run-state';
import { call, keysOf } from '../../support/deciding';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const read = (name: string) => readFileSync(path.join(__dirname, '../../..', name), 'utf8');

/** By the type, no pair can be left out; docs/life-of-a-run.md says why each is so. */
const LIFE: Record<RunKind, Record<RunEvent, RunKind | 'refused'>> = {
  none: {
    ...{ start: 'running', undo: 'running', 'another-comes': 'none', continue: 'refused' },
    ...{ 'clock-continues': 'refused', confirm: 'running', 'time-is-up': 'refused' },
    ...{ 'passing-problem': 'refused', problem: 'refused', stop: 'refused' },
    ...{ 'all-is-done': 'refused', kill: 'refused' },
  },
  running: {
    ...{ start: 'running', undo: 'running', 'another-comes': 'running', continue: 'running' },
    ...{ 'clock-continues': 'running', confirm: 'refused', 'time-is-up': 'paused' },
    ...{ 'passing-problem': 'interrupted', problem: 'failed', stop: 'stopped' },
    ...{ 'all-is-done': 'finished', kill: 'running' },
  },
  paused: {
    ...{ start: 'running', undo: 'running', 'another-comes': 'refused', continue: 'running' },
    ...{ 'clock-continues': 'running', confirm: 'refused', 'time-is-up': 'refused' },
    ...{ 'passing-problem': 'refused', problem: 'refused', stop: 'refused' },
    ...{ 'all-is-done': 'refused', kill: 'refused' },
  },
  interrupted: {
    ...{ start: 'running', undo: 'running', 'another-comes': 'interrupted', continue: 'running' },
    ...{ 'clock-continues': 'running', confirm: 'refused', 'time-is-up': 'refused' },
    ...{ 'passing-problem': 'refused', problem: 'refused', stop: 'refused' },
    ...{ 'all-is-done': 'refused', kill: 'refused' },
  },
  stopped: {
    ...{ start: 'running', undo: 'running', 'another-comes': 'stopped', continue: 'running' },
    ...{ 'clock-continues': 'refused', confirm: 'running', 'time-is-up': 'refused' },
    ...{ 'passing-problem': 'refused', problem: 'refused', stop: 'refused' },
    ...{ 'all-is-done': 'refused', kill: 'refused' },
  },
  failed: {
    ...{ start: 'running', undo: 'running', 'another-comes': 'failed', continue: 'running' },
    ...{ 'clock-continues': 'refused', confirm: 'running', 'time-is-up': 'refused' },
    ...{ 'passing-problem': 'refused', problem: 'refused', stop: 'refused' },
    ...{ 'all-is-done': 'refused', kill: 'refused' },
  },
  finished: {
    ...{ start: 'running', undo: 'running', 'another-comes': 'finished', continue: 'finished' },
    ...{ 'clock-continues': 'refused', confirm: 'running', 'time-is-up': 'refused' },
    ...{ 'passing-problem': 'refused', problem: 'refused', stop: 'refused' },
    ...{ 'all-is-done': 'refused', kill: 'refused' },
  },
};

const STATES = Object.keys(LIFE) as RunKind[];
const EVENTS = Object.keys(LIFE.none) as RunEvent[];
const PAIRS = STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const));

test.each(PAIRS)('a run that is %s answers to %s as the table says', (state, event) => {
  expect(nextState(state, event)).toBe(LIFE[state][event]);
});

test('docs/life-of-a-run.md has the same table, and a sentence for each state and event', () => {
  const page = read('docs/life-of-a-run.md');
  const lines = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim().replace(/`/g, '')));
  const [, , ...states] = lines.find(([, first]) => first === 'Event') ?? [];
  expect(states.slice(0, -1)).toEqual(STATES);
  for (const event of EVENTS) {
    const [, , ...cells] = lines.find(([, first]) => first === event) ?? [];
    const written = cells.slice(0, -1).map((cell) => (cell === '–' ? 'refused' : cell));
    expect([event, ...written]).toEqual([event, ...STATES.map((state) => LIFE[state][event])]);
    expect(page).toContain(`- **\`${event}\`**: `);
  }
  for (const state of STATES) expect(page).toMatch(new RegExp(`^\\| \`${state}\` \\| [A-Z].*\\. \\|$`, 'm'));
});

// On the built add-on: a spreadsheet that was killed in the middle of a run, with the record of a run in each state.

const MEMORY = read('test/fixtures/memory-of-1.0.json');
const RUNS = JSON.parse(read('test/fixtures/runs-of-1.0.json')) as Record<
  string,
  { readonly number: number; readonly summary: RunSummary | null }
>;
const RECORDS: Record<RunKind, (typeof RUNS)[string] | undefined> = {
  none: undefined,
  running: RUNS.running,
  paused: RUNS.paused,
  interrupted: RUNS['paused by the network'],
  stopped: RUNS.stopped,
  failed: RUNS.failed,
  finished: RUNS.finished,
};

const runOf = (bench: Workbench) => bench.runtime.state.documentProperties.run;
const stateOf = (bench: Workbench): RunKind => {
  const settings = { load: () => runOf(bench), save: () => undefined, remove: () => undefined };
  return loadRun(settings as never)?.state.kind ?? 'none';
};

/** A spreadsheet whose run is in this state, so long after its end. */
function having(state: RunKind, ageMs: number, options: BenchOptions = {}): Workbench {
  const bench = openWorkbench({ saved: MEMORY, ...options });
  const { documentProperties } = bench.runtime.state;
  const record = RECORDS[state];
  if (record) documentProperties.run = JSON.stringify(record);
  else delete documentProperties.run;
  const endedAtMs = record?.summary?.endedAtMs ?? bench.clock.now();
  bench.clock.advance(Math.max(0, endedAtMs + ageMs - bench.clock.now()));
  return bench;
}

const [HELD = ''] = keysOf(call(openWorkbench({ saved: MEMORY }), 'previewSync').held);
const CONTINUATION = '123';

/** What a person or the clock does; answers whether it was refused. */
const ASKED = {
  start: (bench: Workbench) => bench.call('startSync'),
  undo: (bench: Workbench) => bench.call('undoRun', { run: 4 }),
  continue: (bench: Workbench) => bench.call('continueSync'),
  confirm: (bench: Workbench) =>
    bench.call('confirmHeld', { run: JSON.parse(runOf(bench) ?? '{}').number, keys: [HELD] }),
  'clock-continues': (bench: Workbench) => {
    const [properties] = Object.values(bench.runtime.state.userProperties);
    properties![`one-off:${bench.runtime.state.workbook.id}`] = `${CONTINUATION} ${bench.clock.now()} sure`;
    return bench.runtime.run('onScheduledSync', [{ triggerUid: CONTINUATION }], { kind: 'trigger' });
  },
  'another-comes': (bench: Workbench) => {
    const record = runOf(bench);
    if (record !== undefined)
      bench.runtime.state.documentProperties.run = record.replace(/"editor":"[^"]*"/, '"editor":"another"');
    return bench.call('startSync');
  },
} satisfies Partial<Record<RunEvent, (bench: Workbench) => unknown>>;

type Asked = keyof typeof ASKED;
/** These begin a run under a number of its own. */
const NEW: readonly RunEvent[] = ['start', 'undo', 'another-comes'];

describe('on the built add-on', () => {
  const asked = Object.keys(ASKED) as Asked[];

  test.each(STATES.flatMap((state) => asked.map((event) => [state, event] as const)))(
    'a run that is %s is led on by %s, or left as it is',
    (state, event) => {
      let before: string | undefined;
      let isArmed = false;
      // Killed as soon as the record changes, so that it shows the step and not what comes of it.
      const bench = having(state, event === 'another-comes' ? 1_000 : 30 * 60_000, {
        gate: () => {
          if (isArmed && runOf(bench) !== before) throw new KilledError('Killed by the test');
        },
      });
      expect(stateOf(bench)).toBe(state);
      before = runOf(bench);
      const number = Number(JSON.parse(before ?? '{}').number ?? 0);
      const editor = before;
      isArmed = event !== 'another-comes';
      let answer: unknown;
      try {
        answer = ASKED[event](bench);
      } catch (error) {
        answer = error;
      }
      const expected = LIFE[state][event];
      const isRefused = expected === 'refused';
      const isLeft = isRefused || (event === 'continue' && expected === state && state === 'finished');
      if (event === 'another-comes') {
        const last = JSON.parse(runOf(bench) ?? '{}').number;
        expect(last).toBe(isRefused ? number : number + 1);
        if (isRefused) expect(answer).toMatchObject({ ok: false, problem: { kind: 'busy' } });
        return;
      }
      if (isLeft) {
        expect(runOf(bench)).toBe(editor);
        if (event !== 'clock-continues') expect(answer).toMatchObject({ ok: !isRefused });
        return;
      }
      expect(stateOf(bench)).toBe('running');
      const isNew = NEW.includes(event) || state === 'none';
      expect(JSON.parse(runOf(bench) ?? '{}').number).toBe(isNew ? number + 1 : number);
    },
  );

  /** How an execution of the run that was killed comes to each end. */
  const ENDS: Partial<Record<RunEvent, () => Workbench>> = {
    'time-is-up': () => continued(having('running', 0)),
    'passing-problem': () =>
      continued(
        having('running', 0, {
          answering: (_, answer) => ({ ...answer, failure: 'Address unavailable' }) as never,
        }),
      ),
    problem: () => {
      const bench = having('running', 0);
      bench.call('chooseTabs', { sheetIds: [] });
      return continued(bench);
    },
    stop: () => {
      let isStopped = false;
      const bench = having('running', 0, {
        gate: ({ method }) => {
          if (isStopped || method !== 'sleep') return;
          isStopped = true;
          bench.call('cancelSync');
        },
      });
      return continued(bench);
    },
    'all-is-done': () => {
      const bench = having('running', 0);
      for (let executions = 0; executions < 5 && stateOf(bench) !== 'finished'; executions += 1)
        continued(bench);
      return bench;
    },
    kill: () => {
      let isArmed = true;
      const bench = having('running', 0, {
        gate: ({ method }) => {
          if (isArmed && method === 'sleep') throw new KilledError('Killed by the test');
        },
      });
      bench.runtime.run('continueSync', [], { kind: 'sidebar' });
      isArmed = false;
      return bench;
    },
  };

  function continued(bench: Workbench): Workbench {
    bench.call('continueSync');
    return bench;
  }

  test.each(EVENTS.filter((event) => !(event in ASKED)))('an execution of a run ends by %s', (event) => {
    expect(stateOf(ENDS[event]!())).toBe(LIFE.running[event]);
  });

  test('a run that Google ends while it goes on is running, and the sidebar shows what it came to before', () => {
    let before: string | undefined;
    const bench = having('paused', 0, {
      gate: () => {
        if (before !== undefined && runOf(bench) !== before) throw new KilledError('Killed by the test');
      },
    });
    before = runOf(bench);
    bench.runtime.run('continueSync', [], { kind: 'sidebar' });
    before = undefined;
    expect(stateOf(bench)).toBe('running');
    expect(bench.call('getOverview')).toMatchObject({ value: { lastRun: { outcome: 'paused', run: 6 } } });
  });
});
