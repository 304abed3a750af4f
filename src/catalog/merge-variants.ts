import { CELL_KINDS } from './cell-kinds';
import { columnOf, type FieldKey } from './columns';
import type { DesiredFields, DesiredProduct, DesiredStock, DesiredValue, DesiredVariant } from './desired';
import { optionKey } from './option-key';
import { describeRow, type RowIssue, rowKey } from './row';

export interface MergedCatalog {
  readonly products: readonly DesiredProduct[];
  readonly variants: readonly DesiredVariant[];
  readonly issues: readonly RowIssue[];
}

/** How it is told which rows mean the same variant. */
export interface Identities {
  /** The row of a product that a loose row means. */
  ownerOf(loose: DesiredVariant): DesiredVariant | undefined;
  /** Loose rows with one key mean one variant, whatever the order of their tabs. */
  keyOf(loose: DesiredVariant): string;
}

/**
 * Joins the rows of Prices and Inventory tabs with the product rows that mean the same variant, so that a price
 * for a product that is created in the same run arrives with it. Rows that disagree are refused on both sides.
 */
export function mergeLooseVariants(
  products: readonly DesiredProduct[],
  loose: readonly DesiredVariant[],
  { ownerOf, keyOf }: Identities = identitiesByWords(products),
): MergedCatalog {
  if (loose.length === 0) return { products, variants: [], issues: [] };
  const issues: RowIssue[] = [];
  const additions = new Map<DesiredVariant, DesiredVariant[]>();
  const alone = new Map<string, DesiredVariant>();
  for (const variant of loose) {
    const owner = ownerOf(variant);
    if (owner) additions.set(owner, [...(additions.get(owner) ?? []), variant]);
    else {
      const key = keyOf(variant);
      const earlier = alone.get(key);
      alone.set(key, earlier ? joinVariants(earlier, [variant], issues) : variant);
    }
  }
  const merge = (variant: DesiredVariant): DesiredVariant => {
    const added = additions.get(variant);
    return added ? joinVariants(variant, added, issues) : variant;
  };
  const merged = products.map((product) => {
    const added = product.variants.flatMap((variant) => additions.get(variant) ?? []);
    if (added.length === 0) return product;
    const rows = [...product.rows, ...added.map(({ ref }) => ref)];
    return { ...product, rows, variants: product.variants.map(merge) };
  });
  return withoutContradictions({ products: merged, variants: [...alone.values()], issues });
}

/** By what the rows themselves say. */
function identitiesByWords(products: readonly DesiredProduct[]): Identities {
  return { ownerOf: indexOwners(products), keyOf: looseKey };
}

export function looseKey({ variantId, handle, optionValues, sku }: DesiredVariant): string {
  if (variantId) return variantId;
  return handle ? variantKey(handle, optionValues ?? [`sku:${sku}`]) : `sku:${sku}`;
}

function variantKey(handle: string, optionValues: readonly string[]): string {
  return `${handle.toLowerCase()}|${optionKey(optionValues)}`;
}

/** The product row that a loose row means: by ID, by handle and option values, else by a SKU that only one carries. */
function indexOwners(products: readonly DesiredProduct[]) {
  const byId = new Map<string, DesiredVariant>();
  const byOptions = new Map<string, DesiredVariant>();
  const bySku = new Map<string, DesiredVariant | 'several'>();
  const handles = new Set<string>();
  for (const { handle, variants } of products) {
    if (handle) handles.add(handle.toLowerCase());
    for (const variant of variants) {
      if (variant.variantId) byId.set(variant.variantId, variant);
      if (handle) byOptions.set(variantKey(handle, variant.optionValues ?? []), variant);
      if (variant.sku) bySku.set(variant.sku, bySku.has(variant.sku) ? 'several' : variant);
    }
  }
  return ({ variantId, handle, optionValues, sku }: DesiredVariant): DesiredVariant | undefined => {
    if (variantId && byId.has(variantId)) return byId.get(variantId);
    if (variantId) return undefined;
    if (handle && optionValues) return byOptions.get(variantKey(handle, optionValues));
    if (handle && !handles.has(handle.toLowerCase())) return undefined;
    const owner = sku ? bySku.get(sku) : undefined;
    return owner === 'several' ? undefined : owner;
  };
}

/** The cells of both; those that disagree are refused on both sides. */
export function joinFields(into: DesiredFields, added: DesiredFields, issues: RowIssue[]): DesiredFields {
  let fields = into;
  for (const [key, value] of Object.entries(added) as [FieldKey, DesiredValue][]) {
    const present = fields[key];
    if (present && speaks(present) && speaks(value)) {
      if (!sameValue(key, present, value)) issues.push(...disagreement(present, value));
    } else if (!present || speaks(value)) fields = { ...fields, [key]: value };
  }
  return fields;
}

