import type { Settings } from '../server/answers';
import type { Server } from '../server/server';
import type { SidebarEvent } from './sidebar-event';

/**
 * Saves settings while a person goes on choosing: one call at a time, the last choice in the end. What could not be
 * saved is shown as it was.
 */
export function settingsChoice(
  server: Pick<Server, 'saveSettings'>,
  dispatch: (event: SidebarEvent) => void,
): (settings: Settings, saved: Settings) => Promise<void> {
  let wanted: Settings | undefined;
  return async (settings, saved) => {
    const isSaving = wanted !== undefined;
    wanted = settings;
    dispatch({ kind: 'set', settings });
    if (isSaving) return;
    let answer: Awaited<ReturnType<Server['saveSettings']>>;
    let asked: Settings;
    do {
      asked = wanted;
      answer = await server.saveSettings(asked);
    } while (answer.ok && asked !== wanted);
    wanted = undefined;
    if (!answer.ok) dispatch({ kind: 'settings-refused', settings: saved, problem: answer.problem });
  };
}
