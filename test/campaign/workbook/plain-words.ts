import type { Workbench } from '../../support/workbench';

type State = Workbench['store']['state'];
type Product = ReturnType<State['products']['all']>[number];
type Variant = ReturnType<State['variants']['all']>[number];
type Item = ReturnType<State['inventoryItems']['all']>[number];

interface Column {
  readonly headers: readonly string[];
  /** What a merchant may type. */
  readonly typed: readonly string[];
  /** What Shopify gives where nothing is said. */
  readonly none: readonly string[];
  /** A text of a cell as the store's fact has it; as it is where this is missing. */
  readonly canonical?: (text: string) => string;
}

interface ProductColumn extends Column {
  readonly of: 'product';
  readonly fact: (product: Product) => string;
  readonly theirs: () => object;
}

interface VariantColumn extends Column {
  readonly of: 'variant';
  readonly fact: (variant: Variant, item: Item | undefined) => string;
  readonly theirs: () => object;
}

const upper = (text: string): string => text.toUpperCase();

/** Columns of a field each that meets no other field: all that the campaign knows of one stands in its entry. */
export const PLAIN = {
  description: {
    headers: ['Body (HTML)'],
    typed: ['<p>Warm.</p>', '<p>Made <b>here</b>.</p>', '', '[clear]'],
    none: [''],
    of: 'product',
    fact: ({ descriptionHtml }) => descriptionHtml,
    theirs: () => ({ descriptionHtml: '<p>Theirs.</p>' }),
  },
  seoTitle: {
    headers: ['SEO Title'],
    typed: ['Buy it', 'Best of all', '', '[clear]'],
    none: [''],
    of: 'product',
    fact: ({ seo }) => seo.title ?? '',
    theirs: () => ({ seo: { title: 'Found' } }),
  },
  seoDescription: {
    headers: ['SEO Description'],
    typed: ['For every day', 'Rare', '', '[clear]'],
    none: [''],
    of: 'product',
    fact: ({ seo }) => seo.description ?? '',
    theirs: () => ({ seo: { description: 'Theirs' } }),
  },
  taxable: {
    headers: ['Variant Taxable'],
    typed: ['TRUE', 'FALSE', ''],
    none: ['TRUE'],
    canonical: upper,
    of: 'variant',
    fact: ({ taxable }) => upper(String(taxable)),
    theirs: () => ({ taxable: false }),
  },
  policy: {
    headers: ['Variant Inventory Policy'],
    typed: ['deny', 'continue', ''],
    none: ['DENY'],
    canonical: upper,
    of: 'variant',
    fact: ({ inventoryPolicy }) => inventoryPolicy,
    theirs: () => ({ inventoryPolicy: 'CONTINUE' }),
  },
  shipping: {
    headers: ['Variant Requires Shipping'],
    typed: ['TRUE', 'FALSE', ''],
    none: ['TRUE'],
    canonical: upper,
    of: 'variant',
    fact: (_, item) => upper(String(item?.requiresShipping)),
    theirs: () => ({ inventoryItem: { requiresShipping: false } }),
  },
  tariff: {
    headers: ['Variant HS Code'],
    typed: ['610910', '6911.10', '', '[clear]'],
    none: [''],
    canonical: (text) => text.replace(/\D/g, ''),
    of: 'variant',
    fact: (_, item) => item?.harmonizedSystemCode ?? '',
    theirs: () => ({ inventoryItem: { harmonizedSystemCode: '420212' } }),
  },
  origin: {
    headers: ['Variant Country of Origin'],
    typed: ['DE', 'US', '', '[clear]'],
    none: [''],
    of: 'variant',
    fact: (_, item) => item?.countryCodeOfOrigin ?? '',
    theirs: () => ({ inventoryItem: { countryCodeOfOrigin: 'FR' } }),
  },
  barcodes: {
    headers: ['Barcodes'],
    typed: ['7711, 7722', '7733', '', '[clear]'],
    none: [''],
    of: 'variant',
    fact: ({ barcodes }) => barcodes.map(({ value }) => value).join(', '),
    theirs: () => ({ barcode: '9955' }),
  },
} as const satisfies Readonly<Record<string, ProductColumn | VariantColumn>>;

export type PlainWord = keyof typeof PLAIN;

const ENTRIES = Object.entries(PLAIN) as [PlainWord, ProductColumn | VariantColumn][];

export const PLAIN_WORDS = Object.keys(PLAIN) as PlainWord[];

/** Something of each entry, by its word. */
export function ofPlain<Value>(
  value: (column: ProductColumn | VariantColumn) => Value,
): Readonly<Record<PlainWord, Value>> {
  return Object.fromEntries(ENTRIES.map(([word, column]) => [word, value(column)])) as Record<
    PlainWord,
    Value
  >;
}

export const PLAIN_OF_PRODUCT = PLAIN_WORDS.filter((word) => PLAIN[word].of === 'product');

export const plainOf = (word: string): ProductColumn | VariantColumn | undefined =>
  (PLAIN as Readonly<Record<string, ProductColumn | VariantColumn>>)[word];

/** The facts of a product, or of a variant with its inventory item. */
export const productFacts = (product: Product): [PlainWord, string][] =>
  ENTRIES.flatMap(([word, column]) => (column.of === 'product' ? [[word, column.fact(product)]] : []));

export const variantFacts = (variant: Variant, item: Item | undefined): [PlainWord, string][] =>
  ENTRIES.flatMap(([word, column]) => (column.of === 'variant' ? [[word, column.fact(variant, item)]] : []));
