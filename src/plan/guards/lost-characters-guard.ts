import { cellKind } from '../../catalog/columns/cell-kinds';
import { fieldNamed } from '../../catalog/columns/columns';
import { groupBy } from '../../catalog/values/arrays';
import { canonicalDecimal } from '../../catalog/values/money';
import { show } from '../compare/messages';
import type { NewItem, Piece, PieceKind } from '../model/piece';
import { type Evidence, type Suspect, samplesOf } from './evidence';
import { GUARD_LIMITS, isMany } from './limits';

type Texts = readonly [inShopify: string, inSheet: string];

/**
 * Texts that a spreadsheet took for numbers: 0045 in Shopify and 45 in the cell, in whichever column; or a long code that
 * was shown as 4.00638E+12.
 */
export function lostZeros(evidence: Evidence): Suspect[] {
  const handles = knownNumbers(evidence);
  return evidence.pieces.flatMap((piece) => {
    const { creates } = piece;
    const texts = creates ? alikeNames(creates, evidence.input, handles) : textsOf(piece);
    const lost = texts.find((each) => isLost(each) || isRounded(each));
    return lost ? [{ piece, reason: reasonOf(lost) }] : [];
  });
}

/** Texts that become 0, which formulas give for an empty cell. */
export function emptyLookups(evidence: Evidence): Suspect[] {
  return evidence.pieces
    .filter((piece) => {
      const texts = piece.creates ? [] : textsOf(piece);
      return texts.some(([had, says]) => says === '0' && had !== '' && !NUMBER.test(had));
    })
    .map((piece) => ({ piece, reason: 'a formula may have made 0 of an empty cell' }));
}

function reasonOf([had, says]: Texts): string {
  return `a spreadsheet may have made ${show(says)} of ${show(had)}. If so, format the cell as plain text and type ${show(had)}`;
}

/** The value that Shopify has, and the one that would be sent in addition to it or in its place. */
function textsOf({ kind, from, to }: Piece): readonly Texts[] {
  if (fieldNamed(kind)?.mergesWithStore) {
    const [had, says] = [from.split(','), to.split(',')];
    const added = says.filter((tag) => !had.includes(tag));
    return had.flatMap((tag) => added.map((says): Texts => [tag, says]));
  }
  const field = fieldNamed(kind);
  return kind.startsWith('image') || (field && cellKind(field.kind).read === 'raw') ? [] : [[from, to]];
}

/**
 * Synced handles that are numbers, by what a spreadsheet may have left of them. Few handles are numbers, so this stays
 * small.
 */
interface KnownNumbers {
  readonly byNumber: ReadonlyMap<string, readonly string[]>;
  /** Handles of digits only. */
  readonly byLength: ReadonlyMap<number, readonly string[]>;
}

function knownNumbers({ pieces, input }: Evidence): KnownNumbers {
  const isAsked = pieces.some(({ creates }) => creates?.names.some((name) => NUMBER.test(name)));
  const handles = isAsked ? input.base.products().map(({ handle: [typed, stored] }) => typed ?? stored) : [];
  const numbers = handles.filter((handle) => NUMBER.test(handle));
  const digits = numbers.filter((handle) => /^\d+$/.test(handle));
  return { byNumber: groupBy(numbers, numberIn), byLength: groupBy(digits, ({ length }) => length) };
}

/** Synced names that a new one may be: for a new product all handles, for a new variant the option values of its product. */
function alikeNames(
  { productId, names }: NewItem,
  { snapshot }: Evidence['input'],
  { byNumber, byLength }: KnownNumbers,
): Texts[] {
  if (!productId)
    return names
      .filter((name) => NUMBER.test(name))
      .flatMap((name) =>
        [
          ...(byNumber.get(numberIn(name)) ?? []),
          ...(mayBeRounded(name) ? (byLength.get(name.length) ?? []) : []),
        ].map((known): Texts => [known, name]),
      );
  const known = snapshot.products.get(productId)?.variants ?? [];
  return known.flatMap(({ optionValues }) =>
    names.map((value, at): Texts => [optionValues[at] ?? '', value]),
  );
}

