import { maskTokens } from '../../ports/mask-tokens';
import { fail, type Result, succeed } from '../../ports/problem';

const WHERE = 'Copy the address that ends in .myshopify.com from Shopify admin, Settings ▸ Domains.';

/**
 * The shop that a person means: `acme.myshopify.com`, with or without `https://`, and the address of its admin.
 * A custom domain is refused, because it does not say which shop it belongs to and must never get the token.
 */
export function parseShop(text: string): Result<string> {
  const typed = text.trim().toLowerCase();
  if (typed === '') return fail('invalid-input', 'The shop address is empty.', WHERE);
  const admin = /^(?:https?:\/\/)?admin\.shopify\.com\/store\/([a-z0-9][a-z0-9-]*)(?:[/?#].*)?$/.exec(typed);
  if (admin) return succeed(`${admin[1]}.myshopify.com`);
  const shop = /^(?:https?:\/\/)?([a-z0-9][a-z0-9-]*\.myshopify\.com)(?:[/?#].*)?$/.exec(typed);
  if (shop) return succeed(shop[1] as string);
  if (/^[a-z0-9][a-z0-9-]*$/.test(typed)) return succeed(`${typed}.myshopify.com`);
  return fail('invalid-input', `“${maskTokens(text.trim())}” is not a shop's myshopify.com address.`, WHERE);
}
