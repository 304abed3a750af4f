import { type Draw, several } from './draw';

/** Texts of a tab, its header first. */
export type Tab = string[][];

/** The tabs of a small shop. A fact stands in one of them: a shop with a Prices tab has no prices in its products. */
export interface DrawnWorkbook {
  readonly tabs: Readonly<Record<string, Tab>>;
  readonly locations: readonly string[];
}

const LOCATIONS = ['Shop', 'Warehouse'];
const SIZES = ['S', 'M', 'L'];

interface DrawnProduct {
  readonly handle: string;
  readonly title: string;
  readonly sizes: readonly string[];
  readonly skus: readonly string[];
}

/** SKUs are never used twice, so that each names one variant for as long as the campaign lasts. */
export function drawProduct(draw: Draw, number: number): DrawnProduct {
  const name = draw.one(['mug', 'tee', 'vest', 'Tea pot', 'Café set', 'lamp']);
  const sizes = draw.chance(0.4) ? SIZES.slice(0, draw.upTo(2) + 1) : [];
  const skus = (sizes.length > 0 ? sizes : ['']).map((size) => `K${number}${size && `-${size}`}`);
  return { handle: `${name.toLowerCase()} ${number}`, title: `${name} ${number}`, sizes, skus };
}

export function drawWorkbook(draw: Draw): DrawnWorkbook {
  const products = Array.from({ length: 1 + draw.upTo(6) }, (_, index) => drawProduct(draw, index + 1));
  const hasPrices = draw.chance(0.5);
  const hasStock = draw.chance(0.5);
  const locations = hasStock && draw.chance(0.5) ? LOCATIONS : LOCATIONS.slice(0, 1);
  const header = [
    'Handle',
    'Title',
    'Vendor',
    'Tags',
    'Status',
    'Published',
    'Option1 Name',
    'Option1 Value',
    'SKU',
    'Image Src',
  ];
  if (!hasPrices) header.push('Variant Price', 'Variant Compare At Price');
  header.push('Inventory tracker');
  if (!hasStock) header.push('Inventory quantity');
  const rows = products.flatMap((product) => productRows(draw, product, header));
  const skus = products.flatMap((product) => product.skus);
  return {
    locations,
    tabs: {
      Products: [header, ...rows],
      ...(hasPrices && {
        Prices: [['SKU', 'Price', 'Compare-at price'], ...skus.map((sku) => [sku, drawPrice(draw), ''])],
      }),
      ...(hasStock && {
        Stock: [
          ['SKU', 'Location', 'Available'],
          ...skus.flatMap((sku) => locations.map((location) => [sku, location, drawQuantity(draw)])),
        ],
      }),
    },
  };
}

/** Rows of one product under a header, wherever its columns stand. */
export function productRows(draw: Draw, product: DrawnProduct, header: readonly string[]): string[][] {
  const status = draw.one(['active', 'draft', '']);
  return product.skus.map((sku, index) => {
    const isFirst = index === 0;
    const cells: Record<string, string> = {
      Handle: product.handle,
      Title: isFirst ? product.title : '',
      Vendor: isFirst ? draw.one(['Acme', 'Borealis', '']) : '',
      Tags: isFirst ? several(draw, ['summer', 'sale', 'new']).join(', ') : '',
      Status: isFirst ? status : '',
      Published: isFirst ? draw.one(['TRUE', 'FALSE', '']) : '',
      'Option1 Name': isFirst && product.sizes.length > 0 ? 'Size' : '',
      'Option1 Value': product.sizes[index] ?? '',
      SKU: sku,
      'Image Src': isFirst && draw.chance(0.5) ? `https://images.example.com/${sku}.jpg` : '',
      'Variant Price': drawPrice(draw),
      'Inventory tracker': 'shopify',
      'Inventory quantity': drawQuantity(draw),
    };
    return header.map((name) => cells[name] ?? '');
  });
}

export const drawPrice = (draw: Draw): string => `${5 + draw.upTo(40)}.${draw.one(['00', '50', '90'])}`;
export const drawQuantity = (draw: Draw): string => `${draw.upTo(30)}`;
