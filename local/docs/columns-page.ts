import type { CellKindName } from '../../src/catalog/cell-kinds';
import type { Column, ColumnLevel } from '../../src/catalog/column';
import { COLUMNS } from '../../src/catalog/columns';

const LEVELS: readonly { readonly level: ColumnLevel; readonly title: string; readonly note: string }[] = [
  {
    level: 'product',
    title: 'The product',
    note: 'On the first row of a handle, in a Matrixify sheet on its Top Row. On its further rows these cells mean nothing.',
  },
  { level: 'variant', title: 'The variant', note: 'One row for each variant.' },
  { level: 'image', title: 'Images', note: 'On any row of the product, one image for each row.' },
  {
    level: 'stock',
    title: 'Stock',
    note: 'Whole numbers, for a location: that of the Location column, that of the header, or the only one of the shop. Beside headers that name a location, a column that names none is their total and is not sent.',
  },
];

/** What may stand in a cell, by its kind in the column table. */
const VALUES: Readonly<Record<CellKindName, string>> = {
  identifier: 'text, read as the cell shows it',
  option: 'text, read as the cell shows it',
  productId: "a product's ID in Shopify, such as 1234567890",
  variantId: "a variant's ID in Shopify, such as 1234567890",
  text: 'text, up to 255 characters',
  altText: 'text, up to 512 characters',
  longText: 'text',
  category: "a category's full name in Shopify's product taxonomy, or its ID",
  html: 'HTML',
  tags: 'words with commas between them',
  money: "an amount in the store's currency, such as 19.90",
  quantity: 'a whole number, or not stocked',
  adjustment: 'not synced yet: 0 or empty',
  weightNumber: 'a number',
  weight: 'a number with its unit',
  weightUnit: 'g, kg, oz or lb',
  boolean: 'TRUE or FALSE',
  status: 'active, draft, archived or unlisted',
  inventoryPolicy: 'deny or continue',
  tracker: 'shopify; empty on a new variant: not tracked',
  countryCode: 'two letters, such as PT',
  provinceCode: 'up to three letters or digits, such as ON',
  url: 'an address that begins with https://',
  position: 'a whole number',
  command: 'MERGE, NEW, UPDATE, IGNORE or empty; DELETE and REPLACE are refused',
  variantCommand: 'MERGE, NEW, UPDATE or empty; DELETE and REPLACE are refused',
  imageCommand: 'MERGE, NEW or empty; DELETE and REPLACE are refused',
  tagsCommand: 'MERGE, REPLACE, DELETE or empty',
};

/** What a header means may depend on those beside it. */
const NEIGHBOURS = [
  '- **ID** is the product in a Matrixify sheet, which is told by columns such as Command, Top Row or Variant ID beside',
  '  it. In any other tab it is the variant.',
  '- An ID of a Matrixify sheet may come from another shop. Where Shopify does not know it, the handle and the option',
  '  values count.',
  '- In a Matrixify sheet a row without ID, Handle or a Title of its own goes on with the product above.',
  '- A tab with Handle, Option1 Value, SKU, HS Code and COO, or with Handle, Option1 Value and Location, is an inventory',
  '  export of Shopify. It sets quantities and nothing else. Where it has no Location column, a header that is the name',
  '  of a location is a column for that location.',
  '- Where an inventory export has On hand, Available is only shown, as in the import of Shopify itself.',
];

/** docs/columns.md: the column table as a person reads it. */
export function columnsPage(): string {
  const columns: readonly Column[] = COLUMNS;
  return [
    '# Columns',
    '',
    '<!-- Written by `npm run docs` from src/catalog/columns.ts. -->',
    '',
    'Every header that the add-on knows. Capitals, order and extra spaces do not matter; names in one line mean the same.',
    '`<Location>` stands for the name of one of your locations. An empty cell leaves Shopify as it is. The last column',
    'says whether `[clear]` empties the field in Shopify.',
    '',
    ...NEIGHBOURS,
    ...LEVELS.flatMap(({ level, title, note }) => [
      '',
      `## ${title}`,
      '',
      note,
      '',
      '| Header | Value | `[clear]` |',
      '|---|---|---|',
      ...columns.filter((column) => column.level === level && namesOf(column).length > 0).map(line),
    ]),
    '',
  ].join('\n');
}

function line(column: Column): string {
  const clears = !column.required && (column.field || column.key === 'imageAltText') ? 'yes' : 'no';
  return `| ${namesOf(column).join(' · ')} | ${VALUES[column.kind]} | ${clears} |`;
}

function namesOf({ headers, only }: Column): string[] {
  const own = (only?.matrixify ?? []).filter((name) => !headers.includes(name));
  return [...headers.map(code), ...own.map((name) => `${code(name)} (Matrixify)`)];
}

/** As code, because Markdown takes what stands in angle brackets for HTML. */
function code(name: string): string {
  return name.includes('<') ? `\`${name}\`` : name;
}
