import { fileOf, variantKey, type Word } from './cells';
import type { Draw } from './draw';
import { drawPrice, drawQuantity } from './draw-workbook';
import { ofPlain } from './plain-words';

/** What a merchant may type into a cell of a word. */
export const TYPED: Readonly<Partial<Record<Word, (draw: Draw, now: string) => string>>> = {
  title: (draw) => draw.one(['Best mug', 'Old lamp', 'Set of two', 'Nice  tee']),
  vendor: (draw) => draw.one(['Acme', 'Dune', '', '[clear]']),
  type: (draw) => draw.one(['Kitchen', 'Wear', '', '[clear]']),
  material: (draw) => draw.one(['Wool', 'Linen', '', '[clear]']),
  tags: (draw) => draw.one(['summer', 'sale, new', 'Gift, sale', '+gift, -sale', '', '[clear]']),
  collections: (draw) => draw.one(['Sale', 'Sale, Winter', 'Gifts', '+Gifts', '', '[clear]']),
  channels: (draw) => draw.one(['Shop', 'Point of Sale, Shop', '+Point of Sale', '']),
  size: (draw) => draw.one(['12', '41', '', '[clear]']),
  finish: (draw) => draw.one(['Matt', 'Glossy\nMatt', 'Oiled', '', '[clear]']),
  thread: (draw) => draw.one(['TRUE', 'FALSE', '', '[clear]']),
  acme: (draw) => draw.one([drawPrice(draw), drawPrice(draw), '', '[clear]']),
  minimum: (draw) => draw.one(['2', '4', '6', '', '[clear]']),
  maximum: (draw) => draw.one(['60', '90', '', '[clear]']),
  increment: (draw) => draw.one(['2', '', '[clear]']),
  quantityPrices: (draw) => draw.one(['10: 14.50, 50: 13.90', '10: 14.00', '', '[clear]']),
  germany: (draw) => draw.one([drawPrice(draw), drawPrice(draw), '', '[clear]']),
  status: (draw) => draw.one(['active', 'draft', 'archived', '']),
  published: (draw) => draw.one(['TRUE', 'FALSE', '']),
  sku: (draw, now) => (now.endsWith('x') ? variantKey(now) : `${now}${draw.one(['x', 'xx'])}`),
  barcode: (draw) => draw.one([`77${draw.upTo(99)}`, '', '[clear]']),
  price: drawPrice,
  compare: (draw) => draw.one(['99.00', '0', '', '[clear]']),
  cost: (draw) => draw.one([`${1 + draw.upTo(3)}.75`, '', '[clear]']),
  available: drawQuantity,
  onHand: drawQuantity,
  handle: (draw) => `renamed ${draw.upTo(1000)}`,
  option: (draw) => draw.one(['XL', 'XXL', 'Small']),
  variantImage: (draw, now) =>
    draw.one([
      `https://images.example.com/v-${draw.upTo(1000)}.jpg`,
      `https://images.example.com/${fileOf(now).replace(/^own-/, '') || 'none.jpg'}`,
      `https://images.invalid/${draw.upTo(1000)}.jpg`,
      '[clear]',
      '',
    ]),
  image: (draw) => `https://images.example.com/${draw.upTo(1000)}.jpg`,
  ...ofPlain(
    ({ typed }) =>
      (draw: Draw) =>
        draw.one(typed),
  ),
};
