import { type FieldKey, fieldNamed } from '../../catalog/columns/columns';
import { groupBy } from '../../catalog/values/arrays';
import { legacyId, type ProductId } from '../../catalog/values/gid';
import { groupIdOf, groupNameOf, membershipsIn } from '../../catalog/values/memberships';
import type { Piece, PieceKind } from '../model/piece';
import { type ChangedColumn, type Evidence, type Suspect, samplesOf } from './evidence';
import { decidesSale, hasFewValues, tellsItemsApart } from './kinds';
import { GUARD_LIMITS, isMany, isManyOfDay, type Share } from './limits';
import { endsSale } from './money-guard';
import { cellText, sourceOf } from './own-fields';

const APART: readonly PieceKind[] = ['adjustment', 'image', 'imageOrder', 'imageRemoval'];

/** One column emptied, made equal, or changed in what customers see, in a large part of a tab. */
export function massChanges(evidence: Evidence): Suspect[] {
  return evidence.columns
    .filter(({ kind, pieces }) => !APART.includes(kind) && pieces.length >= GUARD_LIMITS.whole.atLeast)
    .flatMap((column) => {
      const size = evidence.sizeOf(column);
      return alike(column, evidence).flatMap(({ pieces, becomes }) => {
        const to = pieces[0]?.to;
        const before = to === undefined ? 0 : earlierAlike(column, to, evidence);
        if (!isManyOfDay(pieces.length, before, { of: size, limit: limitOf(column, pieces, evidence) }))
          return [];
        const since = before > 0 ? `, after ${before} within a day` : '';
        const reason = `${pieces.length} of the ${size} ${column.header} values of this tab ${becomes}${since}, such as ${samplesOf(pieces, isList(column) ? () => '' : undefined)}`;
        const all =
          isSeen(column) || isList(column) ? pieces : column.pieces.filter((piece) => piece.to === to);
        return all.map((piece) => ({ piece, reason }));
      });
    });
}

/** Counts the other changes of the day in the same direction. */
function earlierAlike(column: ChangedColumn, value: string, evidence: Evidence): number {
  return evidence
    .earlier(column.sheetId, new Set([column.header]))
    .filter(({ from, to }) => from !== to && (isSeen(column) || (to === value && !isUnset(from)))).length;
}

function limitOf(
  { kind, pieces, sheetId }: ChangedColumn,
  alike: readonly Piece[],
  evidence: Evidence,
): Share {
  if (kind !== 'stock' || alike[0]?.to === '')
    return { ...GUARD_LIMITS.mass, share: evidence.limitsOf(sheetId).column / 100 };
  const { stockEqual, stockHalf } = GUARD_LIMITS;
  const isMost = alike.length > stockEqual.ofChanges * pieces.length;
  return isMost && alike.length >= stockEqual.atLeast ? stockEqual : stockHalf;
}

interface Alike {
  readonly pieces: readonly Piece[];
  /** Completes a sentence: `40 of 60 SKU values …`. */
  readonly becomes: string;
}

function isList({ kind }: ChangedColumn): boolean {
  return fieldNamed(kind)?.lists !== undefined;
}

function isSeen({ kind }: ChangedColumn): boolean {
  return decidesSale(kind);
}

function alike(column: ChangedColumn, evidence: Evidence): Alike[] {
  const { pieces } = column;
  if (isSeen(column)) {
    const known = pieces.filter((piece) => !isFirstPublishing(piece, evidence));
    const [one, other] = new Set(known.map(({ to }) => to));
    const becomes =
      one === undefined || other !== undefined ? 'change at once' : `become ${wordOf(known[0] as Piece)}`;
    return [{ pieces: known, becomes }];
  }
  if (isList(column)) return leaving(column, evidence);
  const emptied = pieces.filter(
    (piece) => piece.to === '' && !isUnset(piece.from) && !endsSale(piece, evidence),
  );
  const filled = pieces.filter((piece) => piece.to !== '' && losesSomething(piece));
  return [
    { pieces: emptied, becomes: 'are emptied' },
    ...[...groupBy(filled, ({ to }) => to)]
      .filter(([, equal]) => !isReplacing(equal) && !isNamed(equal))
      .map(([, equal]) => ({ pieces: equal, becomes: `become ${wordOf(equal[0] as Piece)}` })),
  ];
}

