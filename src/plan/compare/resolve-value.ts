import type { DesiredValue } from '../../catalog/building/desired';
import type { CellKind } from '../../catalog/columns/cell-kind';
import { cellKind } from '../../catalog/columns/cell-kinds';
import { columnOf, type Field, type FieldKey } from '../../catalog/columns/columns';
import { cellsOf } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { type FieldValue, hasValue, textsIn } from '../../catalog/values/cell';
import { editedValue } from '../../catalog/values/edits';
import type { Gid, ProductId, VariantId } from '../../catalog/values/gid';
import { nameKey, skuKey } from '../../catalog/values/plain-name';
import type { FieldChange } from '../model/action';
import type { ChangeContext } from '../model/item-context';
import type { KeptCell } from '../model/kept-cell';
import type { ShownAs, StoreProduct, StoreSnapshot, StoreVariant } from '../model/snapshot';
import { categoryIdOf } from './canonical';

/** Place of a change, and what is to be said of its value. */
export function placeOf(value: DesiredValue): Pick<FieldChange, 'ref' | 'column' | 'also' | 'doubt'> {
  const [{ ref, column }, ...also] = cellsOf(value);
  const { cell } = value;
  return {
    ref,
    column,
    ...(also.length > 0 && { also }),
    ...('doubt' in cell && cell.doubt && { doubt: cell.doubt }),
  };
}

/** Reports in our own words what Shopify would refuse. */
export function refusalOf({ key, from, to, column }: FieldChange): string | undefined {
  const kind: CellKind = cellKind(columnOf(key).kind);
  const why = to === null ? undefined : kind.refuses?.(to, from);
  return why && `${column} “${to}” ${why}.`;
}

/**
 * The value to send: the cell's value, null for `[clear]`, the ID for a category, and all values of the option for an order
 * of values. Undefined where it cannot be determined.
 */
export function resolveValue(
  key: FieldKey,
  { cell }: DesiredValue,
  snapshot: StoreSnapshot,
  id?: Gid,
): FieldValue | null | undefined {
  if (cell.kind === 'clear') return null;
  if (cell.kind === 'edit') {
    const first = editedValue(cell.edit, null);
    return typeof first === 'object' && 'problem' in first ? undefined : first;
  }
  if (!hasValue(cell)) return undefined;
  const { refers }: CellKind = cellKind(columnOf(key).kind);
  if (refers)
    return missingNames(key, cell.value, snapshot).length > 0
      ? undefined
      : refers.withIds(cell.value, (name) => idOf(refers.to, name, snapshot) ?? name);
  const { orders, resolvedBy } = columnOf(key);
  const { options } = snapshot.products.get(id as ProductId) ?? {};
  if (orders !== undefined && options) {
    const { optionValues = [] } = options[orders] ?? {};
    return inAskedOrder(
      textsIn(cell.value),
      optionValues.map(({ name }) => name),
    );
  }
  if (!resolvedBy) return cell.value;
  const name = String(cell.value);
  return categoryIdOf(name) ?? snapshot.categoryIds.get(name) ?? undefined;
}

/**
 * Values of an option in the order that a cell asks for. A value that it does not list stays behind the one that it follows
 * now, so that a new one needs no edit of the cell; a name that the option does not have is left out.
 */
export function inAskedOrder(asked: readonly string[], has: readonly string[]): readonly string[] {
  const known = new Map(has.map((name) => [nameKey(name), name]));
  const order = asked.flatMap((name) => known.get(nameKey(name)) ?? []);
  for (const [at, name] of has.entries()) {
    if (order.includes(name)) continue;
    const before = has[at - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name);
  }
  return order;
}

function idOf(to: Refers['to'], name: string, snapshot: StoreSnapshot): string | undefined {
  if (to === 'product') return snapshot.productIdsByHandle.get(name) ?? undefined;
  if (to === 'collection') return snapshot.collectionIds?.get(nameKey(name));
  const [only, ...others] = variantsCalled(name, snapshot);
  return others.length === 0 ? only : undefined;
}

