import type { DesiredCatalog } from '../../catalog/building/desired';
import type { RowRef } from '../../catalog/tab/row';
import { asHandle } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { knownProduct } from '../compare/known-items';
import type { Base } from '../model/base';
import type { ReplacedOptionValue } from '../model/replaced-value';

/** Rows of all tabs that say an option value still as a run renamed it. */
export function rowsThatSay(
  { id, index, to }: ReplacedOptionValue,
  { products, variants }: Pick<DesiredCatalog, 'products' | 'variants'>,
  base: Base,
): RowRef[] {
  const own = products.filter((product) => knownProduct(product, base)?.id === id);
  const alone = variants.filter(({ handle }) => handle && base.productByHandle(asHandle(handle))?.id === id);
  return [...own.flatMap((product) => product.variants), ...alone]
    .flatMap((row) => [row, ...(row.joined ?? [])])
    .filter(({ optionValues }) => nameKey(optionValues?.[index] ?? '') === nameKey(to))
    .map(({ ref }) => ref);
}

/** Whether the value goes by its old name again, as far as is known. */
export function isGivenBack({ id, index, from, to }: ReplacedOptionValue, base: Base): boolean {
  const names = base.variantsOf(id).map(({ optionValues }) => nameKey(optionValues[index] ?? ''));
  return names.includes(nameKey(from)) && !names.includes(nameKey(to));
}