/** Products that leave one group of a list, whatever other groups they join or leave. */
function leaving({ kind, pieces }: ChangedColumn, { input: { snapshot } }: Evidence): Alike[] {
  const left = pieces.flatMap((piece) => {
    const to = piece.to.split(',');
    return piece.from.split(',').flatMap((id) => (id === '' || to.includes(id) ? [] : [{ id, piece }]));
  });
  return [...groupBy(left, ({ id }) => id)].map(([id, own]) => {
    const [{ piece }] = own as [(typeof own)[number]];
    const had = membershipsIn(snapshot.products.get(piece.item as ProductId)?.fields[kind as FieldKey]);
    const group = had.find((member) => legacyId(groupIdOf(member)) === id);
    return {
      pieces: own.map((one) => one.piece),
      becomes: `leave ${group ? `“${groupNameOf(group)}”` : 'the same group'}`,
    };
  });
}

/** Whether a run created the item and had no time to publish it; nothing was decided about it before. */
function isFirstPublishing({ kind, item, to }: Piece, { input: { base } }: Evidence): boolean {
  if (kind !== 'published' || to !== 'true') return false;
  const product = base.product(item as ProductId);
  const known = product?.isDeleted ? undefined : product?.fields.published;
  return known === undefined || known[0] === null;
}

/** Tells whether something is lost: an equal value in an empty place overwrites nothing, unless it is to tell items apart. */
function losesSomething({ kind, from, to }: Piece): boolean {
  if (tellsItemsApart(kind)) return true;
  // Quantities that go to 0 have limits of their own.
  if (kind === 'stock' && to === '0') return false;
  if (fieldNamed(kind)?.mergesWithStore)
    return from.split(',').some((tag) => tag !== '' && !to.split(',').includes(tag));
  return !isUnset(from);
}

/** A few equal SKUs are held by the guard of duplicate SKUs, which names the other items. */
function isNamed(pieces: readonly Piece[]): boolean {
  return pieces[0]?.kind === 'sku' && pieces.length < GUARD_LIMITS.mass.atLeast;
}

/** A new common value loses nothing where the old values were equal too. A price that jumps is held by its own guard. */
function isReplacing(pieces: readonly Piece[]): boolean {
  const [{ kind, from, to }] = pieces as [Piece];
  const most = Math.max(...[...groupBy(pieces, ({ from }) => from).values()].map(({ length }) => length));
  const isSame = most === pieces.length;
  if (tellsItemsApart(kind)) return isSame && from !== '';
  // In a column of two values, all cells that change had the other value.
  if (hasFewValues(kind)) return false;
  // Higher quantities everywhere are a delivery.
  if (kind === 'stock') return isSame && Number(to) > Number(from);
  return isSame || isMany(most, pieces.length, GUARD_LIMITS.equalBefore);
}

function isUnset(value: string): boolean {
  return value === '' || value === '0';
}

/** In these two columns a message with the cell's own word (`true`, `false`) would not be clear. */
const MEANINGS: Partial<Record<PieceKind, Readonly<Record<string, string>>>> = {
  published: { true: 'published', false: 'unpublished' },
  tracked: { true: 'tracked', false: 'not tracked' },
};

/** The new value as the column says it. */
function wordOf(piece: Piece): string {
  const { kind, to } = piece;
  const meant = MEANINGS[kind]?.[to || 'false'];
  if (meant) return meant;
  if (to.startsWith('#')) return 'equal';
  const text = kind === 'altText' ? to : cellText(sourceOf(kind), piece.value);
  if (hasFewValues(kind)) return text;
  return text.length > 30 ? `“${text.slice(0, 28)}…”` : `“${text}”`;
}
