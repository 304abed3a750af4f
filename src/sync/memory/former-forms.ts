import type { QuantityName } from '../../catalog/columns/column';
import { asGone, type PlacedRow } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import type { LocationId } from '../../catalog/values/gid';
import type { CreateProduct, NewPublishing } from '../../plan/model/action';
import type { NewStock } from '../../plan/model/stock-action';
import {
  amount,
  fields,
  flag,
  listOf,
  maybe,
  nothing,
  oneOf,
  orNull,
  readStored,
  type Shape,
  text,
  whole,
} from '../../ports/shape';
import { quantityName } from './stored-stock';

/** Reads a stored value as `readStored` does, also where an earlier release stored it under memory 1.0. */
export function readFormer<T>(one: Shape<T>, stored: string | undefined): T | undefined {
  return readStored(one, stored, stored !== undefined && isFormer(stored) ? fromFormer : undefined);
}

/**
 * Tells which texts have to be looked at value by value, which takes five times as long: few lines are of an earlier
 * release.
 */
function isFormer(stored: string): boolean {
  const isCreation = stored.includes('"create-product"') && !stored.includes('"publishing":');
  return isCreation || /"(?:twinSheet|isSent)":|"sheetId":-/.test(stored);
}

/** Makes what earlier releases stored into what is stored today. */
function fromFormer(_: string, value: unknown): unknown {
  if (gone(value)) return asGone({ ...value, sheetId: -1 - value.sheetId });
  if (level(value)) {
    const { twinSheet: otherSheet, ...action } = value;
    return { ...action, otherSheet };
  }
  if (isNewVariant(value)) return { ...value, stock: withCells(value.stock) };
  if (isCreation(value)) return { ...value, publishing: publishingOf(value) };
  return value;
}

/** A row that was gone. */
const gone = fields<PlacedRow>({
  sheetId: whole(-Number.MAX_SAFE_INTEGER, -1),
  tab: text(),
  row: amount,
});

/** A quantity together with the other one of its level. */
const level = fields<{ readonly twinSheet: unknown }>({ twinSheet: orNull(amount) });

interface FormerStock {
  readonly name: QuantityName;
  readonly locationId: LocationId;
  readonly available: number;
  readonly isSent: boolean;
  readonly sheet: number;
  readonly ref: NewStock['cells'][number]['ref'];
}

const stockForm = fields<Pick<FormerStock, 'name' | 'available' | 'isSent'>>({
  name: quantityName,
  available: amount,
  isSent: flag,
});
const variantForm = fields<{ readonly stock: readonly unknown[] }>({ stock: listOf(stockForm) });

/** No more than the outline is looked at of what the user who runs has signed. */
const isNewVariant = (value: unknown): value is { readonly stock: readonly FormerStock[] } =>
  variantForm(value) && value.stock.length > 0;

function withCells(stock: readonly FormerStock[]): NewStock[] {
  return [...groupBy(stock, (one) => one.locationId)].map(([ofLocation, own]) => ({
    locationId: ofLocation,
    available: (own.find(({ isSent }) => isSent) ?? own[0])?.available ?? 0,
    cells: own.map(({ name, sheet, ref }) => ({ name, sheet, ref })),
  }));
}

interface FormerCreation {
  readonly kind: CreateProduct['kind'];
  readonly publish?: Omit<Extract<NewPublishing, { readonly kind: 'publish' }>, 'kind'>;
  readonly staysUnpublished?: unknown;
  readonly publishing?: never;
}

const creationForm = fields<Pick<FormerCreation, 'kind' | 'publishing'>>({
  kind: oneOf<CreateProduct['kind']>('create-product'),
  publishing: maybe(nothing),
});

const isCreation = (value: unknown): value is FormerCreation => creationForm(value);

function publishingOf({ publish, staysUnpublished }: FormerCreation): NewPublishing {
  if (publish) return { ...publish, kind: 'publish' };
  return { kind: staysUnpublished ? 'stays-off' : 'not-asked' };
}
