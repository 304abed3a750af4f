import type { Overview, UndoPreview } from '../../../../src/answers/answers';
import type { SidebarEvent } from '../../../../src/sidebar/state/sidebar-event';
import type { SidebarState } from '../../../../src/sidebar/state/sidebar-state';
import { OPENING, reduce } from '../../../../src/sidebar/state/state';
import { NO_NETWORK, OVERVIEW, ok, previewOf, SCHEDULE, summaryOf } from '../fixtures';

function stateAfter(...events: readonly SidebarEvent[]): SidebarState {
  return events.reduce(reduce, OPENING);
}

const UNDOING: UndoPreview = Object.assign(previewOf(), {
  undoes: 7,
  created: 0,
  rows: { count: 0, shown: [] },
});

const opened: SidebarEvent = { kind: 'opened', answer: ok(OVERVIEW) };

describe('the sidebar', () => {
  test('waits until the server has answered once', () => {
    expect(OPENING).toMatchObject({ activity: 'opening', connection: undefined });
    expect(stateAfter(opened)).toMatchObject({ activity: undefined, version: '1.2.3', tabs: OVERVIEW.tabs });
  });

  test('says of no run that there is none before they were listed', () => {
    expect(stateAfter(opened, { kind: 'began', activity: 'listing' }).runs).toBeUndefined();
    expect(stateAfter(opened, { kind: 'listed', answer: NO_NETWORK }).runs).toBeUndefined();
    expect(stateAfter(opened, { kind: 'listed', answer: ok([]) }).runs).toEqual([]);
  });

  test('that could not open shows why and still knows nothing of a connection', () => {
    const state = stateAfter({ kind: 'opened', answer: NO_NETWORK });
    expect(state).toMatchObject({ activity: undefined, connection: undefined, problem: NO_NETWORK.problem });
  });

  test('shows the last run, and what stopped it', () => {
    const lastRun = summaryOf({ outcome: 'paused', problem: NO_NETWORK.problem });
    const state = stateAfter({ kind: 'opened', answer: ok({ ...OVERVIEW, lastRun }) });
    expect(state).toMatchObject({ shownRun: { kind: 'run', summary: lastRun }, problem: NO_NETWORK.problem });
  });

  test('shows what getting the catalog comes to, how far it is, and a pull that waits to be gone on with', () => {
    const estimate = { ...{ products: 3, variants: 4, rows: 5, columns: 6, seconds: 7 }, isExact: true };
    const words = '3 products, 5 rows × 6 columns, about 10 seconds';
    const said = { words, into: 'Into a new tab.', remembers: 'Every cell is remembered.', besides: '' };
    const measured: SidebarEvent = { kind: 'measured', answer: ok({ ...estimate, ...said }) };
    expect(stateAfter(opened, measured)).toMatchObject({ pullEstimate: { words }, pull: undefined });
    const began: SidebarEvent = { kind: 'began', activity: 'pulling' };
    const progressed: SidebarEvent = { kind: 'progressed', progress: { sent: 1, total: 3 } };
    const stopping: SidebarEvent = { kind: 'stopping' };
    expect(stateAfter(opened, measured, began, progressed, stopping)).toMatchObject({
      progress: { sent: 1, total: 3 },
      isStopping: true,
    });
    const pull = {
      ...({ outcome: 'stopped', tab: 'Products', problem: null } as const),
      ...{ sheetId: 1, products: 1, ofProducts: 3, rows: 2, unshown: 0, shared: 0, goesOn: false },
    };
    const pulled: SidebarEvent = { kind: 'pulled', answer: ok(pull) };
    expect(stateAfter(opened, measured, began, pulled)).toMatchObject({ pull, pullEstimate: undefined });
    const later: SidebarEvent = { kind: 'opened', answer: ok({ ...OVERVIEW, pull }) };
    expect(stateAfter(later)).toMatchObject({ pull });
  });

  test('goes on saying why getting the catalog failed, after a look at what is there now', () => {
    const failed: SidebarEvent = { kind: 'pulled', answer: NO_NETWORK };
    const looked: SidebarEvent = { kind: 'overviewed', answer: ok(OVERVIEW) };
    expect(stateAfter(opened, failed, looked)).toMatchObject({ problem: NO_NETWORK.problem });
  });

  test('keeps a preview on show when the tabs are looked at again', () => {
    const previewed: SidebarEvent = { kind: 'ran', as: 'preview', answer: ok(previewOf()) };
    expect(stateAfter(opened, previewed, opened).shownRun?.kind).toBe('preview');
  });

  test('shows what the clock did since, in place of what a person did before', () => {
    const ran: SidebarEvent = { kind: 'ran', as: 'run', answer: ok(summaryOf({ endedAtMs: 1_000 })) };
    const lastRun = summaryOf({ outcome: 'paused', problem: NO_NETWORK.problem, endedAtMs: 2_000 });
    const later: SidebarEvent = { kind: 'opened', answer: ok({ ...OVERVIEW, lastRun }) };
    expect(stateAfter(opened, ran, later)).toMatchObject({
      shownRun: { summary: lastRun },
      problem: NO_NETWORK.problem,
    });
    const previewed: SidebarEvent = {
      kind: 'ran',
      as: 'preview',
      answer: ok(previewOf({ endedAtMs: 3_000 })),
    };
    expect(stateAfter(opened, previewed, later)).toMatchObject({
      shownRun: { kind: 'preview' },
      problem: undefined,
    });
  });

  test('keeps what was seen before when a preview fails', () => {
    const seen: SidebarEvent = { kind: 'ran', as: 'preview', answer: ok(previewOf({ sent: 0 })) };
    const failed = ok(previewOf({ outcome: 'failed', problem: NO_NETWORK.problem }));
    const state = stateAfter(opened, seen, { kind: 'ran', as: 'preview', answer: failed });
    expect(state).toMatchObject({ shownRun: { summary: { problem: null } }, problem: NO_NETWORK.problem });
  });

  test('drops the old problem when something new begins', () => {
    const failed: SidebarEvent = { kind: 'ran', as: 'run', answer: NO_NETWORK };
    expect(stateAfter(opened, failed).problem).toEqual(NO_NETWORK.problem);
    expect(stateAfter(opened, failed, { kind: 'began', activity: 'syncing' }).problem).toBeUndefined();
  });

  test('shows progress only while it syncs', () => {
    const progressed: SidebarEvent = { kind: 'progressed', progress: { sent: 3, total: 9 } };
    expect(stateAfter(opened, progressed).progress).toBeUndefined();
    const syncing = stateAfter(opened, { kind: 'began', activity: 'syncing' }, progressed);
    expect(syncing.progress).toEqual({ sent: 3, total: 9 });
    expect(reduce(syncing, { kind: 'ran', as: 'run', answer: ok(summaryOf()) }).progress).toBeUndefined();
  });

  test('counts on where a run went on after Google’s six minutes', () => {
    const state = stateAfter(
      opened,
      { kind: 'began', activity: 'syncing' },
      { kind: 'progressed', progress: { sent: 30, total: 90 } },
      { kind: 'run-continued', sent: 40 },
    );
    expect(state).toMatchObject({ progress: undefined, sentBefore: 40 });
    expect(reduce(state, { kind: 'began', activity: 'syncing' }).sentBefore).toBe(0);
  });

  test('says that a connection works when it was tested, and not when it was made', () => {
    const connected: SidebarEvent = { kind: 'connected', answer: ok(OVERVIEW.connection!) };
    expect(stateAfter(opened, { kind: 'began', activity: 'testing' }, connected).notice).toBe(
      'The connection works.',
    );
    expect(stateAfter(opened, { kind: 'began', activity: 'connecting' }, connected).notice).toBe('');
  });

  test('shows nothing of a store that it was disconnected from', () => {
    const ran: SidebarEvent = { kind: 'ran', as: 'run', answer: ok(summaryOf()) };
    const state = stateAfter(opened, ran, { kind: 'disconnected', answer: ok({ alsoUsedBy: 2 }) });
    expect(state).toMatchObject({ connection: null, shownRun: undefined });
    expect(state.disconnection).toEqual({
      shop: 'acme.myshopify.com',
      method: 'client-credentials',
      alsoUsedBy: 2,
      endedSchedule: false,
      hasSynced: true,
    });
  });

  describe('that sent a person to the permission page', () => {
    const url = 'https://acme.myshopify.com/admin/oauth/authorize';
    const sent: SidebarEvent = { kind: 'sent-to-page', answer: ok({ url }) };
    const strangers: SidebarEvent = { kind: 'opened', answer: ok({ ...OVERVIEW, connection: null }) };
    const looked = (answer: Extract<SidebarEvent, { kind: 'looked' }>['answer']): SidebarEvent => ({
      kind: 'looked',
      answer,
    });

    test('waits until they have answered, through a network that fails', () => {
      const nothing = looked(ok({ ...OVERVIEW, connection: null }));
      expect(stateAfter(strangers, sent, nothing, looked(NO_NETWORK))).toMatchObject({
        permissionPage: url,
        connection: null,
        problem: undefined,
      });
    });

    test('shows the connection once it is there', () => {
      expect(stateAfter(strangers, sent, looked(ok(OVERVIEW)))).toMatchObject({
        permissionPage: undefined,
        connection: OVERVIEW.connection,
      });
    });

    test('who was connected already waits for another connection than the one that was there', () => {
      const reconnecting: SidebarEvent = { kind: 'reconnecting', isReconnecting: true };
      const state = stateAfter(opened, reconnecting, sent, looked(ok(OVERVIEW)));
      expect(state.permissionPage).toBe(url);
      const renewed = { ...OVERVIEW.connection!, tokenRenewedAtMs: Date.UTC(2026, 10, 22, 10) };
      expect(reduce(state, looked(ok({ ...OVERVIEW, connection: renewed })))).toMatchObject({
        permissionPage: undefined,
        isReconnecting: false,
      });
    });

    test('shows nothing more once they gave it up', () => {
      expect(
        stateAfter(strangers, sent, { kind: 'permission-abandoned' }, looked(ok(OVERVIEW))).connection,
      ).toBeNull();
    });
  });

  test('shows the schedule that was saved, and where it could not be changed says so in its form', () => {
    const began: SidebarEvent = { kind: 'began', activity: 'scheduling' };
    const saved: SidebarEvent = { kind: 'scheduled', answer: ok(SCHEDULE) };
    expect(stateAfter(opened, began, saved)).toMatchObject({ schedule: SCHEDULE, activity: undefined });
    const refused: SidebarEvent = { kind: 'scheduled', answer: NO_NETWORK };
    const events = [opened, saved, began, refused];
    expect(stateAfter(...events)).toMatchObject({
      schedule: SCHEDULE,
      problem: undefined,
      refusal: { of: 'scheduling', problem: NO_NETWORK.problem },
    });
    expect(stateAfter(...events, { kind: 'began', activity: 'listing' }).refusal).toBeUndefined();
    expect(stateAfter(opened, saved, { kind: 'scheduled', answer: ok(null) }).schedule).toBeNull();
  });

  test('forgets one’s own schedule with the connection, and keeps a colleague’s', () => {
    const parted: SidebarEvent = { kind: 'disconnected', answer: ok({ alsoUsedBy: 0 }) };
    const left = (isMine: boolean) =>
      stateAfter(opened, { kind: 'scheduled', answer: ok({ ...SCHEDULE, isMine }) }, parted).schedule;
    expect(left(true)).toBeNull();
    expect(left(false)).toMatchObject({ owner: 'Anna' });
  });
});

