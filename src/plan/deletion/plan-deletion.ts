import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { cellsOf, distinctRows, type Place, type RowRef } from '../../catalog/tab/row';
import { DELETE_WORD } from '../../catalog/values/commands';
import { optionKey } from '../../catalog/values/names';
import { canonicalCell } from '../compare/canonical';
import { knownProduct } from '../compare/known-items';
import { matchVariant } from '../compare/match-variant';
import { choiceKey } from '../model/conflict';
import type { DeleteItem } from '../model/deleted-item';
import type { ItemContext } from '../model/item-context';
import { isOfProducts } from '../model/policy';
import type { StoreProduct, StoreVariant } from '../model/snapshot';
import { deletionKey, nameOfDeletion } from './delete-item';
import { keepItem } from './kept-item';

/**
 * Plans what the rows of a product ask to delete, and answers what is left of them to plan; undefined where nothing is.
 * The rows of all variants that Shopify has mean the product, because its last variant cannot be deleted.
 */
export function planDeletions(
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
): DesiredProduct | undefined {
  const asked = product.variants.filter(({ deletes }) => deletes);
  if (!product.deletes && asked.length === 0) return product;
  const { policy, draft } = context;
  const rowsAsked = product.deletes ? product.rows : asked.flatMap(({ rows }) => rows);
  if (!isOfProducts(policy)) {
    for (const ref of rowsAsked) draft.say(ref, 'skipped', 'Deleting belongs to products. Sync products.');
    return withoutRows(product, product.deletes ? product.variants : asked);
  }
  const matched = asked.map((row) => ({ row, match: matchVariant(row, store.variants) }));
  const { optionNames: names } = product;
  const isOther = names.length > 0 && optionKey(names) !== optionKey(store.optionNames);
  if (isOther && !product.deletes && matched.some(({ match }) => match === 'new')) {
    for (const ref of rowsAsked) draft.say(ref, 'skipped', WAITS_FOR_OPTIONS, store.id);
    return product;
  }
  const found = new Set(matched.map(({ match }) => match));
  const isEveryVariant = store.variants.every((variant) => found.has(variant));
  const isWhole =
    product.deletes !== undefined || (isEveryVariant && asked.length === product.variants.length);
  const place = product.deletes ?? asked[0]?.deletes;
  if (isWhole && place) {
    planOne(
      { kind: 'delete-product', place, rows: product.rows, variants: store.variants },
      product,
      store,
      context,
    );
    return undefined;
  }
  for (const { row, match } of matched) {
    // Includes rows of other tabs: none of their values are sent.
    const refuse = (message: string) => {
      for (const ref of row.rows) draft.say(ref, 'error', message, store.id);
    };
    const other =
      match === 'new' && row.sku
        ? store.variants.find((each) => each.sku === row.sku && !found.has(each))
        : undefined;
    if (other) {
      refuse(
        `Shopify has the SKU “${row.sku}” as “${other.optionValues.join(' / ')}”. To delete it, type these values here; else another SKU.`,
      );
    } else if (match === 'new' && row.deletes) {
      for (const ref of row.rows) draft.say(ref, 'unchanged', NOTHING_THERE);
    } else if (match === 'ambiguous') {
      const message = `“${store.handle}” has ${store.variants.length} variants and this row does not say which is to be deleted. Add the option columns or a SKU.`;
      refuse(message);
    } else if (typeof match !== 'string' && row.deletes) {
      const asks = { kind: 'delete-variant', place: row.deletes, rows: row.rows } as const;
      if (isEveryVariant) refuse(lastVariant(store));
      else planOne({ ...asks, variants: [match] }, product, store, context);
    }
  }
  return withoutRows(product, asked);
}

