import { isVariant, type ProductId, type VariantId } from '../../catalog/values/gid';
import type { ShopFacts, SnapshotNeeds } from '../model/snapshot';
import type { FoldedRun } from './fold-replaced';

/** What has to be read from the store to tell what became of what a run wrote. */
export function undoNeeds(
  { values, tags }: FoldedRun,
  { publishing }: Pick<ShopFacts, 'publishing'>,
): SnapshotNeeds {
  const products = new Set<ProductId>([...tags.values()].map(({ id }) => id));
  const variants = new Set<VariantId>();
  const kinds = new Set<string>();
  for (const { kind, id } of values.values()) {
    if (isVariant(id)) variants.add(id);
    else products.add(id);
    kinds.add(kind);
  }
  return {
    products: [...products].map((id) => ({ id, handle: undefined, skus: [] })),
    variants: [...variants].map((id) => ({ id })),
    options: kinds.has('option-value'),
    categories: [],
    images: [],
    stock: kinds.has('stock'),
    media: kinds.has('alt-text'),
    descriptions: true,
    onlineStore: publishing.kind === 'possible' ? publishing.onlineStore : null,
  };
}
