import type { DesiredCatalog, DesiredFields, DesiredVariant } from '../../catalog/building/desired';
import { type FieldKey, fieldNamed } from '../../catalog/columns/columns';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { hasValue } from '../../catalog/values/cell';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import { piecesOf } from '../action-kinds';
import { canonical, canonicalCell } from '../compare/canonical';
import type { SyncAction } from '../model/action';
import type { Base } from '../model/base';
import type { Piece, PieceKind } from '../model/piece';
import { type HeldLimits, limitsIn, type SetLimits } from '../model/policy';
import { target } from '../model/replaced-value';
import type { StoreSnapshot } from '../model/snapshot';
import { cellKindOf, hasFewValues } from './kinds';
import { nameOf, type OwnField } from './own-fields';
import { type RecentSteps, type Step, stepsTo } from './steps';

export interface GuardInput {
  readonly desired: Pick<DesiredCatalog, 'products' | 'variants'>;
  readonly snapshot: Pick<StoreSnapshot, 'products' | 'variants' | 'matchesBySku' | 'levels'>;
  readonly base: Pick<Base, 'product' | 'products' | 'variantsOf' | 'isBeingCreated'>;
  /** Keys of what a person has confirmed, and of the sides that a person chose. */
  readonly confirmed: ReadonlySet<string>;
  /** Steps of runs of the last 24 hours; read only where something would change now. */
  readonly recent: () => RecentSteps;
  /** Ids of what this run created in its earlier executions. */
  readonly created?: (() => ReadonlySet<string>) | undefined;
  /** Limits as the merchant set them. */
  readonly limits?: SetLimits | undefined;
  /** Number of this run; it may have had earlier executions. */
  readonly run?: number | undefined;
}

/** The changes of one column of one tab. */
export interface ChangedColumn {
  /** Null for rows that are gone. */
  readonly sheetId: RowRef['sheetId'];
  readonly kind: PieceKind;
  readonly header: string;
  readonly pieces: readonly Piece[];
}

export interface Suspect {
  readonly piece: Piece;
  /** Completes a sentence: `… is held: it goes down by 50 %`. */
  readonly reason: string;
}

export interface Earlier extends Pick<Step, 'from' | 'to'> {
  readonly row: number;
  readonly isForeign: boolean;
  /** Whether an earlier execution of this run sent it. */
  readonly isOfThisRun: boolean;
}

/** Everything that the guards decide by: the plan in pieces, and its context. */
export class Evidence {
  readonly pieces: readonly Piece[];
  readonly columns: readonly ChangedColumn[];
  readonly recent: RecentSteps;
  private readonly newRows: ReadonlySet<string>;
  private readonly byTarget: ReadonlyMap<string, Piece>;
  /** Which values of items change, by their names within the item. */
  private readonly changing: ReadonlySet<string>;
  private readonly cells = new Map<ChangedColumn, ReadonlyMap<number, string>>();

  constructor(
    readonly actions: readonly SyncAction[],
    readonly input: GuardInput,
  ) {
    this.pieces = distinctPieces(actions);
    this.recent = this.pieces.length > 0 ? input.recent() : new Map();
    this.byTarget = new Map(this.pieces.map((piece) => [piece.target, piece]));
    this.changing = new Set(this.pieces.map((piece) => piece.target.slice(piece.target.indexOf(' ') + 1)));
    const changing = this.pieces.filter((piece) => piece.kind !== 'new' && !this.goesBack(piece));
    this.columns = [...groupBy(changing, columnKey).values()].map((pieces) => {
      const [{ kind, column, ref }] = pieces as [Piece];
      return { sheetId: ref.sheetId, kind, header: column, pieces };
    });
    const created = this.pieces.filter(({ creates }) => creates);
    this.newRows = new Set(created.flatMap(({ rows }) => rows).map(rowKey));
  }

  limitsOf(sheetId: RowRef['sheetId']): HeldLimits {
    return limitsIn(this.input.limits, sheetId);
  }

  stepsOf({ target, from }: Piece): readonly Step[] {
    return stepsTo(from, this.recent.get(target));
  }

  /** The value 24 hours ago, as far as runs changed it since. */
  dayBefore(piece: Piece): string {
    return this.stepsOf(piece)[0]?.from ?? piece.from;
  }

  /** Changes that runs of the last day made to other values of these columns, from first to last. */
  earlier(sheetId: RowRef['sheetId'], headers: ReadonlySet<string>): Earlier[] {
    return [...this.recent].flatMap(([of, steps]) => {
      const [first, last] = [steps[0], steps[steps.length - 1]];
      const isHere = last?.ref.sheetId === sheetId && headers.has(last.column) && !this.byTarget.has(of);
      if (!first || !last || !isHere) return [];
      const isForeign = steps.some((step) => step.isForeign);
      const isOfThisRun = last.run !== undefined && last.run === this.input.run && !isForeign;
      return [{ from: first.from, to: last.to, row: last.ref.row, isForeign, isOfThisRun }];
    });
  }

  goesBack(piece: Piece): boolean {
    const [first] = this.stepsOf(piece);
    return first?.from === piece.to && !first.isForeign;
  }

  pieceOf(target: string): Piece | undefined {
    return this.byTarget.get(target);
  }

  /** The change of one value of an item. Most values never change, so no name is built for those. */
  changeOf(field: OwnField): Piece | undefined {
    return field.key !== undefined && this.changing.has(field.key) ? this.pieceOf(nameOf(field)) : undefined;
  }

