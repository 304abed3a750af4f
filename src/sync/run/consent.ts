import type { Outside } from '../ground/services';

const KEY = 'previewed';

/** Remembers that somebody saw what a sync of this spreadsheet with this shop would do. */
export function markPreviewed(outside: Outside, shop: string): void {
  outside.settings.save(KEY, mark(outside, shop));
}

/** A copy of the spreadsheet, or another shop, asks for a preview of its own. */
export function wasPreviewed(outside: Outside, shop: string): boolean {
  return outside.settings.load(KEY) === mark(outside, shop);
}

export function forgetPreview(settings: Outside['settings']): void {
  settings.remove(KEY);
}

function mark({ sheets }: Outside, shop: string): string {
  return `${sheets.spreadsheetId()} ${shop}`;
}
