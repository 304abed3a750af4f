/**
 * Shopify's global IDs, for example `gid://shopify/Product/1071559582`.
 * Source: https://shopify.dev/docs/api/usage/gids
 */
export type Gid<Type extends string = string> = `gid://shopify/${Type}/${string}`;

export type ProductId = Gid<'Product'>;

export type VariantId = Gid<'ProductVariant'>;

export type InventoryItemId = Gid<'InventoryItem'>;

export type LocationId = Gid<'Location'>;

export type OptionId = Gid<'ProductOption'>;

export type OptionValueId = Gid<'ProductOptionValue'>;

/** An item of a product's gallery; the sheet brings images alone. */
export type MediaId = Gid<'ExternalVideo' | 'MediaImage' | 'Model3d' | 'Video'>;

export type PublicationId = Gid<'Publication'>;

export function gidOf<Type extends string>(type: Type, id: string): Gid<Type> {
  return `gid://shopify/${type}/${id}`;
}

/** The ID in a cell: a bare number, as Shopify admin shows it, or the whole GID. Anything else is undefined. */
export function parseGid<Type extends string>(type: Type, text: string): Gid<Type> | undefined {
  const start = gidOf(type, '');
  const id = text.startsWith(start) ? text.slice(start.length) : text;
  return /^\d{1,20}$/.test(id) ? gidOf(type, id) : undefined;
}

/** Matches the whole GIDs of a type, after what `before` matches. */
export function gidPattern(type: string, before = ''): RegExp {
  return new RegExp(`^${before}${gidOf(type, '\\d{1,20}')}$`);
}

/** Matches the whole GIDs of these types, of any type where none is named; some types have words in place of numbers. */
export function wholeGidPattern(types: readonly string[]): RegExp {
  return new RegExp(`^${gidOf(`(${types.join('|') || '\\w+'})`, '[\\w-]+')}$`);
}

/** The number at the end, which Shopify admin uses in its addresses. */
export function legacyId(gid: Gid): string {
  return gid.slice(gid.lastIndexOf('/') + 1);
}

export function isVariant(id: ProductId | VariantId): id is VariantId {
  return id.startsWith(gidOf('ProductVariant', ''));
}
