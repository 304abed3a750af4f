import type * as views from './answers/answers';
import type { Answer } from './answers/answers';
import type { ScheduleTimes, SettingsChange, ShownSettings, TypedCredentials } from './answers/requests';
import type { OldValues } from './answers/waiting';
import type { TabChoice } from './catalog/tab/tab-templates';
import { callbackPage } from './google/services/html-sidebar';
import { addMenu } from './google/services/menu';
import { requireAllScopes } from './google/services/script-authorization';
import { type Result, succeed } from './ports/problem';
import { respond, respondTo } from './respond';
import type { GroupRequest } from './sync/commands/arguments';
import * as asked from './sync/commands/arguments';
import * as decisions from './sync/commands/decide';
import { disconnect as endConnection } from './sync/commands/disconnect';
import { getOverview as overview } from './sync/commands/overview';
import { prepareTabs as prepare } from './sync/commands/prepare-tabs';
import { previewSync as preview } from './sync/commands/preview-sync';
import { type PutBackRequest, putBack as putOldBack } from './sync/commands/put-back';
import { saveKnownSettings } from './sync/commands/save-settings';
import { scheduledSync } from './sync/commands/scheduled-sync';
import { continueRun, startRun, type Wanted } from './sync/commands/start-run';
import { type UndoRequest, undoRun as undo } from './sync/commands/undo-run';
import { sendingOf } from './sync/commands/view-changes';
import * as connections from './sync/connection/connect';
import * as permissionPage from './sync/connection/permission-page';
import { loadProgress } from './sync/execution/progress';
import { compareRestored as compare } from './sync/execution/restored-spreadsheet';
import { groupsOf, settingsShape } from './sync/ground/settings';
import { cancelRun } from './sync/run/cancel';
import { runAlone, showEnd } from './sync/run/run-alone';
import * as history from './sync/run/run-history';
import * as schedules from './sync/schedule/change-schedule';
import { repairSchedule } from './sync/schedule/repair-schedule';
import { type FilterRequest, filterProblems as filter } from './sync/tabs/filter-problems';
import { goToRow as goTo, type RowPlace } from './sync/tabs/go-to-row';
import { chooseTabs as choose, scopesToAsk, setUpSheets as setUp } from './sync/tabs/ticked-tabs';
import { services } from './wiring';

// The entry points. `build.mjs` makes exactly these callable: each names the use case that answers, and decides nothing.

// Google

export function onOpen(): void {
  addMenu();
}

export { onOpen as onInstall };

/** An error from here is all that Google mails to whoever made the trigger. */
export function onScheduledSync(event?: { readonly triggerUid?: string | number }): void {
  // Text on most accounts; a bare number was seen as well.
  const called = respond(() =>
    succeed(scheduledSync({ ...services, isTrigger: true }, String(event?.triggerUid ?? ''))),
  );
  const sentence = called.ok ? called.value : called.problem.message;
  if (sentence) throw new Error(services.speak(sentence));
}

/** Shopify sends the merchant back here; what is answered is a page. */
export function onOAuthCallback(event: {
  readonly parameter: permissionPage.CallbackParameters;
}): GoogleAppsScript.HTML.HtmlOutput {
  const connected = respondTo(asked.callback, event, ({ parameter }) =>
    permissionPage.finishAuthorization(services, parameter),
  );
  const [title, nextStep] = connected.ok
    ? [`Connected to ${connected.value.shopName}.`, 'Close this page and go back to your spreadsheet.']
    : [connected.problem.message, connected.problem.nextStep];
  return callbackPage(services.speak(title), services.speak(nextStep));
}

// Menu

export function previewSync(request?: asked.PreviewRequest): Answer<views.PreviewSummary> {
  return showEnd(
    services,
    // It writes to the state tab as a run does; two at once would overwrite each other's lines.
    respondTo(asked.previewRequest, request, (wanted) =>
      runAlone(services, () => succeed(preview(services, groupsOf(wanted?.groups), wanted ?? {}))),
    ),
  );
}

export function syncNow(): Answer<views.RunSummary> {
  return syncFromMenu(undefined);
}

export function syncSelectedRows(): Answer<views.RunSummary> {
  requireAllScopes();
  return showEnd(
    services,
    respond(() =>
      run(() => ({
        groups: groupsOf(undefined),
        limit: { kind: 'selection', ...services.tabs.selection(), isNamed: true },
      })),
    ),
  );
}

export function syncProducts(): Answer<views.RunSummary> {
  return syncFromMenu(['products']);
}

export function syncInventory(): Answer<views.RunSummary> {
  return syncFromMenu(['inventory']);
}

export function syncPrices(): Answer<views.RunSummary> {
  return syncFromMenu(['prices']);
}

export function filterProblems(request?: FilterRequest): Answer<views.FilterView> {
  return respondTo(asked.filterRequest, request, (wanted) => succeed(filter(services, wanted ?? {})));
}

