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

/** Columns of which no cell fits into another column. */
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

/** Fields that may begin as a copy of another one; where something else stood there, that would be lost. */
const BEGINS_AS: Partial<Record<PieceKind, readonly Source[]>> = {
  tags: ['vendor', 'productType', 'title'],
};

/** A change to what another field of its item says. */
interface Match {
  readonly piece: Piece;
  readonly source: Source;
}

/** Columns pasted over another one: their new values are what that one says of the same items. */
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

/** Now, or once the plan is sent: the other column may have been changed first and pasted then. */
function says(field: OwnField, text: string, evidence: Evidence): boolean {
  if (field.text === text) return true;
  const change = evidence.changeOf(field);
  // The number of an Adjust cell is no stock.
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

/** Counts the same quantity at another place as another field, unless some is moved from there. */
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
  // A sale at cost, which says what it costs else.
  if (kind === 'price' && source === 'cost') return beside('compareAtPrice')?.to === from;
  if (kind !== 'compareAtPrice' || source !== 'price') return false;
  const price = beside('price');
  const isLowered = price !== undefined && Number(price.to) < Number(price.from);
  // Without a sale there is none to lose.
  return isLowered || from === '' || Number(from) <= Number(to);
}

/** The two were the same until the other one changed, within a day. */
function isFollowing({ from }: Piece, field: OwnField, { recent }: Evidence): boolean {
  return from !== '' && recent.size > 0 && recent.get(nameOf(field))?.[0]?.from === from;
}

/** Most of what changes; in a tab that changed before, also most of that, or much of the column. */
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

/** Whether most cells of a column that do not change say what another column says of their item: then it is meant so. */
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
