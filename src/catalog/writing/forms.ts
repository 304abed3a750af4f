import type { TabKind } from '../columns/column';
import type { ColumnKey, ShopifyField } from '../columns/columns';

/** The forms in which a catalog is written: the files of three programs, and small tabs of one kind. */
export const FORMS = {
  csv: { kind: 'products', tab: 'Products' },
  classic: { kind: 'products', tab: 'Products' },
  matrixify: { kind: 'products', tab: 'Products' },
  prices: { kind: 'prices', tab: 'Prices' },
  inventory: { kind: 'inventory', tab: 'Inventory' },
} as const satisfies Readonly<Record<string, { readonly kind: TabKind; readonly tab: string }>>;

export type Form = keyof typeof FORMS;

/** Packs of columns that are pulled unless others are chosen. The columns that name a row are always there. */
export const USUAL_PACKS = ['basics', 'prices', 'stock', 'customs', 'seo', 'images', 'publishing'] as const;

/**
 * Packs that are pulled only where they are chosen: next to a column of all barcodes, the first barcode's column must be
 * edited as well, and what only the shop knows is asked for.
 */
const EXTRA_PACKS = [
  'barcodes',
  'valueOrder',
  'photo',
  'collections',
  'channels',
  'metafields',
  'markets',
] as const;

export const PACKS = [...USUAL_PACKS, ...EXTRA_PACKS] as const;

export type UsualPack = (typeof USUAL_PACKS)[number];
export type ExtraPack = (typeof EXTRA_PACKS)[number];
export type Pack = UsualPack | ExtraPack;

/** A column of a form: which, under which header, and with which pack. `<Location>` stands for each location. */
export interface FormColumn {
  readonly key: ColumnKey;
  readonly header: string;
  readonly pack: Pack | 'names';
  /** Facts about its cells that only the shop knows. */
  readonly note?: string;
}

/** The header in each file, '' where it has none; one that is left out is as in the file before. */
type Line = readonly [pack: Pack | 'names', csv: string, classic?: string, matrixify?: string];

/** A weight is written as its number and its unit, in columns that are no fields. */
type WrittenField = Exclude<ShopifyField, 'weight'>;

/**
 * Sources: https://help.shopify.com/en/manual/products/import-export/using-csv and
 * https://matrixify.app/documentation/matrixify-format-template. Where a program's file has no such column, it has the
 * name that all dialects share. Each field has a line, or it would never be got.
 */
