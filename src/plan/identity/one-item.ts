import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { joinVariants } from '../../catalog/building/join-cells';
import { joinNames } from '../../catalog/building/join-tabs';
import { mergeLooseVariants } from '../../catalog/building/merge-variants';
import { withoutRows } from '../../catalog/building/strip-rows';
import { type RowIssue, rowKey } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { asHandle } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { knownLooseVariant, knownProduct } from '../compare/known-items';
import { matchBaseVariant, matchVariant } from '../compare/match-variant';
import type { ItemContext } from '../model/item-context';
import type { StoreProduct, StoreVariant } from '../model/snapshot';
import { sayIssues } from './contradicting-names';
import type { Partition } from './in-step';
import { renamedValues } from './renamed-values';

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
 * contradict each other, or what stands as it was last synced, all of them are refused.
 */
export function joinProducts(
  found: readonly FoundProduct[],
  { inStep }: Partition,
  context: ItemContext,
): FoundProduct[] {
  const { base } = context;
  const standing = groupBy(inStep.products, (product) => knownProduct(product, base)?.id);
  return [...groupBy(found, keyOf).values()].flatMap((group) => {
    const { product, store } = group[0] as FoundProduct;
    const parts = group.map((each) => each.product);
    const others = store ? (standing.get(store.id) ?? []) : [];
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

/** Said to rows of other tabs, which contradict nobody. */
const DISPUTED = 'Not sent: other rows of this product contradict each other. Mend them first.';

/** Two names of new products that would become one handle are one as well. */
function keyOf({ product, store }: FoundProduct): unknown {
  const { handle } = product;
  return store?.id ?? (handle ? asHandle(handle) || nameKey(handle) : product);
}

/** Rows that say the option values that variants are to have once the options of their product changed. */
type RowsUnderNewOptions = (
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
) => readonly { readonly row: DesiredVariant; readonly former: StoreVariant }[];

/** Rows of Prices and Inventory tabs join the product rows that mean the same variant, and each other. */
export function joinLoose(
  products: readonly FoundProduct[],
  loose: readonly FoundVariant[],
  partition: Partition,
  context: ItemContext,
  underNewOptions: RowsUnderNewOptions,
): { readonly products: readonly FoundProduct[]; readonly loose: readonly FoundVariant[] } {
  const refused = new Set<string>();
  const owners = new Map<string, DesiredVariant>();
  for (const { product, store } of products) {
    for (const row of store ? product.variants : []) {
      const match = matchVariant(row, store?.variants ?? []);
      if (typeof match !== 'string') owners.set(match.id, row);
    }
    // Under its new value a row means the variant whose option value it asks to rename.
    for (const { renames } of store ? renamedValues(product, store) : [])
      for (const { row, former } of renames) owners.set(former.id, row);
    for (const { row, former } of store ? underNewOptions(product, store, context) : [])
      owners.set(former.id, row);
  }
  const clash = (row: DesiredVariant, standing: DesiredVariant | undefined) => {
    const issues: RowIssue[] = [];
    if (standing) joinVariants(standing, [row], issues);
    sayIssues(issues, context);
    for (const { ref } of issues) refused.add(rowKey(ref));
  };
  const standing = standingVariants(
    partition,
    new Set([...owners.keys(), ...loose.map(({ store }) => store.id)]),
    context,
  );
  for (const [id, row] of owners) clash(row, standing.get(id));
  for (const { row, store } of loose) clash(row, standing.get(store.id));
  const ids = new Map(loose.map(({ row, store }) => [row, store] as const));
  const merged = mergeLooseVariants(
    products.map(({ product }) => product),
    loose.map(({ row }) => row),
    { ownerOf: (row) => owners.get(ids.get(row)?.id ?? ''), keyOf: (row) => ids.get(row)?.id ?? '' },
  );
  sayIssues(merged.issues, context);
  const storeOf = new Map(loose.map(({ row, store }) => [rowKey(row.ref), store] as const));
  return {
    products: products.map(({ store }, index) => ({
      product: withoutRows(merged.products[index] as DesiredProduct, refused),
      store,
    })),
    loose: merged.variants.flatMap((row) => {
      const store = storeOf.get(rowKey(row.ref));
      return store && !refused.has(rowKey(row.ref)) ? [{ row, store }] : [];
    }),
  };
}

/** The rows that say of these variants what they said at the last sync, whichever tab they stand in. */
function standingVariants(
  { inStep }: Partition,
  wanted: ReadonlySet<string>,
  { base }: ItemContext,
): ReadonlyMap<string, DesiredVariant> {
  const rows = new Map<string, DesiredVariant>();
  const add = (id: string | undefined, row: DesiredVariant) => {
    if (id && wanted.has(id)) rows.set(id, row);
  };
  if (wanted.size === 0) return rows;
  for (const product of inStep.products) {
    const known = knownProduct(product, base);
    const variants = known ? base.variantsOf(known.id) : [];
    for (const row of product.variants) add(matchBaseVariant(row, variants)?.id, row);
  }
  for (const row of inStep.variants) add(knownLooseVariant(row, base)?.id, row);
  return rows;
}
