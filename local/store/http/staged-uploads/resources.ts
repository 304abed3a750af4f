/** Storage for the files of one resource, and Shopify's demands on them. */
export interface UploadResource {
  readonly storage: 'shared-bucket' | 'video' | 'model';
  /** Recorded: an image goes elsewhere by PUT than by POST. */
  readonly folder: Readonly<Record<'POST' | 'PUT', string>>;
  readonly maxBytes: number;
  /** `target`: the answer's resourceUrl is the signed target itself, because no other API takes that file by URL. */
  readonly resourceUrl: 'object' | 'target';
  /** Recorded of return labels: the file keeps only its extension. */
  readonly renamesFile?: true;
  readonly mimeTypes?: ReadonlySet<string>;
  /** Resources that need a `fileSize`, in the words of the error. */
  readonly sizedAs?: string;
  /** Recorded: an app for catalogs may not ask for it; which access would allow it is not said. */
  readonly isDenied?: true;
}

const megabytes = (count: number): number => count * 1024 * 1024;

const imageTypes = new Set(
  ['jpeg', 'jpg', 'png', 'gif', 'webp', 'heic', 'heif', 'svg+xml', 'bmp', 'tiff'].map(
    (type) => `image/${type}`,
  ),
);

const inBucket = (folder: string, extra: Partial<UploadResource> = {}): UploadResource => ({
  storage: 'shared-bucket',
  folder: { POST: folder, PUT: folder },
  maxBytes: megabytes(20),
  resourceUrl: 'object',
  ...extra,
});

const image = inBucket('products', {
  folder: { POST: 'products', PUT: 'files' },
  mimeTypes: imageTypes,
});

/** By `StagedUploadTargetGenerateUploadResource`; folders and limits as recorded, collections' by analogy. */
export const uploadResources: Readonly<Record<string, UploadResource>> = {
  BULK_MUTATION_VARIABLES: inBucket('bulk', { maxBytes: megabytes(100), resourceUrl: 'target' }),
  COLLECTION_IMAGE: { ...image, folder: { POST: 'collections', PUT: 'collections' } },
  DISPUTE_FILE_UPLOAD: inBucket('payments_file_uploads'),
  FILE: inBucket('files'),
  IMAGE: image,
  MODEL_3D: inBucket('models', {
    storage: 'model',
    resourceUrl: 'target',
    sizedAs: '3D model',
    mimeTypes: new Set(['model/gltf-binary', 'model/vnd.usdz+zip']),
  }),
  PRODUCT_IMAGE: image,
  RETURN_LABEL: inBucket('return_labels', { renamesFile: true }),
  SHOP_IMAGE: { ...image, isDenied: true },
  URL_REDIRECT_IMPORT: inBucket('redirect_imports', { resourceUrl: 'target' }),
  VIDEO: inBucket('videos', {
    storage: 'video',
    resourceUrl: 'target',
    sizedAs: 'video',
    mimeTypes: new Set(['video/mp4', 'video/quicktime']),
  }),
};
