import type { Server } from '../server/server';
import type { SidebarEvent } from './sidebar-event';

/**
 * Saves ticks while a person goes on ticking: one call at a time, the last choice in the end. What could not be saved
 * is unticked again, because a tab that looks ticked and is not would be left out unseen.
 */
export function tabChoice(server: Pick<Server, 'chooseTabs'>, dispatch: (event: SidebarEvent) => void) {
  let wanted: readonly number[] | undefined;
  return async (sheetIds: readonly number[], saved: readonly number[]): Promise<void> => {
    const isSaving = wanted !== undefined;
    wanted = sheetIds;
    if (!isSaving) dispatch({ kind: 'began', activity: 'choosing' });
    dispatch({ kind: 'ticked', sheetIds });
    if (isSaving) return;
    let answer: Awaited<ReturnType<Server['chooseTabs']>>;
    let asked: readonly number[];
    do {
      asked = wanted;
      answer = await server.chooseTabs({ sheetIds: asked });
    } while (answer.ok && asked !== wanted);
    wanted = undefined;
    if (!answer.ok) dispatch({ kind: 'ticked', sheetIds: saved });
    dispatch({ kind: 'chosen', answer });
  };
}
