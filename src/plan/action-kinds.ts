import type { RowRef } from '../catalog/tab/row';
import { deleteItem } from './deletion/delete-item';
import { detachImage } from './media/detach-image';
import { removeImage, restoreImage } from './media/remove-image';
import { reorderImages } from './media/reorder-images';
import { replaceImages } from './media/replace-images';
import { updateAltText } from './media/update-alt-text';
import type { SyncAction } from './model/action';
import type { ActionKind } from './model/action-kind';
import type { Piece } from './model/piece';
import { changeOptions, createOptions } from './options/change-options';
import { reorderOptionValues } from './options/reorder-option-values';
import { setListPrice } from './price-lists/set-list-price';
import { setQuantities } from './price-lists/set-quantities';
import { createProduct } from './product/create-product';
import { createVariants } from './product/create-variants';
import { renameOptionValue } from './product/rename-option-value';
import { updateProduct } from './product/update-product';
import { updateVariants } from './product/update-variants';
import { changeChannels } from './publishing/change-channels';
import { changePublishing } from './publishing/change-publishing';
import { activateStock, setStock } from './stock/set-stock';
import { changeTags } from './tags/change-tags';
import { setValue } from './values/set-values';

type KindName = SyncAction['kind'];

/** Picks the member of the union with this kind, also where that member covers several kinds. */
type ActionOf<Kind extends KindName, A = SyncAction> = A extends { readonly kind: infer Own }
  ? Kind extends Own
    ? A & { readonly kind: Kind }
    : never
  : never;

/**
 * Every kind of change that a sync makes in Shopify, in sending order. A wave never mixes two kinds, so the changes of one
 * product are sent one after the other. Products come first, because a variant needs its product. A product is taken off
 * the Online Store at once, and put on it only when everything else about it is right.
 */
const ACTION_KINDS: { readonly [Kind in KindName]: ActionKind<ActionOf<Kind>> } = {
  unpublish: changePublishing,
  'leave-channels': changeChannels,
  'create-product': createProduct,
  'update-product': updateProduct,
  'add-tags': changeTags,
  'remove-tags': changeTags,
  'update-alt-text': updateAltText,
  'restore-image': restoreImage,
  'reorder-images': reorderImages,
  'replace-images': replaceImages,
  'detach-image': detachImage,
  'rename-option': changeOptions,
  'reorder-options': changeOptions,
  'create-options': createOptions,
  'reorder-option-values': reorderOptionValues,
  'rename-option-value': renameOptionValue,
  'delete-variant': deleteItem,
  'delete-product': deleteItem,
  'create-variants': createVariants,
  'update-variants': updateVariants,
  'set-value': setValue,
  'clear-value': setValue,
  'clear-quantities': setQuantities,
  'set-list-price': setListPrice,
  'set-quantities': setQuantities,
  'activate-stock': activateStock,
  'set-stock': setStock,
  'remove-image': removeImage,
  publish: changePublishing,
  'join-channels': changeChannels,
};

export const SENDING_ORDER = Object.keys(ACTION_KINDS) as readonly KindName[];

/** The entry of the kind of an action or a batch, which the union cannot express for any kind. */
export function kindOf({ kind }: Pick<SyncAction, 'kind'>): ActionKind {
  return ACTION_KINDS[kind] as unknown as ActionKind;
}

export function rowsOf(action: SyncAction): readonly RowRef[] {
  return kindOf(action).rows(action);
}

/** Splits an action into pieces, in order. */
export function piecesOf(action: SyncAction): readonly Piece[] {
  return kindOf(action).pieces(action);
}
