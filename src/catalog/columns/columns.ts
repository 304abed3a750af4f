import type { ColumnEntry, ColumnLevel, FieldGroup } from './column';
import { type FamilyKey, familyColumn, isFamilyKey } from './families';

/**
 * The column table: all that is known of a column stands in its line. A field also needs its path in the Admin API, in
 * `shopify/queries/field-paths.ts`, and the compiler asks for it. Names that only one dialect uses stand in
 * `catalog/dialects`. Names: Shopify's product CSV, classic and 2025+
 * (https://help.shopify.com/en/manual/products/import-export/using-csv), its inventory CSV
 * (https://help.shopify.com/en/manual/products/inventory/inventory-csv), Matrixify's Products sheet
 * (https://matrixify.app/documentation/matrixify-format-template), and plain words.
 */
// biome-ignore format: one line a column, so that the table reads as one
const TABLE = {
  product: [
    { key: 'productId', kind: 'productId', headers: ['Product ID'], identifies: 'product', required: true },
    { key: 'handle', kind: 'identifier', headers: ['Handle', 'URL handle'], isField: true, identifies: 'product', required: true, isUnique: true },
    { key: 'title', kind: 'text', headers: ['Title'], isField: true, required: true, isUnique: true },
    { key: 'descriptionHtml', kind: 'html', headers: ['Body (HTML)', 'Body HTML', 'Description'], isField: true },
    { key: 'vendor', kind: 'name', headers: ['Vendor'], isField: true },
    { key: 'productType', kind: 'name', headers: ['Type', 'Product type'], isField: true },
    { key: 'tags', kind: 'tags', headers: ['Tags'], isField: true, mergesWithStore: true, writtenBy: 'tags', edits: 'tags' },
    { key: 'collections', kind: 'groups', headers: ['Collections', 'Custom Collections', 'Collection'], isField: true, mergesWithStore: true, lists: 'collections' },
    { key: 'status', kind: 'status', headers: ['Status'], isField: true, required: true, decidesSale: true },
    { key: 'category', kind: 'category', headers: ['Product category', 'Category'], isField: true, repeats: true, resolvedBy: 'taxonomy' },
    { key: 'seoTitle', kind: 'text', headers: ['SEO Title', 'Metafield: title_tag [<Type>]', 'Metafield: title_tag'], isField: true },
    { key: 'seoDescription', kind: 'longText', headers: ['SEO Description', 'Metafield: description_tag [<Type>]', 'Metafield: description_tag'], isField: true },
    { key: 'published', kind: 'boolean', headers: ['Published', 'Published on online store'], isField: true, required: true, writtenBy: 'publishing', uses: 'publishing', decidesSale: true },
    { key: 'publishedAt', kind: 'meta_date_time', headers: ['Published at'], isField: true, required: true, writtenBy: 'channels', uses: 'publishing', needs: 'channels' },
    { key: 'channels', kind: 'groups', headers: ['Channels', 'Sales channels', 'Sales channel'], isField: true, mergesWithStore: true, lists: 'channels', writtenBy: 'channels', uses: 'publishing', needs: 'channels' },
    { key: 'giftCard', kind: 'boolean', headers: ['Gift Card'], isField: true, required: true, isFixed: true },
    { key: 'option1Name', kind: 'option', headers: ['Option1 Name'], required: true },
    { key: 'option2Name', kind: 'option', headers: ['Option2 Name'], required: true },
    { key: 'option3Name', kind: 'option', headers: ['Option3 Name'], required: true },
    { key: 'option1Order', kind: 'valueOrder', headers: ['Option1 Value Order'], isField: true, required: true, writtenBy: 'option-order', orders: 0 },
    { key: 'option2Order', kind: 'valueOrder', headers: ['Option2 Value Order'], isField: true, required: true, writtenBy: 'option-order', orders: 1 },
    { key: 'option3Order', kind: 'valueOrder', headers: ['Option3 Value Order'], isField: true, required: true, writtenBy: 'option-order', orders: 2 },
    { key: 'command', kind: 'command', headers: [], required: true, isInstruction: true },
    { key: 'tagsCommand', kind: 'tagsCommand', headers: [], required: true, isInstruction: true },
    { key: 'topRow', kind: 'boolean', headers: [], required: true, isInstruction: true },
  ],
  variant: [
    { key: 'variantId', kind: 'variantId', headers: ['Variant ID', 'ID'], identifies: 'variant', required: true },
    { key: 'delete', kind: 'deletion', headers: ['Delete'], required: true, isInstruction: true },
    { key: 'variantCommand', kind: 'variantCommand', headers: [], required: true, isInstruction: true },
    { key: 'option1Value', kind: 'option', headers: ['Option1 Value'], identifies: 'option', required: true },
    { key: 'option2Value', kind: 'option', headers: ['Option2 Value'], identifies: 'option', required: true },
    { key: 'option3Value', kind: 'option', headers: ['Option3 Value'], identifies: 'option', required: true },
    { key: 'sku', kind: 'identifier', headers: ['SKU', 'Variant SKU'], isField: true, identifies: 'variant', isUnique: true },
    { key: 'barcode', kind: 'barcode', headers: ['Barcode', 'Variant Barcode'], isField: true, isUnique: true },
    { key: 'barcodes', kind: 'barcodes', headers: ['Barcodes', 'Variant Barcodes'], isField: true, isUnique: true, isReadApart: true },
    { key: 'price', kind: 'money', headers: ['Price', 'Variant Price'], isField: true, group: 'prices', required: true, soldAt: { price: 'price', compareAt: 'compareAtPrice' }, edits: 'price' },
    { key: 'compareAtPrice', kind: 'money', headers: ['Compare-at price', 'Compare at price', 'Variant Compare At Price'], isField: true, group: 'prices', zeroClears: true, soldAt: { price: 'price', compareAt: 'compareAtPrice' }, edits: 'price' },
    { key: 'catalog', kind: 'location', headers: ['Catalog'], identifies: 'catalog', group: 'prices', required: true, uses: 'marketNames', needs: 'catalogs' },
    { key: 'catalogMinimum', kind: 'orderedAtLeast', headers: ['Minimum', 'Minimum quantity'], group: 'prices', ofCatalog: 'minimum', canClear: true },
    { key: 'catalogMaximum', kind: 'orderedAtMost', headers: ['Maximum', 'Maximum quantity'], group: 'prices', ofCatalog: 'maximum', canClear: true },
    { key: 'catalogIncrement', kind: 'orderedAtLeast', headers: ['Increment'], group: 'prices', ofCatalog: 'increment', canClear: true },
    { key: 'catalogQuantityPrices', kind: 'byquantity_USD', headers: ['Quantity prices', 'Quantity price breaks', 'Volume pricing'], group: 'prices', ofCatalog: 'quantityPrices', canClear: true },
    { key: 'cost', kind: 'money', headers: ['Cost per item', 'Variant Cost'], isField: true, edits: 'price' },
    { key: 'taxable', kind: 'boolean', headers: ['Charge tax', 'Variant Taxable'], isField: true, required: true },
    { key: 'inventoryPolicy', kind: 'inventoryPolicy', headers: ['Continue selling when out of stock', 'Variant Inventory Policy'], isField: true, required: true },
    { key: 'tracked', kind: 'tracker', headers: ['Inventory tracker', 'Variant Inventory Tracker'], isField: true, decidesSale: true },
    { key: 'requiresShipping', kind: 'boolean', headers: ['Requires shipping', 'Variant Requires Shipping'], isField: true, required: true },
    { key: 'grams', kind: 'weightNumber', headers: ['Variant Grams', 'Weight value (grams)'], required: true, unit: 'GRAMS' },
    { key: 'weightValue', kind: 'weightNumber', headers: ['Weight', 'Variant Weight'], required: true },
    { key: 'weightUnit', kind: 'weightUnit', headers: ['Weight unit', 'Variant Weight Unit', 'Weight unit for display'], required: true },
    { key: 'weight', kind: 'weight', headers: [], isField: true },
    { key: 'harmonizedSystemCode', kind: 'hsCode', headers: ['HS Code', 'Variant HS Code'], isField: true },
    { key: 'countryCodeOfOrigin', kind: 'countryCode', headers: ['Country of origin', 'Variant Country of Origin', 'COO'], isField: true },
    { key: 'provinceCodeOfOrigin', kind: 'provinceCode', headers: ['Province of origin', 'Variant Province of Origin'], isField: true },
    { key: 'variantImage', kind: 'url', headers: ['Variant image URL', 'Variant Image'], canClear: true, needsProduct: true },
  ],
  image: [
    { key: 'imageSrc', kind: 'imageAddress', headers: ['Product image URL', 'Image Src'], identifies: 'image', required: true },
    { key: 'imagePosition', kind: 'position', headers: ['Image Position'] },
    { key: 'imageAltText', kind: 'altText', headers: ['Image alt text'], canClear: true },
    { key: 'imageCommand', kind: 'imageCommand', headers: [], required: true, isInstruction: true },
  ],
  stock: [
    { key: 'location', kind: 'location', headers: ['Location'], identifies: 'location', required: true },
    { key: 'available', kind: 'quantity', headers: ['Available', 'Inventory quantity', 'Variant Inventory Qty', 'Inventory: <Location>', 'Inventory Available: <Location>'], required: true, sets: 'available' },
    { key: 'onHand', kind: 'quantity', headers: ['On hand', 'On hand (new)', 'Inventory On Hand: <Location>'], required: true, sets: 'on_hand' },
    { key: 'availableAdjust', kind: 'adjustment', headers: ['Variant Inventory Adjust', 'Inventory Available Adjust: <Location>'], required: true, adjusts: 'available' },
    { key: 'onHandAdjust', kind: 'adjustment', headers: ['Inventory On Hand Adjust: <Location>'], required: true, adjusts: 'on_hand' },
  ],
} as const satisfies Readonly<Record<ColumnLevel, readonly ColumnEntry[]>>;

