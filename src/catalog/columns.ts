import type { CellKindName } from './cell-kinds';
import type { FieldGroup } from './row';

/** What a column speaks about: the product, one variant, an image of the product, or a stock level. */
export type ColumnLevel = 'product' | 'variant' | 'image' | 'stock';

/**
 * Where a field lives in the Admin API: the path in the input types and, where it differs, in what is read.
 * The same input path serves `ProductSetInput`/`ProductUpdateInput` and both variant input types.
 */
export interface FieldPath {
  readonly input: string;
  readonly node: string;
}

export interface Column {
  readonly key: string;
  readonly level: ColumnLevel;
  readonly group: FieldGroup;
  readonly kind: CellKindName;
  /** Header names in any dialect, compared without case. */
  readonly headers: readonly string[];
  /** Shopify has no empty value for it, so `[clear]` is refused. */
  readonly required?: true;
  /** Absent for columns that identify a row or are put together with another one. */
  readonly field?: FieldPath;
}

const at = (input: string, node = input): FieldPath => ({ input, node });

/**
 * The column table. Adding a column, or a dialect's name for one, is adding to this table; the parser, the plan
 * and the Admin API mapping follow from it. Names: Shopify's product CSV, classic and 2025+
 * (https://help.shopify.com/en/manual/products/import-export/using-csv), and plain words.
 */
// biome-ignore format: one line a column, so that the table reads as one
export const COLUMNS = [
  { key: 'productId', required: true, level: 'product', group: 'products', kind: 'productId', headers: ['Product ID'] },
  { key: 'handle', required: true, level: 'product', group: 'products', kind: 'identifier', headers: ['Handle', 'URL handle'], field: at('handle') },
  { key: 'title', required: true, level: 'product', group: 'products', kind: 'text', headers: ['Title'], field: at('title') },
  { key: 'descriptionHtml', level: 'product', group: 'products', kind: 'html', headers: ['Body (HTML)', 'Body HTML', 'Description'], field: at('descriptionHtml') },
  { key: 'vendor', level: 'product', group: 'products', kind: 'text', headers: ['Vendor'], field: at('vendor') },
  { key: 'productType', level: 'product', group: 'products', kind: 'text', headers: ['Type', 'Product type'], field: at('productType') },
  { key: 'tags', level: 'product', group: 'products', kind: 'tags', headers: ['Tags'], field: at('tags') },
  { key: 'status', required: true, level: 'product', group: 'products', kind: 'status', headers: ['Status'], field: at('status') },
  { key: 'category', level: 'product', group: 'products', kind: 'longText', headers: ['Product category', 'Category'], field: at('category', 'category.id') },
  { key: 'seoTitle', level: 'product', group: 'products', kind: 'text', headers: ['SEO Title'], field: at('seo.title') },
  { key: 'seoDescription', level: 'product', group: 'products', kind: 'longText', headers: ['SEO Description'], field: at('seo.description') },
  { key: 'published', required: true, level: 'product', group: 'products', kind: 'boolean', headers: ['Published', 'Published on online store'] },
  { key: 'giftCard', level: 'product', group: 'products', kind: 'boolean', headers: ['Gift Card'] },
  { key: 'option1Name', required: true, level: 'product', group: 'products', kind: 'option', headers: ['Option1 Name'] },
  { key: 'option2Name', required: true, level: 'product', group: 'products', kind: 'option', headers: ['Option2 Name'] },
  { key: 'option3Name', required: true, level: 'product', group: 'products', kind: 'option', headers: ['Option3 Name'] },

  { key: 'variantId', required: true, level: 'variant', group: 'products', kind: 'variantId', headers: ['Variant ID', 'ID'] },
  { key: 'option1Value', required: true, level: 'variant', group: 'products', kind: 'option', headers: ['Option1 Value'] },
  { key: 'option2Value', required: true, level: 'variant', group: 'products', kind: 'option', headers: ['Option2 Value'] },
  { key: 'option3Value', required: true, level: 'variant', group: 'products', kind: 'option', headers: ['Option3 Value'] },
  { key: 'sku', level: 'variant', group: 'products', kind: 'identifier', headers: ['SKU', 'Variant SKU'], field: at('inventoryItem.sku', 'sku') },
  { key: 'barcode', level: 'variant', group: 'products', kind: 'identifier', headers: ['Barcode', 'Variant Barcode'], field: at('barcode') },
  { key: 'price', required: true, level: 'variant', group: 'prices', kind: 'money', headers: ['Price', 'Variant Price'], field: at('price') },
  { key: 'compareAtPrice', level: 'variant', group: 'prices', kind: 'money', headers: ['Compare-at price', 'Compare at price', 'Variant Compare At Price'], field: at('compareAtPrice') },
  { key: 'cost', level: 'variant', group: 'products', kind: 'money', headers: ['Cost per item', 'Variant Cost'], field: at('inventoryItem.cost', 'inventoryItem.unitCost.amount') },
  { key: 'taxable', required: true, level: 'variant', group: 'products', kind: 'boolean', headers: ['Charge tax', 'Variant Taxable'], field: at('taxable') },
  { key: 'inventoryPolicy', required: true, level: 'variant', group: 'products', kind: 'inventoryPolicy', headers: ['Continue selling when out of stock', 'Variant Inventory Policy'], field: at('inventoryPolicy') },
  { key: 'tracked', level: 'variant', group: 'products', kind: 'tracker', headers: ['Inventory tracker', 'Variant Inventory Tracker'], field: at('inventoryItem.tracked') },
  { key: 'requiresShipping', required: true, level: 'variant', group: 'products', kind: 'boolean', headers: ['Requires shipping', 'Variant Requires Shipping'], field: at('inventoryItem.requiresShipping') },
  { key: 'grams', required: true, level: 'variant', group: 'products', kind: 'weightNumber', headers: ['Variant Grams', 'Weight value (grams)'] },
  { key: 'weightUnit', required: true, level: 'variant', group: 'products', kind: 'weightUnit', headers: ['Variant Weight Unit', 'Weight unit for display'] },
  { key: 'weight', level: 'variant', group: 'products', kind: 'weight', headers: [], field: at('inventoryItem.measurement.weight') },
  { key: 'harmonizedSystemCode', level: 'variant', group: 'products', kind: 'identifier', headers: ['HS Code', 'Variant HS Code'], field: at('inventoryItem.harmonizedSystemCode') },
  { key: 'countryCodeOfOrigin', level: 'variant', group: 'products', kind: 'countryCode', headers: ['Country of origin', 'Variant Country of Origin', 'COO'], field: at('inventoryItem.countryCodeOfOrigin') },
  { key: 'variantImage', required: true, level: 'variant', group: 'products', kind: 'url', headers: ['Variant image URL', 'Variant Image'] },

  { key: 'imageSrc', required: true, level: 'image', group: 'products', kind: 'url', headers: ['Product image URL', 'Image Src'] },
  { key: 'imagePosition', level: 'image', group: 'products', kind: 'position', headers: ['Image Position'] },
  { key: 'imageAltText', level: 'image', group: 'products', kind: 'altText', headers: ['Image alt text'] },

  { key: 'location', required: true, level: 'stock', group: 'inventory', kind: 'text', headers: ['Location'] },
  { key: 'available', required: true, level: 'stock', group: 'inventory', kind: 'quantity', headers: ['Available', 'Inventory quantity', 'Variant Inventory Qty'] },
] as const satisfies readonly Column[];

