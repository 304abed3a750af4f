import { type MatrixifyRow, matrixifyCsv } from '../matrixify-sheet';
import {
  numberOf,
  optionAt,
  quantityAt,
  type StoredProduct,
  type StoredVariant,
  weightOf,
} from './stored-products';

/** One location, as the columns of the sheet name it. */
const LOCATION = 'Main';

/** As Matrixify exports: the record on every row, its texts on the top one, variants and images side by side. */
export function matrixifyExport(products: readonly StoredProduct[]): string {
  return matrixifyCsv(products.flatMap(recordRows));
}

function recordRows(product: StoredProduct): MatrixifyRow[] {
  const { variants, media } = product;
  const length = Math.max(variants.nodes.length, media.nodes.length);
  return Array.from({ length }, (_, index) => {
    const variant = variants.nodes[index];
    const image = media.nodes[index];
    return {
      ...recordCells(product),
      ...(index === 0 && topCells(product)),
      ...(variant && variantCells(product, variant)),
      ...(image && {
        'Image Type': 'IMAGE',
        'Image Src': image.image.url,
        'Image Command': 'MERGE',
        'Image Position': String(index + 1),
        'Image Alt Text': image.alt,
      }),
    };
  });
}

function recordCells({ id, handle, title, vendor, productType, tags, status }: StoredProduct): MatrixifyRow {
  return {
    ID: numberOf(id),
    Handle: handle,
    Command: 'MERGE',
    Title: title,
    Vendor: vendor,
    Type: productType,
    Tags: tags.join(', '),
    'Tags Command': 'REPLACE',
    Status: `${status.slice(0, 1)}${status.slice(1).toLowerCase()}`,
  };
}

function topCells(product: StoredProduct): MatrixifyRow {
  const { descriptionHtml, category, seo, resourcePublicationsV2 } = product;
  const isPublished = resourcePublicationsV2.nodes.some(
    ({ publication }) => publication.name === 'Online Store',
  );
  return {
    'Top Row': 'TRUE',
    'Body HTML': descriptionHtml,
    Published: String(isPublished).toUpperCase(),
    'Gift Card': 'FALSE',
    'Category: ID': category ? numberOf(category.id) : '',
    Category: category?.fullName ?? '',
    'Metafield: title_tag [string]': seo.title ?? '',
    'Metafield: description_tag [string]': seo.description ?? '',
  };
}

function variantCells({ options }: StoredProduct, variant: StoredVariant): MatrixifyRow {
  const { id, sku, barcode, price, compareAtPrice, taxable, inventoryPolicy, inventoryItem } = variant;
  const { value, unit } = weightOf(variant);
  const stock = inventoryItem.tracked
    ? {
        [`Inventory Available: ${LOCATION}`]: quantityAt(variant, LOCATION, 'available'),
        [`Inventory Available Adjust: ${LOCATION}`]: '0',
        [`Inventory On Hand: ${LOCATION}`]: quantityAt(variant, LOCATION, 'on_hand'),
        [`Inventory On Hand Adjust: ${LOCATION}`]: '0',
      }
    : {};
  const named = options.flatMap(({ name }, index) => [
    [`Option${index + 1} Name`, name],
    [`Option${index + 1} Value`, optionAt(variant, index)],
  ]);
  return {
    'Variant Inventory Item ID': numberOf(inventoryItem.id),
    'Variant ID': numberOf(id),
    'Variant Command': 'MERGE',
    ...Object.fromEntries(named),
    'Variant SKU': sku ?? '',
    'Variant Barcode': barcode ?? '',
    'Variant Weight': value,
    'Variant Weight Unit': unit,
    'Variant Price': price.replace(/\.00$/, ''),
    'Variant Compare At Price': compareAtPrice ?? '',
    'Variant Taxable': String(taxable).toUpperCase(),
    'Variant Inventory Tracker': inventoryItem.tracked ? 'shopify' : '',
    'Variant Inventory Policy': inventoryPolicy.toLowerCase(),
    'Variant Fulfillment Service': 'manual',
    'Variant Requires Shipping': String(inventoryItem.requiresShipping).toUpperCase(),
    'Variant Cost': inventoryItem.unitCost?.amount ?? '',
    'Variant HS Code': inventoryItem.harmonizedSystemCode ?? '',
    'Variant Country of Origin': inventoryItem.countryCodeOfOrigin ?? '',
    'Variant Province of Origin': inventoryItem.provinceCodeOfOrigin ?? '',
    ...stock,
  };
}