type Entry = (typeof TABLE)[ColumnLevel][number];

export type ColumnKey = Entry['key'] | FamilyKey;

/** A column of the table that is written to Shopify as a field of its own. */
export type ShopifyField = Extract<Entry, { readonly isField: true }>['key'];

/** The kinds of cells that fields of the table have. */
export type FieldKind = Extract<Entry, { readonly isField: true }>['kind'];

/** A field of the table, or one of a family, whose name is known only at run time. */
export type FieldKey = ShopifyField | FamilyKey;

export interface Column extends ColumnEntry {
  readonly key: ColumnKey;
  readonly level: ColumnLevel;
  readonly group: FieldGroup;
}

export interface Field<Key extends FieldKey = FieldKey> extends Column {
  readonly key: Key;
  readonly isField: true;
}

export const COLUMNS: readonly Column[] = (Object.keys(TABLE) as ColumnLevel[]).flatMap((level) =>
  TABLE[level].map((entry) => ({ level, group: level === 'stock' ? 'inventory' : 'products', ...entry })),
);

const FIELDS = COLUMNS.filter((column): column is Field<ShopifyField> => column.isField === true);

const BY_KEY: ReadonlyMap<string, Column> = new Map(COLUMNS.map((column) => [column.key, column]));

export function columnOf(key: ColumnKey): Column {
  return BY_KEY.get(key) ?? familyColumn(key as FamilyKey);
}

