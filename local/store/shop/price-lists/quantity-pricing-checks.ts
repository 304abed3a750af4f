import { type UserError, userError } from '../../graphql/user-errors';
import type { StoreState } from '../state/store-state';
import { fixedPriceId, type PriceList } from './price-list';
import type { QuantityBreakInput, QuantityPricingInput } from './quantity-pricing-input';
import {
  breakProblems,
  breaksOf,
  type QuantityRuleInput,
  ruleProblems,
  supportsQuantities,
} from './quantity-rules';

/** Recorded for prices and for a rule by itself; of price breaks the codes are the schema's and the texts follow them. */
const ruleTexts: Readonly<Record<string, readonly [message: string, code: string]>> = {
  minimumLow: ['Minimum is less than one', 'MINIMUM_IS_LESS_THAN_ONE'],
  maximumLow: ['Maximum is less than one', 'MAXIMUM_IS_LESS_THAN_ONE'],
  incrementLow: ['Increment is less than one', 'INCREMENT_IS_LESS_THAN_ONE'],
  incrementHigh: ['Increment is greater than minimum', 'INCREMENT_IS_GREATER_THAN_MINIMUM'],
  crossed: ['Minimum is greater than maximum', 'MINIMUM_GREATER_THAN_MAXIMUM'],
  minimumStep: ['minimum is not a multiple of increment', 'MINIMUM_NOT_A_MULTIPLE_OF_INCREMENT'],
  maximumStep: ['Maximum is not a multiple of increment', 'MAXIMUM_NOT_A_MULTIPLE_OF_INCREMENT'],
  maximumBelow: [
    'Maximum is lower than quantity price break minimum',
    'MAX_LOWER_THAN_QUANTITY_PRICE_BREAK_MIN',
  ],
  minimumAbove: [
    'Minimum is higher than quantity price break minimum',
    'MIN_HIGHER_THAN_QUANTITY_PRICE_BREAK_MIN',
  ],
  incrementOff: [
    'Increment is not a multiple of quantity price break minimum',
    'INCREMENT_NOT_A_MULTIPLE_OF_QUANTITY_PRICE_BREAK_MIN',
  ],
};

type ListName = keyof QuantityPricingInput;

const errorAt = (list: ListName, index: number, message: string, code: string): UserError =>
  userError(['input', list, index], message, code);

/** Every entry of a list, unless two of them are for the same: then that is said of each. */
function checkEach<T>(
  list: ListName,
  items: readonly T[],
  key: (item: T) => string,
  say: {
    readonly twice: readonly [string, string];
    readonly check: (item: T) => readonly (readonly [string, string])[];
  },
): UserError[] {
  const keys = items.map(key);
  return items.flatMap((item, index) => {
    const isTwice = keys.filter((one) => one === keys[index]).length > 1;
    const problems = isTwice ? [say.twice] : say.check(item);
    return problems.map(([message, code]) => errorAt(list, index, message, code));
  });
}

/** IDs of what a list had before anything was deleted. */
export interface Before {
  readonly fixedPrices: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
}

export function checkQuantityPricing(
  state: StoreState,
  list: PriceList,
  input: QuantityPricingInput,
  before: Before,
): readonly UserError[] {
  const missing = (name: ListName, message: string, code: string): UserError[] =>
    ((input[name] ?? []) as readonly string[]).flatMap((id, index) =>
      state.variants.get(id) ? [] : [errorAt(name, index, message, code)],
    );
  /** Errors of variants that are there and have nothing to be deleted; the texts are the schema's. */
  const unset = (
    name: ListName,
    has: (id: string) => unknown,
    [message, code]: readonly [string, string],
  ): UserError[] =>
    ((input[name] ?? []) as readonly string[]).flatMap((id, index) =>
      state.variants.get(id) && !has(fixedPriceId(list.id, id)) ? [errorAt(name, index, message, code)] : [],
    );
  const prices = checkEach('pricesToAdd', input.pricesToAdd, ({ variantId }) => variantId, {
    twice: ['Prices to add inputs must be unique by variant id.', 'PRICE_ADD_DUPLICATE_INPUT_FOR_VARIANT'],
    check: ({ variantId, price, compareAtPrice }) => {
      if (!state.variants.get(variantId)) return [['Variant not found.', 'PRICE_ADD_VARIANT_NOT_FOUND']];
      const isOther = [price, compareAtPrice].some((money) => money && money.currencyCode !== list.currency);
      return isOther ? [['Currency mismatch.', 'PRICE_ADD_CURRENCY_MISMATCH']] : [];
    },
  });
  const rules = checkEach('quantityRulesToAdd', input.quantityRulesToAdd, ({ variantId }) => variantId, {
    twice: [
      'Quantity rules to add inputs must be unique by variant id.',
      'QUANTITY_RULE_ADD_DUPLICATE_INPUT_FOR_VARIANT',
    ],
    check: (rule) => checkRule(state, list, rule, input),
  });
  const breaks = checkEach(
    'quantityPriceBreaksToAdd',
    input.quantityPriceBreaksToAdd,
    ({ variantId, minimumQuantity }) => `${variantId}|${minimumQuantity}`,
    {
      twice: [
        'Quantity price breaks to add inputs must be unique by variant id and minimum quantity.',
        'QUANTITY_PRICE_BREAK_ADD_DUPLICATE_INPUT_FOR_VARIANT_AND_MIN',
      ],
      check: (one) => checkBreak(state, list, one, input),
    },
  );
  return [
    ...prices,
    ...missing('pricesToDeleteByVariantId', 'Variant not found.', 'PRICE_DELETE_VARIANT_NOT_FOUND'),
    ...unset('pricesToDeleteByVariantId', (id) => before.fixedPrices.has(id), [
      'Price is not fixed.',
      'PRICE_DELETE_PRICE_NOT_FIXED',
    ]),
    ...rules,
    ...missing(
      'quantityRulesToDeleteByVariantId',
      'Variant not found.',
      'QUANTITY_RULE_DELETE_VARIANT_NOT_FOUND',
    ),
    ...unset('quantityRulesToDeleteByVariantId', (id) => before.rules.has(id), [
      'Quantity rule not found.',
      'QUANTITY_RULE_DELETE_RULE_NOT_FOUND',
    ]),
    ...breaks,
    ...input.quantityPriceBreaksToDelete.flatMap((id, index) =>
      state.quantityPriceBreaks.get(id)?.priceListId === list.id
        ? []
        : [
            errorAt(
              'quantityPriceBreaksToDelete',
              index,
              'Quantity price break not found.',
              'QUANTITY_PRICE_BREAK_DELETE_NOT_FOUND',
            ),
          ],
    ),
    ...missing(
      'quantityPriceBreaksToDeleteByVariantId',
      'Variant to delete by is not found.',
      'QUANTITY_PRICE_BREAK_DELETE_BY_VARIANT_ID_VARIANT_NOT_FOUND',
    ),
  ];
}

