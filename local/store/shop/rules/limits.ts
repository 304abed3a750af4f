/** Variants a product may have (schema: productSet; recorded for productOptionsCreate). */
export const mostVariantsPerProduct = 2048;

/** Characters in titles, handles, vendors, types, tags, option names, SKUs and barcodes (recorded). */
export const longestText = 255;

/** Characters in the alt text of media (schema). */
export const longestAlt = 512;
