import { LOCATIONS, wordOf } from './cells';
import { type Draw, several } from './draw';
import { drawTwins } from './draw-twins';
import { PLAIN, PLAIN_WORDS, plainOf } from './plain-words';

/** Texts of a tab, its header first. */
type Tab = string[][];

/** The tabs of a small shop. Some say once more what another says. */
export interface DrawnWorkbook {
  readonly tabs: Readonly<Record<string, Tab>>;
  readonly locations: readonly string[];
  /** Whose words the tabs speak. */
  readonly dialects: readonly string[];
}

const SIZES = ['S', 'M', 'L'];

/** Headers of a products tab: of every dialect the same words in the same order. */
const DIALECTS = {
  classic: {
    words:
      'Handle|Title|Vendor|Type|Tags|Status|Published|Option1 Name|Option1 Value|Variant SKU|Variant Barcode|Image Src|Cost per item|Material (product.metafields.custom.material)',
    tracker: 'Variant Inventory Tracker',
    price: ['Variant Price', 'Variant Compare At Price'],
    quantity: () => ['Variant Inventory Qty'],
  },
  'since 2025': {
    words:
      'URL handle|Title|Vendor|Type|Tags|Status|Published on online store|Option1 name|Option1 value|SKU|Barcode|Product image URL|Cost per item|Material (product.metafields.custom.material)',
    tracker: 'Inventory tracker',
    price: ['Price', 'Compare-at price'],
    quantity: () => ['Inventory quantity'],
  },
  matrixify: {
    words:
      'Handle|Title|Vendor|Type|Tags|Status|Published|Option1 Name|Option1 Value|Variant SKU|Variant Barcode|Image Src|Variant Cost|Metafield: custom.material [single_line_text_field]',
    tracker: 'Variant Inventory Tracker',
    price: ['Variant Price', 'Variant Compare At Price'],
    quantity: (locations: readonly string[]) => locations.map((name) => `Inventory Available: ${name}`),
  },
} as const;

/** Columns of numbers that are added: Matrixify has one for each location. */
const ADJUST: Readonly<Record<keyof typeof DIALECTS, (locations: readonly string[]) => string[]>> = {
  classic: adjustedAtOne,
  'since 2025': adjustedAtOne,
  matrixify: (locations) => locations.map((name) => `Inventory Available Adjust: ${name}`),
};

function adjustedAtOne(locations: readonly string[]): string[] {
  return locations.length === 1 ? ['Variant Inventory Adjust'] : [];
}

/** Columns that only the shop gives a meaning. */
const FAMILY_HEADERS = [
  'Channels',
  'Size (product.metafields.custom.size)',
  'Finish (product.metafields.custom.finish)',
  'Thread (variant.metafields.custom.thread)',
  'Price / Acme',
  'Minimum / Acme',
  'Maximum / Acme',
  'Increment / Acme',
  'Quantity prices / Acme',
  ...PLAIN_WORDS.flatMap((word) => PLAIN[word].headers),
];

const STOCK_DIALECTS = ['plain', 'inventory long', 'inventory wide'] as const;
const INVENTORY_WORDS = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'HS Code', 'COO'];

export interface DrawnProduct {
  readonly handle: string;
  readonly title: string;
  readonly sizes: readonly string[];
  readonly skus: readonly string[];
}

/** SKUs are never used twice, so that each names one variant for as long as the campaign lasts. */
export function drawProduct(draw: Draw, number: number): DrawnProduct {
  const name = draw.one(['mug', 'tee', 'vest', 'Tea pot', 'Café set', 'lamp']);
  const sizes = draw.chance(0.5) ? SIZES.slice(0, draw.upTo(2) + 1) : [];
  const skus = (sizes.length > 0 ? sizes : ['']).map((size) => `K${number}${size && `-${size}`}`);
  return { handle: `${name.toLowerCase()} ${number}`, title: `${name} ${number}`, sizes, skus };
}

