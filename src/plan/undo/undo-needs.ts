import { type FieldKey, fieldOf, isReadApart } from '../../catalog/columns/columns';
import { withFieldsBeside } from '../../catalog/columns/fields-beside';
import { isVariant, type ProductId, type VariantId } from '../../catalog/values/gid';
import { listedField } from '../model/replaced-value';
import type { SnapshotNeeds } from '../model/snapshot';
import type { FoldedRun } from './fold-replaced';
import type { UndoInput } from './plan-undo';

/** Lists what must be read from the store to tell what became of what a run wrote. */
export function undoNeeds(
  { values, tags, deleted }: FoldedRun,
  { shop: { publishing, families }, base }: Pick<UndoInput, 'shop' | 'base'>,
): SnapshotNeeds {
  const products = new Set<ProductId>([...tags.values()].map(({ id }) => id));
  const variants = new Set<VariantId>();
  const kinds = new Set<string>();
  const skus = new Set<string>();
  const apart = new Set<FieldKey>();
  const unset = new Set<FieldKey>();
  for (const value of values.values()) {
    const { kind, id } = value;
    // Another item may have by now what is to be given back.
    if (value.kind === 'field' && value.key === 'sku' && value.from) skus.add(String(value.from));
    if (value.kind === 'field' && isReadApart(fieldOf(value.key))) apart.add(value.key);
    if (value.kind === 'field' && fieldOf(value.key).orders !== undefined) kinds.add('options');
    if (value.kind === 'field' && value.from === null) unset.add(value.key);
    if (isVariant(id)) variants.add(id);
    else products.add(id);
    if (value.kind === 'variant-image') products.add(value.productId);
    kinds.add(kind);
  }
  for (const sku of skus) for (const { id } of base.variantsBySku(sku)) variants.add(id);
  return {
    products: [
      ...[...products].map((id) => ({ id, handle: undefined, skus: [] })),
      ...deleted.map(({ productId: id, handle }) => ({ id, handle, skus: [], isIdHint: true })),
    ],
    variants: [...[...variants].map((id) => ({ id })), ...[...skus].map((sku) => ({ sku }))],
    options: kinds.has('option-value') || kinds.has('options'),
    categories: [],
    images: [],
    stock: kinds.has('stock'),
    media:
      kinds.has('alt-text') ||
      kinds.has('image-order') ||
      kinds.has('removed-image') ||
      kinds.has('variant-image') ||
      // A variant shows again what its product still has.
      deleted.some(({ id, variants }) => isVariant(id) && variants.some(({ image }) => image !== null)),
    variantImages: kinds.has('removed-image') || kinds.has('variant-image'),
    descriptions: true,
    values: withFieldsBeside([...apart], unset, families),
    channels: families?.channels,
    collections: [...tags.values()].some((replaced) => fieldOf(listedField(replaced)).lists === 'collections')
      ? (families?.collections ?? [])
      : undefined,
    onlineStore: publishing.kind === 'possible' ? publishing.onlineStore : null,
  };
}
