import { distinctRows, type RowRef, rowKey } from '../../catalog/tab/row';
import { piecesOf, rowsOf } from '../action-kinds';
import { speakingRows } from '../compare/piece';
import type { SyncAction } from '../model/action';
import { limitsIn, type SetLimits, USUAL_LIMITS } from '../model/policy';
import type { HeldChange } from '../model/sync-plan';
import { actionOutcomes } from '../preview/foretell';
import { rowDigests } from '../preview/row-digest';
import { limitActions } from './limit-rows';
import type { Guarded, TabSize } from './suspicious-changes';

/** Limits of a scheduled run, which nobody watches; a larger change is probably a mistaken paste. */
export const CLOCK_LIMITS = {
  /** New products, and new variants of existing products. */
  creations: USUAL_LIMITS.newItems,
  /** A few rows of a small tab may always change. */
  tab: { share: USUAL_LIMITS.tabRows / 100, rows: 5 },
} as const;

/** Leaves to a person what a scheduled run should not do alone, and says so on its rows. */
export function guardClock(
  actions: readonly SyncAction[],
  sizes: ReadonlyMap<RowRef['sheetId'], Pick<TabSize, 'rows'>>,
  limits?: SetLimits,
): Guarded {
  const creations = actions.filter(isCreation);
  const changes = actions.filter((action) => !isCreation(action));
  const tooManyNew = creations.flatMap(piecesOf).length > limitsIn(limits, null).newItems;
  const tabs = crowdedTabs(changes, sizes, limits);
  const stock = changes.flatMap((action) => ('variantId' in action ? [action] : []));
  const waiting = new Set(stock.filter(({ ref }) => tabs.has(ref.sheetId)).map(({ variantId }) => variantId));
  // Stock may be moved from a row of one tab to a row of another.
  const halves = new Set(
    stock.filter(({ variantId }) => waiting.has(variantId)).map(({ ref }) => rowKey(ref)),
  );
  const kept = limitActions(changes, {
    by: 'first-cell',
    isWithin: (ref) => !tabs.has(ref.sheetId) && !halves.has(rowKey(ref)),
    messageOf: () => '',
  });
  const speaking = new Set(actions.flatMap(piecesOf).flatMap(speakingRows).map(rowKey));
  const told = [
    ...(tooManyNew
      ? heldRows(creations, creations.flatMap(rowsOf), () => reasonNew(creations.flatMap(piecesOf).length))
      : []),
    ...heldRows(
      changes,
      kept.outcomes.map(({ ref }) => ref),
      ({ sheetId }) => tabs.get(sheetId) ?? 'it belongs with a row of a tab of which many rows change',
    ),
  ];
  const held = told.filter(({ ref }) => speaking.has(rowKey(ref)));
  return {
    actions: held.length === 0 ? actions : [...(tooManyNew ? [] : creations), ...kept.actions],
    held,
    outcomes: told.map(({ ref, change, reason }) => ({
      ref,
      status: 'skipped',
      message: `${change} is held: ${reason}. Confirm it in the sidebar, or choose Sync now.`,
    })),
  };
}

const MARK = 'clock|';

/** The changes do not look wrong, but there are too many for a run that nobody watches. */
export function isHeldByClock({ key }: HeldChange): boolean {
  return key.startsWith(MARK);
}

function isCreation(action: SyncAction): boolean {
  return piecesOf(action).some(({ creates }) => creates);
}

function reasonNew(count: number): string {
  return `${count} new items at once are more than the schedule creates by itself`;
}

/** Reasons, by tab, for the tabs of which too large a part would change. */
function crowdedTabs(
  changes: readonly SyncAction[],
  sizes: ReadonlyMap<RowRef['sheetId'], Pick<TabSize, 'rows'>>,
  limits: SetLimits | undefined,
): Map<RowRef['sheetId'], string> {
  const rows = new Map<RowRef['sheetId'], Set<number>>();
  for (const { sheetId, row } of changes.flatMap(piecesOf).flatMap(speakingRows)) {
    const known = rows.get(sheetId);
    if (known) known.add(row);
    else rows.set(sheetId, new Set([row]));
  }
  return new Map(
    [...rows].flatMap(([sheetId, { size }]): [RowRef['sheetId'], string][] => {
      const all = sizes.get(sheetId)?.rows ?? 0;
      if (size <= Math.max(CLOCK_LIMITS.tab.rows, (limitsIn(limits, sheetId).tabRows / 100) * all)) return [];
      return [
        [
          sheetId,
          `${size} of ${all} rows of this tab change at once, more than the schedule sends by itself`,
        ],
      ];
    }),
  );
}

function heldRows(
  actions: readonly SyncAction[],
  refs: readonly RowRef[],
  reasonOf: (ref: RowRef) => string,
): HeldChange[] {
  const digests = rowDigests(actions);
  const words = new Map<string, string[]>();
  for (const { ref, message } of actions.flatMap(actionOutcomes)) {
    const key = rowKey(ref);
    const said = message.replace(/\.$/, '') || 'A new item';
    words.set(key, [...(words.get(key) ?? []), said]);
  }
  return distinctRows(refs).map((ref) => ({
    key: `${MARK}${rowKey(ref)}|${digests[rowKey(ref)] ?? ''}`,
    ref,
    change: words.get(rowKey(ref))?.join(', ') ?? 'A change',
    reason: reasonOf(ref),
  }));
}
