import { CREDENTIALS } from '../../../local/cli/session';
import type { Answer, RunSummary } from '../../../src/answers/answers';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const SHEET = {
  Products: [
    'Handle,Title,Variant Price',
    ...Array.from({ length: 60 }, (_, index) => `item-${index},Item ${index},10.00`),
  ].join('\n'),
};

function callAs<Value>(
  { runtime }: Workbench,
  user: string,
  name: string,
  argument?: unknown,
): Answer<Value> {
  const result = runtime.run(name, [argument ?? null], { kind: 'sidebar', user });
  if (result.outcome !== 'returned') throw new Error(`${name} ${result.outcome}`);
  return JSON.parse(JSON.stringify(result.value)) as Answer<Value>;
}

/** Ada's run, whose first execution took so long that it paused; Bob has access to the same store. */
function pausedBench(options: BenchOptions = {}, pauses = 1): Workbench {
  let slow = 0;
  const bench = openWorkbench({
    ...options,
    gate: ({ service, args }) => {
      if (slow === pauses || service !== 'UrlFetchApp' || !JSON.stringify(args).includes('productSet'))
        return;
      if (bench.store.dump().products.length < 8) return;
      slow += 1;
      bench.clock.advance(5 * 60_000);
    },
  });
  const sheetIds = bench.paste(SHEET);
  for (const user of ['ada@example.com', 'bob@example.com']) {
    const connectedBy = user === 'ada@example.com' ? 'Ada' : 'Bob';
    const connected = callAs(bench, user, 'saveConnection', {
      method: 'permanent-token',
      ...CREDENTIALS,
      shop: bench.store.shop,
      connectedBy,
    });
    expect(connected.ok).toBe(true);
  }
  callAs(bench, 'ada@example.com', 'chooseTabs', { sheetIds });
  callAs(bench, 'ada@example.com', 'previewSync');
  const started = callAs<RunSummary>(bench, 'ada@example.com', 'startSync');
  expect(started).toMatchObject({ value: { outcome: 'paused', problem: null } });
  return bench;
}

