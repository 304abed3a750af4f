import type { CellKind } from '../../catalog/columns/cell-kind';
import { cellKind } from '../../catalog/columns/cell-kinds';
import { columnOf } from '../../catalog/columns/columns';
import { shortText } from '../../catalog/tab/fit-message';
import type { FieldChange } from '../model/action';
import type { ShownChange } from '../model/piece';
import { bothSides, isShownByName, show, showBeside } from './messages';

/** Limits a long list of tags, so that it does not fill the screen. */
const LONGEST_VALUE = 200;

export function shownChange({
  column,
  key,
  from,
  to,
  unset,
  shownAs,
}: Pick<FieldChange, 'column' | 'key' | 'from' | 'to' | 'unset' | 'shownAs'>): ShownChange {
  const { isNumeric }: CellKind = cellKind(columnOf(key).kind);
  const [old, next] = isShownByName(key)
    ? [showBeside(String(from ?? ''), String(to ?? '')), showBeside(String(to ?? ''), String(from ?? ''))]
    : bothSides({ key, from, to, unset, shownAs });
  return {
    field: column,
    from: shortText(old, LONGEST_VALUE),
    to: shortText(next, LONGEST_VALUE),
    ...(isNumeric ? describeStep(numberOf(from), numberOf(to)) : NO_NUMBER),
  };
}

export function shownTexts(field: string, from: string, to: string): ShownChange {
  return { field, from: showBeside(from, to), to: showBeside(to, from), ...NO_NUMBER };
}

/** A change that has no old value, such as a new item. */
export function shownNew(field: string, to = ''): ShownChange {
  return { field, from: '', to: to && show(to), ...NO_NUMBER };
}

export const NO_NUMBER: Pick<ShownChange, 'difference' | 'size'> = { difference: '', size: 0 };

function numberOf(value: FieldChange['from']): number {
  return value === null || value === '' ? Number.NaN : Number(value);
}

/** `+10.0 %`; from nothing, the number itself. */
export function describeStep(from: number, to: number): Pick<ShownChange, 'difference' | 'size'> {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return NO_NUMBER;
  if (from === 0)
    return { difference: to === 0 ? '' : signed(to, String(Math.abs(to))), size: to === 0 ? 0 : 1 };
  const share = (to - from) / Math.abs(from);
  return { difference: describeShare(share), size: Math.abs(share) };
}

/** `−2.1 %`, `+900 %` */
export function describeShare(share: number): string {
  const percent = Math.abs(share * 100);
  return signed(share, `${percent < 100 ? percent.toFixed(1) : Math.round(percent)} %`);
}

function signed(value: number, text: string): string {
  return `${value < 0 ? '−' : '+'}${text}`;
}
