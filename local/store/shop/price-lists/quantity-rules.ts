import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { gidType } from '../state/ids';
import type { Variant } from '../state/product';
import type { StoreState } from '../state/store-state';
import { fixedPriceId, type PriceList, type QuantityRule } from './price-list';

export interface QuantityRuleInput {
  readonly variantId: string;
  readonly minimum: number;
  readonly maximum?: number | null;
  readonly increment: number;
}

/** A QuantityRule as it is answered; without one of its own a variant is sold one by one. */
export interface ShownRule {
  readonly id: string;
  readonly minimum: number;
  readonly maximum: number | null;
  readonly increment: number;
  readonly isDefault: boolean;
  readonly originType: 'FIXED' | 'RELATIVE';
  readonly productVariant: Variant;
}

export const shownRule = (state: StoreState, list: PriceList, productVariant: Variant): ShownRule => {
  const id = fixedPriceId(list.id, productVariant.id);
  const rule = state.quantityRules.get(id);
  const { minimum, maximum, increment } = rule ?? { minimum: 1, maximum: null, increment: 1 };
  const isDefault = rule === undefined;
  const originType = isDefault ? 'RELATIVE' : 'FIXED';
  return { id, minimum, maximum, increment, isDefault, originType, productVariant };
};

type Problem =
  | 'minimumLow'
  | 'maximumLow'
  | 'incrementLow'
  | 'incrementHigh'
  | 'crossed'
  | 'minimumStep'
  | 'maximumStep';

/** Errors of a rule by itself, in Shopify's order (recorded). */
export function ruleProblems({ minimum, maximum, increment }: QuantityRuleInput): readonly Problem[] {
  const problems: Problem[] = [];
  if (minimum < 1) problems.push('minimumLow');
  if (maximum != null && maximum < 1) problems.push('maximumLow');
  if (increment < 1) problems.push('incrementLow');
  else if (increment > minimum) problems.push('incrementHigh');
  if (problems.length > 0) return problems;
  if (maximum != null && minimum > maximum) return ['crossed'];
  if (minimum % increment !== 0) problems.push('minimumStep');
  if (maximum != null && maximum % increment !== 0) problems.push('maximumStep');
  return problems;
}

/** Field, sentence and code of `quantityRulesAdd`. */
const texts: Readonly<Record<Problem, readonly [field: string, message: string, code: string]>> = {
  minimumLow: ['minimum', 'Minimum must be greater than or equal to one.', 'GREATER_THAN_OR_EQUAL_TO'],
  maximumLow: ['maximum', 'Maximum must be greater than or equal to one.', 'GREATER_THAN_OR_EQUAL_TO'],
  incrementLow: ['increment', 'Increment must be greater than or equal to one.', 'GREATER_THAN_OR_EQUAL_TO'],
  incrementHigh: [
    'increment',
    'Increment must be lower than or equal to the minimum.',
    'INCREMENT_IS_GREATER_THAN_MINIMUM',
  ],
  crossed: [
    'minimum',
    'Minimum must be lower than or equal to the maximum.',
    'MINIMUM_IS_GREATER_THAN_MAXIMUM',
  ],
  minimumStep: [
    'minimum',
    'Minimum must be a multiple of the increment.',
    'MINIMUM_NOT_MULTIPLE_OF_INCREMENT',
  ],
  maximumStep: [
    'maximum',
    'Maximum must be a multiple of the increment.',
    'MAXIMUM_NOT_MULTIPLE_OF_INCREMENT',
  ],
};

/** Errors of a rule next to the existing price breaks. */
export function breakProblems(
  rule: QuantityRuleInput,
  minimums: readonly number[],
): readonly ('maximumBelow' | 'minimumAbove' | 'incrementOff')[] {
  const { minimum, maximum, increment } = rule;
  if (maximum != null && minimums.some((one) => one > maximum)) return ['maximumBelow'];
  if (minimums.some((one) => one < minimum)) return ['minimumAbove'];
  return minimums.some((one) => one % increment !== 0) ? ['incrementOff'] : [];
}

const beside = 'quantity price break minimums associated with this variant in the specified price list.';
const breakTexts = {
  maximumBelow: [
    'maximum',
    `Maximum must be greater than or equal to all ${beside}`,
    'MAXIMUM_IS_LOWER_THAN_QUANTITY_PRICE_BREAK_MINIMUM',
  ],
  minimumAbove: [
    'minimum',
    `Minimum must be less than or equal to all ${beside}`,
    'MINIMUM_IS_HIGHER_THAN_QUANTITY_PRICE_BREAK_MINIMUM',
  ],
  incrementOff: [
    'increment',
    `Increment must be a multiple of all ${beside}`,
    'INCREMENT_NOT_A_MULTIPLE_OF_QUANTITY_PRICE_BREAK_MINIMUM',
  ],
} as const;

