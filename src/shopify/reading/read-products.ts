import { chunk } from '../../catalog/values/arrays';
import type { ProductId } from '../../catalog/values/gid';
import { asHandle } from '../../catalog/values/names';
import { type Result, succeed } from '../../ports/problem';
import { fetchAll } from '../client/fetch-all';
import { CATEGORIES_PER_REQUEST, categoriesIn, categoriesRequest } from '../queries/categories';
import { IMAGES_PER_REQUEST, imagesIn, imagesRequest } from '../queries/media';
import {
  HANDLES_PER_REQUEST,
  handlesIn,
  handlesRequest,
  moreVariantsRequest,
  PRODUCTS_PER_REQUEST,
  type ProductPage,
  productsIn,
  productsRequest,
  withMoreVariants,
} from '../queries/products';
import { distinct, isFoundByHandle, spellings, typedHandles } from './needed-keys';
import { addProduct, type Reading } from './snapshot-draft';

/**
 * Which handles the shop has. Those that the whole shop lacks are not asked for again: a creation under a handle that
 * was taken meanwhile is refused.
 */
export function readHandles(reading: Reading): Result<null> {
  return readTheseHandles(reading, typedHandles(reading.needs));
}

/** Looks up who has a handle that a row asks for next to the ID of a product with another handle. */
export function readAskedHandles(reading: Reading): Result<null> {
  const { needs, draft } = reading;
  const asked = needs.products.flatMap(({ id, handle }) => {
    const own = id && draft.products.get(id)?.handle;
    const isOther = handle && own && own !== handle && own !== asHandle(handle);
    return isOther && !draft.productIdsByHandle.has(handle) ? [handle] : [];
  });
  return asked.length === 0 ? succeed(null) : readTheseHandles(reading, distinct(asked));
}

function readTheseHandles(
  { client, draft, shop }: Pick<Reading, 'client' | 'draft' | 'shop'>,
  typed: readonly string[],
): Result<null> {
  const found = new Map<string, ProductId | null>();
  if (shop?.products) for (const { id, handle } of shop.products.values()) found.set(handle, id);
  const asked = shop?.products ? [] : chunk(spellings(typed), HANDLES_PER_REQUEST);
  const read = fetchAll(client, asked, handlesRequest, (part, data) => {
    for (const [handle, id] of handlesIn(part, data)) found.set(handle, id);
  });
  for (const handle of typed)
    draft.productIdsByHandle.set(handle, found.get(handle) ?? found.get(asHandle(handle)) ?? null);
  return read;
}

/** Reads products by id. One that the whole shop lacks is asked for before a row is told that it is gone. */
export function readProducts({ client, needs, draft, shop }: Reading): Result<null> {
  const missing: ProductId[] = [];
  for (const id of wantedProducts({ needs, draft })) {
    const product = shop?.products?.get(id);
    if (product) addProduct(draft, product);
    else missing.push(id);
  }
  let unfinished: ProductPage[] = [];
  const take = (page: ProductPage) => {
    if (page.nextCursor) unfinished.push(page);
    else addProduct(draft, page.product);
  };
  const read = fetchAll(
    client,
    chunk(missing, PRODUCTS_PER_REQUEST),
    (ids) => productsRequest(ids, needs),
    (_, data) => productsIn(data, needs).forEach(take),
  );
  if (!read.ok) return read;
  while (unfinished.length > 0) {
    const pages = unfinished;
    unfinished = [];
    const more = fetchAll(
      client,
      pages,
      (page) => moreVariantsRequest(page, needs),
      (page, data) => take(withMoreVariants(page, data)),
    );
    if (!more.ok) return more;
  }
  return succeed(null);
}

function wantedProducts({ needs, draft }: Pick<Reading, 'needs' | 'draft'>): ProductId[] {
  const known = needs.products.flatMap((need) => [
    need.id,
    isFoundByHandle(need) ? draft.productIdsByHandle.get(need.handle ?? '') : undefined,
  ]);
  return distinct(known.filter((id): id is ProductId => Boolean(id)));
}

/** Category names, as the taxonomy writes them. */
export function readCategories({ client, needs, draft }: Reading): Result<null> {
  return fetchAll(
    client,
    chunk(needs.categories, CATEGORIES_PER_REQUEST),
    categoriesRequest,
    (part, data) => {
      for (const [name, id] of categoriesIn(part, data)) draft.categoryIds.set(name, id);
    },
  );
}

/** Reads what became of images that were sent. Where Shopify does not answer now, the next run asks again. */
export function readImages({
  client,
  needs,
  draft,
}: Pick<Reading, 'client' | 'needs' | 'draft'>): Result<null> {
  fetchAll(client, chunk(needs.images, IMAGES_PER_REQUEST), imagesRequest, (part, data) => {
    for (const [id, state] of imagesIn(part, data)) draft.images.set(id, state);
  });
  return succeed(null);
}
