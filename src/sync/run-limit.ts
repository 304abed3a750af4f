import type { SyncAction } from '../plan/action';
import { anchorKey } from '../plan/anchors';
import type { RowLimit } from '../plan/limit-rows';
import { type RowDigests, rowDigests } from '../plan/row-digest';

/** What a person limited a run to; kept with the run, so that its continuation is limited as well. */
export type RunLimit =
  | {
      readonly kind: 'selection';
      readonly sheetId: number;
      readonly rows: readonly (readonly [first: number, last: number])[];
    }
  /** Only what the last preview showed, value for value. */
  | { readonly kind: 'preview' };

/** The rows of a plan that the run may act on; undefined where it may act on all. */
export function rowLimit(
  limit: RunLimit | undefined,
  actions: readonly SyncAction[],
  previewed: RowDigests,
): RowLimit | undefined {
  switch (limit?.kind) {
    case undefined:
      return undefined;
    case 'selection':
      return {
        isWithin: ({ sheetId, row }) =>
          sheetId === limit.sheetId && limit.rows.some(([first, last]) => row >= first && row <= last),
        message:
          'Not sent: it was not selected, or not all rows that it belongs with. Select them all, or sync everything.',
      };
    case 'preview': {
      const now = rowDigests(actions);
      return {
        isWithin: (ref) => now[anchorKey(ref)] === previewed[anchorKey(ref)],
        message: 'Not sent: this changed since the preview. Preview again.',
      };
    }
  }
}
