import type { GraphqlRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import type { Connection } from './nodes';

export const CATEGORIES_PER_REQUEST = 20;
const PAGE = 25;

/** Source: https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Taxonomy */
export function categoriesRequest(names: readonly string[]): GraphqlRequest {
  const aliases = names.map((_, index) => `c${index}`);
  return {
    document: `query FindCategories(${aliases.map((alias) => `$${alias}: String!`).join(', ')}) {
  taxonomy {
    ${aliases.map((alias) => `${alias}: categories(first: ${PAGE}, search: $${alias}) { nodes { id fullName } }`).join('\n    ')}
  }
}`,
    variables: Object.fromEntries(names.map((name, index) => [`c${index}`, leafOf(name)])),
    cost: 1 + names.length * connectionCost(PAGE, 0),
    repeatable: true,
  };
}

/** Exactly the category that the cell names in full, or none. */
export function readCategories(names: readonly string[], data: unknown): [string, string | null][] {
  const { taxonomy } = data as {
    readonly taxonomy: Readonly<
      Record<string, Connection<{ readonly id: string; readonly fullName: string }>>
    > | null;
  };
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
