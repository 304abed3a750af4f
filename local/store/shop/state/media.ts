import type { Row } from './table';

export type MediaContentType = 'IMAGE' | 'VIDEO' | 'EXTERNAL_VIDEO' | 'MODEL_3D' | 'FILE';

/** A file of the shop: a product's media, or a file on its own. */
export interface MediaFile extends Row {
  readonly contentType: MediaContentType;
  readonly alt: string | null;
  /** The URL that was submitted; Shopify's API never answers it for an image. */
  readonly originalSource: string;
  /** The name under which the CDN serves it. */
  readonly filename: string;
  /** Epoch milliseconds (virtual) at which the upload arrived; the processing states follow from it. */
  readonly uploadedAtMs: number;
  readonly failed: boolean;
  /** Epoch milliseconds (virtual) at which its source was replaced. */
  readonly replacedAtMs?: number;
  readonly replacedSource?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}
