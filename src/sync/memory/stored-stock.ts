import type { QuantityName } from '../../catalog/columns/column';
import type { RowRef } from '../../catalog/tab/row';
import type { SetStock } from '../../plan/model/action';
import type { Batch } from '../../plan/model/batch';
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

export const rowRef = fields<RowRef>({
  // A row that is gone has no tab either: see `nowhere`.
  sheetId: whole(-Number.MAX_SAFE_INTEGER),
  tab: text(),
  row: whole(-Number.MAX_SAFE_INTEGER),
});

export const quantityName = oneOf<QuantityName>('available', 'on_hand');

const setStock = (kind: SetStock['kind']) =>
  fields<SetStock>({
    kind: oneOf(kind),
    ref: rowRef,
    column: text(),
    name: quantityName,
    variantId,
    inventoryItemId: itemId,
    locationId,
    locationName: text(),
    from: orNull(quantity),
    to: quantity,
    sheet: orNull(quantity),
    adds: maybe(oneOf<NonNullable<SetStock['adds']>>('adjustment', 'difference')),
    twinSheet: maybe(orNull(quantity)),
  });

/** As many as one request may set. */
const MOST_LEVELS = 250;

/** Nothing but stock has a key under which it may be sent again, whatever stands in the tab. */
const stockBatch = anyOf<StockBatch>(
  fields<Extract<StockBatch, { readonly actions: unknown }>>({
    operation: oneOf('inventorySetQuantities'),
    actions: listOf(setStock('set-stock'), MOST_LEVELS),
    key: uuid,
    mayHaveArrived: maybe(oneOf<true>(true)),
  }),
  fields<Extract<StockBatch, { readonly action: unknown }>>({
    operation: oneOf('inventoryActivate'),
    action: setStock('activate-stock'),
    key: uuid,
    mayHaveArrived: maybe(oneOf<true>(true)),
  }),
);

export const stockIntent: Shape<Omit<StockIntent, 'isOwn'>> = fields<Omit<StockIntent, 'isOwn'>>({
  batch: stockBatch,
  savedAtMs: time,
});

export type StockBatch = Extract<Batch, { readonly key: string }>;
/** Stock that was sent, or was about to be; saved beforehand, because the store alone cannot tell of it afterwards. */
export interface StockIntent {
  readonly batch: StockBatch;
  /** Milliseconds since 1970. */
  readonly savedAtMs: number;
  /** True if the user who runs saved it. Requests that anybody else wrote there are never sent. */
  readonly isOwn: boolean;
}
