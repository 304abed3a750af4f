import type { Services } from '../ground/services';

/** Something that somebody has to have seen of this spreadsheet with this shop before the next step is taken. */
type Step =
  /** A preview of a sync. */
  | 'previewed'
  /** A whole sync, through to its end. Before that the clock does nothing: nobody has ever watched what it would do. */
  | 'run-by-hand';

export function markSeen(services: Services, step: Step, shop: string): void {
  if (!wasSeen(services, step, shop)) services.settings.save(step, mark(services, shop));
}

/** Tells whether somebody saw this step; for a copy of the spreadsheet, or another shop, nobody did. */
export function wasSeen(services: Services, step: Step, shop: string): boolean {
  return services.settings.load(step) === mark(services, shop);
}

export function forgetPreview(settings: Services['settings']): void {
  settings.remove('previewed' satisfies Step);
}

function mark({ spreadsheet }: Services, shop: string): string {
  return `${spreadsheet.id()} ${shop}`;
}
