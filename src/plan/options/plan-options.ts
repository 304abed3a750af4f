import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { DEFAULT_OPTION_NAME, DEFAULT_OPTION_VALUE, optionKey } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { optionWords } from '../identity/former-names';
import { anchoredItem } from '../identity/row-item';
import type { ItemContext } from '../model/item-context';
import type { ChangeOptions, CreateOptions } from '../model/option-actions';
import { isOfProducts } from '../model/policy';
import type { StoreProduct, StoreVariant } from '../model/snapshot';
import { valuesAfter } from './change-options';

/** Why the options of the sheet cannot become those of Shopify. */
interface Refusal {
  readonly status: 'error' | 'skipped';
  readonly message: string;
}

/**
 * Compares the names of the options. A name at the same place is a rename, the same names in another order are a new
 * order, further names are new options: each is asked about before anything else of the variants is planned.
 */
export function planOptions(
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
): 'same' | 'planned' | Refusal {
  const planned = asked(product, store, context);
  if (planned === 'same' || 'message' in planned) return planned;
  context.draft.actions.push(planned);
  // The rows find their variants by the new names.
  context.draft.followsUp = true;
  return 'planned';
}

/** The rows with the option values that Shopify's variants will have, once the change of options is confirmed. */
export function rowsUnderNewOptions(
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
): readonly { readonly row: DesiredVariant; readonly former: StoreVariant }[] {
  const planned = asked(product, store, context);
  if (planned === 'same' || 'message' in planned) return [];
  const formerBy = new Map(
    store.variants.map((former) => [optionKey(valuesAfter(planned, former.optionValues)), former]),
  );
  return product.variants.flatMap((row) => {
    const former = formerBy.get(optionKey(row.optionValues ?? []));
    return former ? [{ row, former }] : [];
  });
}

function asked(
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
): 'same' | ChangeOptions | CreateOptions | Refusal {
  const { optionNames: names } = product;
  const isBare = hasOnlyDefaultVariant(store);
  const has = isBare ? [] : store.optionNames;
  if (names.length === 0 || (!isBare && optionKey(names) === optionKey(has))) return 'same';
  if (!isOfProducts(context.policy) || !store.options) return refusal(names, has);
  const linked = store.options.find(({ isLinked }) => isLinked);
  if (linked)
    return {
      status: 'error',
      message: `Shopify takes the values of ${linked.name} from a metafield, so its options are not changed from a sheet. Change them in Shopify admin.`,
    };
  return changeOf(product, store, has) ?? creationOf(product, store, has, context);
}

function refusal(names: readonly string[], has: readonly string[]): Refusal {
  return has.length === 0
    ? {
        status: 'skipped',
        message: `This product has no options in Shopify. Add ${names.join(', ')} there first, then sync again.`,
      }
    : {
        status: 'error',
        message: `The options here are ${names.join(', ')}; in Shopify they are ${has.join(', ')}. Make the names and their order equal.`,
      };
}

/** A rename or a new order; undefined where the sheet has more names than Shopify. */
function changeOf(
  product: DesiredProduct,
  store: StoreProduct,
  has: readonly string[],
): ChangeOptions | Refusal | undefined {
  const { optionNames: names, variants, ref, rows } = product;
  if (names.length !== has.length) return names.length < has.length ? refusal(names, has) : undefined;
  const places = names.map((name) => has.findIndex((other) => nameKey(other) === nameKey(name)));
  const common = { ref, rows, column: 'Option names', productId: store.id, from: has };
  const options = store.options ?? [];
  const isOrder = places.every((place) => place >= 0);
  const rowsFit = (valuesOf: (row: readonly string[]) => readonly string[]) => {
    const known = new Set(store.variants.map(({ optionValues }) => optionKey(optionValues)));
    const said = variants.flatMap(({ optionValues }) =>
      optionValues ? [optionKey(valuesOf(optionValues))] : [],
    );
    return said.some((key) => known.has(key));
  };
  if (isOrder) {
    if (!rowsFit((values) => has.map((_, index) => values[places.indexOf(index)] ?? '')))
      return refusal(names, has);
    const inOrder = places.map((place) => options[place]).flatMap((option) => option ?? []);
    return {
      ...common,
      kind: 'reorder-options',
      to: inOrder.map(({ name }) => name),
      options: inOrder.map(({ id, name }) => ({ id, name })),
    };
  }
  const renamed = names.flatMap((name, index) =>
    nameKey(name) === nameKey(has[index] ?? '') ? [] : [index],
  );
  const [index] = renamed;
  const to = index === undefined ? undefined : names[index];
  if (index === undefined || to === undefined) return refusal(names, has);
  if (renamed.length > 1 || has.some((name, at) => at !== index && nameKey(name) === nameKey(to)))
    return {
      status: 'error',
      message: `The options here are ${names.join(', ')}; in Shopify they are ${has.join(', ')}. Rename one at a time, and reorder them in another sync.`,
    };
  // A row that means no variant may belong to another product.
  if (!rowsFit((values) => values)) return refusal(names, has);
  return {
    ...common,
    kind: 'rename-option',
    to: has.map((name, at) => (at === index ? to : name)),
    options: options.map(({ id, name }, at) => ({ id, name: at === index ? to : name })),
  };
}

