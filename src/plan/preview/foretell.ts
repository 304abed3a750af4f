import { type RowRef, rowKey } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { kindOf } from '../action-kinds';
import type { SyncAction } from '../model/action';
import { type RowOutcome, type RowResult, rowResult } from '../model/row-outcome';
import type { SyncPlan } from '../model/sync-plan';

/** Tells the rows of an action what happens on success. */
export function actionOutcomes(action: SyncAction): readonly RowOutcome[] {
  return kindOf(action).foretell(action, false);
}

/** Adds the outcomes of a preview, including what follows an action automatically once the store has answered. */
export function foreseenOutcomes(action: SyncAction): readonly RowOutcome[] {
  return foresee(kindOf(action).foretell(action, true));
}

/** A run's words, and a preview's words for the same. Events before the run stay in the past tense. */
const FUTURE: readonly (readonly [RegExp, string])[] = [
  [/^Published to/, 'Will be published to'],
  [/^Taken off/, 'Will be taken off'],
  [/^Image removed:/, 'An image will be removed:'],
  [/^Image added\.$/, 'An image will be added.'],
  [/^Video removed:/, 'A video will be removed:'],
  [/^Video added\.$/, 'A video will be added.'],
  [/, so it is (\w+)\.$/, ', so it will be $1.'],
  [
    /\b(was|were) (not )?(sent|added|synced|undone|left alone|left out)\b(?! to it,| from here| and is)/g,
    'will $2be $3',
  ],
  [/\bwas taken from Shopify\.$/, 'will be taken from Shopify.'],
  [/(^|[.:] )Not (created|published|sent|synced)(?=[.:])/g, '$1Will not be $2'],
];

/** Values in the sentences that show them: a merchant's text is left unchanged, even where it looks like our words. */
const SHOWN =
  /“[^”]*”|(?<=Shopify has ).*?(?=, (the sheet|no longer|and the spreadsheet) )|(?<=, the sheet ).*?(?=\. (Choose|Shopify sets|Nothing is sent|The cell was)|\.$)|(?<=you changed it to ).*(?= in Shopify\. Choose)|^.* → .*?(?=, from Shopify\.$| comes first\.| waits: |$)/g;

function inFuture(message: string): string {
  const shown: string[] = [];
  const masked = message.replace(SHOWN, (value) => `\uE000${shown.push(value) - 1}\uE001`);
  const told = FUTURE.reduce((text, [past, future]) => text.replace(past, future), masked);
  return told.replace(/\uE000(\d+)\uE001/g, (_, index) => shown[Number(index)] ?? '');
}

/** Rewords messages for a preview, in the future tense. */
export function foresee(outcomes: readonly RowOutcome[]): RowOutcome[] {
  return outcomes.map((outcome) => ({ ...outcome, message: inFuture(outcome.message) }));
}

type Foreseen = Pick<SyncPlan, 'outcomes' | 'actions'>;

/** Everything that a preview says of a plan, and of what would be sent for it. */
export function foreseenIn({ outcomes, actions }: Foreseen): RowOutcome[] {
  return [...foresee(outcomes), ...actions.flatMap(foreseenOutcomes)];
}

/** The same as one status and message for each of the rows. */
export function foreseenResults(rows: readonly RowRef[], plan: Foreseen): RowResult[] {
  const byRow = groupBy(foreseenIn(plan), ({ ref }) => rowKey(ref));
  return rows.map((ref) => rowResult(ref, byRow.get(rowKey(ref)) ?? []));
}
