import type { RowDigests } from '../../plan/preview/row-digest';
import { fields, mapOf, maybe, text } from '../../ports/shape';

/** What a preview showed of each row, so that exactly this can be sent later. */
export interface PreviewDigests {
  /** Names the preview. */
  readonly id?: string;
  /** What it would send, or hold until it is confirmed. */
  readonly shown: RowDigests;
}

export const previewDigestsShape = fields<PreviewDigests>({
  id: maybe(text()),
  shown: mapOf(text(1_000_000)),
});

export const NO_PREVIEW: PreviewDigests = { shown: {} };
