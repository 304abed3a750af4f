import { fieldOf } from '../../catalog/columns/columns';
import { groupBy } from '../../catalog/values/arrays';
import type { SetQuantities } from '../../plan/model/action';
import { answered, type BatchAnswer } from '../../plan/model/batch-outcome';
import type { StoreFields } from '../../plan/model/snapshot';
import { isDefaultRule, quantitiesOf, valuesAfter } from '../../plan/price-lists/quantities';
import { writeRequest } from '../client/graphql';
import type { UserError } from '../client/graphql-errors';
import { type SetQuantityPricingData, SetQuantityPricingDocument } from '../documents/generated/markets';
import type {
  QuantityPriceBreakInput,
  QuantityPricingByVariantUpdateInput,
  QuantityPricingByVariantUserErrorCode,
} from '../documents/generated/schema-types';
import { currencyOf } from '../queries/fields';
import { type BatchOf, indexAfter, type OperationOf, type PayloadOf, refuseCells } from './operation';

type QuantityBatch = BatchOf<'set-quantities'> | BatchOf<'clear-quantities'>;

/** The rule that was to be removed is gone, as after a request whose answer was lost. */
const GONE = 'QUANTITY_RULE_DELETE_RULE_NOT_FOUND' satisfies QuantityPricingByVariantUserErrorCode;

const RULE = ['minimum', 'maximum', 'increment'] as const;

/** Lists of a request, with the action of each entry. */
interface Parts {
  readonly rules: readonly SetQuantities[];
  readonly rulesGone: readonly SetQuantities[];
  readonly prices: readonly SetQuantities[];
  readonly breaks: readonly { readonly action: SetQuantities; readonly input: QuantityPriceBreakInput }[];
}

function partsOf(actions: readonly SetQuantities[]): Parts {
  const changes = ({ changes, fields }: SetQuantities, columns: readonly (keyof SetQuantities['fields'])[]) =>
    columns.some((column) => changes.some(({ key }) => key === fields[column].key));
  const ruled = actions.filter((action) => changes(action, RULE));
  const hasNoRule = (action: SetQuantities) => isDefaultRule(quantitiesOf(valuesAfter(action)));
  const had = ({ fields }: SetQuantities) => RULE.some((column) => fields[column].now !== null);
  const prices = actions.filter((action) => changes(action, ['quantityPrices']));
  return {
    rules: ruled.filter((action) => !hasNoRule(action)),
    rulesGone: ruled.filter((action) => hasNoRule(action) && had(action) && !action.isRuleGone),
    prices,
    breaks: prices.flatMap((action) => breaksOf(action).map((input) => ({ action, input }))),
  };
}

function breaksOf(action: SetQuantities): readonly QuantityPriceBreakInput[] {
  const currencyCode = currencyOf(
    fieldOf(action.fields.quantityPrices.key),
  ) as QuantityPriceBreakInput['price']['currencyCode'];
  return quantitiesOf(valuesAfter(action)).prices.map(({ from, amount }) => ({
    variantId: action.id,
    minimumQuantity: from,
    price: { amount, currencyCode },
  }));
}

/** Prices by quantity are replaced as a whole: those that are there go first. */
function inputOf(actions: readonly SetQuantities[]): QuantityPricingByVariantUpdateInput {
  const { rules, rulesGone, prices, breaks } = partsOf(actions);
  return {
    pricesToAdd: [],
    pricesToDeleteByVariantId: [],
    quantityRulesToAdd: rules.map((action) => {
      const { minimum, maximum, increment } = quantitiesOf(valuesAfter(action));
      return { variantId: action.id, minimum, maximum, increment };
    }),
    quantityRulesToDeleteByVariantId: rulesGone.map(({ id }) => id),
    quantityPriceBreaksToAdd: breaks.map(({ input }) => input),
    quantityPriceBreaksToDelete: [],
    quantityPriceBreaksToDeleteByVariantId: prices.map(({ id }) => id),
  };
}

/** Sets rules and prices by quantity of one list; if one is refused, nothing is written. */
export const quantityPricingByVariantUpdate: OperationOf<QuantityBatch, PayloadOf<SetQuantityPricingData>> = {
  request({ actions }) {
    const variables = { list: actions[0]?.list ?? '', input: inputOf(actions) };
    return writeRequest(SetQuantityPricingDocument, variables, { cost: 11, repeatable: true });
  },
  answer(batch, errors) {
    if (errors.length > 0) return withoutRefused(batch, errors);
    const fields = batch.actions.map((action): StoreFields => {
      const after = valuesAfter(action);
      const isDefault = isDefaultRule(quantitiesOf(after));
      const { minimum, maximum, increment, quantityPrices } = action.fields;
      return {
        [minimum.key]: isDefault ? null : after.minimum,
        [maximum.key]: after.maximum,
        [increment.key]: isDefault ? null : after.increment,
        [quantityPrices.key]: after.quantityPrices,
      };
    });
    return answered({ fields });
  },
};

/** Nothing was written: what is refused is told, and the others are sent again. */
function withoutRefused({ kind, actions }: QuantityBatch, errors: readonly UserError[]): BatchAnswer {
  const all: readonly SetQuantities[] = actions;
  const { rules, rulesGone, prices, breaks } = partsOf(all);
  const found = (error: UserError): SetQuantities | undefined => {
    const at = (list: keyof QuantityPricingByVariantUpdateInput) => indexAfter(error, list) ?? -1;
    return (
      rules[at('quantityRulesToAdd')] ??
      rulesGone[at('quantityRulesToDeleteByVariantId')] ??
      breaks[at('quantityPriceBreaksToAdd')]?.action ??
      prices[at('quantityPriceBreaksToDeleteByVariantId')]
    );
  };
  const named = groupBy(errors, found);
  const of = (action: SetQuantities) => named.get(action) ?? [];
  const isGone = (action: SetQuantities) =>
    of(action).length > 0 && of(action).every(({ code }) => code === GONE);
  // Shopify refused without saying which, such as a list that is gone.
  const isNamed = [...named.keys()].some((action) => action !== undefined);
  const bad = isNamed ? all.filter((action) => of(action).length > 0 && !isGone(action)) : all;
  const left = all
    .filter((action) => !bad.includes(action))
    .map((action) => (isGone(action) ? { ...action, isRuleGone: true as const } : action));
  const refused = bad.flatMap((action) => refuseCells(action.changes, isNamed ? of(action) : errors));
  const retry = left.length > 0 ? [{ kind, actions: left } as QuantityBatch] : [];
  return answered({}, { refused, retry });
}
