import { CELL_KINDS } from '../../catalog/columns/cell-kinds';
import { FIELDS } from '../../catalog/columns/columns';
import { canonicalDecimal } from '../../catalog/values/money';
import { show } from '../compare/messages';
import type { SyncAction } from '../model/action';
import type { Evidence, Suspect } from './evidence';
import { type Piece, piecesOf } from './piece';

type Texts = readonly [inShopify: string, inSheet: string];

/** Texts that a spreadsheet took for numbers: 0045 in Shopify and 45 in the cell, in whichever column. */
export function lostZeros(evidence: Evidence): Suspect[] {
  return evidence.actions.flatMap((action) =>
    piecesOf(action).flatMap((piece, index) => {
      const lost = textsOf(action, { piece, index, evidence }).find(isLost);
      return lost ? [{ piece, reason: reasonOf(lost) }] : [];
    }),
  );
}

function reasonOf([had, says]: Texts): string {
  return `a spreadsheet may have made ${show(says)} of ${show(had)}. If so, format the cell as plain text and type ${show(had)}`;
}

interface Place {
  readonly piece: Piece;
  /** Of the piece within its action. */
  readonly index: number;
  readonly evidence: Evidence;
}

/** What Shopify has and what would be sent beside it, or in its place. */
function textsOf(action: SyncAction, { piece, index, evidence }: Place): readonly Texts[] {
  const { kind, from, to } = piece;
  switch (action.kind) {
    case 'create-product':
      return evidence.input.base
        .products()
        .map(({ handle: [typed, stored] }): Texts => [typed ?? stored, action.handle]);
    case 'create-variants': {
      const known = evidence.input.snapshot.products.get(action.productId)?.variants ?? [];
      const values = action.variants[index]?.optionValues ?? [];
      return known.flatMap(({ optionValues }) =>
        values.map((value, at): Texts => [optionValues[at] ?? '', value]),
      );
    }
    case 'add-tags':
    case 'remove-tags': {
      const [had, says] = [from.split(','), to.split(',')];
      const added = says.filter((tag) => !had.includes(tag));
      return had.flatMap((tag) => added.map((says): Texts => [tag, says]));
    }
    case 'update-product':
    case 'update-variants':
    case 'update-alt-text':
    case 'rename-option-value': {
      const field = FIELDS.find(({ key }) => key === kind);
      return kind === 'image' || (field && CELL_KINDS[field.kind].read === 'raw') ? [] : [[from, to]];
    }
    case 'publish':
    case 'unpublish':
    case 'set-stock':
    case 'activate-stock':
      return [];
  }
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
