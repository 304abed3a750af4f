import type { RowRef } from '../../catalog/tab/row';
import type { MediaId, ProductId, VariantId } from '../../catalog/values/gid';

export interface NewImage {
  readonly url: string;
  readonly alt: string;
  readonly ref: RowRef;
  /** False for an image that only a variant names: it has no position among the product's images. */
  readonly isListed: boolean;
  /** The image of a deleted product that it recreates. */
  readonly formerId?: MediaId;
}

/** The row of an image, and its places among the product's, counted from 1, before and after. */
export interface ImagePlace {
  readonly ref: RowRef;
  /** Header of the cell with the position; missing where there is none. */
  readonly column?: string;
  readonly from: number;
  readonly to: number;
}

export interface UpdateAltText {
  readonly kind: 'update-alt-text';
  readonly ref: RowRef;
  readonly column: string;
  readonly productId: ProductId;
  readonly mediaId: MediaId;
  readonly url: string;
  readonly from: string;
  readonly alt: string;
  /** Value of the cell, null where it was blank: it is remembered once the store has answered. */
  readonly sheet: string | null;
}

/** Puts the images that the sheet lists into the sheet's order. */
export interface ReorderImages {
  readonly kind: 'reorder-images';
  readonly ref: RowRef;
  readonly productId: ProductId;
  /** Successive moves; positions count from 0 among all images of the product. */
  readonly moves: readonly { readonly id: MediaId; readonly to: number }[];
  readonly places: readonly ImagePlace[];
  /** All images of the product, before the moves. */
  readonly now: readonly MediaId[];
  /** Listed images only, before and after. */
  readonly from: readonly MediaId[];
  readonly to: readonly MediaId[];
  /** The order in the cells: an undo may restore an order that the cells do not ask for. */
  readonly sheet: readonly MediaId[];
  /** Set on a step of a replacement, which is reported and undone as a whole: what is sent after this step. */
  readonly followedBy?: readonly RemoveImage[];
}

interface OfImage {
  readonly ref: RowRef;
  readonly column: string;
  readonly productId: ProductId;
  readonly mediaId: MediaId;
  /** The key by which it is remembered. */
  readonly url: string;
  /** All images of the product in their order, including it. */
  readonly order: readonly MediaId[];
  /** Variants that show it. */
  readonly shownBy: readonly VariantId[];
}

/** Takes an image off its product; the file stays in the shop. */
export interface RemoveImage extends OfImage {
  readonly kind: 'remove-image';
  /** Set where `[delete]` replaced its address in the cell. */
  readonly isUnnamed?: true;
  /** The image that has taken its place. */
  readonly by?: { readonly mediaId: MediaId; readonly url: string };
}

/** Puts it back to its position and its variants; part of that may be done already. */
export interface RestoreImage extends OfImage {
  readonly kind: 'restore-image';
  /** All images as they stand now. */
  readonly now: readonly MediaId[];
}

/** An image that another is to replace. */
export interface ReplacedImage extends Omit<OfImage, 'productId' | 'order'> {
  readonly by: {
    readonly url: string;
    readonly alt: string;
    /** Whether a cell has the alt text; otherwise the old image's is used. */
    readonly isSaid: boolean;
    /** Set where Shopify has it already. */
    readonly mediaId?: MediaId;
  };
}

/**
 * Replaces images: new ones get the position, alt text and variants of the old ones, which are then removed from the
 * product.
 */
export interface ReplaceImages {
  readonly kind: 'replace-images';
  readonly productId: ProductId;
  readonly images: readonly ReplacedImage[];
  /** All images of the product as they stand. */
  readonly order: readonly MediaId[];
}

/** Detaches from a variant the image that it shows. */
export interface DetachImage extends Pick<OfImage, 'ref' | 'column' | 'productId' | 'mediaId' | 'url'> {
  readonly kind: 'detach-image';
  readonly variant: VariantId;
}

export type ImageAction =
  | DetachImage
  | UpdateAltText
  | ReorderImages
  | RemoveImage
  | RestoreImage
  | ReplaceImages;

/** The order of images of which some do not exist yet: media IDs, and the addresses of new images. */
export interface OrderToFollow {
  readonly now: readonly string[];
  readonly wanted: readonly string[];
  readonly places: readonly ImagePlace[];
}

/** The image that a variant is to show; `mediaId` where Shopify already has it. */
export interface VariantImageChange {
  readonly url: string;
  readonly mediaId: MediaId | undefined;
  /** The image that it shows until then, which an undo attaches again; absent where there is none. */
  readonly had?: { readonly mediaId: MediaId; readonly url: string; readonly column: string };
  /** Set by an undo: the cell still asks for another, which is not to be sent again. */
  readonly isStillTyped?: true;
}
