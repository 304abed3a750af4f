import type { WireResponse } from '../../wire';
import { jsonAnswer } from '../answers';
import type { AccessToken } from './apps';

/** `write_products` includes `read_products` (https://shopify.dev/docs/api/usage/access-scopes). */
export function withImpliedScopes(scopes: readonly string[]): readonly string[] {
  const implied = scopes
    .filter((scope) => scope.startsWith('write_'))
    .map((scope) => scope.replace('write_', 'read_'));
  return [...new Set([...scopes, ...implied])];
}

/** `GET /admin/oauth/access_scopes.json`. */
export const accessScopesAnswer = (token: AccessToken): WireResponse =>
  jsonAnswer(200, { access_scopes: withImpliedScopes(token.scopes).map((handle) => ({ handle })) });
