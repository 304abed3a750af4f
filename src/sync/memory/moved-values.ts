import { pairOf } from '../../plan/compare/pairs';
import { itemOf } from '../../plan/compare/undone-marks';
import type { Base, BaseProduct, BaseRecord, BaseVariant } from '../../plan/model/base';
import { VARIANT_IMAGE, type ValueKey } from '../../plan/model/replaced-value';
import { mapOf, whole } from '../../ports/shape';

/** Revisions of the memory in which a value's pair last moved; kept only while a tab takes no part. */
export type Moves = Readonly<Record<string, number>>;

export const movesShape = mapOf(whole());

type Item = BaseProduct | BaseVariant;

/** Values of which the sheet says something else once this is remembered. */
export function movesOf(
  record: BaseRecord,
  base: Base,
  revision: number,
): { readonly id: Item['id']; readonly moves: Moves } | undefined {
  if (record.kind !== 'product' && record.kind !== 'variant') return undefined;
  const before = itemOf(record.id, base);
  const keys = before ? valuesOf(record).filter((key) => isMoved(before, record, key)) : [];
  return keys.length > 0
    ? { id: record.id, moves: Object.fromEntries(keys.map((key) => [key, revision])) }
    : undefined;
}

function valuesOf(record: Item): ValueKey[] {
  const fields = Object.keys(record.fields) as ValueKey[];
  return record.kind === 'product'
    ? [...fields, ...Object.keys(record.alts).map((url): ValueKey => `alt ${url}`)]
    : [...fields, VARIANT_IMAGE, ...Object.keys(record.stock).map((key): ValueKey => `stock ${key}`)];
}

function isMoved(before: Item, after: Item, key: ValueKey): boolean {
  if (key === VARIANT_IMAGE)
    return before.kind === 'variant' && after.kind === 'variant' && before.image !== after.image;
  return pairOf(before, key)?.[0] !== pairOf(after, key)?.[0];
}
