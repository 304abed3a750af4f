import type { MediaFile } from '../state/media';

/**
 * How long a file stays in each state. Recorded: an answer to the upload says UPLOADED, one a moment later
 * PROCESSING, later ones READY; the durations themselves are not documented.
 */
const processingAfterMs = 100;
const readyAfterMs = 3_000;

/** MediaStatus of the schema. */
export function mediaStatus(file: MediaFile, nowMs: number): 'UPLOADED' | 'PROCESSING' | 'READY' | 'FAILED' {
  const ageMs = nowMs - file.uploadedAtMs;
  if (ageMs < processingAfterMs) return 'UPLOADED';
  if (ageMs < readyAfterMs) return 'PROCESSING';
  return file.failed ? 'FAILED' : 'READY';
}

/** FileStatus of the schema: the same states. */
export const fileStatus = mediaStatus;
