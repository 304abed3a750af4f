import type { Settings, SettingsChange } from '../server/answers';
import type { Server } from '../server/server';
import type { SidebarEvent } from './sidebar-event';

/** Choice of a person, and the settings with it, shown until the server has answered. */
export interface SettingsChoice {
  readonly change: SettingsChange;
  readonly shown: Settings;
}

/**
 * Saves settings while a person goes on choosing: only what they chose, one call at a time. Then it shows what the
 * server has, which may hold choices of another sidebar. From a refusal on nothing is saved, and what was saved before
 * is shown.
 */
export function settingsChoice(
  server: Pick<Server, 'saveSettings'>,
  dispatch: (event: SidebarEvent) => void,
): (choice: SettingsChoice, saved: Settings) => Promise<void> {
  let waiting: readonly SettingsChange[] = [];
  return async ({ change, shown }, saved) => {
    const isSaving = waiting.length > 0;
    waiting = [...waiting, change];
    dispatch({ kind: 'set', settings: shown });
    if (isSaving) return;
    let settings = saved;
    for (let [next] = waiting; next; [next] = waiting) {
      const answer = await server.saveSettings(next);
      if (!answer.ok) {
        waiting = [];
        dispatch({ kind: 'settings-refused', settings, problem: answer.problem });
        return;
      }
      settings = answer.value;
      waiting = waiting.slice(1);
    }
    dispatch({ kind: 'set', settings });
  };
}