export function fieldOf(key: FieldKey): Field {
  return columnOf(key) as Field;
}

export function isField(column: Column): column is Field {
  return column.isField === true;
}

const APART: ReadonlySet<NonNullable<Column['writtenBy']>> = new Set([
  'values',
  'price-list',
  'quantities',
  'catalog',
]);

/** Whether Shopify keeps a field apart from its item, so that it is read and written by itself. */
export function isKeptApart({ writtenBy }: Pick<Column, 'writtenBy'>): boolean {
  return writtenBy !== undefined && APART.has(writtenBy);
}

/** Whether a query of its own reads the field of an item. */
export function isReadApart(field: Column): boolean {
  return isKeptApart(field) || field.isReadApart === true;
}

/** The field of this name; undefined where it names none. */
export function fieldNamed(name: string): Field | undefined {
  const column = BY_KEY.get(name) ?? (isFamilyKey(name) ? familyColumn(name) : undefined);
  return column && isField(column) ? column : undefined;
}

/** The fields of the table that belong to one level, or all of them. */
export function shopifyFields(level?: ColumnLevel): readonly Field<ShopifyField>[] {
  return level ? FIELDS.filter((field) => field.level === level) : FIELDS;
}

/** The fields that something has a value for: in the order of the table, then those of families as they come. */
export function fieldsIn(values: Readonly<Partial<Record<FieldKey, unknown>>>): readonly Field[] {
  const ofFamilies = Object.keys(values).filter(isFamilyKey).map(familyColumn);
  return [...FIELDS.filter(({ key }) => key in values), ...ofFamilies];
}