describe('a run that paused because its time was up', () => {
  test('is left to whoever goes on with it, for two minutes', () => {
    const bench = pausedBench();
    expect(callAs(bench, 'bob@example.com', 'startSync')).toEqual({
      ok: false,
      problem: {
        kind: 'busy',
        message: 'A sync that Ada started is not finished and goes on in a moment.',
        nextStep: 'Wait until it ends, or go on with it in the sidebar.',
      },
    });
    bench.clock.advance(2 * 60_000);
    expect(callAs(bench, 'bob@example.com', 'startSync')).toMatchObject({ value: { outcome: 'finished' } });
    expect(bench.store.dump().products).toHaveLength(60);
  });

  test('can be replaced at once by the person who started it', () => {
    const bench = pausedBench();
    expect(callAs(bench, 'ada@example.com', 'startSync')).toMatchObject({ value: { outcome: 'finished' } });
    expect(bench.store.dump().products).toHaveLength(60);
  });

  test('can be gone on with by a colleague', () => {
    const bench = pausedBench();
    expect(callAs(bench, 'bob@example.com', 'continueSync')).toMatchObject({
      value: { outcome: 'finished' },
    });
    expect(bench.store.dump().products).toHaveLength(60);
  });

  test('goes on by itself where no sidebar does, and leaves no trigger behind', () => {
    const bench = pausedBench();
    expect(bench.runtime.state.triggers).toHaveLength(1);
    const fired = bench.runtime.advanceTo(bench.clock.now() + 5 * 60_000);
    expect(fired).toMatchObject([{ outcome: 'returned' }]);
    expect(bench.store.dump().products).toHaveLength(60);
    expect(bench.runtime.state.triggers).toEqual([]);
  });

  test('is not left for ever to a trigger that Google disabled: a person’s next pause makes a new one', () => {
    const bench = pausedBench({ runtime: { triggersMadeInTriggers: 'disabled' } }, 3);
    // The one that Ada's execution made fires, pauses, and can only make one that Google disables.
    expect(bench.runtime.advanceTo(bench.clock.now() + 5 * 60_000)).toHaveLength(1);
    expect(bench.runtime.state.triggers).toMatchObject([{ nextAtMs: null }]);
    expect(bench.runtime.advanceTo(bench.clock.now() + 6 * 3_600_000)).toEqual([]);
    expect(callAs(bench, 'ada@example.com', 'continueSync')).toMatchObject({ value: { outcome: 'paused' } });
    expect(bench.runtime.state.triggers).toMatchObject([{ nextAtMs: expect.any(Number) }]);
    bench.runtime.advanceTo(bench.clock.now() + 5 * 60_000);
    expect(bench.store.dump().products).toHaveLength(60);
    expect(bench.runtime.state.triggers).toEqual([]);
  });

  test.each(['exact', 'rounded', 'number', 'short'] as const)(
    'goes on by itself whichever way Google names the trigger: %s',
    (triggerUid) => {
      const bench = pausedBench({ runtime: { triggerUid } });
      const fired = bench.runtime.advanceTo(bench.clock.now() + 5 * 60_000);
      expect(fired).toMatchObject([{ outcome: 'returned' }]);
      expect(bench.store.dump().products).toHaveLength(60);
      expect(bench.runtime.state.triggers).toEqual([]);
    },
  );

  test('leaves the schedule of another spreadsheet alone, where a published add-on has both in one project', () => {
    const bench = pausedBench({ runtime: { installed: 'addon' } });
    const ada = 'ada@example.com';
    const [own] = bench.runtime.state.triggers;
    const other = { ...own!, id: '7777777777777777777', documentId: 'another' };
    bench.runtime.state.triggers.push(other);
    const properties = bench.runtime.state.userProperties[ada]!;
    const { of } = JSON.parse(properties.triggers!) as { of: object };
    properties.triggers = JSON.stringify({ of: { ...of, [other.id]: 'another' } });
    bench.runtime.advanceTo(bench.clock.now() + 5 * 60_000);
    expect(bench.store.dump().products).toHaveLength(60);
    callAs(bench, ada, 'saveSchedule', { rhythm: { every: 'hours', hours: 1 }, groups: ['prices'] });
    callAs(bench, ada, 'saveSchedule', null);
    callAs(bench, ada, 'disconnect', {});
    expect(bench.runtime.state.triggers).toEqual([other]);
  });

  test('leaves no trigger behind where the sidebar went on with it', () => {
    const bench = pausedBench();
    callAs(bench, 'ada@example.com', 'continueSync');
    expect(bench.runtime.state.triggers).toEqual([]);
  });

  test('is over for whoever goes on with it after somebody else saw it to its end', () => {
    const bench = pausedBench();
    callAs(bench, 'bob@example.com', 'continueSync');
    bench.paste({ Products: SHEET.Products.replace(/10\.00/g, '11.00') });
    const before = bench.store.dump();
    expect(callAs(bench, 'ada@example.com', 'continueSync')).toMatchObject({
      value: { outcome: 'finished' },
    });
    expect(bench.store.dump()).toEqual(before);
  });

  test('is over as well where it was an undo', () => {
    const bench = pausedBench();
    callAs(bench, 'ada@example.com', 'continueSync');
    bench.paste({ Products: SHEET.Products.replace(/10\.00/g, '11.00') });
    callAs(bench, 'ada@example.com', 'startSync');
    const runs = callAs<readonly { readonly number: number }[]>(bench, 'ada@example.com', 'listRuns');
    const run = runs.ok ? runs.value[0]?.number : undefined;
    expect(callAs(bench, 'ada@example.com', 'undoRun', { run })).toMatchObject({ ok: true });
    const before = bench.store.dump();
    bench.paste({ Products: SHEET.Products.replace(/10\.00/g, '12.00') });
    callAs(bench, 'ada@example.com', 'continueSync');
    expect(bench.store.dump()).toEqual(before);
  });

  test('is left to nobody by a clock that was set back since', () => {
    const bench = pausedBench();
    const { documentProperties } = bench.runtime.state;
    documentProperties.run = (documentProperties.run ?? '').replace(
      /"endedAtMs":(\d+)/,
      (_, endedAtMs) => `"endedAtMs":${Number(endedAtMs) + 24 * 3_600_000}`,
    );
    expect(callAs(bench, 'bob@example.com', 'startSync')).toMatchObject({ ok: true });
  });
});

describe('a preview', () => {
  test('waits while a sync works, because both write in the state tab', () => {
    const answers: Answer<RunSummary>[] = [];
    const bench = openWorkbench({
      gate: ({ service }) => {
        if (answers.length > 0 || service !== 'UrlFetchApp' || bench.store.dump().products.length < 8) return;
        answers.push({ ok: true } as Answer<RunSummary>);
        answers[0] = bench.call('previewSync');
      },
    });
    expect(bench.sync(SHEET).totals).toMatchObject({ created: 60 });
    expect(answers).toMatchObject([{ ok: false, problem: { kind: 'busy' } }]);
  });
});

test.each([
  ['startPull', { form: 'csv', packs: [], filter: {} }],
  ['refreshTabs', null],
  ['giveBackRefresh', { refresh: 1 }],
] as const)('beside a paused run of somebody else’s, %s is refused and makes no tab', (name, argument) => {
  const bench = pausedBench();
  const tabs = () => bench.runtime.state.workbook.sheets.map((sheet) => sheet.name);
  const before = tabs();
  expect(callAs(bench, 'bob@example.com', name, argument)).toMatchObject({
    ok: false,
    problem: { kind: 'busy', message: expect.stringContaining('Ada started is not finished') },
  });
  expect(tabs()).toEqual(before);
});
