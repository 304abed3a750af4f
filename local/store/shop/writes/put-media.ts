import type { ExecutionContext } from '../../graphql/execution/context';
import { type UserError, userError } from '../../graphql/user-errors';
import { filenameOf } from '../normalise/image-url';
import { canBeFetched } from '../rules/media-status';
import type { MediaContentType, MediaFile } from '../state/media';
import type { Product } from '../state/product';

/** The schema's CreateMediaInput. */
export interface MediaInput {
  readonly originalSource: string;
  readonly mediaContentType: Exclude<MediaContentType, 'FILE'>;
  readonly alt?: string | null;
}

const gidTypes: Readonly<Record<MediaContentType, string>> = {
  IMAGE: 'MediaImage',
  VIDEO: 'Video',
  EXTERNAL_VIDEO: 'ExternalVideo',
  MODEL_3D: 'Model3d',
  FILE: 'GenericFile',
};

const labels: Readonly<Record<MediaContentType, string>> = {
  IMAGE: 'Image',
  VIDEO: 'Video',
  EXTERNAL_VIDEO: 'Video',
  MODEL_3D: 'Model',
  FILE: 'File',
};

export const mediaLabel = (contentType: MediaContentType): string => labels[contentType];

export const isHttpUrl = (url: string): boolean => /^https?:\/\/[^\s/]+/.test(url) && URL.canParse(url);

/** Recorded: `Image URL is invalid` at `media, 0, originalSource`. */
export function checkMedia(inputs: readonly MediaInput[]): UserError[] {
  return inputs.flatMap((input, index) =>
    isHttpUrl(input.originalSource)
      ? []
      : [
          userError(
            ['media', index, 'originalSource'],
            `${mediaLabel(input.mediaContentType)} URL is invalid`,
            'INVALID',
          ),
        ],
  );
}

export interface NewFile {
  readonly originalSource: string;
  readonly contentType: MediaContentType;
  readonly alt: string | null;
  readonly filename?: string | null;
}

export function insertFile({ state, now, nowMs }: ExecutionContext, file: NewFile): MediaFile {
  return state.files.put({
    id: state.newId(gidTypes[file.contentType]),
    contentType: file.contentType,
    alt: file.alt,
    originalSource: file.originalSource,
    filename: file.filename ?? filenameOf(file.originalSource),
    uploadedAtMs: nowMs,
    failed: !canBeFetched(file),
    createdAt: now,
    updatedAt: now,
  });
}

/** A file with a new picture or content behind the same id; the name on the CDN stays. */
export const withSource = (
  { now, nowMs }: ExecutionContext,
  file: MediaFile,
  originalSource: string,
): MediaFile => ({
  ...file,
  originalSource,
  replacedAtMs: nowMs,
  replacedSource: file.originalSource,
  failed: !canBeFetched({ ...file, originalSource }),
  updatedAt: now,
});

/** Adds media at the end of the product's; the same URL again is another file (Shopify does not compare URLs). */
export function addMedia(
  context: ExecutionContext,
  product: Product,
  inputs: readonly MediaInput[],
): MediaFile[] {
  const files = inputs.map((input) =>
    insertFile(context, {
      originalSource: input.originalSource,
      contentType: input.mediaContentType,
      alt: input.alt ?? null,
    }),
  );
  const { products } = context.state;
  const present = products.get(product.id) ?? product;
  products.put({
    ...present,
    mediaIds: [...present.mediaIds, ...files.map((file) => file.id)],
    updatedAt: context.now,
  });
  return files;
}