/** The variant with what other rows say of it. */
export function joinVariants(
  into: DesiredVariant,
  added: readonly DesiredVariant[],
  issues: RowIssue[],
): DesiredVariant {
  let fields = into.fields;
  let stock = into.stock;
  for (const variant of added) {
    fields = joinFields(fields, variant.fields, issues);
    for (const level of variant.stock) {
      const present = stock.find((candidate) => locationKey(candidate) === locationKey(level));
      if (present?.quantity.kind === 'value' && level.quantity.kind === 'value') {
        if (present.quantity.value !== level.quantity.value) issues.push(...disagreement(present, level));
        else stock = stock.map((other) => (other === present ? saidTwice(present, level) : other));
      } else if (present?.quantity.kind !== 'value') {
        stock = [...stock.filter((other) => other !== present), level];
      }
    }
  }
  const rows = [...into.rows, ...added.flatMap((variant) => variant.rows)];
  const adjustments = [...into.adjustments, ...added.flatMap((variant) => variant.adjustments)];
  return { ...into, rows, fields, stock, adjustments };
}

function saidTwice(level: DesiredStock, again: DesiredStock): DesiredStock {
  const { ref, column } = again;
  return { ...level, also: [...(level.also ?? []), { ref, column }, ...(again.also ?? [])] };
}

/** As location names are compared with Shopify's. */
function locationKey({ location, name }: DesiredStock): string {
  return `${name}@${location?.toLowerCase() ?? ''}`;
}

function speaks(value: DesiredValue): boolean {
  return value.cell.kind === 'value' || value.cell.kind === 'clear';
}

function sameValue(key: FieldKey, a: DesiredValue, b: DesiredValue): boolean {
  const { canonical } = CELL_KINDS[columnOf(key).kind];
  const [left, right] = [a.cell, b.cell];
  if (left.kind !== 'value' || right.kind !== 'value') return left.kind === right.kind;
  return canonical(left.value) === canonical(right.value);
}

type Placed = Pick<DesiredValue, 'ref' | 'column'>;

function disagreement(a: Placed, b: Placed): RowIssue[] {
  return [
    { ref: a.ref, column: a.column, message: contradiction(a, b) },
    { ref: b.ref, column: b.column, message: contradiction(b, a) },
  ];
}

/** What the cell here is told of the one there. */
export function contradiction(here: Placed, there: Placed): string {
  return `${here.column} says otherwise than ${there.column} in ${describeRow(there.ref, here.ref)}. Make them equal or empty one.`;
}

/** Rows of other tabs alone are no reason not to create a product: it lacks only what they say. */
function badRowsOf(
  product: DesiredProduct,
  isBad: (row: Pick<RowIssue, 'ref'>) => boolean,
): RowIssue['ref'][] {
  const bad = product.rows.filter((ref) => isBad({ ref }));
  return bad.some(({ sheetId }) => sheetId === product.ref.sheetId) ? bad : [];
}

/** A row that is refused asks for nothing, also in what it was joined into. */
export function withoutContradictions(catalog: MergedCatalog): MergedCatalog {
  if (catalog.issues.length === 0) return catalog;
  const bad = new Set(catalog.issues.map(({ ref }) => rowKey(ref)));
  const isBad: IsBad = ({ ref }) => bad.has(rowKey(ref));
  return {
    ...catalog,
    variants: catalog.variants.map((variant) => stripVariant(variant, isBad)),
    products: catalog.products.map((product) => ({
      ...stripProduct(product, isBad),
      badRows: [...product.badRows, ...badRowsOf(product, isBad)],
    })),
  };
}

/** The product as if these rows, by `rowKey`, were not there. */
export function withoutRows(product: DesiredProduct, rows: ReadonlySet<string>): DesiredProduct {
  const isLeftOut = ({ ref }: { readonly ref: RowIssue['ref'] }) => rows.has(rowKey(ref));
  const left = { ...product, variants: product.variants.filter((variant) => !isLeftOut(variant)) };
  return stripProduct(left, isLeftOut);
}

type IsBad = (cell: { readonly ref: RowIssue['ref'] }) => boolean;

function stripProduct(product: DesiredProduct, isBad: IsBad): DesiredProduct {
  return {
    ...product,
    fields: stripFields(product.fields, isBad),
    variants: product.variants.map((variant) => stripVariant(variant, isBad)),
    images: product.images.filter((image) => !isBad(image)),
  };
}

function stripVariant(variant: DesiredVariant, isBad: IsBad): DesiredVariant {
  return {
    ...variant,
    fields: stripFields(variant.fields, isBad),
    stock: variant.stock.filter((level) => !isBad(level)),
    adjustments: variant.adjustments.filter((adjustment) => !isBad(adjustment)),
  };
}

function stripFields(fields: DesiredFields, isBad: IsBad): DesiredFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value && !isBad(value)));
}
