import { headerFor, QUANTITY_COLUMNS } from '../markets/headers';
import type { FamilyFacts } from './column';
import { type FieldKey, fieldOf, isField } from './columns';
import { columnNamed, resolvedColumn } from './families';

/** Fields that are read with those that a plan asks for, because Shopify takes them together or refuses both. */
export function withFieldsBeside(
  asked: readonly FieldKey[],
  cleared: ReadonlySet<FieldKey>,
  families: FamilyFacts = {},
): readonly FieldKey[] {
  const beside = asked.flatMap((key): FieldKey[] => {
    const { orderedAs } = fieldOf(key);
    if (orderedAs)
      return [orderedAs.price, ...QUANTITY_COLUMNS.map((column) => orderedAs[column])] as FieldKey[];
    return cleared.has(key) ? (quantityPricesBeside(key, families) ?? []) : [];
  });
  return [...new Set([...asked, ...beside])];
}

/** The field of prices by quantity that stand next to a price, in a catalog that may have some. */
function quantityPricesBeside(price: FieldKey, families: FamilyFacts): FieldKey[] | undefined {
  const { soldAt } = fieldOf(price);
  const catalog = families.catalogs?.all.find(({ list }) => list && list.id === soldAt?.list);
  if (!catalog || soldAt?.price !== price || catalog.sellsTo === 'customers') return undefined;
  const named = columnNamed(headerFor('quantityPrices', catalog.title));
  const resolved = named && resolvedColumn(named.key, families);
  const column = resolved && 'column' in resolved ? resolved.column : undefined;
  return column && isField(column) ? [column.key] : undefined;
}
