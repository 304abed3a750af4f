import type { SyncAction } from '../plan/action';
import { anchorKey } from '../plan/anchors';
import type { RowLimit } from '../plan/limit-rows';
import { isPartOf, rowDigests } from '../plan/row-digest';
import type { PreviewDigests } from './preview-digests';

/** What a person limited a run to; kept with the run, so that its continuation is limited as well. */
export type RunLimit =
  | {
      readonly kind: 'selection';
      readonly sheetId: number;
      readonly rows: readonly (readonly [first: number, last: number])[];
    }
  /** Only what the last preview showed, value for value. Once the run has begun, a part of it may be done already. */
  | { readonly kind: 'preview'; readonly hasBegun?: true };

/** The same limit for every later plan of the run. */
export function onceBegun(limit: RunLimit | undefined): RunLimit | undefined {
  return limit?.kind === 'preview' ? { ...limit, hasBegun: true } : limit;
}

/** The rows of a plan that the run may act on; undefined where it may act on all. */
export function rowLimit(
  limit: RunLimit | undefined,
  actions: readonly SyncAction[],
  { shown, ifChosen }: PreviewDigests,
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
        isWithin: (ref) => {
          const key = anchorKey(ref);
          return limit.hasBegun
            ? isPartOf(now[key] ?? '', shown[key], ifChosen[key])
            : now[key] === shown[key];
        },
        message: 'Not sent: this changed since the preview. Preview again.',
      };
    }
  }
}
