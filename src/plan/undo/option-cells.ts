import type { DesiredCatalog } from '../../catalog/building/desired';
import type { RowRef } from '../../catalog/tab/row';
import { nameKey } from '../../catalog/values/plain-name';
import { knownProduct } from '../compare/known-items';
import type { Base } from '../model/base';
import type { ReplacedOptionValue } from '../model/replaced-value';

/** Rows that say an option value still as a run renamed it. */
export function rowsThatSay(
  { id, index, to }: ReplacedOptionValue,
  { products }: Pick<DesiredCatalog, 'products'>,
  base: Base,
): RowRef[] {
  return products
    .filter((product) => knownProduct(product, base)?.id === id)
    .flatMap(({ variants }) => variants)
    .filter(({ optionValues }) => nameKey(optionValues?.[index] ?? '') === nameKey(to))
    .map(({ ref }) => ref);
}

/** Whether the value goes by its old name again, as far as is known. */
export function isGivenBack({ id, index, from, to }: ReplacedOptionValue, base: Base): boolean {
  const names = base.variantsOf(id).map(({ optionValues }) => nameKey(optionValues[index] ?? ''));
  return names.includes(nameKey(from)) && !names.includes(nameKey(to));
}
