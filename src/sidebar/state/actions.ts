import type { TypedCredentials } from '../../answers/requests';
import { say } from '../language/say';
import type {
  Answer,
  Decision,
  HelpQuestion,
  NewTabs,
  OnlyThese,
  Problem,
  Resolution,
  RowPlace,
  RunSummary,
  RunView,
  Settings,
  UndoRequest,
} from '../server/answers';
import type { Server } from '../server/server';
import { catalogActions } from './catalog-actions';
import { colleagueActions } from './colleague-actions';
import { syncToEnd } from './long-run';
import { type SettingsChoice, settingsChoice } from './settings-choice';
import type { SidebarEvent } from './sidebar-event';
import type { Activity, Panel, SidebarState } from './sidebar-state';
import { tabChoice } from './tab-choice';

/** Everything that a person can do in the sidebar. Each begins an activity, asks the server, and ends with what it answered. */
export type Actions = ReturnType<typeof actionsOn>;

/** The newest run that changed the store by itself, and that no later undo has taken back. */
function lastToUndo(runs: readonly RunView[]): RunView | undefined {
  const undone = new Set(runs.map(({ undoes }) => undoes));
  return runs.find(
    ({ number, undoes, canBeUndone }) => canBeUndone && undoes === null && !undone.has(number),
  );
}

const NOTHING_TO_UNDO: Problem = {
  kind: 'invalid-input',
  message: say`There is no run to undo.`,
  nextStep: say`What a run replaces is kept for 30 days. History in the sidebar lists the runs.`,
};

/** Opens a page next to the spreadsheet. */
type OpenPage = (url: string) => void;

