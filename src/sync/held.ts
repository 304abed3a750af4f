import type { HeldChange } from '../plan/guards';
import { hashText } from '../plan/hash-text';
import type { HeldView } from './answers';

/** What the sidebar shows at once; the rows themselves say it too. */
const MOST_SHOWN = 50;

export function viewHeld(held: readonly HeldChange[]): HeldView {
  return {
    count: held.length,
    digest: digestOf(held),
    shown: held.slice(0, MOST_SHOWN).map(({ ref, change, reason }) => ({
      sheetId: ref.sheetId,
      tab: ref.tab,
      row: ref.row,
      change,
      reason,
    })),
  };
}

/** One word for a set of held changes: another value, another word. */
export function digestOf(held: readonly HeldChange[]): string {
  return hashText(
    held
      .map(({ key }) => key)
      .sort()
      .join('\n'),
  );
}
