import { asHandle, optionKey } from '../../catalog/values/names';
import { nameKey, skuKey } from '../../catalog/values/plain-name';
import { canonical } from '../compare/canonical';
import type { FieldChange } from '../model/action';
import type { BaseProduct, BaseVariant } from '../model/base';
import type { StoreVariant } from '../model/snapshot';

/** Number of former names to keep. Older ones are useless, because a row has the last one it knew. */
const MOST = 3;

type VariantNames = Pick<BaseVariant, 'sku' | 'optionValues' | 'formerSkus' | 'formerOptions'>;

/** A variant's names after Shopify was read. Names that Shopify changed are kept, because rows may still use them. */
export function rememberNames(
  store: Pick<StoreVariant, 'sku' | 'optionValues'>,
  known: VariantNames | undefined,
): VariantNames {
  const { sku, optionValues } = store;
  const formerSkus = added(known?.formerSkus, known?.sku, sku);
  const formerOptions = added(
    known?.formerOptions,
    known && optionWords(known.optionValues),
    optionWords(optionValues),
  );
  return {
    sku,
    optionValues,
    ...(formerSkus && { formerSkus }),
    ...(formerOptions && { formerOptions }),
  };
}

/** A product's handles after the one in its rows was given to another product; `handle` is its present one, if any. */
export function forgetHandle(product: BaseProduct, typed: string, handle: string): BaseProduct {
  const formerHandles = added(product.formerHandles, nameKey(typed), handle);
  return { ...product, handle: [null, handle], ...(formerHandles && { formerHandles }) };
}

/** A product whose handle the sheet changed; rows with the old handle still mean it. */
export function withNewHandle(
  product: BaseProduct,
  { from, calledBy = [] }: Pick<FieldChange, 'from' | 'calledBy'>,
  handle: string,
): BaseProduct {
  const former = String(from);
  const isUsed = calledBy.length > 0;
  return {
    ...forgetHandle(product, former, handle),
    handle: isUsed ? [nameKey(former), handle, 'kept'] : [nameKey(handle), handle],
  };
}

/** The record of a variant that the sheet renamed: rows of other tabs may still use the old names. */
export function withNewNames(
  { formerSkus, formerOptions, ...known }: BaseVariant,
  names: Pick<StoreVariant, 'sku' | 'optionValues'>,
): BaseVariant {
  return { ...known, ...rememberNames(names, { ...known, formerSkus, formerOptions }) };
}

/** As a person reads them: `S / Red`. */
export function optionWords(values: readonly string[]): string {
  return values.join(' / ');
}

/** A row's option values where Shopify has the same ones in other capitals, which Shopify keeps. */
export function otherCase(
  typed: readonly string[] | undefined,
  store: readonly string[],
): string | undefined {
  if (!typed || optionKey(typed) !== optionKey(store)) return undefined;
  const [words, has] = [typed, store].map((values) => skuKey(optionWords(values)));
  return words === has ? undefined : words;
}

/** The handle by which rows meant a product when they were last in step with it. */
export function handleInSheet({ handle: [typed, store], formerHandles }: BaseProduct): string {
  if (typed === null) return formerHandles?.[0] ?? store;
  return asHandle(typed) === store ? store : typed;
}

/** The same of a variant's names. */
export function namesInSheet({
  id,
  sku,
  optionValues,
  fields,
  formerSkus,
  formerOptions,
}: BaseVariant): Pick<BaseVariant, 'id' | 'sku' | 'optionValues'> {
  return {
    id,
    // A name that the sheet itself changed counts as the sheet's too.
    sku: (fields.sku?.[0] !== canonical('sku', sku) && formerSkus?.[0]) || sku,
    optionValues: formerOptions ? [formerOptions[0] ?? ''] : optionValues,
  };
}

function added(
  former: readonly string[] | undefined,
  last: string | undefined,
  now: string,
): readonly string[] | undefined {
  const names = new Set(last ? [last, ...(former ?? [])] : former);
  names.delete(now);
  return names.size === 0 ? undefined : [...names].slice(0, MOST);
}
