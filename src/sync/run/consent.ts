import type { Outside } from '../ground/services';

/** What somebody has to have seen of this spreadsheet with this shop before the next step is taken. */
type Step =
  /** What a sync would do. */
  | 'previewed'
  /** A whole sync, through to its end. Before that the clock does nothing: nobody has ever watched what it would do. */
  | 'run-by-hand';

export function markSeen(outside: Outside, step: Step, shop: string): void {
  if (!wasSeen(outside, step, shop)) outside.settings.save(step, mark(outside, shop));
}

/** A copy of the spreadsheet, or another shop, asks anew. */
export function wasSeen(outside: Outside, step: Step, shop: string): boolean {
  return outside.settings.load(step) === mark(outside, shop);
}

export function forgetPreview(settings: Outside['settings']): void {
  settings.remove('previewed' satisfies Step);
}

function mark({ sheets }: Outside, shop: string): string {
  return `${sheets.spreadsheetId()} ${shop}`;
}
