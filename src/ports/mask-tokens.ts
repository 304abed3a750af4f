/** A text that may quote what was typed or sent, fit to be shown: Shopify's tokens and secrets of every kind are cut off. */
export function maskTokens(text: string): string {
  return text.replace(/shp[a-z]{2}_[\w-]+/g, 'shp…');
}
