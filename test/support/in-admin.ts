import type { Workbench } from './workbench';

/** Whatever the app was granted, a person in Shopify admin may do all of this. */
const ACCESS_SCOPES = [
  'write_products',
  'write_files',
  'write_inventory',
  'write_locations',
  'read_locations',
  'write_publications',
  'write_markets',
  'read_markets',
  'write_companies',
  'write_customers',
];

/** Runs a document on the store as somebody in Shopify admin would, and answers its data; throws what it refuses. */
export function inAdmin<Data>(bench: Pick<Workbench, 'store'>, query: string, variables: object = {}): Data {
  const answer = bench.store.execute({ query, variables: { ...variables } }, { accessScopes: ACCESS_SCOPES });
  const payloads = Object.values(answer.data ?? {}) as ({ userErrors?: { message: string }[] } | null)[];
  const refused = answer.errors?.[0] ?? payloads.flatMap((payload) => payload?.userErrors ?? [])[0];
  if (refused) throw new Error(refused.message);
  return answer.data as Data;
}
