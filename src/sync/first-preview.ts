import type { Settings } from '../ports/settings';

const KEY = 'previewed';

/** Remembers that somebody saw what a sync of this spreadsheet would do. */
export function markPreviewed(settings: Settings): void {
  settings.save(KEY, 'yes');
}

export function wasPreviewed(settings: Settings): boolean {
  return settings.load(KEY) !== undefined;
}