export function drawWorkbook(draw: Draw): DrawnWorkbook {
  const products = Array.from({ length: 1 + draw.upTo(6) }, (_, index) => drawProduct(draw, index + 1));
  const name = draw.one(Object.keys(DIALECTS) as (keyof typeof DIALECTS)[]);
  const { words, tracker, price, quantity } = DIALECTS[name];
  const hasPrices = draw.chance(0.4);
  const hasStock = draw.chance(0.6);
  const locations =
    (hasStock || name === 'matrixify') && draw.chance(0.5) ? LOCATIONS : LOCATIONS.slice(0, 1);
  const more = several(draw, FAMILY_HEADERS);
  // Two columns of the Online Store would speak of one fact.
  const isOwn = (word: string) =>
    !(/^Published/.test(word) && more.includes('Channels')) &&
    !(/Barcode$/.test(word) && more.includes('Barcodes'));
  const header = [
    ...words.split('|').filter(isOwn),
    ...(hasPrices ? [] : price),
    tracker,
    ...(hasStock ? [] : quantity(locations)),
    // Matrixify's sheet is told by a column that no other has.
    ...(name === 'matrixify' ? ['Command', 'Tags Command'] : []),
    ...several(draw, ['Collections', 'Price / Germany', 'Option1 Value Order']),
    ...more,
    ...(draw.chance(0.5) ? ['Option2 Name', 'Option2 Value'] : []),
    ...(draw.chance(0.5) ? ['Image alt text'] : []),
    ...several(draw, ['Image Position', 'Variant Image']),
    ...(draw.chance(0.5) ? ADJUST[name](locations) : []),
    // A column that no sync reads.
    ...(draw.chance(0.3) ? ['Photo from Shopify'] : []),
    ...(draw.chance(0.7) ? ['Delete'] : []),
  ];
  const rows = products.flatMap((product) => productRows(draw, product, header));
  const skus = products.flatMap((product) => product.skus);
  const stock = draw.one(STOCK_DIALECTS);
  const tabs = {
    Products: [header, ...rows],
    ...(hasPrices && {
      Prices: [['SKU', 'Price', 'Compare-at price'], ...skus.map((sku) => [sku, drawPrice(draw), ''])],
    }),
    ...(hasStock && { Stock: drawStock(draw, { stock, products, locations }) }),
  };
  return {
    locations,
    dialects: [name, ...(hasPrices ? ['prices'] : []), ...(hasStock ? [stock] : [])],
    tabs: { ...tabs, ...(draw.chance(0.5) && drawTwins(draw, tabs, locations)) },
  };
}

interface DrawnStock {
  readonly stock: (typeof STOCK_DIALECTS)[number];
  readonly products: readonly DrawnProduct[];
  readonly locations: readonly string[];
}

function drawStock(draw: Draw, { stock, products, locations }: DrawnStock): Tab {
  const items = products.flatMap(({ handle, title, sizes, skus }) =>
    skus.map((sku, index) => ({
      sku,
      named: [
        ...[handle, title, sizes.length > 0 ? 'Size' : 'Title', sizes[index] ?? 'Default Title', sku],
        ...['', ''],
      ],
    })),
  );
  switch (stock) {
    case 'plain':
      return [
        ['SKU', 'Location', 'Available'],
        ...items.flatMap(({ sku }) => locations.map((place) => [sku, place, drawQuantity(draw)])),
      ];
    case 'inventory long':
      return [
        [...INVENTORY_WORDS, 'Location', 'On hand (new)'],
        ...items.flatMap(({ named }) => locations.map((place) => [...named, place, drawQuantity(draw)])),
      ];
    case 'inventory wide':
      return [
        [...INVENTORY_WORDS, ...locations],
        ...items.map(({ named }) => [...named, ...locations.map(() => drawQuantity(draw))]),
      ];
  }
}

