import type { RowRef } from '../../catalog/tab/row';
import type { MediaId, ProductId, VariantId } from '../../catalog/values/gid';

export interface NewImage {
  readonly url: string;
  readonly alt: string;
  readonly ref: RowRef;
  /** False of one that only a variant names: it has no place among the product's images. */
  readonly isListed: boolean;
  /** The image of a deleted product that it is again. */
  readonly formerId?: MediaId;
}

/** The row of an image, and its places among the product's, counted from 1, before and after. */
export interface ImagePlace {
  readonly ref: RowRef;
  /** Header of the cell that says it; missing where no cell does. */
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

/** The images that the sheet lists come to stand in its order. */
export interface ReorderImages {
  readonly kind: 'reorder-images';
  readonly ref: RowRef;
  readonly productId: ProductId;
  /** One after the other; places count from 0 among all that the product has. */
  readonly moves: readonly { readonly id: MediaId; readonly to: number }[];
  readonly places: readonly ImagePlace[];
  /** All that the product has, before the moves. */
  readonly now: readonly MediaId[];
  /** Listed images alone, as Shopify had them and is to have them. */
  readonly from: readonly MediaId[];
  readonly to: readonly MediaId[];
  /** As the cells have them: an undo gives an order back that they do not ask for. */
  readonly sheet: readonly MediaId[];
  /** Set on a step of a replacement, which is told and undone as a whole: what is sent once the step is taken. */
  readonly followedBy?: readonly RemoveImage[];
}

interface OfImage {
  readonly ref: RowRef;
  readonly column: string;
  readonly productId: ProductId;
  readonly mediaId: MediaId;
  /** The key by which it is remembered. */
  readonly url: string;
  /** All images of the product as they stand, or stood, with it. */
  readonly order: readonly MediaId[];
  /** Variants that show it. */
  readonly shownBy: readonly VariantId[];
}

/** Takes an image off its product; the file stays in the shop. */
export interface RemoveImage extends OfImage {
  readonly kind: 'remove-image';
  /** The word took the place of its address. */
  readonly isUnnamed?: true;
  /** The image that has taken its place. */
  readonly by?: { readonly mediaId: MediaId; readonly url: string };
}

/** Puts it back to its place and its variants; part of that may be done already. */
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
    /** Whether a cell says the alt text; else it is that of the old image. */
    readonly isSaid: boolean;
    /** Set where Shopify has it already. */
    readonly mediaId?: MediaId;
  };
}

/** Other images take the place, alt text and variants of some, which are then taken off their product. */
export interface ReplaceImages {
  readonly kind: 'replace-images';
  readonly productId: ProductId;
  readonly images: readonly ReplacedImage[];
  /** All images of the product as they stand. */
  readonly order: readonly MediaId[];
}

/** A variant gives the image up that it shows. */
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

/** The order of images of which some are not there yet: IDs, of new ones their addresses. */
export interface OrderToFollow {
  readonly now: readonly string[];
  readonly wanted: readonly string[];
  readonly places: readonly ImagePlace[];
}

/** The image that a variant is to show; `mediaId` where Shopify has it already. */
export interface VariantImageChange {
  readonly url: string;
  readonly mediaId: MediaId | undefined;
  /** The one that it shows until then, which an undo attaches again; absent where there is none. */
  readonly had?: { readonly mediaId: MediaId; readonly url: string; readonly column: string };
  /** Set by an undo: the cell still asks for another, which is not to be sent again. */
  readonly isStillTyped?: true;
}
