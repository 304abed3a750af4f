import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import type { RowRef } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import type { OptionId, OptionValueId } from '../../catalog/values/gid';
import { nameKey } from '../../catalog/values/plain-name';
import { matchVariant } from '../compare/match-variant';
import type { StoreProduct, StoreVariant } from '../model/snapshot';

export interface Rename {
  readonly row: DesiredVariant;
  readonly former: StoreVariant;
  readonly index: number;
  readonly from: string;
  readonly to: string;
}

/** One option value that will get another name, in all of its rows. */
export interface RenamedValue {
  readonly option: string;
  /** Undefined where they were not read, as in a sync of prices alone. */
  readonly ids: { readonly optionId: OptionId; readonly valueId: OptionValueId } | undefined;
  readonly renames: readonly [Rename, ...Rename[]];
}

/**
 * Rows that look new and have the SKU of a variant that no row means any more, and that differ from it in one option value:
 * the value was probably corrected. Where no row has the old value and no variant the new one, the value can be renamed
 * once a person confirms it.
 */
export function renamedValues(product: DesiredProduct, store: StoreProduct): RenamedValue[] {
  const meant = new Set(product.variants.map((row) => matchVariant(row, store.variants)));
  const renames = product.variants.flatMap((row) => renameOf(row, meant, store));
  return [...groupBy(renames, ({ index, from }) => `${index} ${nameKey(from)}`).values()].flatMap((group) => {
    const { index, from, to } = group[0] as Rename;
    const option = store.options?.[index];
    const value = option?.optionValues.find(({ name }) => name === from);
    const names = option?.optionValues.map(({ name }) => name);
    const isLeft = product.variants.some(({ optionValues }) => isValue(optionValues, index, from));
    const isTaken = (names ?? store.variants.map((variant) => valueAt(variant, index))).some(
      (name) => nameKey(name) === nameKey(to),
    );
    if (isLeft || isTaken || group.some((other) => nameKey(other.to) !== nameKey(to))) return [];
    if (option && !value) return [];
    const ids = option && value && { optionId: option.id, valueId: value.id };
    const name = store.optionNames[index] ?? '';
    return [{ option: name, ids, renames: group as [Rename, ...Rename[]] }];
  });
}

/** The variants that rows mean although they say another option value, by the first row of each. */
export function renamedVariants(
  product: DesiredProduct,
  store: StoreProduct,
): ReadonlyMap<RowRef, StoreVariant> {
  const renames = renamedValues(product, store).flatMap((value) => value.renames);
  return new Map(renames.map(({ row, former }) => [row.ref, former]));
}

function renameOf(row: DesiredVariant, meant: ReadonlySet<unknown>, store: StoreProduct): Rename[] {
  const { optionValues: wanted, sku } = row;
  const [former, another] = store.variants.filter((variant) => sku && variant.sku === sku);
  if (!wanted || !former || another || meant.has(former)) return [];
  if (matchVariant(row, store.variants) !== 'new' || wanted.length !== former.optionValues.length) return [];
  const [first, ...more] = wanted.flatMap((_, index) =>
    isValue(wanted, index, valueAt(former, index)) ? [] : index,
  );
  if (first === undefined || more.length > 0) return [];
  return [{ row, former, index: first, from: valueAt(former, first), to: wanted[first] as string }];
}

function valueAt({ optionValues }: StoreVariant, index: number): string {
  return optionValues[index] ?? '';
}

function isValue(values: readonly string[] | undefined, index: number, value: string): boolean {
  return nameKey(values?.[index] ?? '') === nameKey(value);
}
