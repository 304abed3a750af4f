import type { ProductId, VariantId } from '../../catalog/values/gid';
import { nameKey } from '../../catalog/values/plain-name';
import type {
  BaseProduct,
  BaseRecord,
  BaseVariant,
  GrowingBase,
  PendingCreation,
  UndoneValues,
} from './base';

/** The memory of the last sync, found by Shopify id and by the words that rows use. */
export function buildBase(records: Iterable<BaseRecord>): GrowingBase {
  const creations = new Set<string>();
  const undone = new Map<string, UndoneValues>();
  const products = new Map<ProductId, BaseProduct>();
  const byHandle = new Map<string, BaseProduct>();
  const variants = new Map<VariantId, BaseVariant>();
  const byProduct = new Map<ProductId, Map<VariantId, BaseVariant>>();
  const bySku = new Map<string, Map<VariantId, BaseVariant>>();
  const variantsByHandle = new Map<string, Map<VariantId, BaseVariant>>();
  const renamed = new Map<string, BaseProduct | BaseVariant>();
  const put = (record: BaseRecord): void => {
    if (record.kind === 'creation') {
      if (record.isOver) creations.delete(nameKey(record.handle));
      else creations.add(nameKey(record.handle));
      return;
    }
    if (record.kind === 'undone') {
      if (Object.keys(record.values).length > 0) undone.set(record.id, record);
      else undone.delete(record.id);
      return;
    }
    if (hasFormerName(record)) renamed.set(record.id, record);
    else renamed.delete(record.id);
    if (record.kind === 'product') {
      for (const handle of products.get(record.id)?.handle ?? []) {
        const name = nameKey(handle ?? '');
        if (byHandle.get(name)?.id === record.id) byHandle.delete(name);
      }
      products.set(record.id, record);
      for (const handle of record.handle) {
        if (handle) byHandle.set(nameKey(handle), record);
        creations.delete(nameKey(handle ?? ''));
      }
      return;
    }
    const earlier = variants.get(record.id);
    if (earlier && earlier.sku !== record.sku) bySku.get(earlier.sku)?.delete(record.id);
    if (earlier?.handle) variantsByHandle.get(earlier.handle)?.delete(record.id);
    variants.set(record.id, record);
    within(byProduct, record.productId).set(record.id, record);
    if (record.sku) within(bySku, record.sku).set(record.id, record);
    if (record.handle) within(variantsByHandle, record.handle).set(record.id, record);
  };
  for (const record of records) put(record);
  return {
    put,
    records: () => [
      ...products.values(),
      ...variants.values(),
      ...[...creations].map((handle): PendingCreation => ({ kind: 'creation', handle })),
      ...undone.values(),
    ],
    undone: () => undone,
    renamed: () => [...renamed.values()],
    product: (id) => products.get(id),
    products: () => [...products.values()],
    isBeingCreated: (handle) => creations.has(nameKey(handle)),
    productByHandle: (handle) => byHandle.get(nameKey(handle)),
    variant: (id) => variants.get(id),
    variantsOf: (id) => [...(byProduct.get(id)?.values() ?? [])],
    variantsBySku: (sku) => [...(bySku.get(sku)?.values() ?? [])],
    variantsByHandle: (handle) => {
      const named = nameKey(handle);
      const product = byHandle.get(named);
      const ofProduct = product ? (byProduct.get(product.id)?.values() ?? []) : [];
      const own = variantsByHandle.get(named)?.values() ?? [];
      return [...new Map([...ofProduct, ...own].map((variant) => [variant.id, variant])).values()];
    },
  };
}

function hasFormerName(record: BaseProduct | BaseVariant): boolean {
  return record.kind === 'product'
    ? record.formerHandles !== undefined
    : record.formerSkus !== undefined || record.formerOptions !== undefined;
}

function within<Key, Id, Value>(map: Map<Key, Map<Id, Value>>, key: Key): Map<Id, Value> {
  let inner = map.get(key);
  if (!inner) {
    inner = new Map();
    map.set(key, inner);
  }
  return inner;
}
