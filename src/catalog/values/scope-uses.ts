/** Uses of access scopes that only some columns have, each with its reason. A write scope grants the reading. */
export const SCOPE_USES = {
  publishing: {
    scopes: ['read_publications', 'write_publications'],
    why: 'to show products in sales channels and catalogs',
  },
  files: { scopes: ['write_files'], why: 'take images off products so that they can be put back' },
  entryNames: {
    scopes: ['read_metaobjects'],
    why: 'to read the names of the entries of category metafields',
  },
  marketNames: { scopes: ['read_markets'], why: 'to read the names of markets' },
} as const satisfies Readonly<
  Record<string, { readonly scopes: readonly string[] /** Follows *needs it*. */; readonly why: string }>
>;

export type ScopeUse = keyof typeof SCOPE_USES;

/** Scopes that a use needs and the app was not given. */
export function scopesLacked(use: ScopeUse, granted: readonly string[]): readonly string[] {
  return SCOPE_USES[use].scopes.filter((scope) => !isGranted(scope, granted));
}

function isGranted(scope: string, granted: readonly string[]): boolean {
  return granted.includes(scope) || granted.includes(scope.replace(/^read_/, 'write_'));
}

/** `the app in Shopify lacks the access scope read_markets. Add it to the app, …`: the end of a sentence. */
export function lackedScopes(scopes: readonly string[]): string {
  const [words, them] = scopes.length === 1 ? ['the access scope', 'it'] : ['the access scopes', 'them'];
  return `the app in Shopify lacks ${words} ${scopes.join(' and ')}. Add ${them} to the app, install it again, and test the connection in the sidebar.`;
}