describe('what was done in another tab of the browser', () => {
  const seenAgain = (overview: Overview): SidebarEvent => ({
    kind: 'looked-again',
    answer: ok(overview),
    runs: undefined,
  });
  const previewed: SidebarEvent = { kind: 'ran', as: 'preview', answer: ok(previewOf()) };
  const later = summaryOf({ endedAtMs: previewOf().endedAtMs + 1, run: 8 });
  const { connection } = OVERVIEW;

  test.each<[what: string, before: readonly SidebarEvent[], there: Overview, here: Partial<SidebarState>]>([
    [
      'a connection is there',
      [{ kind: 'opened', answer: ok({ ...OVERVIEW, connection: null }) }],
      OVERVIEW,
      { connection },
    ],
    [
      'a newer run takes the place of a preview, whose undo is no longer offered',
      [opened, previewed, { kind: 'undo-previewed', answer: ok(UNDOING) }],
      { ...OVERVIEW, lastRun: later },
      { shownRun: { kind: 'run', summary: later }, undoing: undefined },
    ],
    [
      'a preview that is newer stays',
      [opened, previewed],
      OVERVIEW,
      { shownRun: { kind: 'preview', summary: previewOf() } },
    ],
    [
      'nothing is shown of a store that is connected no longer, but that something was sent',
      [opened, previewed, { kind: 'ran', as: 'run', answer: ok(summaryOf()) }],
      { ...OVERVIEW, connection: null, lastRun: later },
      { connection: null, shownRun: undefined, hasSynced: true },
    ],
    [
      'a preview of one store is not shown of another',
      [opened, previewed],
      { ...OVERVIEW, connection: connection && { ...connection, shop: 'other.myshopify.com' } },
      { shownRun: undefined },
    ],
    [
      'that somebody connected again ends the request to connect',
      [
        opened,
        {
          kind: 'ran',
          as: 'run',
          answer: { ok: false, problem: { ...NO_NETWORK.problem, kind: 'unauthorized' } },
        },
      ],
      OVERVIEW,
      { problem: undefined },
    ],
    [
      'another problem stays told',
      [opened, { kind: 'not-found', problem: NO_NETWORK.problem }],
      OVERVIEW,
      { problem: NO_NETWORK.problem },
    ],
    [
      'a preview that was on show while changes were ticked on their page is still offered, as it may be the same',
      [
        opened,
        { kind: 'ran', as: 'preview', answer: ok(previewOf({ preview: 'p1' })) },
        { kind: 'changes-opened' },
      ],
      OVERVIEW,
      { shownRun: { kind: 'preview', summary: previewOf({ preview: 'p1' }) }, isChoosing: false },
    ],
    ['a schedule is there', [opened], { ...OVERVIEW, schedule: SCHEDULE }, { schedule: SCHEDULE }],
  ])('is shown when a person is back: %s', (_, before, there, here) => {
    expect(stateAfter(...before, seenAgain(there))).toMatchObject(here);
  });

  test('is not shown while something is under way here', () => {
    const before = [opened, previewed, { kind: 'began', activity: 'syncing' } as const];
    expect(stateAfter(...before, seenAgain({ ...OVERVIEW, connection: null }))).toEqual(
      stateAfter(...before),
    );
  });
});

