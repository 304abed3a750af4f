import type { Batch } from '../../plan/model/batch';
import type { Problem } from '../../ports/problem';
import { problemOf, type StopReason } from '../run/stop-check';

/** What became of the batches that an execution was to send. */
export interface Progress {
  /** Batches whose outcome is known. */
  readonly sent: number;
  /** Batches that were not done when the execution had to end; the next one plans them again. */
  readonly left: number;
  /** Something was sent and no answer tells what became of it, or it has to be planned again on what stands there. */
  readonly hasUnknown: boolean;
  /** Shopify lets the app create no more variants today. */
  readonly isVariantDayOver: boolean;
  /** What follows from the answers: without a refused neighbour, or after a creation. */
  readonly more: readonly Batch[];
  /** Why the execution has to end before its work is done. */
  readonly stopReason: StopReason | undefined;
}

export const NO_PROGRESS: Progress = {
  sent: 0,
  left: 0,
  hasUnknown: false,
  isVariantDayOver: false,
  more: [],
  stopReason: undefined,
};

/** The first reason to stop counts. */
export function add(before: Progress, then: Progress): Progress {
  return {
    sent: before.sent + then.sent,
    left: before.left + then.left,
    hasUnknown: before.hasUnknown || then.hasUnknown,
    isVariantDayOver: before.isVariantDayOver || then.isVariantDayOver,
    more: [...before.more, ...then.more],
    stopReason: before.stopReason ?? then.stopReason,
  };
}

/** What a person is told of why it ended. */
export function problemIn({ stopReason }: Progress): Problem | undefined {
  return stopReason && problemOf(stopReason);
}
