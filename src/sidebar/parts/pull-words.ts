import type { ExtraPack, PullChoice, UsualPack } from '../server/answers';

export const FORM_WORDS: Readonly<Record<PullChoice['form'], string>> = {
  csv: 'Shopify product CSV, 2025 and later',
  classic: 'Shopify product CSV, classic',
  matrixify: 'Matrixify',
  prices: 'Prices only',
  inventory: 'Stock only',
};

/** Small tabs have the columns that they need. */
export const HAS_PACKS: readonly PullChoice['form'][] = ['csv', 'classic', 'matrixify'];

const USUAL_WORDS: Readonly<Record<UsualPack, string>> = {
  basics: 'Basics: title, description, vendor, tags, tax, weight',
  prices: 'Prices',
  stock: 'Stock at each location',
  customs: 'Cost and customs',
  seo: 'SEO',
  images: 'Images',
  publishing: 'Publishing',
};

const EXTRA_WORDS: Readonly<Record<ExtraPack, string>> = {
  barcodes: 'All barcodes of a variant, where some have several',
  valueOrder: 'Order of option values',
  photo: 'Photos to look at, in a column that no sync reads',
  collections: 'Collections',
  channels: 'Sales channels, and the date of publishing',
  metafields: 'Metafields',
  markets: 'Prices and products of markets and companies',
};

export const PACK_WORDS: Readonly<Record<PullChoice['packs'][number], string>> = {
  ...USUAL_WORDS,
  ...EXTRA_WORDS,
};

/** Not ticked until a person ticks them. */
export const EXTRA_PACKS = Object.keys(EXTRA_WORDS) as ExtraPack[];

/** Filters in the order of the list; the first asks nothing. */
export const FILTER_WORDS = {
  all: 'Everything',
  status: 'With a status',
  vendor: 'Of a vendor',
  productType: 'Of a product type',
  tag: 'With a tag',
  collection: 'In a collection',
  category: 'In a category',
  changedSince: 'Changed since a day',
  isOutOfStock: 'Out of stock somewhere',
  selected: 'Only what the selected rows name',
} as const;

export type FilterKind = keyof typeof FILTER_WORDS;

export const WHERE_WORDS = { new: 'A new tab', 'this-tab': 'The tab in front of you' } as const;

export type Where = keyof typeof WHERE_WORDS;

/** Hint about the text to type for it, with an example. */
export const FILTER_HINTS: Readonly<Partial<Record<FilterKind, string>>> = {
  status: 'active, draft, archived or unlisted.',
  vendor: 'As Shopify admin writes it.',
  productType: 'As Shopify admin writes it.',
  tag: 'One tag.',
  collection: 'Its title or handle.',
  category: 'Its full name, such as Apparel & Accessories > Clothing.',
  changedSince: 'Such as 2026-11-28.',
};
