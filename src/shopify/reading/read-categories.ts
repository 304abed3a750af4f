import { chunk } from '../../plan/batches/plan-batches';
import type { Result } from '../../ports/problem';
import { fetchAll } from '../client/fetch-all';
import {
  CATEGORIES_PER_REQUEST,
  categoriesRequest,
  readCategories as readCategoriesIn,
} from '../queries/categories';
import type { Reading } from './deadline-client';

/** Category names, as the taxonomy writes them. */
export function readCategories({ client, needs, draft }: Reading): Result<null> {
  return fetchAll(
    client,
    chunk(needs.categories, CATEGORIES_PER_REQUEST),
    categoriesRequest,
    (part, data) => {
      for (const [name, id] of readCategoriesIn(part, data)) draft.categoryIds.set(name, id);
    },
  );
}
