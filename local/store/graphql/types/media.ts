import { createHash } from 'node:crypto';
import { cdnUrl } from '../../shop/normalise/image-url';
import { isBeingReplaced, mediaErrors, mediaStatus } from '../../shop/rules/media-status';
import { gid, gidNumber } from '../../shop/state/ids';
import type { MediaFile } from '../../shop/state/media';
import type { ExecutionContext } from '../execution/context';
import type { ObjectFields } from '../execution/field-resolver';

/** No bytes are kept: an address that names a size (as those of placeholder services do) is believed. */
function sizeOf(file: MediaFile, { nowMs }: ExecutionContext) {
  const source = isBeingReplaced(file, nowMs) ? (file.replacedSource ?? '') : file.originalSource;
  const [, width = '1000', height = '1000'] = /\b(\d{2,4})x(\d{2,4})\b/.exec(source) ?? [];
  return { width: Number(width), height: Number(height) };
}

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
    ...sizeOf(file, context),
    thumbhash: createHash('sha256').update(url).digest('base64').slice(0, 28),
  };
}

const mimeTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  mp4: 'video/mp4',
};

/** Recorded: null until it is ready. */
function mimeType(file: MediaFile, { nowMs }: ExecutionContext): string | null {
  if (mediaStatus(file, nowMs) !== 'READY') return null;
  const extension = file.filename.split('.').at(-1)?.toLowerCase() ?? '';
  if (file.contentType === 'IMAGE') return `image/${extension.replace('jpg', 'jpeg') || 'jpeg'}`;
  return mimeTypes[extension] ?? 'application/octet-stream';
}

export const fileFields: ObjectFields<MediaFile> = {
  fileErrors: () => [],
  fileStatus: (file, _args, { nowMs }) => mediaStatus(file, nowMs),
  mediaContentType: (file) => file.contentType,
  mediaErrors: (file, _args, { nowMs }) => mediaErrors(file, nowMs),
  mediaWarnings: () => [],
  mimeType: (file, _args, context) => mimeType(file, context),
  preview: (file, _args, context) => ({
    image: imageOf(file, context),
    status: mediaStatus(file, context.nowMs),
  }),
  status: (file, _args, { nowMs }) => mediaStatus(file, nowMs),
  /** Recorded: null until it is ready. */
  url: (file, _args, { state, nowMs }) =>
    mediaStatus(file, nowMs) === 'READY' ? cdnUrl(file, state.shop) : null,
};

export const mediaImageFields: ObjectFields<MediaFile> = {
  ...fileFields,
  image: (file, _args, context) => (isBeingReplaced(file, context.nowMs) ? null : imageOf(file, context)),
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
