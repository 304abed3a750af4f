import type { IntrospectionQuery } from 'graphql';

/** `2026-10`, or `unstable`; compared as text, so `unstable` is later than every date. */
export type ApiVersion = string;

export const newestVersion: ApiVersion = '2026-10';

/** The versions whose schema ships in `@shopify/dev-mcp` 1.16.0. */
const shippedVersions = ['2025-10', '2026-01', '2026-04', '2026-07', '2026-10', 'unstable'];

/** True from 2026-04 on: `@idempotent` and `changeFromQuantity` are mandatory (Shopify's changelog, and recorded). */
export const demandsIdempotency = (version: ApiVersion): boolean => version >= '2026-04';

/** An API version a request may name in its path. */
export const isApiVersion = (text: string): boolean =>
  text === 'unstable' || /^20\d\d-(01|04|07|10)$/.test(text);

/** The oldest shipped schema that is not older than the wanted version. */
export function shippedVersionFor(version: ApiVersion): ApiVersion {
  return shippedVersions.find((shipped) => shipped >= version) ?? newestVersion;
}

/**
 * 2025-10 is the oldest schema Shopify still ships. What that version added, and what answers recorded on
 * 2025-01 show to be missing there, is taken out again.
 */
export function asBefore2025October(introspection: IntrospectionQuery): void {
  for (const type of introspection.__schema.types) {
    if (type.kind !== 'ENUM' || type.name !== 'ProductStatus') continue;
    const values = type.enumValues as unknown as { name: string }[];
    values.splice(0, values.length, ...values.filter((value) => value.name !== 'UNLISTED'));
  }
}
