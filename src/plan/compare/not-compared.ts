import type { DesiredCatalog, DesiredFields } from '../../catalog/building/desired';
import type { FieldGroup } from '../../catalog/columns/column';
import { fieldsIn } from '../../catalog/columns/columns';
import { distinctRows, type RowRef, rowKey } from '../../catalog/tab/row';
import { quantitySaid } from '../../catalog/values/cell';
import { FIELD_GROUPS, type SyncPolicy } from '../model/policy';
import type { RowOutcome } from '../model/row-outcome';
import { canonicalCell } from './canonical';

type Items = Pick<DesiredCatalog, 'products' | 'variants'>;

/** Tells rows in which nothing changed that Shopify was not asked about them. */
export function notRead({ products, variants }: Items, lastCompared: (ref: RowRef) => string): RowOutcome[] {
  const items = [...products, ...products.flatMap((product) => product.variants), ...variants];
  return distinctRows(items.flatMap(({ rows }) => rows)).map((ref) => ({
    ref,
    status: 'not-compared',
    message: lastCompared(ref),
  }));
}

/** Tells rows that also have cells of other groups than the run's. */
export function leftOut({ products, variants }: Items, { groups }: SyncPolicy): RowOutcome[] {
  if (groups.length === FIELD_GROUPS.length) return [];
  const rows = new Map<string, RowRef>();
  const add = (group: FieldGroup, ref: RowRef, isAsked: boolean): void => {
    if (isAsked && !groups.includes(group)) rows.set(rowKey(ref), ref);
  };
  const addFields = (fields: DesiredFields): void => {
    for (const { key, group } of fieldsIn(fields)) {
      const value = fields[key];
      if (value) add(group, value.ref, canonicalCell(key, value.cell) !== undefined);
    }
  };
  for (const { fields, images } of products) {
    addFields(fields);
    for (const { ref } of images) add('products', ref, true);
  }
  for (const { fields, stock, imageUrl } of [
    ...products.flatMap((product) => product.variants),
    ...variants,
  ]) {
    addFields(fields);
    for (const { ref, quantity } of stock) add('inventory', ref, quantitySaid(quantity) !== undefined);
    if (imageUrl) add('products', imageUrl.ref, imageUrl.cell.kind !== 'blank');
  }
  const message = `Only ${groups.join(' and ')} were compared.`;
  return [...rows.values()].map((ref) => ({ ref, status: 'not-compared', message }));
}
