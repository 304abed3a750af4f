import { at, type Column, type FieldPath, onlyRead, writtenApart } from './column';

/**
 * The column table. Adding a column, or a dialect's name for one, is adding to this table; the parser, the plan
 * and the Admin API mapping follow from it. Names: Shopify's product CSV, classic and 2025+
 * (https://help.shopify.com/en/manual/products/import-export/using-csv), its inventory CSV
 * (https://help.shopify.com/en/manual/products/inventory/inventory-csv), Matrixify's Products sheet
 * (https://matrixify.app/documentation/matrixify-format-template), and plain words.
 */
// biome-ignore format: one line a column, so that the table reads as one
export const COLUMNS = [
  { key: 'productId', required: true, level: 'product', group: 'products', kind: 'productId', headers: ['Product ID'], only: { matrixify: ['ID'] } },
  { key: 'handle', required: true, level: 'product', group: 'products', kind: 'identifier', headers: ['Handle', 'URL handle'], field: at('handle') },
  { key: 'title', required: true, level: 'product', group: 'products', kind: 'text', headers: ['Title'], field: at('title') },
  { key: 'descriptionHtml', level: 'product', group: 'products', kind: 'html', headers: ['Body (HTML)', 'Body HTML', 'Description'], field: at('descriptionHtml') },
  { key: 'vendor', level: 'product', group: 'products', kind: 'name', headers: ['Vendor'], field: at('vendor') },
  { key: 'productType', level: 'product', group: 'products', kind: 'name', headers: ['Type', 'Product type'], field: at('productType') },
  { key: 'tags', level: 'product', group: 'products', kind: 'tags', headers: ['Tags'], field: at('tags') },
  { key: 'status', required: true, level: 'product', group: 'products', kind: 'status', headers: ['Status'], field: at('status') },
  { key: 'category', level: 'product', group: 'products', kind: 'category', headers: ['Product category', 'Category'], only: { matrixify: ['Category', 'Category: ID', 'Category: Name'] }, repeats: true, field: at('category', 'category.id') },
  { key: 'seoTitle', level: 'product', group: 'products', kind: 'text', headers: ['SEO Title', 'Metafield: title_tag [<Type>]', 'Metafield: title_tag'], field: at('seo.title') },
  { key: 'seoDescription', level: 'product', group: 'products', kind: 'longText', headers: ['SEO Description', 'Metafield: description_tag [<Type>]', 'Metafield: description_tag'], field: at('seo.description') },
  { key: 'published', required: true, level: 'product', group: 'products', kind: 'boolean', headers: ['Published', 'Published on online store'], field: writtenApart('resourcePublicationsV2') },
  { key: 'giftCard', required: true, level: 'product', group: 'products', kind: 'boolean', headers: ['Gift Card'], isFixed: true, field: onlyRead('isGiftCard') },
  { key: 'option1Name', required: true, level: 'product', group: 'products', kind: 'option', headers: ['Option1 Name'] },
  { key: 'option2Name', required: true, level: 'product', group: 'products', kind: 'option', headers: ['Option2 Name'] },
  { key: 'option3Name', required: true, level: 'product', group: 'products', kind: 'option', headers: ['Option3 Name'] },
  { key: 'command', required: true, level: 'product', group: 'products', kind: 'command', headers: [], only: { matrixify: ['Command'] } },
  { key: 'tagsCommand', required: true, level: 'product', group: 'products', kind: 'tagsCommand', headers: [], only: { matrixify: ['Tags Command'] } },
  { key: 'topRow', required: true, level: 'product', group: 'products', kind: 'boolean', headers: [], only: { matrixify: ['Top Row'] } },

  { key: 'variantId', required: true, level: 'variant', group: 'products', kind: 'variantId', headers: ['Variant ID', 'ID'] },
  { key: 'variantCommand', required: true, level: 'variant', group: 'products', kind: 'variantCommand', headers: [], only: { matrixify: ['Variant Command'] } },
  { key: 'option1Value', required: true, level: 'variant', group: 'products', kind: 'option', headers: ['Option1 Value'] },
  { key: 'option2Value', required: true, level: 'variant', group: 'products', kind: 'option', headers: ['Option2 Value'] },
  { key: 'option3Value', required: true, level: 'variant', group: 'products', kind: 'option', headers: ['Option3 Value'] },
  { key: 'sku', level: 'variant', group: 'products', kind: 'identifier', headers: ['SKU', 'Variant SKU'], field: at('inventoryItem.sku', 'sku') },
  { key: 'barcode', level: 'variant', group: 'products', kind: 'identifier', headers: ['Barcode', 'Variant Barcode'], field: at('barcode') },
  { key: 'price', required: true, level: 'variant', group: 'prices', kind: 'money', headers: ['Price', 'Variant Price'], field: at('price') },
  { key: 'compareAtPrice', level: 'variant', group: 'prices', kind: 'money', headers: ['Compare-at price', 'Compare at price', 'Variant Compare At Price'], zeroClears: true, field: at('compareAtPrice') },
  { key: 'cost', level: 'variant', group: 'products', kind: 'money', headers: ['Cost per item', 'Variant Cost'], field: at('inventoryItem.cost', 'inventoryItem.unitCost.amount') },
  { key: 'taxable', required: true, level: 'variant', group: 'products', kind: 'boolean', headers: ['Charge tax', 'Variant Taxable'], field: at('taxable') },
  { key: 'inventoryPolicy', required: true, level: 'variant', group: 'products', kind: 'inventoryPolicy', headers: ['Continue selling when out of stock', 'Variant Inventory Policy'], field: at('inventoryPolicy') },
  { key: 'tracked', level: 'variant', group: 'products', kind: 'tracker', headers: ['Inventory tracker', 'Variant Inventory Tracker'], field: at('inventoryItem.tracked') },
  { key: 'requiresShipping', required: true, level: 'variant', group: 'products', kind: 'boolean', headers: ['Requires shipping', 'Variant Requires Shipping'], field: at('inventoryItem.requiresShipping') },
  { key: 'grams', required: true, level: 'variant', group: 'products', kind: 'weightNumber', headers: ['Variant Grams', 'Weight value (grams)'] },
  { key: 'weightValue', required: true, level: 'variant', group: 'products', kind: 'weightNumber', headers: ['Weight', 'Variant Weight'] },
  { key: 'weightUnit', required: true, level: 'variant', group: 'products', kind: 'weightUnit', headers: ['Weight unit', 'Variant Weight Unit', 'Weight unit for display'] },
  { key: 'weight', level: 'variant', group: 'products', kind: 'weight', headers: [], field: at('inventoryItem.measurement.weight') },
  { key: 'harmonizedSystemCode', level: 'variant', group: 'products', kind: 'hsCode', headers: ['HS Code', 'Variant HS Code'], field: at('inventoryItem.harmonizedSystemCode') },
  { key: 'countryCodeOfOrigin', level: 'variant', group: 'products', kind: 'countryCode', headers: ['Country of origin', 'Variant Country of Origin', 'COO'], field: at('inventoryItem.countryCodeOfOrigin') },
  { key: 'provinceCodeOfOrigin', level: 'variant', group: 'products', kind: 'provinceCode', headers: ['Province of origin', 'Variant Province of Origin'], field: at('inventoryItem.provinceCodeOfOrigin') },
  { key: 'variantImage', required: true, level: 'variant', group: 'products', kind: 'url', headers: ['Variant image URL', 'Variant Image'] },

  { key: 'imageSrc', required: true, level: 'image', group: 'products', kind: 'url', headers: ['Product image URL', 'Image Src'] },
  { key: 'imagePosition', level: 'image', group: 'products', kind: 'position', headers: ['Image Position'] },
  { key: 'imageAltText', level: 'image', group: 'products', kind: 'altText', headers: ['Image alt text'] },
  { key: 'imageCommand', required: true, level: 'image', group: 'products', kind: 'imageCommand', headers: [], only: { matrixify: ['Image Command'] } },

  { key: 'location', required: true, level: 'stock', group: 'inventory', kind: 'text', headers: ['Location'] },
  { key: 'available', required: true, level: 'stock', group: 'inventory', kind: 'quantity', headers: ['Available', 'Inventory quantity', 'Variant Inventory Qty', 'Inventory: <Location>', 'Inventory Available: <Location>'] },
  { key: 'onHand', required: true, level: 'stock', group: 'inventory', kind: 'quantity', headers: ['On hand', 'On hand (new)', 'Inventory On Hand: <Location>'] },
  { key: 'availableAdjust', required: true, level: 'stock', group: 'inventory', kind: 'adjustment', headers: ['Variant Inventory Adjust', 'Inventory Available Adjust: <Location>'] },
  { key: 'onHandAdjust', required: true, level: 'stock', group: 'inventory', kind: 'adjustment', headers: ['Inventory On Hand Adjust: <Location>'] },
] as const satisfies readonly Column[];

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
