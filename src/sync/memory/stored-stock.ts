import type { QuantityName } from '../../catalog/columns/column';
import type { Place, PlacedRow, RowRef } from '../../catalog/tab/row';
import type { Batch } from '../../plan/model/batch';
import type { OtherCell, SetQuantity, StockItem } from '../../plan/model/stock-action';
import {
  anyOf,
  fields,
  itemId,
  listOf,
  locationId,
  maybe,
  oneOf,
  orNull,
  type Shape,
  text,
  time,
  uuid,
  variantId,
  whole,
} from '../../ports/shape';
import { quantity } from './stored-base';

const rowNumber = { tab: text(), row: whole(-Number.MAX_SAFE_INTEGER) };

export const rowRef = anyOf<RowRef>(
  fields<PlacedRow>({ ...rowNumber, sheetId: whole() }),
  fields<Exclude<RowRef, PlacedRow>>({ ...rowNumber, sheetId: oneOf(null), goneFrom: whole() }),
);

export const quantityName = oneOf<QuantityName>('available', 'on_hand');

const ofLevel = {
  ref: rowRef,
  column: text(),
  also: maybe(listOf(fields<Place>({ ref: rowRef, column: text() }))),
  name: quantityName,
  variantId,
  inventoryItemId: itemId,
  locationId,
  locationName: text(),
  to: quantity,
  sheet: orNull(quantity),
  otherSheet: maybe(orNull(quantity)),
  otherFrom: maybe(quantity),
  otherCells: maybe(listOf(fields<OtherCell>({ ref: rowRef, column: text(), sheet: quantity }))),
};

const setQuantity = fields<SetQuantity>({
  ...ofLevel,
  kind: oneOf<'set-stock'>('set-stock'),
  from: quantity,
  adds: maybe(oneOf<NonNullable<SetQuantity['adds']>>('adjustment', 'difference')),
});

const stockItem = fields<StockItem>({
  ...ofLevel,
  kind: oneOf<'activate-stock'>('activate-stock'),
  from: oneOf(null),
  adds: maybe(oneOf<never>()),
});

/** As many as one request may set. */
const MOST_LEVELS = 250;

/** Nothing but stock has a key under which it may be sent again, whatever stands in the tab. */
const stockBatch = anyOf<StockBatch>(
  fields<Extract<StockBatch, { readonly actions: unknown }>>({
    kind: maybe(oneOf<'set-stock'>('set-stock')),
    actions: listOf(setQuantity, MOST_LEVELS),
    key: uuid,
    mayHaveArrived: maybe(oneOf<true>(true)),
  }),
  fields<Extract<StockBatch, { readonly action: unknown }>>({
    kind: maybe(oneOf<'activate-stock'>('activate-stock')),
    action: stockItem,
    key: uuid,
    mayHaveArrived: maybe(oneOf<true>(true)),
  }),
);

export const stockIntent: Shape<Omit<StockIntent, 'isOwn'>> = fields<Omit<StockIntent, 'isOwn'>>({
  batch: stockBatch,
  savedAtMs: time,
});

/** Batches had no kind of their own before: they named the mutation, which is not looked at any more. */
export function withKind(batch: StockBatch): StockBatch {
  return 'actions' in batch ? { ...batch, kind: 'set-stock' } : { ...batch, kind: 'activate-stock' };
}

export type StockBatch = Extract<Batch, { readonly key: string }>;
/** Stock that was sent, or was about to be; saved beforehand, because the store alone cannot tell of it afterwards. */
export interface StockIntent {
  readonly batch: StockBatch;
  /** Milliseconds since 1970. */
  readonly savedAtMs: number;
  /** True if the user who runs saved it. Requests that anybody else wrote there are never sent. */
  readonly isOwn: boolean;
}
