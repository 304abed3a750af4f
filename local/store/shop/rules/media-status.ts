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

/** Endings of files of which Shopify makes no image; sources disagree about some of them. */
const NO_IMAGE = /\.(tiff?|heic|heif|svg|psd|pdf|zip|html?|mp4|mov)$/i;

/** Addresses that show a page to a person, and those of which the name can never be found (RFC 2606). */
const NO_FILE =
  /^https?:\/\/((drive|photos|docs)\.google\.com\/(?!uc\?)|(www\.)?dropbox\.com\/(?!.*[?&](raw|dl)=1)|[^/]+\.invalid(\/|$))/i;

/** Whether an image can be made of what stands at an address, as far as the address tells: nothing is fetched here. */
export function canBeFetched({
  originalSource,
  contentType,
}: Pick<MediaFile, 'originalSource' | 'contentType'>): boolean {
  return contentType !== 'IMAGE' || !(NO_FILE.test(originalSource) || isNoImage(originalSource));
}

/** MediaError of the schema; the codes are its own, the texts plausible only. */
export function mediaErrors(file: MediaFile, nowMs: number) {
  if (mediaStatus(file, nowMs) !== 'FAILED') return [];
  const [code, message] = isNoImage(file.originalSource)
    ? ['UNSUPPORTED_IMAGE_FILE_TYPE', 'Image file type is not supported']
    : ['IMAGE_DOWNLOAD_FAILURE', 'Image could not be downloaded'];
  return [{ code, message, details: null }];
}

function isNoImage(address: string): boolean {
  return NO_IMAGE.test(address.replace(/[?#].*$/, ''));
}
