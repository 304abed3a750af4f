import { fieldOf } from '../../catalog/columns/columns';
import { rowKey } from '../../catalog/tab/row';
import { chunk } from '../../catalog/values/arrays';
import { textsIn } from '../../catalog/values/cell';
import { nameKey } from '../../catalog/values/plain-name';
import type { CreateProduct, CreateVariants, NewVariant, UpdateVariants } from '../model/action';
import type { StoreLimits } from '../model/batch';
import { rowsOfNewVariant } from '../model/planned';

/** A creation whose options have more values than one request takes: the variants of the others follow. */
export function splitCreation(action: CreateProduct, { listEntries }: StoreLimits): CreateProduct {
  const ranks = action.optionNames.map((_, index) => ranksOf(action, index));
  const inOrder = partition(action, ranks, listEntries);
  // Two orders may leave no variant that comes early in both; then the next sync reports Shopify's order.
  const { first, later } = inOrder.first.length > 0 ? inOrder : partition(action, [], listEntries);
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

type Ranks = readonly ReadonlyMap<string, number>[];

/**
 * The variants of as many values as one request takes, and those of the others. What comes later stands behind what was
 * there, and Shopify puts no more than so many values in order afterwards: so the first of an order go first.
 */
function partition({ optionNames, variants }: CreateProduct, ranks: Ranks, most: number) {
  const values = optionNames.map(() => new Set<string>());
  const rankOf = (value: string, index: number) => ranks[index]?.get(value) ?? 0;
  const isFirst = ({ optionValues }: NewVariant): boolean => {
    const fits = values.every((known, index) => {
      const value = valueAt(optionValues, index);
      return rankOf(value, index) < most && (known.has(value) || known.size < most);
    });
    if (fits) for (const [index, known] of values.entries()) known.add(valueAt(optionValues, index));
    return fits;
  };
  const first: NewVariant[] = [];
  const later: NewVariant[] = [];
  for (const variant of variants) (isFirst(variant) ? first : later).push(variant);
  for (const index of [...ranks.keys()].reverse()) {
    const rank = ({ optionValues }: NewVariant) => rankOf(valueAt(optionValues, index), index);
    later.sort((one, other) => rank(one) - rank(other));
  }
  return { first, later };
}

/** The option's values by their position in the order that a cell asks for; empty where no cell does. */
function ranksOf({ changes }: CreateProduct, index: number): ReadonlyMap<string, number> {
  const order = changes.find(({ key }) => fieldOf(key).orders === index)?.to;
  return new Map(textsIn(order).map((name, rank) => [nameKey(name), rank]));
}

function valueAt(values: readonly string[], index: number): string {
  return nameKey(values[index] ?? '');
}

export function tooManyVariants(count: number, { variantsOfProduct: most }: StoreLimits): string | undefined {
  return count > most
    ? `A product in Shopify has ${most.toLocaleString('en-US')} variants at most, and this one would have ${count.toLocaleString('en-US')}. Make several products of it, each with a handle of its own.`
    : undefined;
}

/** Splits variants into as many per request as it accepts. */
export function splitVariants<Action extends CreateVariants | UpdateVariants>(
  action: Action,
  limits: StoreLimits,
): Action[] {
  return chunk<Action['variants'][number]>(action.variants, limits.variantsOfProduct).map((variants) => ({
    ...action,
    variants,
  }));
}