/** Rules are for companies: their catalogs, and those of their markets (schema). A list without catalog may have them. */
export function supportsQuantities(state: StoreState, { catalogId }: PriceList): boolean {
  if (catalogId === null || gidType(catalogId) !== 'MarketCatalog') return true;
  const markets = state.catalogs.get(catalogId)?.marketIds ?? [];
  return markets.every((id) => (state.markets.get(id)?.companyLocationIds?.length ?? 0) > 0);
}

const listMissing = userError(['priceListId'], 'Price list does not exist.', 'PRICE_LIST_DOES_NOT_EXIST');
const variantMissing = (field: readonly string[]): UserError =>
  userError(field, 'Product variant ID does not exist.', 'PRODUCT_VARIANT_DOES_NOT_EXIST');

export const breaksOf = (state: StoreState, listId: string, variantId: string) =>
  state.quantityPriceBreaks.find('priceList', listId).filter((one) => one.variantId === variantId);

function checkRule(state: StoreState, list: PriceList, rule: QuantityRuleInput, index: number): UserError[] {
  const at = ['quantityRules', String(index)];
  if (!state.variants.get(rule.variantId)) return [variantMissing([...at, 'variantId'])];
  const own = ruleProblems(rule).map((problem) => texts[problem]);
  const minimums = breaksOf(state, list.id, rule.variantId).map(({ minimumQuantity }) => minimumQuantity);
  const other = own.length > 0 ? [] : breakProblems(rule, minimums).map((problem) => breakTexts[problem]);
  return [...own, ...other].map(([field, message, code]) => userError([...at, field], message, code));
}

export const putRules = (
  state: StoreState,
  list: PriceList,
  rules: readonly QuantityRuleInput[],
): readonly QuantityRule[] =>
  rules.map(({ variantId, minimum, maximum, increment }) =>
    state.quantityRules.put({
      id: fixedPriceId(list.id, variantId),
      priceListId: list.id,
      variantId,
      minimum,
      maximum: maximum ?? null,
      increment,
    }),
  );

interface AddArgs {
  readonly priceListId: string;
  readonly quantityRules: readonly QuantityRuleInput[];
}

/** All or nothing. */
export function quantityRulesAdd(args: AddArgs, { state }: ExecutionContext): Payload {
  const refused = (userErrors: readonly UserError[]): Payload => ({ quantityRules: [], userErrors });
  const list = state.priceLists.get(args.priceListId);
  if (!list) return refused([listMissing]);
  if (!supportsQuantities(state, list)) {
    const message =
      'Quantity rules can be associated only with company location catalogs or catalogs associated with compatible markets.';
    return refused([userError(['priceListId'], message, 'CATALOG_CONTEXT_DOES_NOT_SUPPORT_QUANTITY_RULES')]);
  }
  const ids = args.quantityRules.map(({ variantId }) => variantId);
  const userErrors = args.quantityRules.flatMap((rule, index) => {
    const isTwice = ids.filter((id) => id === rule.variantId).length > 1;
    const message = 'Quantity rule inputs must be unique by variant id.';
    const at = ['quantityRules', String(index), 'variantId'];
    return isTwice
      ? [userError(at, message, 'DUPLICATE_INPUT_FOR_VARIANT')]
      : checkRule(state, list, rule, index);
  });
  if (userErrors.length > 0) return refused(userErrors);
  putRules(state, list, args.quantityRules);
  const variants = ids.flatMap((id) => state.variants.get(id) ?? []);
  return { quantityRules: variants.map((variant) => shownRule(state, list, variant)), userErrors: [] };
}

interface DeleteArgs {
  readonly priceListId: string;
  readonly variantIds: readonly string[];
}

export function quantityRulesDelete(args: DeleteArgs, { state }: ExecutionContext): Payload {
  const refused = (userErrors: readonly UserError[]): Payload => ({
    deletedQuantityRulesVariantIds: [],
    userErrors,
  });
  const list = state.priceLists.get(args.priceListId);
  if (!list) return refused([listMissing]);
  const userErrors = args.variantIds.flatMap((id, index) => {
    const at = ['variantIds', String(index)];
    if (!state.variants.get(id)) return [variantMissing(at)];
    if (state.quantityRules.get(fixedPriceId(list.id, id))) return [];
    const message = 'Quantity rule for variant associated with the price list provided does not exist.';
    return [userError(at, message, 'VARIANT_QUANTITY_RULE_DOES_NOT_EXIST')];
  });
  if (userErrors.length > 0) return refused(userErrors);
  for (const id of args.variantIds) state.quantityRules.delete(fixedPriceId(list.id, id));
  return { deletedQuantityRulesVariantIds: args.variantIds, userErrors: [] };
}
