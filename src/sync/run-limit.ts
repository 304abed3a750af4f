import { rowKey } from '../catalog/row';
import type { SyncAction } from '../plan/action';
import type { RowLimit } from '../plan/limit-rows';
import { rowDigests } from '../plan/row-digest';
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
      // Whatever row they stand in by now: people sort between a preview and its sending.
      const rows = new Set(Object.values(shown));
      const words = new Set([...rows, ...Object.values(ifChosen)].flatMap((own) => own.split(' ')));
      return {
        isWithin: (ref) => {
          const own = now[rowKey(ref)] ?? '';
          // A part of it may have been done since.
          return limit.hasBegun ? own.split(' ').every((word) => words.has(word)) : rows.has(own);
        },
        message: 'Not sent: this changed since the preview. Preview again.',
      };
    }
  }
}
