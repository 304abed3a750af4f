import type { Outside } from '../ground/services';

const KEY = 'run-by-hand';

/** Remembers that somebody saw a whole sync of this spreadsheet with this shop through to its end. */
export function markFinishedByHand(outside: Outside, shop: string): void {
  if (!wasFinishedByHand(outside, shop)) outside.settings.save(KEY, mark(outside, shop));
}

/** Before that, the clock does nothing: what it would do to the store nobody has ever watched. */
export function wasFinishedByHand(outside: Outside, shop: string): boolean {
  return outside.settings.load(KEY) === mark(outside, shop);
}

function mark({ sheets }: Outside, shop: string): string {
  return `${sheets.spreadsheetId()} ${shop}`;
}
