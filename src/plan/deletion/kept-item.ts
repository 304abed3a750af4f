import { type FieldKey, fieldsIn } from '../../catalog/columns/columns';
import type { RowRef } from '../../catalog/tab/row';
import { DEFAULT_OPTION_VALUE } from '../../catalog/values/names';
import type { FieldChange, NewVariant } from '../model/action';
import type { DeletedItem, DeletedVariant } from '../model/deleted-item';
import {
  levelKey,
  type ShopFacts,
  type StoreFields,
  type StoreProduct,
  type StoreSnapshot,
  type StoreVariant,
} from '../model/snapshot';

/** All that was read of a product and of these variants: what creating it again needs. */
export function keepItem(
  product: StoreProduct,
  variants: readonly StoreVariant[],
  { snapshot, shop }: { readonly snapshot: StoreSnapshot; readonly shop: ShopFacts },
): Pick<DeletedItem, 'handle' | 'optionNames' | 'fields' | 'variants' | 'images'> {
  const hasOptions = variants.some(({ optionValues }) => optionValues[0] !== DEFAULT_OPTION_VALUE);
  return {
    handle: product.handle,
    optionNames: hasOptions ? product.optionNames : [],
    fields: valuesOf(product.fields),
    variants: variants.map((variant): DeletedVariant => {
      const levels = shop.locations.flatMap(({ id }) => {
        const level = snapshot.levels.get(levelKey(variant.inventoryItemId, id));
        return level?.active ? [[id, level.available] as const] : [];
      });
      return {
        optionValues: hasOptions ? variant.optionValues : [],
        fields: valuesOf(variant.fields),
        levels,
        image: variant.image ?? null,
      };
    }),
    images: product.media.flatMap(({ id, url, alt }) => (url ? [{ id, url, alt }] : [])),
  };
}

function valuesOf(fields: StoreFields): DeletedItem['fields'] {
  const set = fieldsIn(fields).filter(({ key }) => fields[key] !== null && fields[key] !== undefined);
  return Object.fromEntries(set.map(({ key }) => [key, fields[key]])) as DeletedItem['fields'];
}

/** Left out, because Shopify sets a product's handle and gift card flag in other ways, and publishes it afterwards. */
const APART: readonly FieldKey[] = ['handle', 'giftCard', 'published'];

export function changesOf(fields: DeletedItem['fields'], ref: RowRef): FieldChange[] {
  return fieldsIn(fields).flatMap(({ key, headers: [column = ''], whyShown }) => {
    const to = fields[key];
    return to === undefined || whyShown || APART.includes(key)
      ? []
      : [{ key, from: null, to, sheet: null, ref, column }];
  });
}

export function variantAgain(
  { optionValues, fields, levels, image }: DeletedVariant,
  ref: RowRef,
): NewVariant {
  const isTracked = fields.tracked === true;
  return {
    ref,
    optionValues,
    changes: changesOf(fields, ref),
    blanks: [],
    stock: isTracked ? levels.map(([locationId, available]) => ({ locationId, available, cells: [] })) : [],
    imageUrl: image ?? undefined,
  };
}
