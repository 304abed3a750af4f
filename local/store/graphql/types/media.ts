import { createHash } from 'node:crypto';
import { cdnUrl } from '../../shop/normalise/image-url';
import { mediaErrors, mediaStatus } from '../../shop/rules/media-status';
import { gid, gidNumber } from '../../shop/state/ids';
import type { MediaFile } from '../../shop/state/media';
import type { ExecutionContext } from '../execution/context';
import type { ObjectFields } from '../execution/field-resolver';

/** The Image of a picture, which exists once Shopify has fetched it; null before (recorded). */
export function imageOf(file: MediaFile, context: ExecutionContext) {
  if (file.contentType !== 'IMAGE' || mediaStatus(file, context.nowMs) !== 'READY') return null;
  const url = cdnUrl(file, context.state.shop);
  return {
    id: gid('ImageSource', gidNumber(file.id)),
    altText: file.alt,
    url,
    src: url,
    originalSrc: url,
    transformedSrc: url,
    width: 1000,
    height: 1000,
    thumbhash: createHash('sha256').update(url).digest('base64').slice(0, 28),
  };
}

export const fileFields: ObjectFields<MediaFile> = {
  fileErrors: () => [],
  fileStatus: (file, _args, { nowMs }) => mediaStatus(file, nowMs),
  mediaContentType: (file) => file.contentType,
  mediaErrors: (file, _args, { nowMs }) => mediaErrors(file, nowMs),
  mediaWarnings: () => [],
  preview: (file, _args, context) => ({
    image: imageOf(file, context),
    status: mediaStatus(file, context.nowMs),
  }),
  status: (file, _args, { nowMs }) => mediaStatus(file, nowMs),
  url: (file, _args, { state }) => cdnUrl(file, state.shop),
};

export const mediaImageFields: ObjectFields<MediaFile> = {
  ...fileFields,
  image: (file, _args, context) => imageOf(file, context),
  mimeType: (file) =>
    `image/${file.filename.split('.').at(-1)?.toLowerCase().replace('jpg', 'jpeg') ?? 'jpeg'}`,
  originalSource: (file, _args, { state, nowMs }) =>
    mediaStatus(file, nowMs) === 'READY' ? { url: cdnUrl(file, state.shop), fileSize: 0 } : null,
};

export const externalVideoFields: ObjectFields<MediaFile> = {
  ...fileFields,
  embedUrl: (file) => embedUrl(file.originalSource),
  embeddedUrl: (file) => embedUrl(file.originalSource),
  host: (file) => (/vimeo/.test(file.originalSource) ? 'VIMEO' : 'YOUTUBE'),
  originUrl: (file) => file.originalSource,
};

/** YouTube and Vimeo pages as Shopify embeds them. */
function embedUrl(url: string): string {
  const video = /(?:v=|youtu\.be\/|vimeo\.com\/|embed\/)([\w-]+)/.exec(url)?.[1] ?? '';
  return /vimeo/.test(url)
    ? `https://player.vimeo.com/video/${video}`
    : `https://www.youtube.com/embed/${video}`;
}
