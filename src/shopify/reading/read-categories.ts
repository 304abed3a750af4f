import { chunk } from '../../plan/batches/plan-batches';
import type { Result } from '../../ports/problem';
import {
  CATEGORIES_PER_REQUEST,
  categoriesRequest,
  readCategories as readCategoriesIn,
} from '../queries/categories';
import type { Reading } from './deadline-client';
import { fetchAll } from './fetch-all';

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
