import type { ExecutionContext } from '../../graphql/execution/context';
import { itemOf, variantsOf } from '../state/lookups';
import type { Product } from '../state/product';
import type { Collection, CollectionRule } from '../state/publishing';
import type { StoreState } from '../state/store-state';

/** What membership depends on. */
type Moment = Pick<ExecutionContext, 'state' | 'nowMs'>;

/** Added by hand (recorded even for smart collections), or chosen by the collection's rules. */
export function isCollectionMember(context: Moment, collection: Collection, product: Product): boolean {
  const { state, nowMs } = context;
  if (collection.productIds.includes(product.id)) return true;
  if (!collection.ruleSet || nowMs < collection.rulesApplyFromMs) return false;
  const { rules, appliedDisjunctively } = collection.ruleSet;
  const fits = (rule: CollectionRule): boolean => fitsRule(state, product, rule);
  return appliedDisjunctively ? rules.some(fits) : rules.every(fits);
}

/** The products of a collection, in order of creation. */
export function membersOf(context: Moment, collection: Collection): Product[] {
  const { products } = context.state;
  if (!collection.ruleSet) return collection.productIds.flatMap((id) => products.get(id) ?? []);
  return products.all().filter((product) => isCollectionMember(context, collection, product));
}

/** The values a rule's column looks at; a column that is not modelled matches nothing. */
function valuesOf(state: StoreState, product: Product, rule: CollectionRule): readonly string[] {
  const variants = variantsOf(state, product);
  switch (rule.column) {
    case 'TITLE':
      return [product.title];
    case 'TYPE':
      return [product.productType];
    case 'VENDOR':
      return [product.vendor];
    case 'TAG':
      return product.tags;
    case 'VARIANT_PRICE':
      return variants.map((variant) => variant.price);
    case 'VARIANT_COMPARE_AT_PRICE':
      return variants.map((variant) => variant.compareAtPrice ?? '');
    case 'VARIANT_WEIGHT':
      return variants.map((variant) => String(itemOf(state, variant).weight.value));
    case 'VARIANT_INVENTORY':
      return [String(variants.length)];
    case 'PRODUCT_METAFIELD_DEFINITION':
      return metafieldValues(state, product.id, rule);
    case 'VARIANT_METAFIELD_DEFINITION':
      return variants.flatMap((variant) => metafieldValues(state, variant.id, rule));
    default:
      return [];
  }
}

function metafieldValues(state: StoreState, ownerId: string, rule: CollectionRule): readonly string[] {
  const definition = rule.conditionObjectId && state.metafieldDefinitions.get(rule.conditionObjectId);
  if (!definition) return [];
  return state.metafields
    .find('owner', ownerId)
    .filter((field) => field.namespace === definition.namespace && field.key === definition.key)
    .map((field) => field.value);
}

const relations: Readonly<Record<string, (value: string, condition: string) => boolean>> = {
  EQUALS: (value, condition) => value === condition || Number(value) === Number(condition),
  NOT_EQUALS: (value, condition) => value !== condition,
  GREATER_THAN: (value, condition) => Number(value) > Number(condition),
  LESS_THAN: (value, condition) => Number(value) < Number(condition),
  STARTS_WITH: (value, condition) => value.startsWith(condition),
  ENDS_WITH: (value, condition) => value.endsWith(condition),
  CONTAINS: (value, condition) => value.includes(condition),
  NOT_CONTAINS: (value, condition) => !value.includes(condition),
  IS_SET: (value) => value !== '',
  IS_NOT_SET: (value) => value === '',
};

function fitsRule(state: StoreState, product: Product, rule: CollectionRule): boolean {
  const relation = relations[rule.relation];
  const condition = rule.condition.toLowerCase();
  return valuesOf(state, product, rule).some((value) => relation?.(value.toLowerCase(), condition) ?? false);
}
