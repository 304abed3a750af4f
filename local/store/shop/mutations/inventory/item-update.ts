import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { moneyText } from '../../normalise/money';
import type { InventoryItemInput } from '../../rules/inventory-item-input';
import { harmonizedCodeMessage, isHarmonizedCode } from '../../rules/variants/variant-input';
import type { WeightUnit } from '../../state/inventory';
import { withItemFields } from '../../writes/put-inventory';

interface Args {
  readonly id: string;
  readonly input: InventoryItemInput;
}

export function inventoryItemUpdate({ id, input }: Args, { state, now }: ExecutionContext): Payload {
  const item = state.inventoryItems.get(id);
  if (!item) {
    const message = "The product couldn't be updated because it does not exist.";
    return { inventoryItem: null, userErrors: [userError(['id'], message)] };
  }
  const userErrors = checkItem(input);
  if (userErrors.length > 0) return { inventoryItem: null, userErrors };
  const cost = input.cost == null ? {} : { cost: moneyText(input.cost, state.shop.currencyCode) };
  return {
    inventoryItem: state.inventoryItems.put(withItemFields(item, { ...input, ...cost }, now)),
    userErrors: [],
  };
}

const unitSymbols: Readonly<Record<WeightUnit, string>> = {
  KILOGRAMS: 'kg',
  GRAMS: 'g',
  POUNDS: 'lb',
  OUNCES: 'oz',
};

/** Messages as recorded. */
function checkItem(input: InventoryItemInput): UserError[] {
  const errors: UserError[] = [];
  if (input.cost != null && Number(input.cost) < 0) {
    errors.push(userError(['input', 'cost'], 'Cost must be greater than or equal to 0'));
  }
  if (input.countryCodeOfOrigin === 'ZZ') {
    errors.push(userError(['input', 'countryCodeOfOrigin'], 'Country code of origin is invalid'));
  }
  if (input.harmonizedSystemCode && !isHarmonizedCode(input.harmonizedSystemCode)) {
    errors.push(userError(['input', 'harmonizedSystemCode'], harmonizedCodeMessage));
  }
  const weight = input.measurement?.weight;
  if (weight && weight.value < 0) {
    const symbol = unitSymbols[weight.unit];
    const message = `Measurement weight value ${weight.value} ${symbol} must be >= 0 ${symbol}`;
    errors.push(userError(['input', 'measurement', 'weight'], message));
  }
  return errors;
}
