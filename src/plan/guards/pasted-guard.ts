import type { DesiredFields } from '../../catalog/building/desired';
import { columnOf, type FieldKey, fieldNamed } from '../../catalog/columns/columns';
import { groupBy, sumOf } from '../../catalog/values/arrays';
import { hasValue } from '../../catalog/values/cell';
import type { Piece, PieceKind } from '../model/piece';
import { target } from '../model/replaced-value';
import { type ChangedColumn, type Evidence, type Suspect, samplesOf } from './evidence';
import { cellKindOf, isMoney } from './kinds';
import { GUARD_LIMITS, isMany } from './limits';
import { countsOf } from './moved';
import { cellText, isNumber, nameOf, type OwnField, ownFields, type Source, sourceOf } from './own-fields';

/** Columns whose values fit into no other column. */
const APART: readonly PieceKind[] = [
  'image',
  'imageOrder',
  'imageRemoval',
  'variantImage',
  'altText',
  'optionValue',
];

/** Texts that shops write from another field on purpose. */
const WRITTEN_FROM: Partial<Record<PieceKind, readonly Source[]>> = {
  seoTitle: ['title'],
  seoDescription: ['title', 'seoTitle', 'descriptionHtml'],
};

/** Fields that may start as a copy of another one, but not replace a different value that way. */
const BEGINS_AS: Partial<Record<PieceKind, readonly Source[]>> = {
  tags: ['vendor', 'productType', 'title'],
};

/** A change to the value of another field of the same item. */
interface Match {
  readonly piece: Piece;
  readonly source: Source;
}

/** Finds columns pasted over another column: their new values equal the other column's values of the same items. */
export function pastedColumns(evidence: Evidence): Suspect[] {
  const fieldsOf = ownFields(evidence.input.snapshot);
  return evidence.columns.flatMap((column) => {
    const { kind, header, pieces } = column;
    if (APART.includes(kind) || cellKindOf(kind)?.hasFewValues || fieldNamed(kind)?.resolvedBy) return [];
    const matches = pieces.flatMap((piece) => {
      const text = textOf(piece);
      if (text === '' || text === '0') return [];
      const same = fieldsOf(piece.item).filter(
        (field) => says(field, text, evidence) && isPasted(piece, field, evidence),
      );
      return [...new Set(same.map(({ source }) => source))].map((source): Match => ({ piece, source }));
    });
    const [most] = [...groupBy(matches, ({ source }) => source)]
      .map(([source, ofSource]) => ({ source, alike: ofSource.map(({ piece }) => piece) }))
      .filter(({ source, alike }) => {
        const isChance = () =>
          areByChance(
            alike,
            source,
            pieces.map((piece) => textsOf(piece, source, fieldsOf)),
          );
        return isMost(alike.length, column, evidence) && !isChance() && !areAlike(column, source, evidence);
      })
      .sort((a, b) => b.alike.length - a.alike.length);
    if (!most) return [];
    const reason = `${most.alike.length} of the ${pieces.length} changed ${header} values of this tab equal the ${wordOf(most.source)} of their item, such as ${samplesOf(most.alike, textOf)}`;
    return pieces.map((piece) => ({ piece, reason }));
  });
}

/** Compares with the value now and after the plan: the other column may have been changed first and then copied. */
function says(field: OwnField, text: string, evidence: Evidence): boolean {
  if (field.text === text) return true;
  const change = evidence.changeOf(field);
  // The number in an Adjust cell is a difference, not a stock level.
  return change !== undefined && change.kind !== 'adjustment' && textOf(change) === text;
}

function isPasted(piece: Piece, field: OwnField, evidence: Evidence): boolean {
  if (!isOther(piece, field, evidence) || isNormal(piece, field.source, evidence)) return false;
  const source = evidence.changeOf(field);
  if (!source || source.kind === 'adjustment' || textOf(source) !== textOf(piece))
    return !isFollowing(piece, field, evidence);
  return (
    source.from !== piece.from && !isMoney(piece.kind) && !isNormal(source, sourceOf(piece.kind), evidence)
  );
}

/** Counts an equal quantity at another location as an equal field, unless stock is moved from there. */
function isOther({ kind, target: own }: Piece, field: OwnField, evidence: Evidence): boolean {
  if (kind === 'adjustment') return true;
  if (kind !== 'stock' || field.source !== 'stock') return kind !== field.source;
  const isOnHand = (name: string) => name.includes(' on_hand@');
  const its = nameOf(field);
  return its !== own && isOnHand(its) === isOnHand(own) && evidence.changeOf(field) === undefined;
}

