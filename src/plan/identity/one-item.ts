import { buildMended } from '../../catalog/building/build-catalog';
import type { DesiredCatalog, DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { joinFields, joinVariants } from '../../catalog/building/join-cells';
import { joinNames } from '../../catalog/building/join-tabs';
import { mergeLooseVariants, withoutContradictions } from '../../catalog/building/merge-variants';
import { type RowIssue, rowKey } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import { asHandle } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { knownId, knownLooseVariant, knownVariants } from '../compare/known-items';
import { matchBaseVariant, matchVariant } from '../compare/match-variant';
import type { ItemContext } from '../model/item-context';
import type { StoreProduct, StoreVariant } from '../model/snapshot';
import { sayIssues } from './contradicting-names';
import type { Partition } from './in-step';
import { renamedValues } from './renamed-values';
import { anchoredItem } from './row-item';

/** A product that rows name, with the one that Shopify has under that name; nothing where it is new. */
export interface FoundProduct {
  readonly product: DesiredProduct;
  readonly store: StoreProduct | undefined;
}

export interface FoundVariant {
  readonly row: DesiredVariant;
  readonly store: StoreVariant;
}

/**
 * Identity is what a name resolves to, not how it was typed: rows that mean one product are one from here on. Where they
 * contradict each other, or what stands as it was last synced or waits under another handle, all of them are refused.
 */
export function joinProducts(
  found: readonly FoundProduct[],
  { inStep, waiting }: Pick<OtherRows, 'inStep' | 'waiting'>,
  context: ItemContext,
): FoundProduct[] {
  const { base } = context;
  const standing = groupBy(
    [...inStep.products, ...waiting.renamed],
    (product) => knownId(product, base) ?? anchoredItem(product.ref, context)?.productId,
  );
  const inError = groupBy(
    (waiting.desired.inError ?? []).flatMap((row) => (row.speaks ? buildMended(row).products : [])),
    (product) => knownId(product, base),
  );
  // Of what their names tell already, they were refused before.
  const besides = (id: ProductId | undefined, products: readonly DesiredProduct[]) =>
    (id ? (inError.get(id) ?? []) : [])
      .filter((other) => {
        const issues: RowIssue[] = [];
        for (const { fields } of products) joinFields({ fields }, other, issues);
        return issues.length > 0;
      })
      .map((other) => ({ ...other, variants: [], images: [] }));
  const isFound = new Set(found.map(({ store }) => store?.id));
  for (const id of inError.keys()) {
    const products = isFound.has(id) ? [] : (standing.get(id) ?? []);
    const others = besides(id, products);
    const issues: RowIssue[] = [];
    if (others.length > 0) joinNames([...products, ...others], issues);
    sayIssues(issues, context);
  }
  return [...groupBy(found, keyOf).values()].flatMap((group) => {
    const { product, store } = group[0] as FoundProduct;
    const parts = group.map((each) => each.product);
    const there = store ? (standing.get(store.id) ?? []) : [];
    const others = [...there, ...besides(store?.id, [...parts, ...there])];
    if (parts.length + others.length === 1) {
      if (!product.isDisputed) return group;
      for (const ref of product.rows)
        if (!context.refused.has(rowKey(ref))) context.draft.say(ref, 'skipped', DISPUTED);
      return [];
    }
    const issues: RowIssue[] = [];
    const { isDisputed } = joinNames([...parts, ...others], issues);
    sayIssues(issues, context);
    return isDisputed ? [] : [{ product: joinNames(parts, []), store }];
  });
}

/** Message for rows of other tabs, which contradict no row. */
const DISPUTED = 'Not sent: other rows of this product contradict each other. Mend them first.';

/** Two names of new products that Shopify would turn into one handle are one product as well. */
function keyOf({ product, store }: FoundProduct): unknown {
  const { handle } = product;
  return store?.id ?? (handle ? asHandle(handle) || nameKey(handle) : product);
}

/** Rows that hold the option values that variants will have once the options of their product have changed. */
export type RowsUnderNewOptions = (
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
) => readonly { readonly row: DesiredVariant; readonly former: StoreVariant }[];

/** Rows that are not sent now, but whose values still count for comparison. */
interface Waiting {
  readonly desired: Pick<DesiredCatalog, 'inError'>;
  /** Products whose handle was typed over, recognized by the Shopify IDs of their rows. */
  readonly renamed: readonly DesiredProduct[];
}

interface FoundRows {
  readonly products: readonly FoundProduct[];
  readonly loose: readonly FoundVariant[];
}

interface OtherRows extends Pick<Partition, 'inStep'> {
  readonly waiting: Waiting;
  readonly underNewOptions: RowsUnderNewOptions;
}

/**
 * Rows of Prices and Inventory tabs join the product rows that mean the same variant, and each other. Whoever contradicts a
 * row that stands or waits is refused with it: which of them is right would be decided by what is sent meanwhile.
 */
export function joinLoose(
  { products, loose }: FoundRows,
  { inStep, waiting, underNewOptions }: OtherRows,
  context: ItemContext,
): FoundRows {
  const owners = new Map<string, DesiredVariant>();
  for (const { product, store } of products) {
    for (const row of store ? product.variants : []) {
      const match = matchVariant(row, store?.variants ?? []);
      if (typeof match !== 'string') owners.set(match.id, row);
    }
    // A row with the new option value means the variant whose value it asks to rename.
    for (const { renames } of store ? renamedValues(product, store) : [])
      for (const { row, former } of renames) owners.set(former.id, row);
    for (const { row, former } of store ? underNewOptions(product, store, context) : [])
      owners.set(former.id, row);
  }
  const issues: RowIssue[] = [];
  const clash = (row: DesiredVariant, others: readonly DesiredVariant[] = []) => {
    // Its values in rows that were refused already are compared together with those rows.
    for (const other of others) joinVariants(other, [{ ...row, refused: undefined }], issues);
  };
  const asking = [...owners, ...loose.map(({ row, store }) => [store.id, row] as const)];
  const isAsked = new Set(asking.map(([id]) => id));
  const inError = variantsById(
    (waiting.desired.inError ?? []).map(buildMended),
    context,
    undefined,
    ownItem(context),
  );
  const standing = variantsById(
    isAsked.size + inError.size > 0 ? [inStep] : [],
    context,
    (id) => isAsked.has(id) || inError.has(id),
  );
  const renamed = groupBy(
    waiting.renamed.flatMap(({ variants }) => variants),
    ({ ref }) => anchoredItem(ref, context)?.variantId,
  );
  for (const [id, row] of asking)
    for (const others of [standing.get(id), inError.get(id), renamed.get(id as VariantId)])
      clash(row, others);
  for (const [id, rows] of inError) for (const row of standing.get(id) ?? []) clash(row, rows);
  const ids = new Map(loose.map(({ row, store }) => [row, store] as const));
  const merged = mergeLooseVariants(
    products.map(({ product }) => product),
    loose.map(({ row }) => row),
    { ownerOf: (row) => owners.get(ids.get(row)?.id ?? ''), keyOf: (row) => ids.get(row)?.id ?? '' },
  );
  sayIssues([...issues, ...merged.issues], context);
  const left = withoutContradictions({ ...merged, issues });
  const storeOf = new Map(loose.map(({ row, store }) => [rowKey(row.ref), store] as const));
  return {
    products: products.map(({ store }, index) => ({
      product: left.products[index] as DesiredProduct,
      store,
    })),
    loose: left.variants.flatMap((row) => {
      const store = storeOf.get(rowKey(row.ref));
      return store ? [{ row, store }] : [];
    }),
  };
}

/** Finds the item that a row with an error in its names was at the last sync. Copies share one Shopify ID, so theirs tells nothing. */
function ownItem(context: ItemContext): (row: DesiredVariant) => VariantId | undefined {
  let held: ReadonlyMap<string, readonly unknown[]> | undefined;
  return ({ ref }) => {
    held ??= groupBy([...context.anchors.values()], (anchor) => `${anchor.ref.sheetId} ${anchor.id}`);
    const id = context.anchors.get(rowKey(ref))?.id;
    return held.get(`${ref.sheetId} ${id}`)?.length === 1 ? anchoredItem(ref, context)?.variantId : undefined;
  };
}

/** The rows of a variant in all tabs, by the item that they were at the last sync. */
function variantsById(
  catalogs: readonly Pick<DesiredCatalog, 'products' | 'variants'>[],
  { base }: ItemContext,
  isWanted: (id: string) => boolean = () => true,
  otherwise: (row: DesiredVariant) => string | undefined = () => undefined,
): ReadonlyMap<string, readonly DesiredVariant[]> {
  const rows = new Map<string, DesiredVariant[]>();
  const add = (id: string | undefined, row: DesiredVariant) => {
    if (id && isWanted(id)) rows.set(id, [...(rows.get(id) ?? []), row]);
  };
  for (const { products, variants } of catalogs) {
    for (const product of products) {
      const own = knownVariants(product, base);
      for (const row of product.variants) add(matchBaseVariant(row, own)?.id ?? otherwise(row), row);
    }
    for (const row of variants) add(knownLooseVariant(row, base)?.id ?? otherwise(row), row);
  }
  return rows;
}
