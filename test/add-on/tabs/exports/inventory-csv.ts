import {
  type ExportRow,
  optionAt,
  quantityAt,
  rowsOf,
  type StoredProduct,
  type StoredVariant,
} from './stored-products';

const FIXED =
  'Handle|Title|Option1 Name|Option1 Value|Option2 Name|Option2 Value|Option3 Name|Option3 Value|SKU|HS Code|COO'.split(
    '|',
  );

/** Until 2024: a column for each location, headed by its name. */
export function wideInventory(products: readonly StoredProduct[], locations: readonly string[]): string[][] {
  const rows = variantsOf(products).map(([product, variant]) => ({
    ...fixedCells(product, variant),
    ...Object.fromEntries(locations.map((name) => [name, quantityAt(variant, name, 'available')])),
  }));
  return rowsOf([...FIXED, ...locations], rows);
}

/** A row for each variant and location. */
export function longInventory(products: readonly StoredProduct[], locations: readonly string[]): string[][] {
  const header = [...FIXED, 'Location', 'Incoming', 'Unavailable', 'Committed', 'Available', 'On hand'];
  const rows = perLocation(products, locations, (variant, name) => ({
    Available: quantityAt(variant, name, 'available'),
    'On hand': quantityAt(variant, name, 'on_hand'),
  }));
  return rowsOf(header, rows);
}

/** As of 2026, where what is to be edited has a column of its own, which an export leaves blank. */
export function currentInventory(
  products: readonly StoredProduct[],
  locations: readonly string[],
): string[][] {
  const states = ['Incoming', 'Unavailable', 'Committed', 'Available'].map(
    (name) => `${name} (not editable)`,
  );
  const header = [...FIXED, 'Location', 'Bin name', ...states, 'On hand (current)', 'On hand (new)'];
  const rows = perLocation(products, locations, (variant, name) => ({
    'Available (not editable)': quantityAt(variant, name, 'available'),
    'On hand (current)': quantityAt(variant, name, 'on_hand'),
  }));
  return rowsOf(header, rows);
}

function perLocation(
  products: readonly StoredProduct[],
  locations: readonly string[],
  quantities: (variant: StoredVariant, location: string) => ExportRow,
): ExportRow[] {
  return variantsOf(products).flatMap(([product, variant]) =>
    locations.map((name) => ({
      ...fixedCells(product, variant),
      Location: name,
      ...quantities(variant, name),
    })),
  );
}

function variantsOf(products: readonly StoredProduct[]) {
  return products.flatMap((product) => product.variants.nodes.map((variant) => [product, variant] as const));
}

function fixedCells({ handle, title, options }: StoredProduct, variant: StoredVariant): ExportRow {
  const { sku, inventoryItem } = variant;
  const named = options.flatMap(({ name }, index) => [
    [`Option${index + 1} Name`, name],
    [`Option${index + 1} Value`, optionAt(variant, index)],
  ]);
  return {
    Handle: handle,
    Title: title,
    ...Object.fromEntries(named),
    SKU: sku ?? '',
    'HS Code': inventoryItem.harmonizedSystemCode ?? '',
    COO: inventoryItem.countryCodeOfOrigin ?? '',
  };
}
