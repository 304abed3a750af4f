import {
  type ExportRow,
  optionAt,
  quantityAt,
  rowsOf,
  type StoredProduct,
  type StoredVariant,
  weightOf,
} from './stored-products';

/** The header of a real export of 2026. */
const CLASSIC = [
  'Handle|Title|Body (HTML)|Vendor|Product Category|Type|Tags|Published|Option1 Name|Option1 Value|Option1 Linked To',
  'Option2 Name|Option2 Value|Option2 Linked To|Option3 Name|Option3 Value|Option3 Linked To|Variant SKU|Variant Grams',
  'Variant Inventory Tracker|Variant Inventory Qty|Variant Inventory Policy|Variant Fulfillment Service|Variant Price',
  'Variant Compare At Price|Variant Requires Shipping|Variant Taxable|Unit Price Total Measure',
  'Unit Price Total Measure Unit|Unit Price Base Measure|Unit Price Base Measure Unit|Variant Barcode|Image Src',
  'Image Position|Image Alt Text|Gift Card|SEO Title|SEO Description|Variant Image|Variant Weight Unit|Variant Tax Code',
  'Cost per item|Status',
].flatMap((line) => line.split('|'));

/** What the columns are called since 2025, where that is not the same. */
const NEW_NAMES: Readonly<Record<string, string>> = {
  Handle: 'URL handle',
  'Body (HTML)': 'Description',
  'Product Category': 'Product category',
  Published: 'Published on online store',
  'Variant SKU': 'SKU',
  'Variant Barcode': 'Barcode',
  'Variant Price': 'Price',
  'Variant Compare At Price': 'Compare-at price',
  'Variant Taxable': 'Charge tax',
  'Variant Tax Code': 'Tax code',
  'Variant Inventory Tracker': 'Inventory tracker',
  'Variant Inventory Qty': 'Inventory quantity',
  'Variant Inventory Policy': 'Continue selling when out of stock',
  'Variant Grams': 'Weight value (grams)',
  'Variant Weight Unit': 'Weight unit for display',
  'Variant Requires Shipping': 'Requires shipping',
  'Variant Fulfillment Service': 'Fulfillment service',
  'Image Src': 'Product image URL',
  'Variant Image': 'Variant image URL',
  'Image Position': 'Image position',
  'Image Alt Text': 'Image alt text',
  'Gift Card': 'Gift card',
  'SEO Title': 'SEO title',
  'SEO Description': 'SEO description',
};

export function classicCsv(products: readonly StoredProduct[], location: string): string[][] {
  return rowsOf(
    CLASSIC,
    products.flatMap((product) => productRows(product, location, String)),
  );
}

/** Truth values and policies are in capitals in the samples of the new header. */
export function newCsv(products: readonly StoredProduct[], location: string): string[][] {
  const upper = (word: string | boolean) => String(word).toUpperCase();
  const [header = [], ...rows] = rowsOf(
    CLASSIC,
    products.flatMap((product) => productRows(product, location, upper)),
  );
  const named = header.map(
    (name) =>
      NEW_NAMES[name] ??
      name.replace(/^(Option\d) (Name|Value)$/, (_, option, part) => `${option} ${part.toLowerCase()}`),
  );
  return [named, ...rows];
}

type WriteWord = (word: string | boolean) => string;

/** Product, variants and images side by side: each list fills the rows downward. */
function productRows(product: StoredProduct, location: string, word: WriteWord): ExportRow[] {
  const { handle, variants, media } = product;
  const length = Math.max(variants.nodes.length, media.nodes.length);
  return Array.from({ length }, (_, index) => {
    const variant = variants.nodes[index];
    const image = media.nodes[index];
    return {
      Handle: handle,
      ...(index === 0 && topCells(product, word)),
      ...(variant && variantCells(variant, location, word)),
      ...(image && {
        'Image Src': image.image.url,
        'Image Position': String(index + 1),
        'Image Alt Text': image.alt,
      }),
    };
  });
}

function topCells(product: StoredProduct, word: WriteWord): ExportRow {
  const { title, descriptionHtml, vendor, category, productType, tags, status, seo, options } = product;
  const isPublished = product.resourcePublicationsV2.nodes.some(
    ({ publication }) => publication.name === 'Online Store',
  );
  return {
    Title: title,
    'Body (HTML)': descriptionHtml,
    Vendor: vendor,
    'Product Category': category?.fullName ?? '',
    Type: productType,
    Tags: tags.join(', '),
    Published: word(isPublished),
    ...Object.fromEntries(options.map(({ name }, index) => [`Option${index + 1} Name`, name])),
    'Gift Card': word(false),
    'SEO Title': seo.title ?? '',
    'SEO Description': seo.description ?? '',
    Status: status.toLowerCase(),
  };
}

function variantCells(variant: StoredVariant, location: string, word: WriteWord): ExportRow {
  const { sku, barcode, price, compareAtPrice, taxable, inventoryPolicy, inventoryItem, selectedOptions } =
    variant;
  const { grams, unit } = weightOf(variant);
  return {
    ...Object.fromEntries(
      selectedOptions.map((_, index) => [`Option${index + 1} Value`, optionAt(variant, index)]),
    ),
    'Variant SKU': sku ?? '',
    'Variant Grams': grams,
    'Variant Inventory Tracker': inventoryItem.tracked ? 'shopify' : '',
    'Variant Inventory Qty': inventoryItem.tracked ? quantityAt(variant, location, 'available') : '0',
    'Variant Inventory Policy': word(inventoryPolicy.toLowerCase()),
    'Variant Fulfillment Service': 'manual',
    'Variant Price': price,
    'Variant Compare At Price': compareAtPrice ?? '',
    'Variant Requires Shipping': word(inventoryItem.requiresShipping),
    'Variant Taxable': word(taxable),
    'Variant Barcode': barcode ? `'${barcode}` : '',
    'Variant Weight Unit': unit,
    'Cost per item': inventoryItem.unitCost?.amount ?? '',
  };
}