/** Changes that people make on purpose: a sale begins or ends, a text is written from another one. */
function isNormal(piece: Piece, source: Source, evidence: Evidence): boolean {
  const { kind, item, from, to } = piece;
  if (WRITTEN_FROM[kind]?.includes(source)) return true;
  if (from === '' && BEGINS_AS[kind]?.includes(source)) return true;
  if (kind === 'price' && source === 'compareAtPrice') return Number(to) > Number(from);
  const beside = (key: FieldKey) => (item === '' ? undefined : evidence.pieceOf(target(item, key)));
  // A sale at cost, where the compare-at price keeps the usual price.
  if (kind === 'price' && source === 'cost') return beside('compareAtPrice')?.to === from;
  if (kind !== 'compareAtPrice' || source !== 'price') return false;
  const price = beside('price');
  const isLowered = price !== undefined && Number(price.to) < Number(price.from);
  // Without a sale there is no compare-at price to lose.
  return isLowered || from === '' || Number(from) <= Number(to);
}

/** The two were the same until the other one changed, within a day. */
function isFollowing({ from }: Piece, field: OwnField, { recent }: Evidence): boolean {
  return from !== '' && recent.size > 0 && recent.get(nameOf(field))?.[0]?.from === from;
}

/** Whether most changes match; in a tab that changed before, also most of the earlier changes, or much of the column. */
function isMost(count: number, column: ChangedColumn, evidence: Evidence): boolean {
  const { pasted, pastedWhole, mass, whole } = GUARD_LIMITS;
  const changed = column.pieces.length;
  const size = evidence.sizeOf(column);
  if (isMany(count, size, whole) || (count === changed && isMany(count, size, pastedWhole))) return true;
  const earlier = evidence.earlier(column.sheetId, new Set([column.header])).length;
  return (
    isMany(count, changed, pasted) && (isMany(count, changed + earlier, pasted) || isMany(count, size, mass))
  );
}

/** Few numbers meet anyway: each of one kilogram, and one of each in stock. `texts`: of the source, by change. */
function areByChance(
  alike: readonly Piece[],
  source: Source,
  texts: readonly (readonly string[])[],
): boolean {
  const found = alike.map(textOf);
  if (isMoney(source) || !found.every(isNumber)) return false;
  if (new Set(found).size < 2) return true;
  if (found.length === texts.length) return false;
  const counts = countsOf(texts.flatMap((own) => [...new Set(own)]));
  const expected = sumOf(found, (text) => (counts.get(text) ?? 0) / texts.length);
  return found.length <= expected + 2 * Math.sqrt(expected);
}

function textsOf({ item }: Piece, source: Source, fieldsOf: ReturnType<typeof ownFields>): readonly string[] {
  return fieldsOf(item).flatMap((field) => (field.source === source ? [field.text] : []));
}

function textOf(piece: Piece): string {
  return cellText(sourceOf(piece.kind), piece.value);
}

/** `SKU`, `Price` */
export function wordOf(source: Source): string {
  if (source === 'stock') return 'stock';
  if (source === 'option') return 'option value';
  return columnOf(source).headers[0] ?? source;
}

/** Whether most unchanged cells of a column equal another column of the same item: then the equality is intended. */
function areAlike(column: ChangedColumn, source: Source, { input: { desired } }: Evidence): boolean {
  const own = fieldNamed(column.kind)?.key;
  const other = fieldNamed(source)?.key;
  if (!own || !other) return false;
  const changed = new Set(column.pieces.map(({ ref }) => ref.row));
  const rows = new Map<number, boolean>();
  const look = (fields: DesiredFields) => {
    const [cell, beside] = [fields[own], fields[other]];
    if (!hasValue(cell?.cell) || cell.ref.sheetId !== column.sheetId || changed.has(cell.ref.row)) return;
    const isSame =
      hasValue(beside?.cell) && cellText(other, beside.cell.value) === cellText(own, cell.cell.value);
    rows.set(cell.ref.row, isSame);
  };
  for (const { fields, variants } of desired.products)
    for (const variant of variants.length > 0 ? variants : [{ fields: {} }])
      look({ ...fields, ...variant.fields });
  for (const { fields } of desired.variants) look(fields);
  return isMany([...rows.values()].filter(Boolean).length, rows.size, GUARD_LIMITS.alreadyAlike);
}
