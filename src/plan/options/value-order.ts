import type { DesiredFields, DesiredProduct } from '../../catalog/building/desired';
import { fieldOf, shopifyFields } from '../../catalog/columns/columns';
import type { RowIssue } from '../../catalog/tab/row';
import type { RowStatus } from '../../catalog/tab/status-block';
import { hasValue, textsIn } from '../../catalog/values/cell';
import type { ProductId } from '../../catalog/values/gid';
import { optionKey } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { canonical } from '../compare/canonical';
import { inAskedOrder } from '../compare/resolve-value';
import type { FieldChange, ReorderOptionValues } from '../model/action';
import type { BaseProduct, Pair } from '../model/base';
import type { ItemContext } from '../model/item-context';
import type { StoreProduct, StoreSnapshot } from '../model/snapshot';

const ORDERED = shopifyFields('product').filter(({ orders }) => orders !== undefined);

interface Compared {
  readonly fields: DesiredFields;
  readonly base: BaseProduct['fields'];
}

/** Takes out the orders that cannot be compared now, and says why; the others are compared by the existing values. */
export function comparableOrders(
  { fields, base }: Compared,
  product: DesiredProduct,
  { store, context }: { readonly store: StoreProduct; readonly context: ItemContext },
): Compared {
  if (!ORDERED.some(({ key }) => fields[key])) return { fields, base };
  const left: DesiredFields = { ...fields };
  const pairs: BaseProduct['fields'] = { ...base };
  for (const { key, orders = 0, group } of ORDERED) {
    const value = fields[key];
    if (!value || !context.policy.groups.includes(group)) continue;
    const has = store.fields[key];
    const pair = base[key] ?? neverCompared(canonical(key, has), context);
    // Values that were added or removed since do not make another order.
    if (pair && has)
      Object.assign(pairs, {
        [key]: [pair[0], canonical(key, inAskedOrder(pair[1].split('\n'), textsIn(has))), ...pair.slice(2)],
      });
    if (!hasValue(value.cell)) continue;
    const isEdited = canonical(key, value.cell.value) !== pair?.[0];
    const asked = textsIn(value.cell.value);
    const why = whyNot({ orders, asked, isEdited, isBare: has === null }, product, { store, context });
    if (!why) continue;
    if (why.waits) context.draft.followsUp = true;
    const words = (column: string) => `${column}: ${why.message}`;
    context.draft.tell(value, {
      status: why.status,
      words,
      shopifyId: store.id,
      ...(why.waits && { waits: why.waits }),
    });
    Object.assign(left, { [key]: undefined });
  }
  return { fields: left, base: pairs };
}

/** Each new order is held with both values shown, so a person need not choose a side first. */
function neverCompared(store: string, { policy }: ItemContext): Pair | undefined {
  return policy.onUnknownBase.products === 'ask' && store !== '' ? [null, store] : undefined;
}

interface Asked {
  readonly orders: number;
  readonly asked: readonly string[];
  readonly isEdited: boolean;
  /** Shopify does not have the option whose values a person put in order. */
  readonly isBare: boolean;
}

interface Refusal {
  readonly status: RowStatus;
  readonly message: string;
  /** It can be compared once the rows' new variants exist. */
  readonly waits?: true;
}

function whyNot(
  { orders, asked, isEdited, isBare }: Asked,
  { optionNames, variants }: DesiredProduct,
  { store, context }: { readonly store: StoreProduct; readonly context: ItemContext },
): Refusal | undefined {
  const areSame = optionNames.length === 0 || optionKey(optionNames) === optionKey(store.optionNames);
  if (!areSame)
    return { status: 'skipped', message: 'it follows once the options of this product are settled.' };
  const option = store.options?.[orders];
  if (!option || isBare)
    return {
      status: 'error',
      message: `this product has no option ${orders + 1} in Shopify. Empty the cell, or add the option.`,
    };
  if (option.isLinked)
    return {
      status: 'error',
      message: `Shopify takes the values of ${option.name} from a metafield, so they are not put in order from a sheet. Do it in Shopify admin.`,
    };
  const has = option.optionValues.map(({ name }) => name);
  const most = context.limits.listEntries;
  const isInOrder = optionKey(inAskedOrder(asked, has)) === optionKey(has);
  if (has.length > most && !isInOrder)
    return {
      status: 'error',
      message: `${option.name} has ${has.length} values, and Shopify takes ${most} at once. Put them in order in Shopify admin.`,
    };
  const unknown = namesNotIn(asked, has);
  if (unknown.length === 0 || !isEdited) return undefined;
  const coming = new Set(variants.map(({ optionValues }) => nameKey(optionValues?.[orders] ?? '')));
  const typo = unknown.find((name) => !coming.has(nameKey(name)));
  if (typo !== undefined) return { status: 'error', message: unknownName(typo, option.name, has) };
  return {
    status: 'skipped',
    waits: true,
    message: `it waits for ${unknown.join(', ')}, which this sync adds, and follows right after.`,
  };
}

function namesNotIn(asked: readonly string[], has: readonly string[]): readonly string[] {
  const known = new Set(has.map(nameKey));
  return asked.filter((name) => !known.has(nameKey(name)));
}

function unknownName(name: string, option: string, has: readonly string[]): string {
  const some = has.slice(0, 8).join(', ');
  return `${option} has no value ${name}. Its values are ${some}${has.length > 8 ? ` and ${has.length - 8} more` : ''}.`;
}

/** The orders of a new product, whose values are those of its rows. */
export function ordersOfNew(
  changes: readonly FieldChange[],
  { optionNames, variants }: DesiredProduct,
): { readonly changes: readonly FieldChange[]; readonly problem?: RowIssue } {
  let problem: RowIssue | undefined;
  const complete = changes.map((change) => {
    const { orders } = fieldOf(change.key);
    if (orders === undefined || change.to === null) return change;
    const asked = textsIn(change.to);
    const said = variants.map(({ optionValues }) => optionValues?.[orders] ?? '').filter(Boolean);
    const has = said.filter((name, at) => said.findIndex((other) => nameKey(other) === nameKey(name)) === at);
    const option = optionNames[orders];
    const [unknown] = namesNotIn(asked, has);
    const why =
      option === undefined
        ? `this product has no option ${orders + 1}. Empty the cell, or add the option.`
        : unknown && unknownName(unknown, option, has);
    const { ref, column } = change;
    if (why) problem ??= { ref, column, message: `${column}: ${why}` };
    return { ...change, to: inAskedOrder(asked, has) };
  });
  return { changes: complete, ...(problem && { problem }) };
}

/** Turns orders of values into the actions that send them: one for each option. */
export function planOrders(
  id: ProductId,
  changes: readonly FieldChange[],
  { products }: Pick<StoreSnapshot, 'products'>,
): ReorderOptionValues[] {
  const options = products.get(id)?.options ?? [];
  return changes.flatMap((change): ReorderOptionValues[] => {
    const { orders } = fieldOf(change.key);
    if (orders === undefined || change.to === null) return [];
    const values = options[orders]?.optionValues ?? [];
    const ids = textsIn(change.to).flatMap((name) => {
      const value = values.find((one) => nameKey(one.name) === nameKey(name));
      return value ? [{ id: value.id }] : [];
    });
    const named = options.map((option, at) => ({ id: option.id, ...(at === orders && { values: ids }) }));
    return [{ kind: 'reorder-option-values', ref: change.ref, productId: id, change, options: named }];
  });
}
