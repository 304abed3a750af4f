import type { HeldChoice } from './answers';
import { syncToEnd } from './long-run';
import type { Server } from './server';
import type { SidebarEvent } from './state';
import { tabChoice } from './tab-choice';

/** What a person can do in the sidebar. Each begins an activity, asks the server, and ends with what it answered. */
export type Actions = ReturnType<typeof actionsOn>;

export function actionsOn(server: Server, dispatch: (event: SidebarEvent) => void) {
  return {
    async open(): Promise<void> {
      dispatch({ kind: 'began', activity: 'opening' });
      dispatch({ kind: 'opened', answer: await server.getOverview() });
    },
    async connect(credentials: Parameters<Server['saveConnection']>[0]): Promise<void> {
      dispatch({ kind: 'began', activity: 'connecting' });
      dispatch({ kind: 'connected', answer: await server.saveConnection(credentials) });
    },
    async testConnection(): Promise<void> {
      dispatch({ kind: 'began', activity: 'testing' });
      dispatch({ kind: 'connected', answer: await server.testConnection() });
    },
    async disconnect(): Promise<void> {
      dispatch({ kind: 'began', activity: 'disconnecting' });
      dispatch({ kind: 'disconnected', answer: await server.disconnect() });
    },
    chooseTabs: tabChoice(server, dispatch),
    async preview(): Promise<void> {
      dispatch({ kind: 'began', activity: 'previewing' });
      dispatch({ kind: 'ran', as: 'preview', answer: await server.previewSync() });
    },
    async sync(): Promise<void> {
      dispatch({ kind: 'began', activity: 'syncing' });
      dispatch({ kind: 'ran', as: 'run', answer: await syncToEnd(server, () => server.startSync()) });
    },
    async continue(): Promise<void> {
      dispatch({ kind: 'began', activity: 'syncing' });
      dispatch({ kind: 'ran', as: 'run', answer: await syncToEnd(server, () => server.continueSync()) });
    },
    async confirmHeld(choice: HeldChoice): Promise<void> {
      dispatch({ kind: 'began', activity: 'syncing' });
      dispatch({ kind: 'ran', as: 'run', answer: await syncToEnd(server, () => server.confirmHeld(choice)) });
    },
    async askProgress(): Promise<void> {
      const answer = await server.getProgress();
      if (answer.ok) dispatch({ kind: 'progressed', progress: answer.value });
    },
  };
}