function checkRule(
  state: StoreState,
  list: PriceList,
  rule: QuantityRuleInput,
  input: QuantityPricingInput,
): readonly (readonly [string, string])[] {
  if (!state.variants.get(rule.variantId))
    return [['Variant not found.', 'QUANTITY_RULE_ADD_VARIANT_NOT_FOUND']];
  if (!supportsQuantities(state, list)) {
    const message = 'Quantity rule catalog context not supported.';
    return [[message, 'QUANTITY_RULE_ADD_CATALOG_CONTEXT_NOT_SUPPORTED']];
  }
  /** Those that come with the rule are held to it themselves. */
  const minimums = breaksLeft(state, list, rule.variantId, input).map(
    ({ minimumQuantity }) => minimumQuantity,
  );
  const own: readonly string[] = ruleProblems(rule);
  const problems = own.length > 0 ? own : breakProblems(rule, minimums);
  return problems.map((problem) => {
    const [message, code] = ruleTexts[problem] ?? ['Invalid quantity rule', 'INVALID'];
    return [message, `QUANTITY_RULE_ADD_${code}`];
  });
}

const breaksLeft = (
  state: StoreState,
  list: PriceList,
  variantId: string,
  { quantityPriceBreaksToDelete }: QuantityPricingInput,
) => breaksOf(state, list.id, variantId).filter(({ id }) => !quantityPriceBreaksToDelete.includes(id));

/** Ten for a variant at the most (schema: "the allowed number"); how many is not said there. */
const mostBreaks = 10;

function checkBreak(
  state: StoreState,
  list: PriceList,
  { variantId, minimumQuantity, price }: QuantityBreakInput,
  input: QuantityPricingInput,
): readonly (readonly [string, string])[] {
  const say = (message: string, code: string) => [[message, `QUANTITY_PRICE_BREAK_ADD_${code}`]] as const;
  if (!state.variants.get(variantId)) return say('Variant not found.', 'VARIANT_NOT_FOUND');
  if (price.currencyCode !== list.currency) return say('Currency mismatch.', 'CURRENCY_MISMATCH');
  const isPriced =
    state.fixedPrices.get(fixedPriceId(list.id, variantId)) ??
    input.pricesToAdd.find((one) => one.variantId === variantId);
  if (!isPriced) return say('Quantity price break fixed price not found.', 'PRICE_LIST_PRICE_NOT_FOUND');
  const added = input.quantityPriceBreaksToAdd.filter((one) => one.variantId === variantId);
  if (breaksLeft(state, list, variantId, input).length + added.length > mostBreaks)
    return say('Exceeded the allowed number of quantity price breaks per variant.', 'LIMIT_EXCEEDED');
  const asked = input.quantityRulesToAdd.find((one) => one.variantId === variantId);
  const rule = asked ?? state.quantityRules.get(fixedPriceId(list.id, variantId));
  if (!rule) return minimumQuantity < 1 ? say('Invalid quantity price break.', 'INVALID') : [];
  if (asked && ruleProblems(asked).length > 0) return [];
  if (minimumQuantity < rule.minimum)
    return say('Minimum is lower than quantity rule minimum', 'MIN_LOWER_THAN_QUANTITY_RULES_MIN');
  if (rule.maximum != null && minimumQuantity > rule.maximum)
    return say('Minimum is higher than quantity rule maximum', 'MIN_HIGHER_THAN_QUANTITY_RULES_MAX');
  return minimumQuantity % rule.increment === 0
    ? []
    : say(
        'Minimum is not a multiple of quantity rule increment',
        'MIN_NOT_A_MULTIPLE_OF_QUANTITY_RULES_INCREMENT',
      );
}
