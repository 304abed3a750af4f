import { cellKind } from '../columns/cell-kinds';
import { CELL_CHOICES, cellWords } from '../columns/cell-words';
import type { TabKind } from '../columns/column';
import { type ColumnKey, columnOf } from '../columns/columns';

/** A tab to be made for a person to fill in. */
export interface TabTemplate {
  readonly kind: TabKind;
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
  /** Whether the first column stays in sight. */
  readonly freezesColumn?: true;
}

export interface TemplateColumn {
  readonly header: string;
  /** Explains the cells below. */
  readonly note: string;
  /** Words to choose from; empty where anything may stand. */
  readonly choices: readonly string[];
  /** Whether cells keep what is typed letter for letter, so that 00123 and 25/26 stay as they are. */
  readonly isText: boolean;
  /** Whether its cells show photos, by formulas of ours. */
  readonly isPhoto?: true;
}

/** Which tabs are wanted; one for products, unless it is there already. */
export interface TabChoice {
  readonly products?: boolean;
  readonly prices?: boolean;
  readonly inventory?: boolean;
}

/** Templates of the wanted tabs. Columns with a tab of their own are left out of the products. */
export function tabTemplates({
  products = true,
  prices = false,
  inventory = false,
}: TabChoice): TabTemplate[] {
  const headings = PRODUCTS.filter(([key]) => {
    const { group } = columnOf(key);
    return !(prices && group === 'prices') && !(inventory && group === 'inventory');
  });
  return [
    ...(products
      ? [{ kind: 'products' as const, name: 'Products', columns: headings.map(templateColumn) }]
      : []),
    ...(prices ? [{ kind: 'prices' as const, name: 'Prices', columns: PRICES.map(templateColumn) }] : []),
    ...(inventory
      ? [{ kind: 'inventory' as const, name: 'Inventory', columns: INVENTORY.map(templateColumn) }]
      : []),
  ];
}

export type Heading = readonly [key: ColumnKey, header: string, note?: string | undefined];

/**
 * The headers of Shopify's product CSV since 2025 that are synced, in its order.
 * Source: https://help.shopify.com/en/manual/products/import-export/using-csv
 */
const PRODUCTS: readonly Heading[] = [
  ['title', 'Title'],
  ['handle', 'URL handle'],
  ['descriptionHtml', 'Description'],
  ['vendor', 'Vendor'],
  ['category', 'Product category'],
  ['productType', 'Type'],
  ['tags', 'Tags'],
  ['published', 'Published on online store'],
  ['status', 'Status'],
  ['sku', 'SKU'],
  ['barcode', 'Barcode'],
  ['option1Name', 'Option1 name'],
  ['option1Value', 'Option1 value'],
  ['option2Name', 'Option2 name'],
  ['option2Value', 'Option2 value'],
  ['option3Name', 'Option3 name'],
  ['option3Value', 'Option3 value'],
  ['price', 'Price'],
  ['compareAtPrice', 'Compare-at price'],
  ['cost', 'Cost per item'],
  ['taxable', 'Charge tax'],
  ['tracked', 'Inventory tracker'],
  ['available', 'Inventory quantity'],
  ['inventoryPolicy', 'Continue selling when out of stock'],
  ['grams', 'Weight value (grams)'],
  ['weightUnit', 'Weight unit for display'],
  ['requiresShipping', 'Requires shipping'],
  ['imageSrc', 'Product image URL'],
  ['imagePosition', 'Image position'],
  ['imageAltText', 'Image alt text'],
  ['variantImage', 'Variant image URL'],
  ['seoTitle', 'SEO title'],
  ['seoDescription', 'SEO description'],
];

const PRICES: readonly Heading[] = [
  ['sku', 'SKU'],
  ['price', 'Price'],
  ['compareAtPrice', 'Compare-at price'],
];

const INVENTORY: readonly Heading[] = [
  ['sku', 'SKU'],
  ['location', 'Location'],
  ['available', 'Available'],
];

/** Explanations of headers that do not explain themselves. */
const MEANINGS: Readonly<Partial<Record<ColumnKey, string>>> = {
  title: 'On the first row of a product. A new product needs one.',
  handle: 'Names the product, the same on each of its rows.',
  published: 'TRUE puts the product on the Online Store, FALSE takes it off.',
  status: 'Empty on a new product: active where it is published, otherwise draft.',
  sku: 'Names the variant, one row for each.',
  option1Name: 'On the first row of a product, such as Size. Empty where there is only one variant.',
  option1Value: 'On each row of a variant, such as M.',
  location: 'Empty where the shop has only one.',
  grams: 'In grams, whatever unit is displayed.',
  imageSrc: 'One image for each row of the product.',
  variantImage: 'The image that the variant shows.',
};

export function templateColumn([key, header, told]: Heading): TemplateColumn {
  const column = columnOf(key);
  const words = cellWords(column.kind);
  const value = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  const clear = column.isField && !column.required ? '[clear] empties it in Shopify.' : undefined;
  return {
    header,
    note: [told ?? MEANINGS[key], value, 'An empty cell changes nothing.', clear].filter(Boolean).join(' '),
    choices: CELL_CHOICES[column.kind] ?? [],
    isText: cellKind(column.kind).read === 'text',
  };
}