export function setUpSheets(choice?: TabChoice): Answer<readonly views.TabView[]> {
  return respondTo(asked.tabChoice, choice, (wanted) => succeed(setUp(services, wanted ?? {})));
}

function syncFromMenu(groups: GroupRequest['groups']): Answer<views.RunSummary> {
  requireAllScopes();
  return showEnd(services, startSync({ groups }));
}

// Sidebar

export function getOverview(): Answer<views.Overview> {
  return respond(() => succeed(overview(services)));
}

export function saveConnection(credentials: TypedCredentials): Answer<views.ConnectionView> {
  return respondTo(asked.typedCredentials, credentials, (typed) => connections.connect(services, typed));
}

export function testConnection(): Answer<views.ConnectionView> {
  return respond(() => connections.testConnection(services));
}

export function startAuthorization(credentials: TypedCredentials): Answer<{ readonly url: string }> {
  return respondTo(asked.typedCredentials, credentials, (typed) =>
    permissionPage.startAuthorization(services, typed, scopesToAsk(services)),
  );
}

export function disconnect(request: { readonly everywhere?: boolean } | null): Answer<views.Disconnected> {
  return respondTo(asked.disconnection, request, (wanted) => succeed(endConnection(services, wanted ?? {})));
}

export function chooseTabs(choice: {
  readonly sheetIds: readonly number[];
}): Answer<readonly views.TabView[]> {
  return respondTo(asked.chosenTabs, choice, ({ sheetIds }) => succeed(choose(services, sheetIds)));
}

export function startSync(request?: GroupRequest): Answer<views.RunSummary> {
  return respondTo(asked.groupRequest, request, (wanted) =>
    run(() => ({ groups: groupsOf(wanted?.groups) })),
  );
}

/** Called by the sidebar while a person looks at a preview: makes the tabs that a run needs. */
export function prepareTabs(): Answer<null> {
  return respond(() => runAlone(services, () => succeed(prepare(services))));
}

export function applyPreview(request?: asked.ShownPreview | null): Answer<views.RunSummary> {
  return respondTo(asked.shownPreview, request, (shown) => run(() => sendingOf(shown ?? {})));
}

export function continueSync(): Answer<views.RunSummary> {
  return respond(() => runAlone(services, () => continueRun(services)));
}

function run(wanted: () => Wanted): Result<views.RunSummary> {
  return runAlone(services, () => {
    repairSchedule(services);
    return startRun(services, wanted(), 'person');
  });
}

/** Answers at once; the run ends before its next wave. */
export function cancelSync(): Answer<null> {
  return respond(() => succeed(cancelRun(services.settings)));
}

export function getProgress(): Answer<views.ProgressView | null> {
  return respond(() => succeed(loadProgress(services.cache)));
}

export function confirmHeld(decision: decisions.Decision): Answer<views.RunSummary> {
  return respond(() => decisions.confirmHeld(services, decision));
}

export function refuseHeld(decision: decisions.Decision): Answer<null> {
  return respond(() => decisions.refuseHeld(services, decision));
}

export function askAgain(): Answer<null> {
  return respond(() => decisions.askAgain(services));
}

export function resolveConflicts(resolution: decisions.Resolution): Answer<views.RunSummary> {
  return respond(() => decisions.resolveConflicts(services, resolution));
}

export function listRuns(): Answer<readonly views.RunView[]> {
  return respond(() => succeed(history.listRuns(services)));
}

export function undoRun(request: UndoRequest): Answer<views.UndoSummary | views.UndoPreview> {
  return respondTo(asked.undoRequest, request, (wanted) => runAlone(services, () => undo(services, wanted)));
}

/** After an undo: the old values into the cells that still say what was undone. */
export function putBack(request: PutBackRequest): Answer<OldValues> {
  return respond(() => putOldBack(services, request));
}

/** Forgets the last sync, in a spreadsheet that was put back to an older version. */
export function compareRestored(): Answer<null> {
  return respond(() => runAlone(services, () => compare(services)));
}

export function saveSchedule(wanted: ScheduleTimes | null): Answer<views.ScheduleView | null> {
  return respondTo(asked.wantedSchedule, wanted, (schedule) => schedules.changeSchedule(services, schedule));
}

export function saveSettings(changes: SettingsChange): Answer<ShownSettings> {
  return respondTo(settingsShape, changes, (wanted) => saveKnownSettings(services, wanted));
}

export function goToRow(place: RowPlace): Answer<null> {
  return respondTo(asked.rowPlace, place, (wanted) => goTo(services, wanted));
}

export * from './colleague-entry-points';
export * from './page-entry-points';
export { cancelPull, continuePull, estimatePull, startPull } from './pull-entry-points';
export * from './refresh-entry-points';
