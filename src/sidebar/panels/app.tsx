import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Server } from '../server/server';
import { type Actions, actionsOn } from '../state/actions';
import type { Panel, SidebarState } from '../state/sidebar-state';
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
  useReturn(state, actions);
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
 * Looks at what was done in another page of the add-on or another tab of the browser, once the person is back in this
 * one. They may come back by pressing a button, which must count: then it looks when what that began is over.
 */
function useReturn({ activity, isChoosing, runs }: SidebarState, actions: Actions): void {
  const isBack = useRef(false);
  const isIdle = activity === undefined;
  const listsRuns = runs !== undefined;
  useEffect(() => {
    const look = async () => {
      if (isIdle && isBack.current && (await actions.lookAgain(listsRuns))) isBack.current = false;
    };
    const comeBack = () => {
      isBack.current = true;
      void look();
    };
    const comeIntoSight = () => {
      if (!document.hidden) comeBack();
    };
    void look();
    document.addEventListener('visibilitychange', comeIntoSight);
    if (isChoosing) window.addEventListener('focus', comeBack);
    return () => {
      document.removeEventListener('visibilitychange', comeIntoSight);
      window.removeEventListener('focus', comeBack);
    };
  }, [actions, isIdle, isChoosing, listsRuns]);
}
