import type { VariantId } from '../../catalog/values/gid';
import type { ShownImage, ShownProduct, ShownVariant } from '../../catalog/writing/shown-product';
import { photoOf } from '../../plan/media/find-media';
import {
  levelKey,
  type StoreLocation,
  type StoreProduct,
  type StoreVariant,
} from '../../plan/model/snapshot';
import type { CatalogBlock } from '../../ports/catalog-reader';

/** A product as rows show it; or `only` some variants of one of which the others have rows already. */
export function shownProduct(
  product: StoreProduct,
  levels: CatalogBlock['levels'],
  locations: readonly StoreLocation[],
  only?: ReadonlySet<VariantId>,
): ShownProduct {
  const { id, optionNames, variants, media, categoryName } = product;
  const category = product.fields.category === null ? null : (categoryName ?? product.fields.category);
  return {
    id,
    fields: { ...product.fields, ...(category !== undefined && { category }) },
    optionNames,
    isContinued: only !== undefined,
    images: (only ? [] : media).flatMap(({ url, alt }, index): ShownImage[] =>
      url ? [{ url, alt, position: index + 1 }] : [],
    ),
    variants: variants
      .filter(({ id: variant }) => !only || only.has(variant))
      .map((variant) => ({ ...shownVariant(variant, levels, locations), photo: photoOf(variant, product) })),
  };
}

function shownVariant(
  { id, fields, optionValues, image, inventoryItemId }: StoreVariant,
  levels: CatalogBlock['levels'],
  locations: readonly StoreLocation[],
): ShownVariant {
  const stock = new Map<string, number>();
  for (const location of locations) {
    const level = levels.get(levelKey(inventoryItemId, location.id));
    if (level?.active) stock.set(location.name, level.available);
  }
  return { id, fields, optionValues, image: image ?? '', stock };
}
