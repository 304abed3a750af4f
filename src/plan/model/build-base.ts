import type { ProductId, VariantId } from '../../catalog/values/gid';
import { nameKey } from '../../catalog/values/plain-name';
import type {
  BaseProduct,
  BaseRecord,
  BaseVariant,
  GrowingBase,
  OperationUnderWay,
  PendingCreation,
  UndoneValues,
} from './base';

/** The memory of the last sync, indexed by Shopify ID and by the names that rows use. */
export function buildBase(records: Iterable<BaseRecord>): GrowingBase {
  const creations = new Set<string>();
  const undone = new Map<string, UndoneValues>();
  const products = new Map<ProductId, BaseProduct>();
  const byHandle = new Map<string, BaseProduct>();
  const variants = new Map<VariantId, BaseVariant>();
  const byProduct: ByName = new Map();
  const bySku: ByName = new Map();
  const variantsByHandle: ByName = new Map();
  const renamed = new Map<string, BaseProduct | BaseVariant>();
  const operations = new Set<string>();
  let isLost = false;
  const put = (record: BaseRecord): void => {
    if (record.kind === 'lost') {
      isLost = true;
      return;
    }
    if (record.kind === 'operation') {
      if (record.isOver) operations.delete(record.mark);
      else operations.add(record.mark);
      return;
    }
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
    if (record.isDeleted) renamed.delete(record.id);
    if (record.kind === 'product') {
      for (const handle of products.get(record.id)?.handle ?? []) {
        const name = nameKey(handle ?? '');
        if (byHandle.get(name)?.id === record.id) byHandle.delete(name);
      }
      products.set(record.id, record);
      if (record.isDeleted) return;
      for (const handle of record.handle) {
        if (handle) byHandle.set(nameKey(handle), record);
        creations.delete(nameKey(handle ?? ''));
      }
      return;
    }
    const earlier = variants.get(record.id);
    if (earlier && earlier.sku !== record.sku) leave(bySku, earlier.sku, record.id);
    if (earlier?.handle) leave(variantsByHandle, earlier.handle, record.id);
    variants.set(record.id, record);
    if (record.isDeleted) {
      leave(byProduct, record.productId, record.id);
      leave(bySku, record.sku, record.id);
      return;
    }
    join(byProduct, record.productId, record);
    if (record.sku) join(bySku, record.sku, record);
    if (record.handle) join(variantsByHandle, record.handle, record);
  };
  for (const record of records) put(record);
  return {
    put,
    records: () => [
      ...products.values(),
      ...variants.values(),
      ...[...creations].map((handle): PendingCreation => ({ kind: 'creation', handle })),
      ...undone.values(),
      ...[...operations].map((mark): OperationUnderWay => ({ kind: 'operation', mark })),
      ...(isLost ? [{ kind: 'lost' as const }] : []),
    ],
    operations: () => operations,
    wasLost: () => isLost,
    undone: () => undone,
    renamed: () => [...renamed.values()],
    product: (id) => products.get(id),
    products: () => [...products.values()].filter(({ isDeleted }) => !isDeleted),
    isBeingCreated: (handle) => creations.has(nameKey(handle)),
    productByHandle: (handle) => byHandle.get(nameKey(handle)),
    variant: (id) => variants.get(id),
    variantsOf: (id) => named(byProduct, id),
    variantsBySku: (sku) => named(bySku, sku),
    variantsByHandle: (handle) => {
      const name = nameKey(handle);
      const product = byHandle.get(name);
      const ofProduct = product ? named(byProduct, product.id) : [];
      return [
        ...new Map(
          [...ofProduct, ...named(variantsByHandle, name)].map((variant) => [variant.id, variant]),
        ).values(),
      ];
    },
  };
}

function hasFormerName(record: BaseProduct | BaseVariant): boolean {
  return record.kind === 'product'
    ? record.formerHandles !== undefined
    : record.formerSkus !== undefined || record.formerOptions !== undefined;
}

/**
 * The variant that has a name, or all of them: few names mean several, and a map for each took as much memory as all that is
 * remembered.
 */
type ByName = Map<string, BaseVariant | Map<VariantId, BaseVariant>>;

function named(map: ByName, name: string): readonly BaseVariant[] {
  const found = map.get(name);
  if (found === undefined) return [];
  return found instanceof Map ? [...found.values()] : [found];
}

function join(map: ByName, name: string, record: BaseVariant): void {
  const found = map.get(name);
  if (found instanceof Map) found.set(record.id, record);
  else if (found === undefined || found.id === record.id) map.set(name, record);
  else map.set(name, new Map([found, record].map((variant) => [variant.id, variant])));
}

function leave(map: ByName, name: string, id: VariantId): void {
  const found = map.get(name);
  if (found instanceof Map) found.delete(id);
  else if (found?.id === id) map.delete(name);
}