export function actionsOn(server: Server, show: (event: SidebarEvent) => void, openPage: OpenPage) {
  let events = 0;
  const dispatch = (event: SidebarEvent): void => {
    events += 1;
    show(event);
  };
  let saving = 0;
  let isOpening = false;
  const saveSettings = settingsChoice(server, dispatch);
  const begin = (activity: Activity): void => dispatch({ kind: 'began', activity });
  const sync = async (start: () => Promise<Answer<RunSummary>>): Promise<void> => {
    begin('syncing');
    const answer = await syncToEnd(server, start, (sent) => dispatch({ kind: 'run-continued', sent }));
    dispatch({ kind: 'ran', as: 'run', answer });
  };

  const preview = async (before?: () => Promise<Answer<null>>): Promise<void> => {
    begin('previewing');
    const asked = await before?.();
    dispatch({
      kind: 'ran',
      as: 'preview',
      answer: asked?.ok === false ? asked : await server.previewSync(),
    });
  };

  const lead = async (open: () => Promise<Answer<null>>): Promise<Answer<null>> => {
    dispatch({ kind: 'leading' });
    const answer = await open();
    dispatch({ kind: 'led', answer });
    return answer;
  };

  const listRuns = async () => {
    begin('listing');
    const answer = await server.listRuns();
    dispatch({ kind: 'listed', answer });
    return answer;
  };

  const previewUndo = async (run: number): Promise<void> => {
    begin('previewing-undo');
    dispatch({ kind: 'undo-previewed', answer: await server.undoRun({ run, preview: true }) });
  };

  const undoLast = async (runs: readonly RunView[]): Promise<void> => {
    const last = lastToUndo(runs);
    if (last) await previewUndo(last.number);
    else dispatch({ kind: 'not-found', problem: NOTHING_TO_UNDO });
  };

  return {
    async open(panel?: Panel): Promise<void> {
      begin('opening');
      const answer = await server.getOverview();
      dispatch({ kind: 'opened', answer });
      if (!answer.ok || (panel !== 'history' && panel !== 'undo')) return;
      const listed = await listRuns();
      if (panel === 'undo' && listed.ok && answer.value.connection) await undoLast(listed.value);
    },
    async connect(credentials: TypedCredentials): Promise<void> {
      begin('connecting');
      if (credentials.method !== 'authorization-code') {
        dispatch({ kind: 'connected', answer: await server.saveConnection(credentials) });
        return;
      }
      const answer = await server.startAuthorization(credentials);
      if (answer.ok) openPage(answer.value.url);
      dispatch({ kind: 'sent-to-page', answer });
    },
    async look(): Promise<void> {
      dispatch({ kind: 'looked', answer: await server.getOverview() });
    },
    /** Drops what it read where anything was begun meanwhile, which knows better; answers whether it is shown. */
    async lookAgain(listsRuns: boolean): Promise<boolean> {
      if (saving > 0) return false;
      const before = events;
      const answer = await server.getOverview();
      const runs = listsRuns ? await server.listRuns() : undefined;
      if (events !== before) return false;
      dispatch({ kind: 'looked-again', answer, runs });
      return true;
    },
    abandonPermission: () => dispatch({ kind: 'permission-abandoned' }),
    reconnect: (isReconnecting: boolean) => dispatch({ kind: 'reconnecting', isReconnecting }),
    async testConnection(): Promise<void> {
      begin('testing');
      dispatch({ kind: 'connected', answer: await server.testConnection() });
    },
    async disconnect(everywhere: boolean): Promise<void> {
      begin('disconnecting');
      dispatch({ kind: 'disconnected', answer: await server.disconnect({ everywhere }) });
    },
    chooseTabs: tabChoice(server, dispatch),
    preview: () => preview(),
    sync: () => sync(() => server.startSync()),
    applyPreview: (preview: string) => sync(() => server.applyPreview({ preview })),
    continue: () => sync(() => server.continueSync()),
    confirmHeld: (decision: Decision) => sync(() => server.confirmHeld(decision)),
    async refuseHeld(decision: Decision): Promise<void> {
      begin('refusing');
      dispatch({ kind: 'refused', keys: decision.keys, answer: await server.refuseHeld(decision) });
    },
    resolveConflicts: (resolution: Resolution) => sync(() => server.resolveConflicts(resolution)),
    async stop(): Promise<void> {
      dispatch({ kind: 'stopping' });
      const answer = await server.cancelSync();
      if (!answer.ok) dispatch({ kind: 'not-stopped', problem: answer.problem });
    },
    async filterProblems(onlyProblems: boolean): Promise<void> {
      begin('filtering');
      dispatch({ kind: 'filtered', answer: await server.filterProblems({ onlyProblems }) });
    },
    async showOnly(only: OnlyThese): Promise<void> {
      begin('filtering');
      dispatch({ kind: 'filtered', answer: await server.filterProblems({ only }) });
    },
    async showChanges(): Promise<void> {
      if (isOpening) return;
      isOpening = true;
      const answer = await lead(() => server.showChanges());
      isOpening = false;
      if (answer.ok) dispatch({ kind: 'changes-opened' });
    },
    ...catalogActions(server, dispatch),
    ...colleagueActions(server, dispatch),
    listRuns,
    previewUndo,
    compareRestored: () => preview(() => server.compareRestored()),
    askAgain: () => preview(() => server.askAgain()),
    async setUpTabs(choice: NewTabs): Promise<void> {
      begin('choosing');
      dispatch({ kind: 'chosen', answer: await server.setUpSheets(choice) });
    },
    async saveSettings(choice: SettingsChoice, saved: Settings): Promise<void> {
      saving += 1;
      await saveSettings(choice, saved);
      saving -= 1;
    },
    goToRow: (place: RowPlace) => lead(() => server.goToRow(place)),
    async lookOldValues(undo: number): Promise<void> {
      begin('previewing-undo');
      dispatch({ kind: 'old-values', answer: await server.putBack({ undo }) });
    },
    giveUpOldValues: () => dispatch({ kind: 'old-values-given-up' }),
    async putBack(undo: number, keys: readonly string[]): Promise<void> {
      begin('previewing-undo');
      dispatch({ kind: 'old-values', answer: await server.putBack({ undo, keys }) });
    },
    giveUpUndo: () => dispatch({ kind: 'undo-given-up' }),
    async undo(request: UndoRequest): Promise<void> {
      await sync(() => server.undoRun(request));
      dispatch({ kind: 'listed', answer: await server.listRuns() });
    },
    help: (question: HelpQuestion) => lead(() => server.showHelp(question)),
    async askProgress(): Promise<void> {
      const answer = await server.getProgress();
      if (answer.ok) dispatch({ kind: 'progressed', progress: answer.value });
    },
  };
}

export interface PartProps {
  readonly state: SidebarState;
  readonly actions: Actions;
}