// biome-ignore format: one line a column, so that the table reads as one
const PRODUCT_FILES: Readonly<Record<WrittenField, Line> & Partial<Record<ColumnKey, Line>>> = {
  productId: ['names', '', '', 'ID'],
  handle: ['names', 'URL handle', 'Handle'],
  title: ['basics', 'Title'],
  descriptionHtml: ['basics', 'Description', 'Body (HTML)', 'Body HTML'],
  vendor: ['basics', 'Vendor'],
  category: ['basics', 'Product category', 'Product Category', 'Category'],
  productType: ['basics', 'Type'],
  tags: ['basics', 'Tags'],
  published: ['publishing', 'Published on online store', 'Published'],
  publishedAt: ['channels', 'Published at', 'Published at', 'Published At'],
  channels: ['channels', 'Channels'],
  collections: ['collections', 'Collections', 'Collections', 'Custom Collections'],
  status: ['basics', 'Status'],
  giftCard: ['basics', 'Gift card', 'Gift Card'],
  option1Name: ['names', 'Option1 name', 'Option1 Name'],
  option1Value: ['names', 'Option1 value', 'Option1 Value'],
  option1Order: ['valueOrder', 'Option1 value order', 'Option1 Value Order'],
  option2Name: ['names', 'Option2 name', 'Option2 Name'],
  option2Value: ['names', 'Option2 value', 'Option2 Value'],
  option2Order: ['valueOrder', 'Option2 value order', 'Option2 Value Order'],
  option3Name: ['names', 'Option3 name', 'Option3 Name'],
  option3Value: ['names', 'Option3 value', 'Option3 Value'],
  option3Order: ['valueOrder', 'Option3 value order', 'Option3 Value Order'],
  sku: ['names', 'SKU', 'Variant SKU'],
  barcode: ['basics', 'Barcode', 'Variant Barcode'],
  barcodes: ['barcodes', 'Barcodes', 'Barcodes', 'Variant Barcodes'],
  price: ['prices', 'Price', 'Variant Price'],
  compareAtPrice: ['prices', 'Compare-at price', 'Variant Compare At Price'],
  cost: ['customs', 'Cost per item', 'Cost per item', 'Variant Cost'],
  taxable: ['basics', 'Charge tax', 'Variant Taxable'],
  tracked: ['stock', 'Inventory tracker', 'Variant Inventory Tracker'],
  inventoryPolicy: ['stock', 'Continue selling when out of stock', 'Variant Inventory Policy'],
  available: ['stock', 'Inventory: <Location>', 'Inventory: <Location>', 'Inventory Available: <Location>'],
  grams: ['basics', 'Weight value (grams)', 'Variant Grams', ''],
  weightValue: ['basics', '', '', 'Variant Weight'],
  weightUnit: ['basics', 'Weight unit for display', 'Variant Weight Unit'],
  requiresShipping: ['basics', 'Requires shipping', 'Variant Requires Shipping'],
  harmonizedSystemCode: ['customs', 'HS Code', 'HS Code', 'Variant HS Code'],
  countryCodeOfOrigin: ['customs', 'Country of origin', 'Country of origin', 'Variant Country of Origin'],
  provinceCodeOfOrigin: ['customs', 'Province of origin', 'Province of origin', 'Variant Province of Origin'],
  imageSrc: ['images', 'Product image URL', 'Image Src'],
  imagePosition: ['images', 'Image position', 'Image Position'],
  imageAltText: ['images', 'Image alt text', 'Image Alt Text'],
  variantImage: ['images', 'Variant image URL', 'Variant Image'],
  seoTitle: ['seo', 'SEO title', 'SEO Title', 'Metafield: title_tag [string]'],
  seoDescription: ['seo', 'SEO description', 'SEO Description', 'Metafield: description_tag [string]'],
  variantId: ['names', 'Variant ID'],
};

const SMALL: Readonly<Record<'prices' | 'inventory', readonly FormColumn[]>> = {
  prices: [
    { key: 'sku', header: 'SKU', pack: 'names' },
    { key: 'price', header: 'Price', pack: 'names' },
    { key: 'compareAtPrice', header: 'Compare-at price', pack: 'names' },
    { key: 'variantId', header: 'Variant ID', pack: 'names' },
  ],
  inventory: [
    { key: 'sku', header: 'SKU', pack: 'names' },
    { key: 'location', header: 'Location', pack: 'names' },
    { key: 'available', header: 'Available', pack: 'names' },
    { key: 'variantId', header: 'Variant ID', pack: 'names' },
  ],
};

const IN_FILE = { csv: 1, classic: 2, matrixify: 3 } as const;

/** A shop of one location has one quantity, which needs no name. */
const ONE_QUANTITY: Readonly<Partial<Record<Form, string>>> = {
  csv: 'Inventory quantity',
  classic: 'Variant Inventory Qty',
};

/** Facts of a shop that columns are made of. */
export interface ShopColumns {
  readonly locations: readonly string[];
  readonly ofFamilies: readonly FormColumn[];
}

/** The columns of a form, for a shop with these locations and columns of its own. */
export function formColumns(
  form: Form,
  packs: readonly Pack[],
  { locations, ofFamilies }: ShopColumns,
): readonly (FormColumn & { readonly location?: string })[] {
  if (form === 'prices' || form === 'inventory') return SMALL[form];
  const lines = Object.entries(PRODUCT_FILES) as [ColumnKey, Line][];
  const columns = lines.flatMap(([key, line]): FormColumn[] => {
    const [pack] = line;
    const header = line[Math.min(IN_FILE[form], line.length - 1)];
    return header && (pack === 'names' || packs.includes(pack)) ? [{ key, header, pack }] : [];
  });
  columns.push(...ofFamilies.filter(({ pack }) => pack === 'names' || packs.includes(pack)));
  const [only, ...others] = locations;
  const plain = others.length === 0 ? ONE_QUANTITY[form] : undefined;
  return columns.flatMap((column) => {
    if (!column.header.includes('<Location>')) return [column];
    if (plain && only) return [{ ...column, header: plain }];
    return locations.map((location) => ({
      ...column,
      header: column.header.replace('<Location>', () => location),
      location,
    }));
  });
}
