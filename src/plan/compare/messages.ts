import type { CellKind } from '../../catalog/columns/cell-kind';
import { cellKind, cellOfValue } from '../../catalog/columns/cell-kinds';
import { columnOf, type Field, type FieldKey, fieldOf } from '../../catalog/columns/columns';
import { joinWhole, LONGEST_MESSAGE, type Told } from '../../catalog/tab/fit-message';
import { cellsOf, distinctRows, type RowRef, rowKey } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import type { Gid } from '../../catalog/values/gid';
import { reveal, skuKey } from '../../catalog/values/plain-name';
import type { FieldChange, RenameOptionValue } from '../model/action';
import type { RowOutcome } from '../model/row-outcome';
import { describeGroups } from './merge-groups';

/** A value as a merchant would write it. */
export function show(value: FieldValue | null): string {
  if (value === null || value === '') return '(empty)';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') {
    return 'unit' in value
      ? `${value.value} ${UNIT_WORDS[value.unit]}`
      : value.length
        ? value.join(', ')
        : '(empty)';
  }
  const text = String(value);
  return text.length > 40 ? `“${text.slice(0, 37).trim()}…”` : text;
}

/** Shortens two long texts that begin alike to where they start to differ, so that they do not look the same. */
export function showBeside(text: string, other: string): string {
  if (text === other || show(text) !== show(other)) return show(text);
  let parts = 0;
  while (text[parts] === other[parts]) parts++;
  const rest = text.slice(parts - 12).trimStart();
  return `“…${rest.length > 36 ? `${rest.slice(0, 35).trim()}…` : rest}”`;
}

/** The value of a field as a merchant would write it. Invisible characters are named where both values look the same. */
export function showField(key: FieldKey, value: FieldValue | null, other: FieldValue | null = null): string {
  const column = columnOf(key);
  const { hasOwnWords, isMoney, emptyWord }: CellKind = cellKind(column.kind);
  if (value === null && emptyWord) return emptyWord;
  if (typeof value === 'string' && typeof other === 'string' && looksLike(value, other))
    return show(reveal(value));
  if (isMoney && typeof value === 'string') return withDecimals(value, other);
  if (hasOwnWords) {
    const word = (one: FieldValue | null) => String(cellOfValue(column, one));
    return showBeside(word(value), word(other));
  }
  return typeof value === 'string' && typeof other === 'string' ? showBeside(value, other) : show(value);
}

/** Shopify writes a cost of 8.00 as `8.0`; it is shown with as many decimals as the other value has. */
function withDecimals(amount: string, other: FieldValue | null): string {
  const [whole, fraction = ''] = amount.split('.');
  if (fraction.length !== 1) return amount;
  const decimals = typeof other === 'string' && !/\.\d$/.test(other) ? (other.split('.')[1] ?? '').length : 2;
  return decimals === 0 && fraction === '0' ? `${whole}` : `${whole}.${fraction.padEnd(decimals, '0')}`;
}

function looksLike(one: string, other: string): boolean {
  return one !== other && skuKey(one) === skuKey(other);
}

const UNIT_WORDS = { GRAMS: 'g', KILOGRAMS: 'kg', OUNCES: 'oz', POUNDS: 'lb' } as const;

/** `Available · Main`, the same in every language; a header such as `Inventory: Main` names the location itself. */
export function levelName({
  column,
  locationName,
}: {
  readonly column: string;
  readonly locationName: string;
}): string {
  const isNamed = column.toLowerCase().endsWith(locationName.toLowerCase());
  return isNamed ? column : `${column} · ${locationName}`;
}

/** `Option1 Value Yello → Yellow`, `Image alt text Front → Back` */
export function describeText({
  column,
  from,
  to,
}: Pick<RenameOptionValue, 'column' | 'from' | 'to'>): string {
  return `${column} ${showBeside(from, to)} → ${showBeside(to, from)}`;
}

/** Whether values are too long to be shown in a message. */
export function isShownByName(key: FieldKey): boolean {
  const { isDocument }: CellKind = cellKind(columnOf(key).kind);
  return isDocument === true;
}

/** Both values of a change, and the value that applies where one of them is unset, if known. */
export function bothSides({
  key,
  from,
  to,
  unset,
  shownAs = {},
}: Pick<FieldChange, 'key' | 'from' | 'to' | 'unset' | 'shownAs'>): [string, string] {
  const word = (value: FieldValue | null, other: FieldValue | null) =>
    value === null && unset ? `(${unset.words})` : showField(key, value, other);
  const [own, next] = [shownAs.from ?? from, shownAs.to ?? to];
  return [word(own, next), word(next, own)];
}

