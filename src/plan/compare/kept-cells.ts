import { fileName } from '../../catalog/values/image-address';
import type { Base, BaseRecord } from '../model/base';
import type { KeptCell } from '../model/kept-cell';
import { VARIANT_IMAGE } from '../model/replaced-value';
import type { RowOutcome } from '../model/row-outcome';
import { isShownByName, show, showField } from './messages';
import { withPair } from './pairs';
import { itemOf } from './undone-marks';

/**
 * Result of writing a cell: what it says now, in canonical form, and whether the spreadsheet made something else of the
 * value; `left` where it holds a formula or is protected, `beside` where another cell of its value could not take it;
 * `unsayable` where the value would mean something else in a cell, as a title that is `[clear]`.
 */
export type PutOutcome =
  | { readonly says: string | null; readonly isOther?: boolean }
  | 'left'
  | 'beside'
  | 'unsayable';

/** The record of such a cell: with Shopify's value in it both sides are in step, however the cell shows it. */
export function keptRecord(
  { id, value, sheet, store }: KeptCell,
  put: PutOutcome,
  base: Base,
): BaseRecord | undefined {
  const known = itemOf(id, base);
  if (!known) return undefined;
  if (typeof value === 'object') {
    // The value that the cell asked for was never synced.
    if (!('adjusts' in value)) return undefined;
    if (known.kind !== 'variant' || typeof put === 'string' || put.says !== null) return undefined;
    const { [value.adjusts]: _, ...stockNotes } = known.stockNotes ?? {};
    return { ...known, stockNotes };
  }
  if (typeof put === 'string') return withPair(known, value, [sheet, store, 'kept']);
  return withPair(known, value, put.isOther ? [put.says, store, 'kept'] : [put.says, store]);
}

const WHY_LEFT = {
  left: 'it holds a formula, is protected, or stands in a table that takes nothing from a script. Edit it by hand.',
  beside: 'another cell that says it could not be changed. Edit both by hand.',
  unsayable:
    'in a cell this would mean something else. Change it in Shopify, or edit the cell to send another value.',
};

/** Tells the row what was written into its cell; in a preview, what would be. */
export function keptOutcome(cell: KeptCell, put?: PutOutcome): RowOutcome {
  const { ref, column, field, from, to } = cell;
  const isImage = cell.value === VARIANT_IMAGE;
  const [sheet, shopify] = [from, to].map((each) =>
    field ? showField(field, each) : show(isImage ? fileName(String(each)) : each),
  );
  const isApart = typeof put === 'string' || put?.isOther === true;
  const message =
    typeof put === 'string'
      ? `${column}: Shopify has ${shopify}, the sheet ${sheet}. The cell was left alone: ${WHY_LEFT[put]}`
      : typeof cell.value === 'object' && 'asks' in cell.value && to === null
        ? `${column} was emptied.`
        : isApart
          ? `${column}: Shopify has ${shopify}, and the spreadsheet made something else of it. Mend the cell.`
          : field && isShownByName(field)
            ? `${column} was taken from Shopify.`
            : `${column} ${sheet} → ${shopify}, from Shopify.`;
  return { ref, status: isApart ? 'differs' : 'unchanged', message, shopifyId: cell.id };
}
