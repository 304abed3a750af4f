import type { MediaFile } from '../state/media';

/**
 * Duration of each state of a file. Recorded: an answer to the upload says UPLOADED, one a moment later
 * PROCESSING, later ones READY; the durations themselves are not documented.
 */
const processingAfterMs = 100;
const readyAfterMs = 3_000;
/** Recorded: a video is still UPLOADED when images that came with it are PROCESSING. */
const videoProcessingAfterMs = 1_000;

/** MediaStatus of the schema, and FileStatus, which has the same states. */
export function mediaStatus(file: MediaFile, nowMs: number): 'UPLOADED' | 'PROCESSING' | 'READY' | 'FAILED' {
  const ageMs = nowMs - file.uploadedAtMs;
  if (ageMs < (file.contentType === 'VIDEO' ? videoProcessingAfterMs : processingAfterMs)) return 'UPLOADED';
  if (ageMs < readyAfterMs) return 'PROCESSING';
  return file.failed && !isBeingReplaced(file, nowMs) ? 'FAILED' : 'READY';
}

/** Recorded: a file whose source was replaced stays READY, with its old preview and no image for a while. */
export const isBeingReplaced = ({ replacedAtMs }: MediaFile, nowMs: number): boolean =>
  replacedAtMs !== undefined && nowMs - replacedAtMs < readyAfterMs;

/** Endings of files whose content type is no image's, and of which Shopify makes none; sources disagree about some. */
const NO_IMAGE =
  /\/[^/]*\.(tiff?|heic|heif|svgz?|ico|psd|ai|eps|raw|pdf|zip|rar|7z|gz|tar|txt|md|json|xml|csv|tsv|css|js|x?html?|aspx?|docx?|xlsx?|pptx?|mp[34]|wav|mov|avi|webm|mkv)$/i;

/** Addresses that show a page to a person, those that nobody reaches from outside, and names never found (RFC 2606). */
const NO_FILE = new RegExp(
  [
    '(drive|photos|docs)\\.google\\.com/(?!uc\\?)',
    '(www\\.)?dropbox\\.com/(?!.*[?&](raw|dl)=1)',
    '([\\w-]+\\.)*wiki[mp]edia\\.org/wiki/(?!special:)',
    'github\\.com/[^/]+/[^/]+/blob/(?!.*[?&]raw=)',
    '(www\\.)?(ibb\\.co|postimg\\.cc|canva\\.com|figma\\.com|mega\\.nz|etsy\\.com|youtube\\.com|vimeo\\.com)/',
    '(localhost|10\\.[\\d.]+|127\\.[\\d.]+|192\\.168\\.[\\d.]+|[^/.]+|[^/]+\\.(invalid|local))(:\\d+)?(/|$)',
  ]
    .map((address) => `^https?://${address}`)
    .join('|'),
  'i',
);

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