/** A product that Shopify does not have, without the rows that ask to delete it; undefined where all do. */
export function sayNothingToDelete(
  product: DesiredProduct,
  { draft, base }: ItemContext,
  elsewhere: (row: DesiredVariant) => string | undefined,
): DesiredProduct | undefined {
  const asked = product.variants.filter(({ deletes }) => deletes);
  if (!product.deletes && asked.length === 0) return product;
  const isWhole = product.deletes !== undefined || asked.length === product.variants.length;
  const found = (isWhole ? product.variants : asked).map(elsewhere).find(Boolean);
  for (const ref of isWhole ? product.rows : asked.flatMap(({ rows }) => rows))
    draft.say(ref, found ? 'error' : 'unchanged', found ?? NOTHING_THERE);
  if (!isWhole) return withoutRows(product, asked);
  // It was deleted before, and the answer was lost.
  const known = knownProduct(product, base);
  const records = known ? [known, ...base.variantsOf(known.id)] : [];
  for (const record of records) draft.adopt({ ...record, isDeleted: true });
  return undefined;
}

/** Other rows of the product ask for variants, so the product itself is not meant to be deleted. */
function lastVariant({ variants }: StoreProduct): string {
  const what = variants.length > 1 ? 'These are all variants' : 'This is the last variant';
  return `${what} that the product has in Shopify, which keeps one. To delete the product, type [delete] on each of its rows; or sync the other rows first.`;
}

/** With other option names it cannot be determined which variants are meant. */
const WAITS_FOR_OPTIONS = 'The deletion waits until the options here are those of Shopify.';

const NOTHING_THERE = 'Shopify does not have it, so there is nothing to delete. Remove this row.';

interface Asked {
  readonly kind: DeleteItem['kind'];
  readonly place: Place;
  readonly rows: readonly RowRef[];
}

function planOne(
  { kind, place: { ref, column }, rows, variants }: Asked & { readonly variants: readonly StoreVariant[] },
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
): void {
  const { draft, confirmed } = context;
  const [variant] = variants;
  const place = { ref, column };
  const id = kind === 'delete-variant' && variant ? variant.id : store.id;
  const kept = {
    kind: 'deleted' as const,
    id,
    productId: store.id,
    ...place,
    ...keepItem(store, variants, context),
  };
  const action: DeleteItem = {
    kind,
    ...place,
    rows: distinctRows([place.ref, ...rows]),
    kept,
    name: nameOfDeletion({ kind, kept }),
    isArchived: store.fields.status === 'ARCHIVED',
  };
  const question = deletionKey(action);
  if (kind === 'delete-product' && confirmed.has(choiceKey('shopify', question)))
    archive(product, store, question, context);
  else draft.actions.push(action);
}

/** Archives the item instead of deleting it, as a person chose, and empties the cells that ask for the deletion. */
function archive(
  product: DesiredProduct,
  store: StoreProduct,
  question: string,
  { draft }: ItemContext,
): void {
  const asking = [product, ...product.variants].flatMap(({ deletes }) => (deletes ? cellsOf(deletes) : []));
  const status = product.fields.status;
  const sheet = (status && canonicalCell('status', status.cell)) ?? null;
  const { ref, column } = status ?? { ref: product.ref, column: 'Status' };
  if (store.fields.status !== 'ARCHIVED')
    draft.actions.push({
      kind: 'update-product',
      ref: product.ref,
      productId: store.id,
      images: [],
      changes: [{ key: 'status', from: store.fields.status ?? null, to: 'ARCHIVED', sheet, ref, column }],
    });
  const cell = { question, id: store.id, store: '' };
  for (const place of asking)
    draft.kept.push({
      ...cell,
      ...place,
      value: { asks: 'deletion' },
      sheet: 'DELETE',
      from: DELETE_WORD,
      to: null,
    });
  if (sheet !== null && sheet !== 'ARCHIVED')
    draft.kept.push({
      ...cell,
      ref,
      column,
      value: 'status',
      field: 'status',
      sheet,
      store: 'ARCHIVED',
      from: sheet,
      to: 'ARCHIVED',
    });
}

function withoutRows(product: DesiredProduct, rows: readonly DesiredVariant[]): DesiredProduct | undefined {
  const variants = product.variants.filter((row) => !rows.includes(row));
  return product.deletes ? undefined : { ...product, variants };
}
