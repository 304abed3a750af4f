import { csvOf } from '../../support/csv';

const list = (text: string) => text.split('|').map((name) => name.trim());

/** The columns of a real export of 2025, metafields of it included. */
export const MATRIXIFY_HEADER: readonly string[] = [
  list(
    'ID|Handle|Command|Title|Body HTML|Vendor|Type|Tags|Tags Command|Created At|Updated At|Status|Published',
  ),
  list('Published At|Published Scope|Template Suffix|Gift Card|URL|Total Inventory Qty|Row #|Top Row'),
  list('Category: ID|Category: Name|Category|Custom Collections|Smart Collections|Image Type|Image Src'),
  list(
    'Image Command|Image Position|Image Width|Image Height|Image Alt Text|Variant Inventory Item ID|Variant ID',
  ),
  list('Variant Command|Option1 Name|Option1 Value|Option2 Name|Option2 Value|Option3 Name|Option3 Value'),
  list('Variant Position|Variant SKU|Variant Barcode|Variant Image|Variant Weight|Variant Weight Unit'),
  list('Variant Price|Variant Compare At Price|Variant Taxable|Variant Tax Code|Variant Inventory Tracker'),
  list(
    'Variant Inventory Policy|Variant Fulfillment Service|Variant Requires Shipping|Variant Inventory Qty',
  ),
  list(
    'Variant Inventory Adjust|Variant Cost|Variant HS Code|Variant Country of Origin|Variant Province of Origin',
  ),
  [
    ...['Available', 'Available Adjust', 'On Hand', 'On Hand Adjust', 'Committed', 'Reserved', 'Damaged'],
    ...[
      'Damaged Adjust',
      'Safety Stock',
      'Safety Stock Adjust',
      'Quality Control',
      'Quality Control Adjust',
      'Incoming',
    ],
  ].map((state) => `Inventory ${state}: Main`),
  ['Europe', 'International'].flatMap((market) =>
    ['Included', 'Price', 'Compare At Price'].map((what) => `${what} / ${market}`),
  ),
  list('Metafield: title_tag [string]|Metafield: description_tag [string]|Metafield: custom.faqs [json]'),
  list('Metafield: custom.season [list.single_line_text_field]|Variant Metafield: custom.care [string]'),
].flat();

export type MatrixifyRow = Readonly<Record<string, string>>;

export function matrixifyCsv(rows: readonly MatrixifyRow[], header = MATRIXIFY_HEADER): string {
  for (const name of rows.flatMap((row) => Object.keys(row)))
    if (!header.includes(name)) throw new Error(`The sheet has no column “${name}”.`);
  return csvOf([header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]);
}

/** What an export repeats on every row of a record. */
const record = (id: number, handle: string, title: string): MatrixifyRow => ({
  ID: String(8_000_000_000_000 + id),
  Handle: handle,
  Command: 'MERGE',
  Title: title,
  Vendor: 'Acme',
  Type: 'Shoes',
  Tags: 'Sale, New',
  'Tags Command': 'REPLACE',
  Status: 'Active',
  Published: 'TRUE',
  URL: `https://example.com/products/${handle}`,
});

const top = (): MatrixifyRow => ({
  'Top Row': 'TRUE',
  'Body HTML': '<p>Sturdy.</p>',
  'Metafield: title_tag [string]': 'Buy it',
  'Metafield: description_tag [string]': 'It lasts.',
  'Created At': '2024-09-30 20:38:15 +0100',
});

const variant = (id: number, size: string, sku: string): MatrixifyRow => ({
  'Variant ID': String(4_000_000_000_000 + id),
  'Variant Command': 'MERGE',
  'Option1 Name': 'Size',
  'Option1 Value': size,
  'Variant SKU': sku,
  'Variant Barcode': '0850064060010',
  'Variant Weight': '1.5',
  'Variant Weight Unit': 'kg',
  'Variant Price': '85',
  'Variant Cost': '40.50',
  'Variant Taxable': 'TRUE',
  'Variant Inventory Tracker': 'shopify',
  'Variant Inventory Policy': 'deny',
  'Variant Requires Shipping': 'TRUE',
  'Variant HS Code': '640399',
  'Variant Country of Origin': 'CA',
  'Variant Province of Origin': 'QC',
  'Variant Inventory Qty': '99',
  'Variant Inventory Adjust': '0',
  'Inventory Available: Main': '4',
  'Inventory Available Adjust: Main': '0',
  'Inventory On Hand: Main': '4',
  'Inventory Committed: Main': '2',
});

const image = (handle: string, position: number): MatrixifyRow => ({
  'Image Type': 'IMAGE',
  'Image Src': `https://cdn.example.com/${handle}-${position}.jpg`,
  'Image Command': 'MERGE',
  'Image Position': String(position),
  'Image Alt Text': `${handle} ${position}`,
});

/** Eight products on 36 rows: top, variant, image, and variant with image; half of them name their product once. */
export function matrixifyRows(): MatrixifyRow[] {
  return Array.from({ length: 8 }, (_, index) => {
    const handle = `boot-${index + 1}`;
    const whole = record(index, handle, `Boot ${index + 1}`);
    const later = index % 2 === 0 ? whole : {};
    const sku = (size: string) => `B${index + 1}-${size}`;
    return [
      { ...whole, ...top(), ...variant(index * 10, '40', sku('40')), ...image(handle, 1) },
      { ...later, ...variant(index * 10 + 1, '41', sku('41')) },
      { ...later, ...variant(index * 10 + 2, '42', sku('42')), ...image(handle, 2) },
      { ...later, ...image(handle, 3) },
      ...(index % 2 === 0 ? [{ ...later, ...image(handle, 4) }] : []),
    ];
  }).flat();
}
