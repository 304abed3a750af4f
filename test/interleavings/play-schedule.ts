import { type ExecutionResult, KilledError, type Sheet } from '../../local/apps-script/runtime';
import { ServiceException } from '../../local/apps-script/runtime/exception';
import { drawNumber, type SeededRandom } from '../../local/apps-script/runtime/random';
import { CREDENTIALS } from '../../local/cli/session';
import type { Answer, RunSummary } from '../../src/answers/answers';
import type { PullView } from '../../src/answers/pull';
import { USUAL_PACKS } from '../../src/catalog/writing/forms';
import { HIDDEN_TABS } from '../../src/google/journals/hidden-tab';
import { OWN_TABS } from '../../src/sync/tabs/ticked-tabs';
import { type BenchOptions, openWorkbench, type SavedBench, type Workbench } from '../support/workbench';
import type { Schedule } from './draw-schedule';
import { lasting, type Platform } from './platforms';
import type { Scenario } from './scenarios';
import { tidy } from './tidy';

const EDITOR = 'bob@example.com';

/** How often the sidebar's owner tries again, whatever happened. */
const MOST_CLICKS = 12;
/** How often Google refuses to send, where it does. */
const REFUSED = 0.08;
const RETRY_MS = 60_000;
/** Once nobody clicks any more the clock goes on alone, faults and kills included. */
const UNATTENDED_MS = 2 * 3_600_000;

/** A bench whose tabs and store are in step, with the edits in the tabs. */
export interface Edited {
  readonly saved: string;
  /** Somebody says yes to what is held. */
  readonly confirms?: boolean;
  /** The merchant's tabs, where others may have come beside them. */
  readonly tabs: readonly string[];
}

export function edit(
  { before, after, locations, confirms = false }: Scenario,
  { runtime, besides }: Platform,
): Edited {
  const bench = openWorkbench({ runtime, store: { ...(locations && { locations }) } });
  bench.sync(before);
  const connection = { method: 'permanent-token', shop: bench.store.shop, ...CREDENTIALS };
  bench.runtime.run('saveConnection', [connection], { kind: 'sidebar', user: EDITOR });
  bench.call('chooseTabs', { sheetIds: bench.paste(after) });
  bench.call('saveSchedule', {
    rhythm: { every: 'hours', hours: 1 },
    groups: ['products', 'inventory', 'prices'],
  });
  lengthenState(bench);
  const saved = besides ? withAnother(bench.save()) : bench.save();
  return { saved, confirms, tabs: Object.keys(after) };
}

const ANOTHER = 'another-spreadsheet';

/** The same people's, with a schedule, in one published add-on, whose triggers and user properties it shares. */
function withAnother(saved: string): string {
  const before = JSON.parse(saved) as SavedBench;
  const { workbook, ...shared } = before.runtime;
  const own = { ...shared, documentProperties: {}, workbook: { ...workbook, id: ANOTHER } };
  const another = openWorkbench({
    saved: JSON.stringify({ ...before, runtime: own }),
    runtime: { installed: 'addon' },
  });
  another.call('saveConnection', { method: 'permanent-token', shop: another.store.shop, ...CREDENTIALS });
  another.call('saveSchedule', { rhythm: { every: 'hours', hours: 1 }, groups: ['products'] });
  const { triggers, userProperties } = another.runtime.state;
  return JSON.stringify({ ...before, runtime: { ...before.runtime, triggers, userProperties } });
}

/** The triggers of that other spreadsheet. */
export function triggersOfAnother({ runtime }: Workbench): number {
  return runtime.state.triggers.filter(({ documentId }) => documentId === ANOTHER).length;
}

/** Says what the state tab says once more and again, so that the next sync rewrites it: another place to be killed at. */
function lengthenState({ runtime }: Workbench): void {
  const tab = runtime.state.workbook.sheets.find(({ name }) => name === HIDDEN_TABS.state);
  if (!tab) throw new Error('A synced spreadsheet has a state tab.');
  const lines = tab.rows.slice(1);
  while (tab.rows.length < 3 * lines.length + 1_000) tab.rows.push(...lines);
  tab.maxRows = Math.max(tab.maxRows, tab.rows.length);
}

