import { cellWords } from '../../src/catalog/columns/cell-words';
import type { ColumnLevel } from '../../src/catalog/columns/column';
import { COLUMNS, type Column } from '../../src/catalog/columns/columns';
import type { DialectRules } from '../../src/catalog/dialects/dialect-rules';
import { DIALECTS } from '../../src/catalog/dialects/dialects';
import { METAFIELD_TYPES } from '../../src/catalog/metafields/types';
import { metafieldLines } from './metafield-words';

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
    note: 'Whole numbers, for a location: that of the Location column, that of the header, or the only one of the shop. Next to headers that name a location, a column that names none is their total and is not sent.',
  },
];

/** The meaning of a header may depend on the others. */
const NEIGHBOURS = [
  '- **ID** is the product in a Matrixify sheet, which is told by columns such as Command, Top Row or a',
  '  further Variant ID. In any other tab it is the variant.',
  '- An ID of a Matrixify sheet may come from another shop. If Shopify does not know it, the handle and the option',
  '  values count.',
  '- In a Matrixify sheet a row without ID, Handle or a Title of its own belongs to the product above.',
  '- A tab with Handle, Option1 Value, SKU, HS Code and COO, or with Handle, Option1 Value and Location, is an inventory',
  '  export of Shopify. It sets quantities and nothing else. If it has no Location column, a header that is the name',
  '  of a location is a column for that location.',
  '- If an inventory export has On hand, Available is only shown, as in the import of Shopify itself.',
];

/** Forms in which *Get from Shopify* writes what another file may write otherwise; a test compares cell by cell. */
const WRITTEN_OTHERWISE = [
  '- A number is a number in the locale of the spreadsheet: `85.00` stands as 85, `0.0` grams as 0.',
  '- TRUE, FALSE and words such as `deny` may be in other capitals. A barcode has no apostrophe in front.',
  '- An image has the address that Shopify serves it from, and positions count from 1.',
  '- The quantity of an item that Shopify does not track is empty. A location that does not stock an item says `not stocked`.',
  '- A compare-at price of 0 is empty, and so is a field that says nothing.',
  '- Grams are whole, unless that would be another weight in the unit that is shown.',
  '- In a shop of several locations each has a column of its own, such as `Inventory: Main`, and no column is their total.',
  '- Titles and tags of a product stand on its first row alone, also in the form of Matrixify.',
  '- Each row of a variant has its Variant ID, which Shopify’s product CSV lacks.',
  '- What a cell cannot hold (more than 50,000 characters), or would not give back as it is, says `[only in Shopify]`.',
  '  That word is never sent.',
];

const METAFIELDS = [
  'Of a product: `Metafield: namespace.key [type]`, or as Shopify’s product CSV writes it, `Name (product.metafields.namespace.key)`.',
  'Of a variant: `Variant Metafield: namespace.key [type]`, or `Name (variant.metafields.namespace.key)`. The type may be left out',
  'where Shopify has a definition, whose type counts. In a tab of products the name of a definition alone is enough, where no other has it and',
  'the header means nothing else. `[clear]` removes the value. A list is typed with one item on each line, or as JSON.',
  'Metafields of a category (`shopify.…`), of an app, and those whose definition lets others only read are compared and never sent; entries of a',
  'category are written by their handles, one on each line.',
];

const UNLISTED = METAFIELD_TYPES.filter(
  (type) => !type.startsWith('list.') && !METAFIELD_TYPES.some((other) => other === `list.${type}`),
);

const CATALOGS = [
  '| Header | Value | `[clear]` |',
  '|---|---|---|',
  '| `Price / <Catalog>` | the fixed price of the variant, in the currency of the catalog’s price list | yes: the price is relative again |',
  '| `Compare At Price / <Catalog>` | likewise, beside a fixed price alone; 0 means none | yes |',
  '| `Minimum / <Catalog>`, `Maximum / <Catalog>` | how many a company may order at once, a whole number | yes: no rule |',
  '| `Increment / <Catalog>` | in which steps it may order, a whole number | yes: no rule |',
  '| `Quantity prices / <Catalog>` (also `Price breaks`, `Volume pricing`) | the price of each from so many on, such as `10: 9.50, 50: 8.90`, beside a fixed price alone | yes |',
  '| `Included / <Catalog>` | TRUE or FALSE: whether the catalog sells the product | no |',
  '',
  '`<Catalog>` is the title of a catalog, or the name of a market that has one catalog alone.',
];

/** docs/columns.md: the column table as a person reads it. */
export function columnsPage(): string {
  return [
    '# Columns',
    '',
    '<!-- Written by `npm run docs` from src/catalog/columns/columns.ts. -->',
    '',
    'Every header that the add-on knows. Capitals, order and extra spaces do not matter; names in one line mean the same.',
    '`<Location>` is the name of one of your locations. An empty cell leaves Shopify as it is. The last column',
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
      ...COLUMNS.filter((column) => column.level === level && namesOf(column).length > 0).map(line),
    ]),
    '',
    '## Metafields',
    '',
    ...METAFIELDS,
    `Shopify has no lists of ${UNLISTED.map((type) => `\`${type}\``).join(', ')}.`,
    '',
    '| Type, or `list.` and the type | Value |',
    '|---|---|',
    ...metafieldLines(),
    '',
    '## Markets and companies',
    '',
    ...CATALOGS,
    '',
    '## What *Get from Shopify* writes otherwise',
    '',
    'It writes the headers of the form that you choose, and these cells otherwise than the program whose form it is:',
    '',
    ...WRITTEN_OTHERWISE,
    '',
  ].join('\n');
}

function line(column: Column): string {
  const clears = (column.isField && !column.required) || column.canClear ? 'yes' : 'no';
  return `| ${namesOf(column).join(' · ')} | ${cellWords(column.kind)} | ${clears} |`;
}

function namesOf({ headers, key }: Column): string[] {
  const own = Object.values<DialectRules>(DIALECTS).flatMap((dialect) =>
    (dialect.headers[key] ?? [])
      .filter((name) => !headers.includes(name))
      .map((name) => `${code(name)} (${dialect.name})`),
  );
  return [...headers.map(code), ...own];
}

/** As code, because Markdown takes what is in angle brackets for HTML. */
function code(name: string): string {
  return name.includes('<') ? `\`${name}\`` : name;
}
