import { failure } from './failures';

const alternatives = new Map<string, readonly string[]>();

/** The scopes a sentence of the schema names, any of which suffices; none where it asks for something else. */
function scopesNamedIn(sentence: string): readonly string[] {
  const known = alternatives.get(sentence);
  if (known) return known;
  const demand = sentence.split(' Also:')[0] ?? '';
  const scopes = [...demand.matchAll(/`((?:read|write)_[a-z_]+)`/g)].map((match) => match[1] ?? '');
  alternatives.set(sentence, scopes);
  return scopes;
}

/** `write_products` includes `read_products` (https://shopify.dev/docs/api/usage/access-scopes). */
function grants(granted: readonly string[], wanted: string): boolean {
  return granted.includes(wanted) || granted.includes(wanted.replace(/^read_/, 'write_'));
}

/** Throws Shopify's ACCESS_DENIED unless the app holds one of the scopes that the schema names for a field. */
export function demandAccess(sentence: string | undefined, granted: readonly string[], field: string): void {
  if (!sentence) return;
  const scopes = scopesNamedIn(sentence);
  if (scopes.length === 0 || scopes.some((scope) => grants(granted, scope))) return;
  throw failure(`Access denied for ${field} field. Required access: ${sentence}`, {
    code: 'ACCESS_DENIED',
    documentation: 'https://shopify.dev/api/usage/access-scopes',
    requiredAccess: sentence,
  });
}