test('a catalog that was just got is said to be in step only until somebody previews or syncs', () => {
  const pull = {
    ...({ tab: 'Products', problem: null } as const),
    ...{ sheetId: 1, products: 3, ofProducts: 3, rows: 4, unshown: 0, shared: 0, goesOn: false },
  };
  const ran: SidebarEvent = { kind: 'ran', as: 'preview', answer: ok(previewOf()) };
  const after = (outcome: 'finished' | 'paused') =>
    stateAfter(opened, { kind: 'pulled', answer: ok({ ...pull, outcome }) }, ran).pull;
  expect(after('finished')).toBeUndefined();
  // The rest of it waits for a person.
  expect(after('paused')).toMatchObject({ outcome: 'paused' });
});

describe('the settings in the sidebar', () => {
  const chosen = { ...OVERVIEW.settings, keepStock: true };

  test('show what was chosen before it is saved', () => {
    expect(stateAfter(opened, { kind: 'set', settings: chosen }).settings).toEqual(chosen);
  });

  test('that could not be saved are shown as they were, with why', () => {
    const { problem } = NO_NETWORK;
    const failed: SidebarEvent = { kind: 'settings-refused', settings: OVERVIEW.settings, problem };
    expect(stateAfter(opened, { kind: 'set', settings: chosen }, failed)).toMatchObject({
      settings: OVERVIEW.settings,
      problem,
    });
  });
});

test('a row that is no longer there is told, and what is on show stays', () => {
  const seen: SidebarEvent = { kind: 'ran', as: 'run', answer: ok(summaryOf()) };
  const gone: SidebarEvent = { kind: 'not-found', problem: NO_NETWORK.problem };
  expect(stateAfter(opened, seen, gone)).toMatchObject({
    shownRun: { kind: 'run' },
    problem: NO_NETWORK.problem,
  });
});
