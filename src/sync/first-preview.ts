import { fail, type Result } from '../ports/problem';
import type { Settings } from '../ports/settings';
import type { Outside } from './outside';

const KEY = 'previewed';

/** Remembers that somebody saw what a sync of this spreadsheet would do. */
export function markPreviewed(settings: Settings): void {
  settings.save(KEY, 'yes');
}

/** Nothing is written to a store before a person has seen a first preview. */
export function refuseUnseen({ settings }: Outside): Result<never> | undefined {
  if (settings.load(KEY)) return undefined;
  return fail(
    'no-preview',
    'Nobody has seen yet what a sync of this spreadsheet would do.',
    'Choose Preview changes first; nothing is sent by it.',
  );
}
