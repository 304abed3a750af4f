import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { Server } from '../server/server';
import { type Actions, actionsOn } from '../state/actions';
import type { Panel } from '../state/sidebar-state';
import { OPENING, reduce } from '../state/state';
import { Sidebar } from './sidebar';

const PROGRESS_INTERVAL_MS = 2_500;

/** Holds the state, and asks how far a run is while somebody looks. */
export function App({ server, panel }: { readonly server: Server; readonly panel: Panel | undefined }) {
  const [state, dispatch] = useReducer(reduce, { ...OPENING, panel });
  const actions = useMemo(() => actionsOn(server, dispatch, openPage), [server]);
  useEffect(() => {
    void actions.open(panel);
  }, [actions, panel]);
  const listsRuns = state.runs !== undefined;
  const isIdle = state.activity === undefined;
  const look = () => void actions.lookAgain(listsRuns);
  useReturn(state.isChoosing && isIdle, look);
  useSight(isIdle, look);
  useProgress(actions, state.activity === 'syncing' || state.activity === 'pulling');
  return <Sidebar state={state} actions={actions} />;
}

/** Shows a link to the page as well, where the browser blocks it. */
function openPage(url: string): void {
  window.open(url, '_blank');
}

function useProgress(actions: Actions, isSyncing: boolean): void {
  useEffect(() => {
    if (!isSyncing) return;
    const timer = setInterval(() => {
      if (!document.hidden) void actions.askProgress();
    }, PROGRESS_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [actions, isSyncing]);
}

/**
 * Looks at what another page of the add-on did, once the person is back in this one. They come back by pressing a button, which
 * must count.
 */
function useReturn(isAway: boolean, look: () => void): void {
  useEffect(() => {
    if (!isAway) return;
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [isAway, look]);
}

/** The spreadsheet may be open in two tabs of the browser: what was done in the other is shown once a person is back in this one. */
function useSight(isIdle: boolean, look: () => void): void {
  useEffect(() => {
    if (!isIdle) return;
    const seen = () => {
      if (!document.hidden) look();
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [isIdle, look]);
}
