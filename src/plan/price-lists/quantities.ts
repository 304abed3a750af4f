import type { QuantityFields } from '../../catalog/columns/column';
import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import { QUANTITY_COLUMNS, type QuantityColumn } from '../../catalog/markets/headers';
import { type QuantityPrice, quantityPricesIn } from '../../catalog/markets/quantity-prices';
import type { FieldValue } from '../../catalog/values/cell';
import type { FieldChange, SetQuantities } from '../model/action';
import type { StoreFields } from '../model/snapshot';

/** Order quantities and prices by quantity. A variant without a rule of its own is sold in any quantity from one. */
export interface Quantities {
  readonly minimum: number;
  readonly maximum: number | null;
  readonly increment: number;
  readonly prices: readonly QuantityPrice[];
}

/** Values by column; null where none is set. */
export type QuantityValues = Readonly<Record<QuantityColumn, FieldValue | null>>;

export function quantitiesOf({ minimum, maximum, increment, quantityPrices }: QuantityValues): Quantities {
  return {
    minimum: Number(minimum ?? 1),
    maximum: maximum === null ? null : Number(maximum),
    increment: Number(increment ?? 1),
    prices: quantityPrices === null ? [] : quantityPricesIn(String(quantityPrices)),
  };
}

/** Whether the values are Shopify's defaults, so that the list needs no rule for them. */
export function isDefaultRule({ minimum, maximum, increment }: Quantities): boolean {
  return minimum === 1 && maximum === null && increment === 1;
}

/** Values on the list once the action is done. */
export function valuesAfter({ fields, changes }: Pick<SetQuantities, 'fields' | 'changes'>): QuantityValues {
  const after = (column: QuantityColumn) => {
    const { key, now } = fields[column];
    const change = changes.find((each) => each.key === key);
    return change ? change.to : now;
  };
  return ofEach(after);
}

/** The four fields, with the store's values. */
export function fieldsNow(names: QuantityFields, store: StoreFields): SetQuantities['fields'] {
  const listed = (column: QuantityColumn) => {
    const key = names[column] as FieldKey;
    return { key, now: store[key] ?? null };
  };
  return ofEach(listed);
}

function ofEach<Value>(partOf: (column: QuantityColumn) => Value): Readonly<Record<QuantityColumn, Value>> {
  return {
    minimum: partOf('minimum'),
    maximum: partOf('maximum'),
    increment: partOf('increment'),
    quantityPrices: partOf('quantityPrices'),
  };
}

/** Reason why Shopify would refuse quantities in this combination, as a sentence. */
function whyNotOrdered(names: QuantityFields, quantities: Quantities): string | undefined {
  const { minimum, maximum, increment, prices } = quantities;
  const [least, most, step, byQuantity] = QUANTITY_COLUMNS.map((column) => headerOf(names[column])) as [
    string,
    string,
    string,
    string,
  ];
  if (increment > minimum)
    return `${step} is ${increment}, more than ${least}, which is ${minimum}. Type ${increment} there, or a smaller increment.`;
  if (maximum !== null && minimum > maximum)
    return `${least} is ${minimum}, more than ${most}, which is ${maximum}. Correct one of them.`;
  if (minimum % increment !== 0)
    return `${least} is ${minimum}, and ${step} is ${increment}: nobody could order ${minimum}. Type a multiple of ${increment}.`;
  if (maximum !== null && maximum % increment !== 0)
    return `${most} is ${maximum}, and ${step} is ${increment}: nobody could order ${maximum}. Type a multiple of ${increment}.`;
  const lost = prices.find(
    ({ from }) => from < minimum || (maximum !== null && from > maximum) || from % increment !== 0,
  );
  if (!lost) return undefined;
  const { from } = lost;
  const why =
    from < minimum
      ? `below ${least}, which is ${minimum}`
      : maximum !== null && from > maximum
        ? `above ${most}, which is ${maximum}`
        : `no multiple of ${step}, which is ${increment}`;
  return `${byQuantity} has a price from ${from} on: that is ${why}. Correct one of them.`;
}

function headerOf(key: string): string {
  return fieldOf(key as FieldKey).headers[0] ?? '';
}

/** Reason why a list would refuse a change of quantities, or of the fixed price that its prices by quantity require. */
export function whyNotWithQuantities(
  change: FieldChange,
  changes: readonly FieldChange[],
  store: StoreFields,
): string | undefined {
  const { orderedAs, soldAt } = fieldOf(change.key);
  const asked = (key: string) => changes.find((each) => each.key === key);
  const will = (key: string) => (asked(key) ? (asked(key)?.to ?? null) : (store[key as FieldKey] ?? null));
  if (orderedAs) {
    const action = { fields: fieldsNow(orderedAs, store), changes };
    const why = whyNotOrdered(orderedAs, quantitiesOf(valuesAfter(action)));
    if (why) return why;
    const needsPrice = change.key === orderedAs.quantityPrices && change.to !== null;
    return needsPrice && will(orderedAs.price) === null
      ? `${change.column} needs a fixed price beside it. Type one into ${headerOf(orderedAs.price)}.`
      : undefined;
  }
  if (!soldAt?.list || change.key !== soldAt.price || change.to !== null) return undefined;
  const left = quantityPricesBeside(change.key, store);
  return left && will(left) !== null
    ? `${change.column}: without a fixed price its prices by quantity could not stay. Clear ${headerOf(left)} too.`
    : undefined;
}

/** The field of the prices by quantity that belong to a price, where it was read from the store. */
function quantityPricesBeside(price: FieldKey, store: StoreFields): FieldKey | undefined {
  return (Object.keys(store) as FieldKey[]).find((key) => {
    const { orderedAs } = fieldOf(key);
    return orderedAs?.price === price && orderedAs.quantityPrices === key;
  });
}