/** Search finds a new variant only some time after its creation, so variants that were synced are read by their IDs. */
function variantsCalled(name: string, snapshot: StoreSnapshot): readonly VariantId[] {
  const sku = skuKey(name);
  const known = READ.get(snapshot) ?? groupBy([...snapshot.variants.values()], (variant) => variant.sku);
  READ.set(snapshot, known);
  const found = (snapshot.matchesBySku.get(sku) ?? []).map(({ variantId }) => variantId);
  return [...new Set([...found, ...(known.get(sku) ?? []).map(({ id }) => id)])];
}

const READ = new WeakMap<StoreSnapshot, ReadonlyMap<string, readonly StoreVariant[]>>();

function missingNames(key: FieldKey, value: FieldValue, snapshot: StoreSnapshot): readonly string[] {
  const { refers }: CellKind = cellKind(columnOf(key).kind);
  return refers?.names(value).filter((name) => idOf(refers.to, name, snapshot) === undefined) ?? [];
}

interface Unresolved {
  readonly status: 'error' | 'skipped' | 'not-synced';
  readonly waits?: true;
  readonly words: (column: string) => string;
}

/** Tells why a value has no ID; a name that this sync creates is found once it is there. */
export function sayUnresolved(
  key: FieldKey,
  value: DesiredValue,
  { snapshot, draft, isCreated }: Pick<ChangeContext, 'snapshot' | 'draft' | 'isCreated'>,
): Unresolved {
  const { refers }: CellKind = cellKind(columnOf(key).kind);
  if (!refers || !hasValue(value.cell))
    return { status: 'not-synced', words: (column) => unresolvedMessage({ ...value, column }) };
  const missing = missingNames(key, value.cell.value, snapshot);
  const [name = ''] = missing;
  if (missing.every((each) => isCreated?.(refers.to, each))) {
    draft.followsUp = true;
    return {
      status: 'skipped',
      waits: true,
      words: (column) =>
        `${column} waits for “${name}”, which this sync creates. It is set right after, or by the next sync.`,
    };
  }
  const several = refers.to === 'variant' ? variantsCalled(name, snapshot).length : 0;
  const why =
    several > 1
      ? `${several} variants have the SKU “${name}”. Type the ID of one`
      : `Shopify has no ${refers.to} with the ${refers.to === 'variant' ? 'SKU' : 'handle'} “${name}”. Correct it, or type its ID`;
  return { status: 'error', words: (column) => `${column}: ${why}.` };
}

type Refers = NonNullable<CellKind['refers']>;

function unresolvedMessage({ column, cell }: DesiredValue): string {
  const name = hasValue(cell) ? String(cell.value) : '';
  return `${column} “${name}” is not in Shopify's product taxonomy, so it was left alone. Copy the full name from Shopify admin.`;
}

/** The words of both sides of a value that is kept by an ID. */
export function shownWords(
  { kind, resolvedBy }: Field,
  value: DesiredValue,
  product: StoreProduct | undefined,
): ShownAs | undefined {
  const { refers }: CellKind = cellKind(kind);
  if (resolvedBy) return categoryWords(value, product);
  const { cell } = value;
  const isByName = refers && hasValue(cell) && refers.names(cell.value).length > 0;
  return isByName ? { to: String(cell.value) } : undefined;
}

/** The cell's own text and Shopify's name of the category; empty where the cell holds an ID. */
function categoryWords({ cell }: DesiredValue, product: StoreProduct | undefined): ShownAs {
  const text = hasValue(cell) ? String(cell.value) : undefined;
  return text && categoryIdOf(text) ? {} : { from: product?.categoryName, to: text };
}

/** A cell that holds the name of a category gets a name again. */
export function wordsFor(
  { resolvedBy }: Field,
  { sheet, to }: Pick<KeptCell, 'sheet' | 'to'>,
  name: string | undefined,
): string | undefined {
  return resolvedBy && to !== null && !categoryIdOf(sheet ?? '') ? name : undefined;
}
