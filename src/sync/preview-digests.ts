import { FIELD_GROUPS, type SyncPolicy } from '../plan/policy';
import { type RowDigests, rowDigests } from '../plan/row-digest';
import type { SyncPlan } from '../plan/sync-plan';
import { fields, mapOf, text } from '../ports/shape';

/** What a preview showed of each row, so that exactly this can be sent later. */
export interface PreviewDigests {
  /** What it would send, or hold until it is confirmed. */
  readonly shown: RowDigests;
  /** What it would send beside that, once a person has chosen a side where it asks for one. */
  readonly ifChosen: RowDigests;
}

const digests = mapOf(text(1_000_000));

export const previewDigestsShape = fields<PreviewDigests>({ shown: digests, ifChosen: digests });

export const NO_PREVIEW: PreviewDigests = { shown: {}, ifChosen: {} };

/** `planWith` plans the same once more as if a person had answered beforehand; nothing is read again for it. */
export function previewDigests(plan: SyncPlan, planWith: (answers: Answers) => SyncPlan): PreviewDigests {
  const asks = plan.conflicts.length > 0 || FIELD_GROUPS.some((group) => plan.unknownBase[group] > 0);
  return {
    shown: rowDigests(plan.actions),
    ifChosen: asks ? rowDigests(ANSWERS.flatMap((answers) => planWith(answers).actions)) : {},
  };
}

type Answers = Pick<SyncPolicy, 'onConflict' | 'onUnknownBase'>;

const SHEET = { products: 'sheet', inventory: 'sheet', prices: 'sheet' } as const;

/** To keep what Shopify has sends nothing. */
const ANSWERS: readonly Answers[] = [
  { onUnknownBase: SHEET, onConflict: SHEET },
  { onUnknownBase: SHEET, onConflict: { ...SHEET, inventory: 'add' } },
];
