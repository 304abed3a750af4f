import { type RowRef, rowKey } from '../../catalog/tab/row';
import type { Limit } from '../../plan/guards/limit-rows';
import type { SyncPlan } from '../../plan/model/sync-plan';
import { rowDigests, tickedPieces } from '../../plan/preview/row-digest';
import type { Problem } from '../../ports/problem';
import type { PreviewDigests } from '../memory/state-journal';
import type { State } from '../memory/state-tab';
import type { TabInRun } from '../tabs/read-catalog';
import { digestOf } from './questions';

/** The part to which a person limited a run; stored with the run, so that its continuation is limited as well. */
export type RunLimit =
  | {
      readonly kind: 'selection';
      readonly sheetId: number;
      readonly rows: readonly (readonly [first: number, last: number])[];
      /** The names of its rows are saved with it. The first release knew them by their numbers alone. */
      readonly isNamed?: true | undefined;
    }
  /** Only what the last preview showed, value for value. Once the run has begun, a part of it may be done already. */
  | { readonly kind: 'preview'; readonly id: string | undefined; readonly hasBegun?: true }
  /** Only what a person decided, whose keys stand in the state tab; the digest is of these keys and no others. */
  | { readonly kind: 'chosen'; readonly digest: string }
  /** Only the changes of a preview that a person ticked, value for value; kept as decisions are. */
  | { readonly kind: 'ticked'; readonly digest: string; readonly hasBegun?: true };

export function tickedLimit(ticks: readonly string[]): RunLimit {
  return { kind: 'ticked', digest: digestOf(ticks) };
}

export function chosenLimit(keys: readonly string[]): RunLimit {
  return { kind: 'chosen', digest: digestOf(keys) };
}

/** The decision of a person for the run. Keys that anybody else put into the state tab are no decision. */
export function chosenBy(
  limit: RunLimit | undefined,
  { chosen }: Pick<State, 'chosen'>,
): ReadonlySet<string> {
  return limit?.kind === 'chosen' ? namedBy(limit, chosen) : new Set();
}

function namedBy({ digest }: { readonly digest: string }, chosen: readonly string[]): ReadonlySet<string> {
  return new Set(digest === digestOf(chosen) ? chosen : []);
}

/** Tells whether the run does what stands in the state tab under its name. */
export function isDecided(limit: RunLimit | undefined): boolean {
  return limit?.kind === 'chosen' || limit?.kind === 'ticked';
}

/** The same limit for every later plan of the run. */
export function onceBegun(limit: RunLimit | undefined): RunLimit | undefined {
  return limit?.kind === 'preview' || limit?.kind === 'ticked' ? { ...limit, hasBegun: true } : limit;
}

/** Tells whether somebody previewed since, so that the memory holds what another page was shown. */
export function isOtherPreview(limit: RunLimit | undefined, id: string | undefined): boolean {
  return limit?.kind === 'preview' && limit.id !== undefined && limit.id !== id;
}

export function isSelected(limit: RunLimit | undefined, { sheetId, row }: RowRef): boolean {
  return (
    limit?.kind === 'selection' &&
    sheetId === limit.sheetId &&
    limit.rows.some(([first, last]) => row >= first && row <= last)
  );
}

interface Standing {
  readonly tabs: readonly Pick<TabInRun, 'sheetId' | 'identities'>[];
  readonly desired: { readonly rows: readonly RowRef[] };
}

/**
 * A digest of the rows that were selected, saved as decisions are: row numbers mean other rows once somebody sorts.
 * Empty where there is nothing to sync; undefined for a run of another kind.
 */
export function selectedRows(
  limit: RunLimit | undefined,
  { tabs, desired }: Standing,
): readonly string[] | undefined {
  if (limit?.kind !== 'selection') return undefined;
  const isOwn = (row: number) => isSelected(limit, { sheetId: limit.sheetId, tab: '', row });
  if (!desired.rows.some((ref) => isSelected(limit, ref))) return [];
  const named = tabs.find(({ sheetId }) => sheetId === limit.sheetId)?.identities ?? [];
  return [digestOf([...named].filter(([row]) => isOwn(row)).map(String))];
}

/** The reason why the rows selected now are not those that a person selected; `before` is their digest when the run began. */
export function whyLost(
  limit: RunLimit | undefined,
  selected: readonly string[],
  before: readonly string[] | undefined,
): Problem | undefined {
  if (before === undefined) return selected.length === 0 ? NONE_SELECTED : undefined;
  const isNamed = limit?.kind === 'selection' && limit.isNamed;
  return isNamed && before.join() !== selected.join() ? SELECTION_MOVED : undefined;
}

const NONE_SELECTED: Problem = {
  kind: 'invalid-input',
  message: 'None of the selected rows is in a tab that is synced.',
  nextStep: 'Tick the tab in the sidebar, select rows with products in it, and try again.',
};

const SELECTION_MOVED: Problem = {
  kind: 'invalid-input',
  message: 'The selected rows were moved before their sync came to its end.',
  nextStep: 'Select them again, and choose Sync selected rows.',
};

interface Shown {
  readonly previewed: PreviewDigests;
  readonly chosen: readonly string[];
  readonly isHidden: (ref: RowRef) => boolean;
}

/** The rows of a plan that the run may act on; undefined where it may act on all. */
export function rowLimit(
  limit: RunLimit | undefined,
  { actions, kept }: Pick<SyncPlan, 'actions' | 'kept'>,
  { previewed: { id, shown }, chosen, isHidden }: Shown,
): Limit | undefined {
  switch (limit?.kind) {
    case undefined:
    case 'chosen':
      return undefined;
    case 'selection':
      return {
        by: 'any-cell',
        isWithin: (ref) => isSelected(limit, ref) && !isHidden(ref),
        messageOf: (ref) =>
          isSelected(limit, ref) && isHidden(ref)
            ? 'Not sent: this row is hidden. Show it and sync it again, or sync everything.'
            : 'Not sent: it was not selected, or not all rows that it belongs with. Select them all, or sync everything.',
      };
    case 'ticked':
      return {
        by: 'change',
        isWithin: tickedPieces(actions, namedBy(limit, chosen), limit.hasBegun === true),
        messageOf: () =>
          'Not sent: it was left out, or changed since you ticked it. Choose Preview changes, and send what it shows.',
      };
    case 'preview': {
      const now = rowDigests(actions, kept);
      const isOther = isOtherPreview(limit, id);
      // In whichever row they are now: people sort between a preview and its sending.
      const rows = new Set(Object.values(shown));
      const words = new Set([...rows].flatMap((own) => own.split(' ')));
      return {
        by: 'first-cell',
        isWithin: (ref) => {
          if (isOther) return false;
          const own = now[rowKey(ref)] ?? '';
          // A part of it may have been done since.
          return limit.hasBegun ? own.split(' ').every((word) => words.has(word)) : rows.has(own);
        },
        messageOf: () => 'Not sent: this changed since the preview. Preview again.',
      };
    }
  }
}
