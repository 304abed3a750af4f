import { rowKey } from '../../catalog/tab/row';
import { chunk } from '../../catalog/values/arrays';
import { nameKey } from '../../catalog/values/plain-name';
import type { CreateProduct, CreateVariants, NewVariant, UpdateVariants } from '../model/action';
import type { StoreLimits } from '../model/batch';
import { rowsOfNewVariant } from '../model/planned';

/** A creation whose options have more values than one request takes: the variants of the others follow. */
export function splitCreation(action: CreateProduct, { listEntries }: StoreLimits): CreateProduct {
  const values = action.optionNames.map(() => new Set<string>());
  const isFirst = ({ optionValues }: NewVariant): boolean => {
    const fits = values.every(
      (known, index) => known.has(valueAt(optionValues, index)) || known.size < listEntries,
    );
    if (fits) for (const [index, known] of values.entries()) known.add(valueAt(optionValues, index));
    return fits;
  };
  const first: NewVariant[] = [];
  const later: NewVariant[] = [];
  for (const variant of action.variants) (isFirst(variant) ? first : later).push(variant);
  if (later.length === 0) return action;
  const laterRows = new Set(later.flatMap(rowsOfNewVariant).map(rowKey));
  const brought = new Set(first.map(({ imageUrl }) => imageUrl));
  const ofLater = new Set(later.map(({ imageUrl }) => imageUrl));
  return {
    ...action,
    variants: first,
    rows: action.rows.filter((ref) => !laterRows.has(rowKey(ref))),
    // An image that comes with a later variant is not sent twice; one that is there by then is given to it afterwards.
    images: action.images.filter(({ url, alt }) => alt !== '' || brought.has(url) || !ofLater.has(url)),
    later: later.map((variant) =>
      action.images.some(({ url, alt }) => url === variant.imageUrl && (alt !== '' || brought.has(url)))
        ? { ...variant, imageUrl: undefined }
        : variant,
    ),
  };
}

function valueAt(values: readonly string[], index: number): string {
  return nameKey(values[index] ?? '');
}

export function tooManyVariants(count: number, { variantsOfProduct: most }: StoreLimits): string | undefined {
  return count > most
    ? `A product in Shopify has ${most.toLocaleString('en-US')} variants at most, and this one would have ${count.toLocaleString('en-US')}. Make several products of it, each with a handle of its own.`
    : undefined;
}

/** As many variants to a request as it takes. */
export function splitVariants<Action extends CreateVariants | UpdateVariants>(
  action: Action,
  limits: StoreLimits,
): Action[] {
  return chunk<Action['variants'][number]>(action.variants, limits.variantsOfProduct).map((variants) => ({
    ...action,
    variants,
  }));
}