/** Options that Shopify does not have. Adding them gives each existing variant one value of each. */
function creationOf(
  product: DesiredProduct,
  store: StoreProduct,
  has: readonly string[],
  context: ItemContext,
): CreateOptions | Refusal {
  const { optionNames: names, variants, ref, rows } = product;
  const isOld = (name: string) => has.some((other) => nameKey(other) === nameKey(name));
  if (optionKey(names.filter(isOld)) !== optionKey(has) && has.length > 0) return refusal(names, has);
  const fresh = names.flatMap((name, index) => (isOld(name) ? [] : [{ name, index }]));
  const oldOf = ({ optionValues = [] }: DesiredVariant) =>
    optionKey(optionValues.filter((_, index) => isOld(names[index] ?? '')));
  const newOf = ({ optionValues = [] }: DesiredVariant) =>
    fresh.map(({ index }) => optionValues[index] ?? '');
  const own = has.length === 0 ? [rowOfOnly(product, store, context)] : variants;
  const tuples = own.flatMap((row) => (row ? [newOf(row)] : []));
  const known = has.length === 0 ? [] : store.variants.map(({ optionValues }) => optionKey(optionValues));
  const isSaid = (tuple: readonly string[]) =>
    known.every((key) => {
      const said = variants.filter((row) => oldOf(row) === key);
      return said.length === 0 || said.some((row) => optionKey(newOf(row)) === optionKey(tuple));
    });
  const tuple = tuples.find((one) => one.every(Boolean) && isSaid(one));
  const isAnyKnown = known.length === 0 || variants.some((row) => known.includes(oldOf(row)));
  if (!tuple || !isAnyKnown) {
    const what = fresh.map(({ name }) => name).join(', ');
    return {
      status: 'error',
      message: `Shopify gives all variants that it has one value of ${what} first. Give one row of each of them the same ${what}; rows with other values become new variants.`,
    };
  }
  const valuesIn = (old: readonly string[]) => {
    const left = [...old];
    return names.map((name, index) => {
      const at = fresh.findIndex((one) => one.index === index);
      return at >= 0 ? (tuple[at] ?? '') : (left.shift() ?? name);
    });
  };
  const after = store.variants.map(({ optionValues }) => valuesIn(has.length > 0 ? optionValues : []));
  const afterKeys = new Set(after.map((values) => optionKey(values)));
  const added = variants.flatMap(({ optionValues = [] }) =>
    afterKeys.has(optionKey(optionValues)) ? [] : [optionWords(optionValues)],
  );
  const some = (list: readonly string[]) =>
    `${list.slice(0, 3).join('; ')}${list.length > 3 ? ` and ${list.length - 3} more` : ''}`;
  return {
    kind: 'create-options',
    ref,
    rows,
    column: 'Option names',
    productId: store.id,
    from: has,
    to: names.map((name) => has.find((other) => nameKey(other) === nameKey(name)) ?? name),
    created: fresh.map(({ name, index }, at) => ({ name, position: index + 1, value: tuple[at] ?? '' })),
    result: `variants: ${some(after.map(optionWords))}${added.length > 0 ? `; new with the next sync: ${some(added)}` : ''}`,
  };
}

/** The row of the only variant, found by its Shopify ID or its SKU, else the first row. */
function rowOfOnly(
  { variants }: DesiredProduct,
  { variants: [only] }: StoreProduct,
  context: ItemContext,
): DesiredVariant | undefined {
  return (
    variants.find(
      ({ ref, variantId }) => (variantId ?? anchoredItem(ref, context)?.variantId) === only?.id,
    ) ??
    variants.find(({ sku }) => sku && sku === only?.sku) ??
    variants[0]
  );
}

function hasOnlyDefaultVariant({ optionNames, variants }: StoreProduct): boolean {
  return (
    optionNames.length === 1 &&
    optionNames[0] === DEFAULT_OPTION_NAME &&
    variants.every(({ optionValues }) => optionValues[0] === DEFAULT_OPTION_VALUE)
  );
}