/** Plays it to the end; what is left may be anything from nothing done to all. */
export function playSchedule({ saved, confirms }: Edited, schedule: Schedule, platform: Platform): Workbench {
  const { refuses, retires } = platform;
  const random: SeededRandom = { seed: schedule.seed };
  const retiredAtFetch = retires ? Math.floor(60 ** drawNumber(random)) : Number.POSITIVE_INFINITY;
  let calls = 0;
  let fetches = 0;
  let lastCaller = '';
  /** Executions whose last fetch was one whose answer they shall not see. */
  const struck = new Set<string>();
  const gate: BenchOptions['gate'] = ({ execution, service }) => {
    calls += 1;
    lastCaller = execution;
    if (struck.delete(execution) || schedule.killedCalls.includes(calls))
      throw new KilledError(`Killed at call ${calls}`);
    if (service !== 'UrlFetchApp') return;
    fetches += 1;
    if (fetches === retiredAtFetch) Object.assign(bench.store.edge, { oldestApiVersion: '2027-01' });
    if (refuses !== undefined && drawNumber(random) < REFUSED) throw new ServiceException(refuses);
    for (const { fetch, tidying } of schedule.tidyings) {
      if (fetch === fetches) tidy(bench.runtime.state.workbook, tidying);
    }
    if (schedule.killedFetches.includes(fetches)) struck.add(execution);
  };
  const { seed, faults, latencyMs, bulk, otherPeople } = schedule;
  const bench = openWorkbench({
    saved,
    gate,
    runtime: platform.runtime,
    store: {
      ...platform.store,
      ...{ seed, faults, latencyMs },
      bulk: { ...platform.store?.bulk, ...bulk },
      ...(otherPeople && { otherPeople }),
    },
  });
  const all = bench.runtime.sideBySide(seed);
  let clicks = 0;

  /** What a person in front of the sidebar does: go on while it pauses, click again where it failed. */
  function click(name: 'startSync' | 'continueSync' | 'confirmHeld', afterMs: number, request = {}): void {
    clicks += 1;
    if (clicks > MOST_CLICKS) return;
    const args = name === 'continueSync' ? [] : [request];
    all.start(name, { args, kind: 'sidebar', afterMs, ended: (result) => goOn(summaryOf(result)) });
  }

  function goOn(summary: RunSummary | undefined): void {
    if (summary === undefined || summary.outcome === 'failed') click('startSync', RETRY_MS);
    else if (summary.outcome === 'paused') click('continueSync', summary.problem ? RETRY_MS : 1_000);
    else if (confirms && summary.held.shown.length > 0) click('confirmHeld', RETRY_MS, confirming(summary));
  }

  function get(name: 'startPull' | 'continuePull', afterMs: number): void {
    clicks += 1;
    if (clicks > MOST_CLICKS) return;
    const args = name === 'startPull' ? [{ form: 'classic', packs: USUAL_PACKS, filter: {} }] : [];
    all.start(name, {
      ...{ args, kind: 'sidebar', afterMs },
      ended: (result) => {
        const answer = result.outcome === 'returned' ? (result.value as Answer<PullView>) : undefined;
        if (!answer || (answer.ok && answer.value.outcome === 'paused')) get('continuePull', RETRY_MS);
      },
    });
  }

  for (const { who, afterMs } of schedule.starts) {
    if (who === 'sidebar') click('startSync', afterMs);
    if (who === 'refresh') all.start('refreshTabs', { args: [null], kind: 'sidebar', afterMs });
    if (who === 'pull') get('startPull', afterMs);
    if (who === 'stop') all.start('cancelSync', { kind: 'sidebar', afterMs });
    if (who === 'editor') all.start('syncNow', { kind: 'menu', user: EDITOR, afterMs });
    if (who === 'clock') all.later(afterMs, () => strikeHour(bench));
  }
  for (const atMs of schedule.killedAtMs)
    all.later(atMs, () => all.kill(lastCaller, `Killed after ${atMs} ms`));
  all.run();
  all.run(bench.clock.now() + UNATTENDED_MS);
  all.run();
  return bench;
}

/** Google's clock is free within its hour, so this moment is as good as any. */
function strikeHour({ runtime, clock }: Workbench): void {
  for (const trigger of runtime.state.triggers) trigger.nextAtMs = clock.now();
}

/** Nothing where there was no answer, or none that is a summary: killed, thrown, busy, a problem. */
function summaryOf(result: ExecutionResult): RunSummary | undefined {
  if (result.outcome !== 'returned') return undefined;
  const answer = result.value as Answer<RunSummary>;
  return answer.ok ? answer.value : undefined;
}

const confirming = ({ run, held }: RunSummary) => ({ run, keys: held.shown.map(({ key }) => key) });

/** Without faults, kills and other people: once more from the start, until it is finished. */
export function settle({ saved, confirms, tabs }: Edited, platform: Platform): Workbench {
  const quiet = openWorkbench({ saved, ...lasting(platform) });
  quiet.clock.advance(5 * RETRY_MS);
  removePulled(quiet, tabs);
  let answer = quiet.call<RunSummary>('startSync', {});
  for (let again = 0; again < MOST_CLICKS && answer.ok; again += 1) {
    const { outcome, held } = answer.value;
    if (outcome === 'paused') answer = quiet.call<RunSummary>('continueSync');
    else if (confirms && outcome === 'finished' && held.shown.length > 0)
      answer = quiet.call<RunSummary>('confirmHeld', confirming(answer.value));
    else break;
  }
  if (!answer.ok) throw new Error(`The last sync did not run: ${answer.problem.message}`);
  return quiet;
}

/** Beside what was got from Shopify the edits of the merchant's tabs would contradict it. */
function removePulled(bench: Workbench, tabs: readonly string[]): void {
  const { sheets } = bench.runtime.state.workbook;
  const isOurs = ({ name, hidden }: Sheet) => hidden || OWN_TABS.includes(name) || tabs.includes(name);
  const got = sheets.filter((sheet) => !isOurs(sheet));
  if (got.length === 0) return;
  for (const sheet of got) sheets.splice(sheets.indexOf(sheet), 1);
  bench.call('chooseTabs', {
    sheetIds: sheets.filter(({ name }) => tabs.includes(name)).map(({ id }) => id),
  });
}
