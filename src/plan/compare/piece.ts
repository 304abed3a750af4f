import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import { type RowRef, rowKey, rowsSaying } from '../../catalog/tab/row';
import { type FieldValue, textsIn } from '../../catalog/values/cell';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import { fileName } from '../../catalog/values/image-address';
import { skuKey } from '../../catalog/values/plain-name';
import type { FieldChange } from '../model/action';
import type { NewImage } from '../model/image-actions';
import type { Piece } from '../model/piece';
import { target } from '../model/replaced-value';
import { canonical, hashText } from './canonical';
import { describeChange } from './messages';
import { shownChange, shownNew } from './shown-change';

/** The barcodes of a value, of a cell for one or for several. */
export function codesIn(value: FieldValue | null | undefined): string[] {
  const codes = Array.isArray(value) ? (value as readonly string[]) : [value ?? ''];
  return codes.map((code) => skuKey(String(code))).filter(Boolean);
}

/** Barcodes that a change takes from its item and gives to it; undefined where it changes no barcode. */
export function movedCodes({ key, from, to }: Pick<FieldChange, 'key' | 'from' | 'to'>): Piece['codes'] {
  const { kind } = fieldOf(key);
  if (kind !== 'barcode' && kind !== 'barcodes') return undefined;
  const [had, has] = [codesIn(from), codesIn(to)];
  return {
    gives: had.filter((code) => !has.includes(code)),
    gets: has.filter((code) => !had.includes(code)),
  };
}

/** `sends` says what is sent where that is not the change itself. */
export function fieldPiece(
  id: ProductId | VariantId,
  change: FieldChange,
  sends?: (change: FieldChange) => unknown,
): Piece {
  return new FieldPiece(id, change, sends);
}

/** One cell's change. Its descriptions are computed on demand, because a tab may have a hundred thousand of them. */
class FieldPiece implements Piece {
  readonly from: string;
  readonly to: string;

  constructor(
    readonly item: ProductId | VariantId,
    private readonly change: FieldChange,
    private readonly sent: ((change: FieldChange) => unknown) | undefined,
  ) {
    this.from = canonical(change.key, change.from);
    this.to = canonical(change.key, change.to);
  }

  get key(): string {
    const { key, from, to } = this.change;
    const had = fieldOf(key).mergesWithStore ? canonical(key, lost(key, from, to)) : this.from;
    return `${this.item}|${key}|${had}|${this.to}`;
  }
  get kind() {
    return this.change.key;
  }
  get ref() {
    return this.change.ref;
  }
  get rows() {
    return rowsSaying(this.change);
  }
  get also() {
    return this.change.also;
  }
  get column() {
    return this.change.column;
  }
  get target() {
    return target(this.item, this.change.key);
  }
  get applied() {
    const { key, from, unset } = this.change;
    return from === null && unset?.amount !== undefined ? canonical(key, unset.amount) : undefined;
  }
  get value() {
    return this.change.to;
  }
  get old() {
    return this.change.from;
  }
  get codes() {
    return movedCodes(this.change);
  }
  words(column = this.column): string {
    return describeChange({ ...this.change, column });
  }
  shows() {
    return shownChange(this.change);
  }
  sends() {
    const { key, from, to } = this.change;
    return this.sent ? this.sent(this.change) : [this.item, key, from, to];
  }
}

/** Tags are added before others are removed, so that tags added meanwhile do not make this a different change. */
function lost(key: FieldKey, from: FieldValue | null, to: FieldValue | null): FieldValue {
  const keeps = canonical(key, to).split(',');
  const had = textsIn(from);
  return had.filter((one) => !keeps.includes(canonical(key, [one])));
}

export function imagePiece(
  item: ProductId | VariantId,
  { url, ref }: Pick<NewImage, 'url' | 'ref'>,
  sends: () => unknown,
): Piece {
  const key = `${item}|image|${url}`;
  return {
    key,
    kind: 'image',
    ref,
    rows: [ref],
    column: '',
    target: key,
    item,
    from: '',
    to: url,
    value: null,
    words: () => 'Image',
    shows: () => shownNew('Image', fileName(url)),
    sends,
  };
}

/** Names under which actions keep the rows that they come from. */
const PLACES: readonly string[] = ['ref', 'rows', 'row', 'tab', 'sheetId', 'also'];

/** Leaves rows out of `JSON.stringify`: people may sort them between a preview and its confirmation. */
function withoutPlaces(key: string, value: unknown): unknown {
  return PLACES.includes(key) ? undefined : value;
}

/** A short digest of values, independent of the rows they come from. */
export function digestOf(what: unknown): string {
  return hashText(JSON.stringify(what, withoutPlaces));
}

/** The rows by which a piece is counted: the first one where several cells hold the same value. */
export function speakingRows({ ref, also, rows }: Piece): readonly RowRef[] {
  return also ? [ref] : rows;
}

/** For kinds of change that are sent wholly or not at all. */
export function wholly<A extends { readonly kind: string }>(pieces: (action: A) => readonly Piece[]) {
  return {
    pieces,
    withPieces: (action: A, isWanted: (piece: Piece) => boolean): readonly A[] =>
      pieces(action).every(isWanted) ? [action] : [],
  };
}

/** Names a piece for each of its rows: two pieces with the same name do the same to that row. */
export function namesOf(piece: Piece): readonly string[] {
  const word = digestOf(piece.sends());
  return piece.rows.map((ref) => `${rowKey(ref)} ${word}`);
}