  /** The value of a field once the plan is sent, in canonical form. */
  private willBe(id: ProductId | VariantId, key: FieldKey): string {
    const { products, variants } = this.input.snapshot;
    const item = products.get(id as ProductId) ?? variants.get(id as VariantId);
    return this.pieceOf(target(id, key))?.to ?? canonical(key, item?.fields[key]);
  }

  willBeVisible(id: ProductId): boolean {
    return ['ACTIVE', 'UNLISTED'].includes(this.willBe(id, 'status'));
  }

  /** Whether one of its variants will have the price 0. */
  willBeUnpriced(id: ProductId): boolean {
    const variants = this.input.snapshot.products.get(id)?.variants ?? [];
    return variants.some((variant) => this.willBe(variant.id, 'price') === '0');
  }

  /** The item that had a value at the last sync, in whichever tab; null where several items had it. */
  ownersOf(kind: FieldKey): ReadonlyMap<string, ProductId | VariantId | null> {
    const owners = new Map<string, ProductId | VariantId | null>();
    const { base } = this.input;
    for (const product of base.products())
      for (const { id, fields } of [product, ...base.variantsOf(product.id)])
        for (const value of new Set(fields[kind]?.slice(0, 2)))
          if (value) owners.set(value, owners.has(value) && owners.get(value) !== id ? null : id);
    return owners;
  }

  /** The cells of a column that are of items that Shopify has, by row, in the order of the sheet. */
  cellsOf(column: ChangedColumn): ReadonlyMap<number, string> {
    const known = this.cells.get(column) ?? this.readCells(column);
    this.cells.set(column, known);
    return known;
  }

  /**
   * The same without the changes of the day's runs: an interrupted run has sent some of the new values, and the remaining
   * ones are no sign of a shift only because they equal those.
   */
  cellsBefore(column: ChangedColumn, whose: 'own' | 'all'): ReadonlyMap<number, string> {
    const cells = new Map(this.cellsOf(column));
    const open = new Set(cells.keys());
    for (const { ref } of column.pieces) open.delete(ref.row);
    const moved: (readonly [from: string, to: string])[] = [];
    for (const { row, from, to, isForeign } of this.earlier(column.sheetId, new Set([column.header]))) {
      if (isForeign && whose === 'own') continue;
      if (open.has(row) && cells.get(row) === to) {
        cells.set(row, from);
        open.delete(row);
      } else moved.push([from, to]);
    }
    // Rows that were sorted or moved since are recognized by their content.
    const places = groupBy(moved.length > 0 ? [...open] : [], (row) => cells.get(row) ?? '');
    for (const [from, to] of moved) {
      const row = places.get(to)?.pop();
      if (row !== undefined) cells.set(row, from);
    }
    return cells;
  }

  private readCells(column: ChangedColumn): Map<number, string> {
    const cells = new Map<number, string>();
    const add = ({ ref, header, text }: { ref: RowRef; header: string; text: string | undefined }) => {
      const isHere = ref.sheetId === column.sheetId && header === column.header;
      if (isHere && text !== undefined && !this.newRows.has(rowKey(ref))) cells.set(ref.row, text);
    };
    const field = fieldNamed(column.kind);
    const addField = (fields: DesiredFields) => {
      const value = field && fields[field.key];
      if (value && value.cell.kind !== 'edit')
        add({ ref: value.ref, header: value.column, text: canonicalCell(field.key, value.cell) });
    };
    const addVariant = ({ fields, stock }: DesiredVariant) => {
      addField(fields);
      if (column.kind !== 'stock') return;
      for (const { ref, column: header, quantity } of stock)
        if (hasValue(quantity)) add({ ref, header, text: String(quantity.value) });
    };
    const { products, variants } = this.input.desired;
    for (const product of products) {
      if (column.kind === 'altText')
        for (const { ref, alt } of product.images)
          add({ ref, header: column.header, text: hasValue(alt) ? alt.value : undefined });
      if (field?.level === 'product') addField(product.fields);
      else product.variants.forEach(addVariant);
    }
    variants.forEach(addVariant);
    return new Map([...cells].sort(([a], [b]) => a - b));
  }

  /** Counts the cells of a column that say something of an item that Shopify has; a multiple of 0 shows nowhere. */
  sizeOf(column: ChangedColumn, which: 'all' | 'filled' = 'all'): number {
    const cells = [...this.cellsOf(column).values()];
    const { length } = which === 'all' ? cells : cells.filter((text) => text !== '0');
    return Math.max(length, column.pieces.length);
  }
}

function columnKey({ kind, column, ref }: Piece): string {
  return `${ref.sheetId}|${kind}|${column}`;
}

/** `rows 2, 3 and 4 (A1, A2, A3)`, with the values of before unless others are asked for. */
export function samplesOf(
  pieces: readonly Piece[],
  textOf: (piece: Piece) => string = ({ from }) => from,
): string {
  const three = pieces.slice(0, 3);
  const rows = three.map(({ ref }) => String(ref.row));
  const listed =
    rows.length > 1 ? `rows ${rows.slice(0, -1).join(', ')} and ${rows[rows.length - 1]}` : `row ${rows[0]}`;
  const values = three
    .filter(({ kind }) => kind === 'adjustment' || (!cellKindOf(kind)?.isDocument && !hasFewValues(kind)))
    .map(textOf)
    .filter((text) => text !== '')
    .map((text) => (text.length > 16 ? `${text.slice(0, 15)}…` : text));
  return values.length > 0 ? `${listed} (${values.join(', ')})` : listed;
}

function distinctPieces(actions: readonly SyncAction[]): readonly Piece[] {
  const pieces = new Map<string, Piece>();
  for (const action of actions) for (const piece of piecesOf(action)) pieces.set(piece.key, piece);
  return [...pieces.values()];
}
