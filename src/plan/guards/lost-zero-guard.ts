import { CELL_KINDS } from '../../catalog/columns/cell-kinds';
import { fieldNamed } from '../../catalog/columns/columns';
import { canonicalDecimal } from '../../catalog/values/money';
import { show } from '../compare/messages';
import type { NewItem, Piece } from '../model/piece';
import type { Evidence, Suspect } from './evidence';

type Texts = readonly [inShopify: string, inSheet: string];

/** Texts that a spreadsheet took for numbers: 0045 in Shopify and 45 in the cell, in whichever column. */
export function lostZeros(evidence: Evidence): Suspect[] {
  return evidence.pieces.flatMap((piece) => {
    const lost = textsOf(piece, evidence).find(isLost);
    return lost ? [{ piece, reason: reasonOf(lost) }] : [];
  });
}

function reasonOf([had, says]: Texts): string {
  return `a spreadsheet may have made ${show(says)} of ${show(had)}. If so, format the cell as plain text and type ${show(had)}`;
}

/** The value that Shopify has, and the one that would be sent next to it or in its place. */
function textsOf({ kind, from, to, creates }: Piece, { input }: Evidence): readonly Texts[] {
  if (creates) return alikeNames(creates, input);
  if (fieldNamed(kind)?.mergesWithStore) {
    const [had, says] = [from.split(','), to.split(',')];
    const added = says.filter((tag) => !had.includes(tag));
    return had.flatMap((tag) => added.map((says): Texts => [tag, says]));
  }
  const field = fieldNamed(kind);
  return kind === 'image' || (field && CELL_KINDS[field.kind].read === 'raw') ? [] : [[from, to]];
}

/** Of a new product all handles that were synced, and of a new variant the option values of its product. */
function alikeNames({ productId, names }: NewItem, { base, snapshot }: Evidence['input']): Texts[] {
  if (!productId)
    return base
      .products()
      .flatMap(({ handle: [typed, stored] }) => names.map((name): Texts => [typed ?? stored, name]));
  const known = snapshot.products.get(productId)?.variants ?? [];
  return known.flatMap(({ optionValues }) =>
    names.map((value, at): Texts => [optionValues[at] ?? '', value]),
  );
}

const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/** The same number in fewer characters. */
function isLost([had, says]: Texts): boolean {
  return (
    says.length < had.length && NUMBER.test(had) && NUMBER.test(says) && numberIn(had) === numberIn(says)
  );
}

function numberIn(text: string): string {
  return canonicalDecimal(text.replace('+', '').replace(',', '.'));
}
