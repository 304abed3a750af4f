import { type GraphqlRequest, readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import { type FindCategoriesData, findCategoriesDocument } from '../documents/generated/products';

export const CATEGORIES_PER_REQUEST = 20;
const PAGE = 25;

export function categoriesRequest(names: readonly string[]): GraphqlRequest<FindCategoriesData> {
  return readRequest(
    findCategoriesDocument(names.length),
    Object.fromEntries(names.map((name, index) => [`c${index}`, leafOf(name)])),
    1 + names.length * connectionCost(PAGE, 0),
  );
}

/** Exactly the category that the cell names in full, or none. */
export function categoriesIn(
  names: readonly string[],
  { taxonomy }: FindCategoriesData,
): [string, string | null][] {
  return names.map((name, index) => {
    const nodes = taxonomy?.[`c${index}`]?.nodes ?? [];
    return [name, nodes.find(({ fullName }) => fold(fullName) === fold(name))?.id ?? null];
  });
}

/** Search finds words of the last name better than a whole path. */
function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('>') + 1).trim();
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s*>\s*/g, '>')
    .trim();
}
