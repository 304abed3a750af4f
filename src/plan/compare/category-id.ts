/**
 * The ID that a category cell holds itself, as Shopify writes it (`aa-1-13`) or whole; undefined for a name.
 * Source: https://shopify.github.io/product-taxonomy (category ids)
 */
export function categoryIdOf(text: string): string | undefined {
  const id = text.trim().replace(/^gid:\/\/shopify\/TaxonomyCategory\//, '');
  return /^[a-z]{2}(-\d+)*$/.test(id) ? `gid://shopify/TaxonomyCategory/${id}` : undefined;
}
