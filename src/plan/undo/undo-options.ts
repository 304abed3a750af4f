import type { DesiredCatalog } from '../../catalog/building/desired';
import type { ColumnKey } from '../../catalog/columns/columns';
import { headerOf } from '../../catalog/tab/layout';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { asHandle, optionKey } from '../../catalog/values/names';
import { nameKey, skuKey } from '../../catalog/values/plain-name';
import { knownId } from '../compare/known-items';
import type { Base } from '../model/base';
import type { KeptCell } from '../model/kept-cell';
import { type ReplacedOptions, type ReplacedOptionValue, valueKey } from '../model/replaced-value';
import type { PutBackContext } from './put-back-items';
import type { GivenBack, StoreNow } from './replaced-kind';

/** The name by which Shopify has the value now. */
export function optionValueNow(
  { id, valueId }: ReplacedOptionValue,
  { snapshot }: StoreNow,
): string | undefined {
  const options = snapshot.products.get(id)?.options ?? [];
  return options.flatMap(({ optionValues }) => optionValues).find((value) => value.id === valueId)?.name;
}

/** Gives an option value its old name, for all variants that have it. */
export function nameAgain(
  replaced: ReplacedOptionValue,
  _: unknown,
  { place: { ref, column }, context }: GivenBack,
): void {
  const { id: productId, kind: __, from, to, ...rest } = replaced;
  const said = rowsThatSay(replaced, context.desired, context.base);
  context.draft.actions.push({
    ...rest,
    kind: 'rename-option-value',
    productId,
    ref: said[0] ?? ref,
    rows: said.length > 0 ? said : [ref],
    column,
    from: to,
    to: from,
    ...(said.length > 0 && { isStillTyped: true }),
  });
}

/** Gives the options of a product their old names, or their old order. */
export function optionsAgain(
  { id, from, to }: ReplacedOptions,
  _: unknown,
  { place: { ref, column }, context }: GivenBack,
): void {
  const { snapshot, desired, base, draft } = context;
  const has = snapshot.products.get(id)?.options ?? [];
  const isOrder = from.every((name) => to.includes(name));
  const options = from.flatMap((name, index) => {
    const option = isOrder ? has.find((one) => one.name === name) : has[index];
    return option ? [{ id: option.id, name }] : [];
  });
  const own = desired.products.find((product) => knownId(product, base) === id);
  draft.actions.push({
    kind: isOrder ? 'reorder-options' : 'rename-option',
    productId: id,
    column,
    ref: own?.ref ?? ref,
    rows: own?.rows ?? [ref],
    from: to,
    to: from,
    options,
    ...(own && optionKey(own.optionNames) === optionKey(to) && { isStillTyped: true }),
  });
}

/** The cells of all rows of the value, which Shopify has under its old name again. */
export function optionCells(
  replaced: ReplacedOptionValue,
  { desired, base, tabs }: PutBackContext,
): KeptCell[] {
  const { id, index, from, to } = replaced;
  if (!isGivenBack(replaced, base)) return [];
  return rowsThatSay(replaced, desired, base).flatMap((ref) => {
    const { layout } = tabs.find(({ sheetId }) => sheetId === ref.sheetId) ?? {};
    if (!layout) return [];
    const column = headerOf(layout, `option${index + 1}Value` as ColumnKey);
    const value = valueKey(replaced);
    const question = `${id}|${value}|${rowKey(ref)}|${to}|${from}`;
    return [{ question, id, value, ref, column, sheet: skuKey(to), store: from, from: to, to: from }];
  });
}

/** Rows of all tabs that say an option value still as a run renamed it. */
function rowsThatSay(
  { id, index, to }: ReplacedOptionValue,
  { products, variants }: Pick<DesiredCatalog, 'products' | 'variants'>,
  base: Base,
): RowRef[] {
  const own = products.filter((product) => knownId(product, base) === id);
  const alone = variants.filter(({ handle }) => handle && base.productByHandle(asHandle(handle))?.id === id);
  return [...own.flatMap((product) => product.variants), ...alone]
    .flatMap((row) => [row, ...(row.joined ?? [])])
    .filter(({ optionValues }) => nameKey(optionValues?.[index] ?? '') === nameKey(to))
    .map(({ ref }) => ref);
}

/** Whether the value goes by its old name again, as far as is known. */
function isGivenBack({ id, index, from, to }: ReplacedOptionValue, base: Base): boolean {
  const names = base.variantsOf(id).map(({ optionValues }) => nameKey(optionValues[index] ?? ''));
  return names.includes(nameKey(from)) && !names.includes(nameKey(to));
}
