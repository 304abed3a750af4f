import { parse } from 'csv-parse/sync';

type Row = Readonly<Record<string, string>>;

/**
 * Products of a CSV with Shopify's classic header, read without the add-on, as the store's dump would show them.
 * Fields that the file leaves blank are left out.
 */
export function expectedProducts(text: string, location: string): object[] {
  const rows: Row[] = parse(text, { columns: true, relax_column_count: true });
  const byHandle = new Map<string, Row[]>();
  for (const row of rows) byHandle.set(row.Handle ?? '', [...(byHandle.get(row.Handle ?? '') ?? []), row]);
  return [...byHandle].map(([handle, own]) => product(handle, own, location));
}

function product(handle: string, rows: readonly Row[], location: string): object {
  const top = rows[0] as Row;
  const names = [1, 2, 3].map((number) => top[`Option${number} Name`] ?? '').filter(Boolean);
  const variantRows = rows.filter(
    (row) => row['Option1 Value'] || row['Variant Price'] || row['Variant SKU'],
  );
  const images = rows.filter((row) => row['Image Src']);
  const position = (row: Row) => Number(row['Image Position'] || Number.POSITIVE_INFINITY);
  const ordered = [...images].sort((a, b) => position(a) - position(b) || 0);
  const urls = [...ordered, ...rows].flatMap((row, index) =>
    index < ordered.length
      ? [row['Image Src'] as string]
      : row['Variant Image']
        ? [row['Variant Image']]
        : [],
  );
  return {
    handle,
    title: top.Title?.trim(),
    descriptionHtml: top['Body (HTML)']?.replace(/\r\n/g, '\n'),
    ...present({ vendor: top.Vendor, productType: top.Type }),
    tags: [...new Set((top.Tags ?? '').split(',').map((tag) => tag.trim()))].filter(Boolean).sort(),
    status: (top.Status || (top.Published?.toLowerCase() === 'true' ? 'active' : 'draft')).toUpperCase(),
    options: names.map((name, index) => ({
      name,
      values: [...new Set(variantRows.map((row) => row[`Option${index + 1} Value`]?.trim()))],
    })),
    variants: variantRows.map((row) => variant(row, names, location)),
    media: [...new Set(urls)].map((url) => {
      const alt = images.find((row) => row['Image Src'] === url)?.['Image Alt Text'];
      return { originalSource: url, ...(alt && { alt }) };
    }),
  };
}

function variant(row: Row, names: readonly string[], location: string): object {
  const tracked = row['Variant Inventory Tracker'] === 'shopify';
  const quantity = Number(row['Variant Inventory Qty'] || 0);
  return {
    ...present({ sku: row['Variant SKU'], barcode: row['Variant Barcode']?.replace(/^'/, '') }),
    ...present({
      price: amount(row['Variant Price']),
      compareAtPrice: amount(row['Variant Compare At Price']),
    }),
    ...present({ cost: amount(row['Cost per item']) }),
    ...present({ inventoryPolicy: row['Variant Inventory Policy']?.toUpperCase() }),
    taxable: row['Variant Taxable']?.toLowerCase() !== 'false',
    tracked,
    options: Object.fromEntries(names.map((name, index) => [name, row[`Option${index + 1} Value`]?.trim()])),
    ...(tracked && { inventory: { [location]: { available: quantity, onHand: quantity } } }),
  };
}

function amount(text: string | undefined): string {
  return text ? Number(text).toFixed(2) : '';
}

function present(fields: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}
