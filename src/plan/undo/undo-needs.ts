import { type FieldKey, fieldOf, isReadApart } from '../../catalog/columns/columns';
import { withFieldsBeside } from '../../catalog/columns/fields-beside';
import { isVariant, type ProductId, type VariantId } from '../../catalog/values/gid';
import { listedField } from '../model/replaced-value';
import type { SnapshotNeeds } from '../model/snapshot';
import type { FoldedRun } from './fold-replaced';
import type { UndoInput } from './plan-undo';
import type { ReadPart } from './replaced-kind';
import { replacedKindOf } from './replaced-kinds';

/** Lists the items to read from the store to find the present state of what a run wrote. */
export function undoNeeds(
  { values, tags, deleted }: FoldedRun,
  { shop: { publishing, families }, base }: Pick<UndoInput, 'shop' | 'base'>,
): SnapshotNeeds {
  const products = new Set<ProductId>([...tags.values()].map(({ id }) => id));
  const variants = new Set<VariantId>();
  const parts = new Set<ReadPart>();
  const skus = new Set<string>();
  const apart = new Set<FieldKey>();
  const unset = new Set<FieldKey>();
  for (const value of values.values()) {
    const { id } = value;
    // Another item may have the value to restore by now.
    if (value.kind === 'field' && value.key === 'sku' && value.from) skus.add(String(value.from));
    if (value.kind === 'field' && isReadApart(fieldOf(value.key))) apart.add(value.key);
    if (value.kind === 'field' && fieldOf(value.key).orders !== undefined) parts.add('options');
    if (value.kind === 'field' && value.from === null) unset.add(value.key);
    if (isVariant(id)) variants.add(id);
    else products.add(id);
    if (value.kind === 'variant-image') products.add(value.productId);
    for (const part of replacedKindOf(value).reads) parts.add(part);
  }
  for (const sku of skus) for (const { id } of base.variantsBySku(sku)) variants.add(id);
  return {
    products: [
      ...[...products].map((id) => ({ id, handle: undefined, skus: [] })),
      ...deleted.map(({ productId: id, handle }) => ({ id, handle, skus: [], isIdHint: true })),
    ],
    variants: [...[...variants].map((id) => ({ id })), ...[...skus].map((sku) => ({ sku }))],
    options: parts.has('options'),
    categories: [],
    images: [],
    stock: parts.has('stock'),
    media:
      parts.has('media') ||
      // A variant can only show again an image that its product still has.
      deleted.some(({ id, variants }) => isVariant(id) && variants.some(({ image }) => image !== null)),
    variantImages: parts.has('variantImages'),
    descriptions: true,
    values: withFieldsBeside([...apart], unset, families),
    channels: families?.channels,
    collections: [...tags.values()].some((replaced) => fieldOf(listedField(replaced)).lists === 'collections')
      ? (families?.collections ?? [])
      : undefined,
    onlineStore: publishing.kind === 'possible' ? publishing.onlineStore : null,
  };
}
