import { say } from '../language/say';
import type { ExtraPack, PullChoice, UsualPack } from '../server/answers';

export const FORM_WORDS: Readonly<Record<PullChoice['form'], string>> = {
  csv: say`Shopify product CSV, 2025 and later`,
  classic: say`Shopify product CSV, classic`,
  matrixify: 'Matrixify',
  prices: say`Prices only`,
  inventory: say`Stock only`,
};

/** Small tabs have the columns that they need. */
export const HAS_PACKS: readonly PullChoice['form'][] = ['csv', 'classic', 'matrixify'];

const USUAL_WORDS: Readonly<Record<UsualPack, string>> = {
  basics: say`Basics: title, description, vendor, tags, tax, weight`,
  prices: say`Prices`,
  stock: say`Stock at each location`,
  customs: say`Cost and customs`,
  seo: 'SEO',
  images: say`Images`,
  publishing: say`Publishing`,
};

const EXTRA_WORDS: Readonly<Record<ExtraPack, string>> = {
  barcodes: say`All barcodes of a variant, where some have several`,
  valueOrder: say`Order of option values`,
  photo: say`Photos to look at, in a column that no sync reads`,
  collections: say`Collections`,
  channels: say`Sales channels, and the date of publishing`,
  metafields: say`Metafields`,
  markets: say`Prices and products of markets and companies`,
};

export const PACK_WORDS: Readonly<Record<PullChoice['packs'][number], string>> = {
  ...USUAL_WORDS,
  ...EXTRA_WORDS,
};

/** Not ticked until a person ticks them. */
export const EXTRA_PACKS = Object.keys(EXTRA_WORDS) as ExtraPack[];

/** Filters in the order of the list; the first asks nothing. */
export const FILTER_WORDS = {
  all: say`Everything`,
  status: say`With a status`,
  vendor: say`Of a vendor`,
  productType: say`Of a product type`,
  tag: say`With a tag`,
  collection: say`In a collection`,
  category: say`In a category`,
  changedSince: say`Changed since a day`,
  isOutOfStock: say`Out of stock somewhere`,
  selected: say`Only what the selected rows name`,
} as const;

export type FilterKind = keyof typeof FILTER_WORDS;

export const WHERE_WORDS = { new: say`A new tab`, 'this-tab': say`The tab in front of you` } as const;

export type Where = keyof typeof WHERE_WORDS;

/** Hint about the text to type for it, with an example. */
export const FILTER_HINTS: Readonly<Partial<Record<FilterKind, string>>> = {
  status: say`active, draft, archived or unlisted.`,
  vendor: say`As Shopify admin writes it.`,
  productType: say`As Shopify admin writes it.`,
  tag: say`One tag.`,
  collection: say`Its title or handle.`,
  category: say`Its full name, such as Apparel & Accessories > Clothing.`,
  changedSince: say`Such as 2026-11-28.`,
};
