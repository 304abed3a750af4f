import type { ChatChoice, RunRequest, WantedSchedule } from '../server/answers';
import type { Server } from '../server/server';
import type { SidebarEvent } from './sidebar-event';

/**
 * The schedule, which all who edit the spreadsheet share, the chat that is told of it, and what those without access can
 * do. Where a form keeps what was typed until it is done, it is told whether it was.
 */
export function colleagueActions(server: Server, dispatch: (event: SidebarEvent) => void) {
  const asked = async (ask: () => ReturnType<Server['endRequests']>): Promise<boolean> => {
    dispatch({ kind: 'began', activity: 'asking' });
    const answer = await ask();
    dispatch({ kind: 'requests-answered', answer });
    return answer.ok;
  };
  const schedule = async (ask: () => ReturnType<Server['takeOverSchedule']>): Promise<boolean> => {
    dispatch({ kind: 'began', activity: 'scheduling' });
    const answer = await ask();
    dispatch({ kind: 'scheduled', answer });
    return answer.ok;
  };
  return {
    saveSchedule: (wanted: WantedSchedule | null) => schedule(() => server.saveSchedule(wanted)),
    takeOverSchedule: () => schedule(() => server.takeOverSchedule()),
    async saveChat(choice: ChatChoice | null): Promise<void> {
      dispatch({ kind: 'began', activity: 'telling' });
      dispatch({ kind: 'chat-saved', answer: await server.saveChat(choice) });
    },
    async viewEdits(): Promise<void> {
      dispatch({ kind: 'began', activity: 'viewing-edits' });
      dispatch({ kind: 'edits-viewed', answer: await server.viewEdits() });
    },
    askForRun: (note: Pick<RunRequest, 'from' | 'says'>) => asked(() => server.askForRun(note)),
    endRequests: () => asked(() => server.endRequests()),
  };
}
