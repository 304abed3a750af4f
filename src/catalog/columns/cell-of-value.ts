import type { FieldValue } from '../values/cell';
import { type Weight, weightInGrams } from '../values/weight';
import type { Column } from './column';

/** What a merchant would type into a cell of this column for a value of Shopify's; '' empties it. */
export function cellOfValue({ kind, key }: Column, value: FieldValue | null): string | number | boolean {
  if (value === null) return '';
  switch (kind) {
    case 'money':
    case 'quantity':
      return Number(value);
    case 'boolean':
      return value === true;
    case 'tracker':
      return value === true ? 'shopify' : '';
    case 'status':
    case 'inventoryPolicy':
      return String(value).toLowerCase();
    case 'category':
      return String(value).replace(/^gid:.*\//, '');
    case 'tags':
      return (value as readonly string[]).join(', ');
    case 'weightNumber':
      return key === 'grams' ? weightInGrams(value as Weight) : (value as Weight).value;
    default:
      return String(value);
  }
}
