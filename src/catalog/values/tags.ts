import type { Parsed } from './cell';
import { nameKey, plainName } from './plain-name';

/**
 * Tags are a set to Shopify: case-insensitive, kept in the case of their first use.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Product (tags); limits recorded.
 */
export function parseTags(text: string): Parsed {
  const seen = new Map<string, string>();
  for (const tag of text.split(',').map(plainName)) {
    if (tag && !seen.has(nameKey(tag))) seen.set(nameKey(tag), tag);
  }
  const tags = [...seen.values()];
  const long = tags.find((tag) => tag.length > 255);
  if (long) return { problem: `holds a tag of ${long.length} characters. Shopify allows 255` };
  if (tags.length > 250) return { problem: `holds ${tags.length} tags. Shopify allows 250` };
  return { value: tags };
}

export function canonicalTags(tags: readonly string[]): string {
  return [...new Set(tags.map(nameKey))].sort().join(',');
}
