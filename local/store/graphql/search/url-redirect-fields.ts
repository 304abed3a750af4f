import { gidNumber } from '../../shop/state/ids';
import type { UrlRedirect } from '../../shop/state/url-redirect';
import { id, type SearchFields, text, time } from './search-fields';

/** The filters of `urlRedirects(query:)` in the schema's description. */
export const urlRedirectFields: SearchFields<UrlRedirect> = {
  created_at: time(({ createdAt }) => [createdAt]),
  id: id((redirect) => [gidNumber(redirect.id)]),
  path: text(({ path }) => [path], { isDefault: true }),
  target: text(({ target }) => [target], { isDefault: true }),
};
