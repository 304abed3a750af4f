import type { Installation } from '../../shop/state/shop';
import type { ObjectFields } from '../execution/field-resolver';

export const appInstallationFields: ObjectFields<Installation> = {
  /** Scopes that were granted to this request's token. */
  accessScopes: (_installation, _args, { accessScopes }) =>
    withImplied(accessScopes).map((handle) => ({ handle, description: handle })),
  app: (installation) => ({ ...installation, id: installation.appId, title: installation.appTitle }),
  publication: (_installation, _args, { state }) =>
    state.publications.all().find((one) => one.isOfThisApp) ?? null,
};

export const appFields: ObjectFields<Installation> = {
  handle: (app) => ('handle' in app ? app.handle : 'sync-to-shopify'),
  installation: (_app, _args, { state }) => state.installation,
};

/** `write_products` is listed together with the `read_products` that it includes (recorded by Shopify's clients). */
function withImplied(scopes: readonly string[]): string[] {
  return [...new Set(scopes.flatMap((scope) => [scope, scope.replace(/^write_/, 'read_')]))];
}