/** Rows of one product under a header, wherever its columns stand. */
export function productRows(draw: Draw, product: DrawnProduct, header: readonly string[]): string[][] {
  const status = draw.one(['active', 'draft', '']);
  const tracker = draw.chance(0.9) ? 'shopify' : '';
  return product.skus.map((sku, index) => {
    const isFirst = index === 0;
    const ofProduct: readonly (readonly [RegExp, () => string])[] = [
      [/^title$/i, () => product.title],
      [/^vendor$/i, () => draw.one(['Acme', 'Borealis', ''])],
      [/^type$/i, () => draw.one(['Kitchen', 'Wear', ''])],
      [/^tags$/i, () => several(draw, ['summer', 'sale', 'new']).join(', ')],
      [/material/i, () => draw.one(['Wool', 'Felt', ''])],
      [/^status$/i, () => status],
      [/^published/i, () => draw.one(['TRUE', 'FALSE', ''])],
      [/^option1 name$/i, () => (product.sizes.length > 0 ? 'Size' : '')],
      [/image (src|url)$/i, () => (draw.chance(0.5) ? `https://images.example.com/${sku}.jpg` : '')],
      [/^tags command$/i, () => 'REPLACE'],
      [/^channels$/i, () => several(draw, ['Point of Sale', 'Shop']).join(', ')],
      [/^size /i, () => draw.one(['12', '40', ''])],
      [/^finish /i, () => draw.one(['Matt', 'Matt\nGlossy', ''])],
      [/^collections$/i, () => several(draw, ['Sale', 'Winter', 'Gifts']).join(', ')],
    ];
    const ofVariant: readonly (readonly [RegExp, () => string])[] = [
      [/handle$/i, () => product.handle],
      [/^command$/i, () => 'MERGE'],
      [/^option1 value$/i, () => product.sizes[index] ?? ''],
      [/sku$/i, () => sku],
      [/barcode$/i, () => (draw.chance(0.5) ? `40${sku.replace(/\D/g, '')}${index}777` : '')],
      [/cost/i, () => (draw.chance(0.5) ? `${1 + draw.upTo(3)}.50` : '')],
      [/^(variant )?price$/i, () => drawPrice(draw)],
      [/^price \/ germany$/i, () => (draw.chance(0.4) ? drawPrice(draw) : '')],
      [/^thread /i, () => draw.one(['TRUE', 'FALSE', ''])],
      [/^variant image$/i, () => drawVariantImage(draw, sku)],
      [/^photo /i, () => draw.one(['=IMAGE("https://images.example.com/old.jpg")', 'no', ''])],
      [/adjust/i, () => ''],
      [/^price \/ acme$/i, () => (draw.chance(0.6) ? drawPrice(draw) : '')],
      [/^minimum /i, () => draw.one(['2', '4', ''])],
      [/^maximum /i, () => draw.one(['60', ''])],
      [/^increment /i, () => draw.one(['2', ''])],
      [/tracker$/i, () => tracker],
      [/^(?!quantity prices).*(quantity|qty|available)/i, () => drawQuantity(draw)],
    ];
    return header.map((name) => {
      const plain = plainOf(wordOf(name) ?? '');
      if (plain && (isFirst || plain.of === 'variant'))
        return draw.one(plain.typed.filter((text) => text !== '[clear]'));
      return [...ofVariant, ...(isFirst ? ofProduct : [])].find(([is]) => is.test(name))?.[1]() ?? '';
    });
  });
}

/** An image of the product, one that the variant alone has, or none. */
const drawVariantImage = (draw: Draw, sku: string): string =>
  draw.one(['', `https://images.example.com/${sku}.jpg`, `https://images.example.com/own-${sku}.jpg`]);

export const drawPrice = (draw: Draw): string => `${15 + draw.upTo(12)}.${draw.one(['00', '50', '90'])}`;
export const drawQuantity = (draw: Draw): string => `${draw.upTo(30)}`;
