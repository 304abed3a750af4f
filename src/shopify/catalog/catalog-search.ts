import { categoryIdOf } from '../../plan/compare/canonical';
import type { CatalogFilter } from '../../ports/catalog-reader';
import { fail, type Result, succeed } from '../../ports/problem';
import type { AdminClient } from '../client/admin-client';
import { fetchOne } from '../client/fetch-all';
import { findCollectionsRequest, quote } from '../queries/catalog';
import { categoriesIn, categoriesRequest } from '../queries/categories';
import { findHandles } from '../reading/read-variants';

/** Names in one search; no limit is documented, and long queries are refused. */
const MOST_NAMES = 250;

/**
 * A filter in the words of Shopify's search.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/queries/products#arguments-query
 */
export function findSearch(client: AdminClient, filter: CatalogFilter): Result<string> {
  const { handles = [], skus = [] } = filter;
  if (handles.length + skus.length > MOST_NAMES) return TOO_MANY;
  if (filter.changedSince && !isDay(filter.changedSince)) return noDay(filter.changedSince);
  const collection = filter.collection ? findCollection(client, filter.collection) : succeed('');
  if (!collection.ok) return collection;
  const category = filter.category ? findCategory(client, filter.category) : succeed('');
  if (!category.ok) return category;
  const ofSkus = findHandles(client, skus);
  if (!ofSkus.ok) return ofSkus;
  const named = [...handles, ...ofSkus.value];
  if (skus.length > 0 && named.length === 0) return NO_SKU;
  if (named.length > MOST_NAMES) return TOO_MANY_FOUND;
  const names = named.map((handle) => `handle:${quote(handle)}`);
  const terms = [
    filter.status && `status:${asWords(filter.status)}`,
    filter.vendor && `vendor:${quote(filter.vendor)}`,
    filter.productType && `product_type:${quote(filter.productType)}`,
    filter.tag && `tag:${quote(filter.tag)}`,
    collection.value && `collection_id:${collection.value}`,
    category.value && `category_id:${quote(category.value)}`,
    filter.changedSince && `updated_at:>='${filter.changedSince}T00:00:00Z'`,
    filter.isOutOfStock && 'out_of_stock_somewhere:true',
    names.length > 0 && `(${names.join(' OR ')})`,
    filter.search && `(${filter.search})`,
  ];
  return succeed(terms.filter(Boolean).join(' '));
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function noDay(text: string): Result<never> {
  return fail('invalid-input', `There is no day “${text.slice(0, 20)}”.`, 'Type a day such as 2026-11-28.');
}

/** One status, or several with commas between; anything else is one word that Shopify refuses. */
function asWords(status: string): string {
  return /^[\w,]+$/.test(status) ? status : quote(status);
}

function findCollection(client: AdminClient, name: string): Result<string> {
  const wanted = name.trim().toLowerCase();
  const found = fetchOne(client, findCollectionsRequest(name.trim()), ({ collections: { nodes } }) =>
    nodes.filter((each) => each.handle === wanted || each.title.trim().toLowerCase() === wanted),
  );
  if (!found.ok) return found;
  const [first, second] = found.value;
  if (second)
    return fail(
      'invalid-input',
      `Shopify has several collections called “${name}”.`,
      'Type the handle of the one that you mean: it is the end of its address.',
    );
  return first ? succeed(numberOf(first.id)) : unknown('collection', name);
}

function findCategory(client: AdminClient, name: string): Result<string> {
  const typed = categoryIdOf(name);
  if (typed) return succeed(numberOf(typed));
  const found = fetchOne(client, categoriesRequest([name]), (data) => categoriesIn([name], data)[0]?.[1]);
  if (!found.ok) return found;
  return found.value ? succeed(numberOf(found.value)) : unknown('category', name);
}

function numberOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function unknown(what: string, name: string): Result<never> {
  return fail(
    'invalid-input',
    `Shopify has no ${what} called “${name.slice(0, 60)}”.`,
    'Type its name as Shopify admin writes it.',
  );
}

const NO_SKU = fail(
  'invalid-input',
  'The filter finds no product in this store: none has one of these SKUs.',
  'Select other rows, or choose another filter.',
);

const TOO_MANY = fail(
  'invalid-input',
  `More than ${MOST_NAMES} handles and SKUs are selected.`,
  'Select fewer rows, or choose another filter.',
);

const TOO_MANY_FOUND = fail(
  'invalid-input',
  `The selected SKUs are of more than ${MOST_NAMES} products, because several products have the same.`,
  'Select fewer rows, or choose another filter.',
);