/** `Price 10.00 → 12.00` */
export function describeChange({
  column,
  from,
  to,
  key,
  unset,
  shownAs,
}: Pick<FieldChange, 'column' | 'from' | 'to' | 'key' | 'unset' | 'shownAs'>): string {
  if (fieldOf(key).lists) return describeGroups(column, from, to);
  const [old, next] = bothSides({ key, from, to, unset, shownAs });
  return isShownByName(key) ? column : `${column} ${old} → ${next}`;
}

/** As many changes of one row as fit into the message; the columns of the rest are only named. */
function describeChanges(changes: readonly FieldChange[], more: readonly string[] = []): string {
  const told: Told[] = [
    ...changes.map((change) => ({ column: change.column, message: describeChange(change) })),
    ...more.map((message) => ({ message })),
  ];
  const join = (some: readonly Told[]) => some.map(({ message }) => message).join(', ');
  return joinWhole(told, { most: LONGEST_MESSAGE - 1, lead: '. … and ', end: '', join });
}

/** `Price: Shopify has 10.00, the sheet 12.00.` */
export function describeDrift({
  column,
  from,
  to,
  key,
}: Pick<FieldChange, 'column' | 'from' | 'to' | 'key'>): string {
  return `${column}: Shopify has ${showField(key, from, to)}, the sheet ${showField(key, to, from)}.`;
}

/** Says of a field that is never changed from here why it differs. */
export function unsentMessage(change: Pick<FieldChange, 'key' | 'column' | 'from' | 'to'>): string {
  return [describeDrift(change), whyUnsent(fieldOf(change.key)) ?? ''].join(' ').trim();
}

/** Why a field is never changed from here; undefined of any other. */
export function whyUnsent({ whyShown, isFixed }: Pick<Field, 'whyShown' | 'isFixed'>): string | undefined {
  if (whyShown) return `Nothing is sent: ${whyShown}`;
  return isFixed
    ? 'Shopify sets it once, when a product is created. Correct the cell, or make a new product in Shopify admin.'
    : undefined;
}

/** Both values of a cell that changed on both sides. */
export function bothChanged(column: string, sheet: string, shopify: string): string {
  return `${column}: you changed it to ${sheet} and it became ${shopify} in Shopify. Choose a side in the sidebar.`;
}

/** `Price 10.00 → 12.00.`, next to its row. */
export function updated(ref: RowRef, what: string, shopifyId: Gid): RowOutcome {
  return { ref, status: 'updated', message: `${what}.`, shopifyId };
}

/** Tells rows of other tabs the new name of the item that they name. */
export function renamedOutcomes(changes: readonly FieldChange[]): RowOutcome[] {
  return changes.flatMap(({ key, from, to, ref: cause, column, calledBy = [] }) => {
    const message = to
      ? `“${from}” becomes “${to}” in Shopify. Type that here too.`
      : `The ${column} “${from}” is removed in Shopify. Name this row by its Variant ID or by another SKU.`;
    // Its SKU alone no longer finds it.
    const status = fieldOf(key).identifies === 'product' ? 'differs' : 'conflict';
    return calledBy.map((ref): RowOutcome => ({ ref, status, message, cause }));
  });
}

/** Tells every row what changes in it, under its own headers. */
export function updatedRows(
  changes: readonly FieldChange[],
  id: Gid,
  more: readonly Noted[] = [],
): RowOutcome[] {
  const cells = changes.flatMap((change) => cellsOf(change).map((place) => ({ ...change, ...place })));
  const rows = distinctRows([...cells, ...more].map(({ ref }) => ref));
  const isOf =
    (row: RowRef) =>
    ({ ref }: { readonly ref: RowRef }) =>
      rowKey(ref) === rowKey(row);
  return rows.map((row) => {
    const notes = more.filter(isOf(row)).map(({ message }) => message);
    return updated(row, describeChanges(cells.filter(isOf(row)), notes), id);
  });
}

interface Noted {
  readonly ref: RowRef;
  readonly message: string;
}

/** Sentences about values that look odd, next to their rows. */
export function doubtsOf(changes: readonly FieldChange[]): RowOutcome[] {
  return changes.flatMap(({ ref, doubt }) => (doubt ? [{ ref, status: 'unchanged', message: doubt }] : []));
}
