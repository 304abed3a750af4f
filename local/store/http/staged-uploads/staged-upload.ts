import type { Row } from '../../shop/state/table';

/** A place in a storage bucket that Shopify signed for one file, and the file once it is there. */
export interface StagedUpload extends Row {
  /** `{bucket}/{key}`. */
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly resource: string;
  readonly httpMethod: 'POST' | 'PUT';
  /** As they were answered: a form must repeat them in this order. */
  readonly parameters: readonly StagedParameter[];
  /** Signature of the target by Shopify; a PUT carries it in its query. */
  readonly signature: string;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly expiresAtMs: number;
  readonly contents: StagedContents | null;
}

interface StagedParameter {
  readonly name: string;
  readonly value: string;
}

interface StagedContents {
  readonly sizeBytes: number;
  /** Kept only of files that the store reads itself. */
  readonly text: string | null;
}

export const stagedUploadId = (bucket: string, key: string): string => `${bucket}/${key}`;
