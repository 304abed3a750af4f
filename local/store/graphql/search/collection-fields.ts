import { membersOf } from '../../shop/collections/membership';
import { hasConditions } from '../../shop/collections/sources';
import { gidNumber } from '../../shop/state/ids';
import type { Collection } from '../../shop/state/publishing';
import { id, type SearchFields, text, time, word } from './search-fields';

/** The filters of `collections(query:)` in the schema's description, as far as the store holds what they ask. */
export const collectionFields: SearchFields<Collection> = {
  collection_type: word((collection) => [hasConditions(collection) ? 'smart' : 'custom'], {
    accepted: ['custom', 'smart'],
  }),
  handle: word(({ handle }) => [handle]),
  id: id((collection) => [gidNumber(collection.id)]),
  product_id: id(
    (collection, state, nowMs) =>
      membersOf({ state, nowMs }, collection).map((product) => gidNumber(product.id)),
    { isLive: true },
  ),
  title: text(({ title }) => [title], { isDefault: true }),
  updated_at: time(({ updatedAt }) => [updatedAt]),
};