const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/** The same number in fewer characters, or with decimals that it did not have: 45 as 45.0. */
function isLost([had, says]: Texts): boolean {
  const isShorter = says.length < had.length || /^[.,]0+$/.test(says.slice(had.length));
  return isShorter && NUMBER.test(had) && NUMBER.test(says) && numberIn(had) === numberIn(says);
}

/** Digits that a number was shown without, or that a spreadsheet keeps only 15 of, have become zeros. */
function isRounded([had, says]: Texts): boolean {
  if (had === says || had.length !== says.length || !/^\d{6,}$/.test(had) || !/^\d+$/.test(says))
    return false;
  const kept = keptDigits(says);
  const zeros = says.length - kept;
  if (kept >= 15) return had.slice(0, 15) === says.slice(0, 15);
  return zeros >= 2 && kept > 0 && Number(had).toPrecision(kept) === Number(says).toPrecision(kept);
}

/** Whether such a number may have lost digits: few end in zeros or have so many digits. */
function mayBeRounded(text: string): boolean {
  return text.length - keptDigits(text) >= 2 || text.length >= 15;
}

function keptDigits(text: string): number {
  return text.length - (/0*$/.exec(text)?.[0].length ?? 0);
}

function numberIn(text: string): string {
  return canonicalDecimal(text.replace('+', '').replace(',', '.'));
}

/** Texts of a column that are all cut to one length, and codes that all lose or gain the separators between their parts. */
export function cutOrRespaced(evidence: Evidence): Suspect[] {
  return evidence.columns.flatMap((column) => {
    const { kind, header, pieces } = column;
    const cut = isWholeText(kind) ? cutPieces(pieces) : [];
    const isCut = cut.length > 0;
    const alike = isCut ? cut : pieces.filter(isOnlySpaced);
    const size = evidence.sizeOf(column);
    const { pasted, mass, whole } = GUARD_LIMITS;
    const isMost = isCut ? isMany(cut.length, pieces.length, pasted) : isMany(alike.length, size, mass);
    if (!isMost && !isMany(alike.length, size, whole)) return [];
    const what = isCut ? 'are cut to one length' : 'differ in hyphens or blanks alone';
    const reason = `${alike.length} of the ${pieces.length} changed ${header} values of this tab ${what}, such as ${samplesOf(alike)}`;
    return pieces.map((piece) => ({ piece, reason }));
  });
}

/** Lists of tags are excluded, because removing some of their tags is usual. */
function isWholeText(kind: PieceKind): boolean {
  const field = fieldNamed(kind);
  return field ? cellKind(field.kind).read === 'text' && !field.mergesWithStore : kind === 'altText';
}

/**
 * Texts that keep only their first characters, up to the same length. An ending that all of them lose was removed on
 * purpose.
 */
function cutPieces(pieces: readonly Piece[]): readonly Piece[] {
  const shorter = pieces.filter(({ from, to }) => to !== '' && to !== from && from.startsWith(to));
  const length = Math.max(...shorter.map(({ to }) => to.length));
  const cut = shorter.filter(({ from, to }) => from.slice(0, length).trimEnd() === to);
  return new Set(cut.map(({ from, to }) => from.slice(to.length))).size > 1 ? cut : [];
}

/** Scanners read barcodes of digits only, so a change to digits only is no mistake. */
function isOnlySpaced({ kind, from, to }: Piece): boolean {
  const [had, says] = [from, to].map((text) => text.replace(/[\s._/-]+/g, ''));
  const isCode = kind === 'sku' || (kind === 'barcode' && !/^\d+$/.test(to));
  return isCode && had !== '' && had === says && from !== to && (had === from || says === to);
}
