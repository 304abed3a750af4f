import { parseJson } from '../rules/metafields/parse-json';
import { variantTitle } from '../rules/variants/variant-title';
import type { SourceCondition } from '../state/collection-source';
import { availableOf, itemOf, variantsOf } from '../state/lookups';
import type { Product, Variant } from '../state/product';
import type { StoreState } from '../state/store-state';

interface Looked {
  readonly state: StoreState;
  readonly product: Product;
  readonly variants: readonly Variant[];
}

const gramsIn: Readonly<Record<string, number>> = {
  GRAMS: 1,
  KILOGRAMS: 1000,
  OUNCES: 28.349523125,
  POUNDS: 453.59237,
};

/** Values that a kind of condition looks at; a kind that is not here matches nothing. */
const byKind: Readonly<Record<string, (looked: Looked) => readonly string[]>> = {
  productTitle: ({ product }) => [product.title],
  productType: ({ product }) => [product.productType],
  productVendor: ({ product }) => [product.vendor],
  productTag: ({ product }) => product.tags,
  productStatus: ({ product }) => [product.status],
  productCategory: ({ product }) => [product.categoryId ?? ''],
  variantTitle: ({ product, variants }) => variants.map((variant) => variantTitle(product, variant)),
  variantPrice: ({ variants }) => variants.map(({ price }) => price),
  variantCompareAtPrice: ({ variants }) => variants.map(({ compareAtPrice }) => compareAtPrice ?? ''),
  variantWeight: ({ state, variants }) => variants.map((variant) => grams(itemOf(state, variant).weight)),
  variantInventory: ({ state, variants }) => variants.map((variant) => String(availableOf(state, variant))),
};

const grams = ({ value, unit }: { readonly value: number; readonly unit: string }): string =>
  String(value * (gramsIn[unit] ?? 1));

type Relation = (value: string, wanted: string) => boolean;

/** Compares values in lower case, numbers as numbers. */
const relations: Readonly<Record<string, Relation>> = {
  EQUALS: (value, wanted) => value === wanted || (wanted !== '' && Number(value) === Number(wanted)),
  NOT_EQUALS: (value, wanted) =>
    value !== wanted && (wanted === '' || Number.isNaN(Number(wanted)) || Number(value) !== Number(wanted)),
  GREATER_THAN: (value, wanted) => value !== '' && Number(value) > Number(wanted),
  LESS_THAN: (value, wanted) => value !== '' && Number(value) < Number(wanted),
  STARTS_WITH: (value, wanted) => value.startsWith(wanted),
  ENDS_WITH: (value, wanted) => value.endsWith(wanted),
  CONTAINS: (value, wanted) => value.includes(wanted),
  DOES_NOT_CONTAIN: (value, wanted) => !value.includes(wanted),
  TAGGED_WITH: (value, wanted) => value === wanted,
  INCLUDES: (value, wanted) => value === wanted,
  IS_SET: (value) => value !== '',
  IS_NOT_SET: (value) => value === '',
};

/** Whether a product answers a condition, by any of its values and variants. */
export function fitsCondition(state: StoreState, product: Product, condition: SourceCondition): boolean {
  const variants = variantsOf(state, product);
  const values = valuesOf({ state, product, variants }, condition).map((value) => value.toLowerCase());
  const isAnswered = (wanted: unknown): boolean => {
    if (condition.kind === 'productCategory')
      return isOfCategory(values[0] ?? '', wanted, condition.relation);
    const text = wantedText(wanted).toLowerCase();
    if (condition.relation === 'NOT_TAGGED_WITH') return !values.includes(text);
    return values.some((value) => relations[condition.relation]?.(value, text) ?? false);
  };
  if (condition.values.length === 0) return isAnswered('');
  return condition.matchType === 'ALL'
    ? condition.values.every(isAnswered)
    : condition.values.some(isAnswered);
}

function valuesOf(looked: Looked, condition: SourceCondition): readonly string[] {
  if (condition.definitionId === null) return byKind[condition.kind]?.(looked) ?? [];
  const { state, product, variants } = looked;
  const definition = state.metafieldDefinitions.get(condition.definitionId);
  if (!definition) return [];
  const owners = definition.ownerType === 'PRODUCTVARIANT' ? variants.map(({ id }) => id) : [product.id];
  return owners
    .flatMap((owner) => state.metafields.find('owner', owner))
    .filter(({ namespace, key }) => namespace === definition.namespace && key === definition.key)
    .flatMap(({ type, value }) => metafieldTexts(type, value));
}

/** A list's items, a rating's number, else the value. */
function metafieldTexts(type: string, value: string): readonly string[] {
  const parsed = /^list\.|^rating$/.test(type) ? parseJson(value) : value;
  if (Array.isArray(parsed)) return parsed.map(String);
  const { value: amount } = Object(parsed) as { value?: unknown };
  return [String(amount ?? parsed)];
}

/** A weight is compared in grams, money by its amount, the rest as it is. */
function wantedText(wanted: unknown): string {
  if (typeof wanted !== 'object' || wanted === null) return String(wanted);
  if ('unit' in wanted) return grams(wanted as { value: number; unit: string });
  return String((wanted as { amount?: unknown }).amount ?? '');
}

/** `ap-2-1` is below `ap-2`. */
function isOfCategory(own: string, wanted: unknown, relation: string): boolean {
  const { categoryId, includeDescendants } = wanted as { categoryId: string; includeDescendants: boolean };
  const id = categoryId.toLowerCase();
  const isOf = own === id || (includeDescendants && own.startsWith(`${id}-`));
  return relation === 'NOT_EQUALS' ? !isOf : isOf;
}
