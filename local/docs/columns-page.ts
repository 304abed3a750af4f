import { COLUMNS } from '../../src/catalog/columns';

/** A row of the column table, seen from outside: dialects may add names of their own. */
interface ListedColumn {
  readonly key: string;
  readonly level: string;
  readonly kind: string;
  readonly headers: readonly string[];
  readonly only?: { readonly matrixify?: readonly string[] };
  readonly required?: true;
  readonly field?: unknown;
}

const LEVELS: readonly { readonly level: string; readonly title: string; readonly note: string }[] = [
  {
    level: 'product',
    title: 'The product',
    note: 'On the first row of a handle. On its further rows these cells mean nothing.',
  },
  { level: 'variant', title: 'The variant', note: 'One row for each variant.' },
  { level: 'image', title: 'Images', note: 'On any row of the product, one image for each row.' },
  { level: 'stock', title: 'Stock', note: 'Whole numbers, for a location.' },
];

/** What may stand in a cell, by its kind in the column table. */
const VALUES: Readonly<Record<string, string>> = {
  identifier: 'text, read as the cell shows it',
  option: 'text, read as the cell shows it',
  productId: "a product's ID in Shopify, such as 1234567890",
  variantId: "a variant's ID in Shopify, such as 1234567890",
  text: 'text, up to 255 characters',
  altText: 'text, up to 512 characters',
  longText: 'text',
  category: "a category's full name in Shopify's product taxonomy",
  html: 'HTML',
  tags: 'words with commas between them',
  money: "an amount in the store's currency, such as 19.90",
  quantity: 'a whole number',
  adjustment: 'a whole number that is added, such as -2',
  weightNumber: 'a number',
  weightUnit: 'g, kg, oz or lb',
  boolean: 'TRUE or FALSE',
  status: 'active, draft, archived or unlisted',
  inventoryPolicy: 'deny or continue',
  tracker: 'shopify; empty on a new variant: not tracked',
  countryCode: 'two letters, such as PT',
  provinceCode: 'up to three letters or digits, such as ON',
  url: 'an address that begins with https://',
  position: 'a whole number',
  command: 'MERGE, NEW, UPDATE, IGNORE or empty',
  tagsCommand: 'MERGE, REPLACE, DELETE or empty',
};

/** docs/columns.md: the column table as a person reads it. Throws where a kind of cell has no words here. */
export function columnsPage(): string {
  const columns: readonly ListedColumn[] = COLUMNS;
  return [
    '# Columns',
    '',
    '<!-- Written by `npm run docs` from src/catalog/columns.ts. -->',
    '',
    'Every header that the add-on knows. Capitals, order and extra spaces do not matter; names in one line mean the same.',
    '`<Location>` stands for the name of one of your locations. An empty cell leaves Shopify as it is. The last column',
    'says whether `[clear]` empties the field in Shopify.',
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

function line(column: ListedColumn): string {
  const values = VALUES[column.kind];
  if (values === undefined)
    throw new Error(`local/docs/columns-page.ts does not say what a cell of the kind ${column.kind} holds.`);
  const clears = !column.required && (column.field || column.key === 'imageAltText') ? 'yes' : 'no';
  return `| ${namesOf(column).join(' · ')} | ${values} | ${clears} |`;
}

function namesOf({ headers, only }: ListedColumn): string[] {
  const own = (only?.matrixify ?? []).filter((name) => !headers.includes(name));
  return [...headers.map(code), ...own.map((name) => `${code(name)} (Matrixify)`)];
}

/** As code, because Markdown takes what stands in angle brackets for HTML. */
function code(name: string): string {
  return name.includes('<') ? `\`${name}\`` : name;
}