/** Headers that are known, so that they are named as not synced rather than taken for a typo. */
export const UNSYNCED_HEADERS: readonly RegExp[] = [
  /^(variant )?fulfillment service$/i,
  /^(variant )?tax code$/i,
  /^unit price (total|base) measure( unit)?$/i,
  /^option[123] linked to$/i,
  /^google shopping \/ /i,
  /^(included|price|compare[ -]at price) \/ /i,
  /\((product|variant)\.metafields\.[^)]+\)$/i,
  /^(variant )?metafield: /i,
  /^(collection|custom collections|smart collections|sales channel)$/i,
];

export type ColumnKey = (typeof COLUMNS)[number]['key'];

/** A column that is written to Shopify as a field of its own. */
export type FieldKey = Extract<(typeof COLUMNS)[number], { readonly field: FieldPath }>['key'];

export type Field = Column & { readonly key: FieldKey; readonly field: FieldPath };

export const FIELDS = COLUMNS.filter(
  (column): column is Extract<typeof column, { field: FieldPath }> => 'field' in column,
);

const BY_KEY = new Map<string, Column>(COLUMNS.map((column) => [column.key, column]));

export function columnOf(key: ColumnKey): Column {
  return BY_KEY.get(key) as Column;
}

export function fieldOf(key: FieldKey): Field {
  return BY_KEY.get(key) as Field;
}
