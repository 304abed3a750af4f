import { choices } from '../../../local/store/people/act';
import { perform } from '../../../local/store/people/perform';
import { move } from '../../add-on/groups/shop';
import { setQuantities } from '../../add-on/markets/quantities';
import { fix, unfix } from '../../add-on/markets/shop';
import type { Workbench } from '../../support/workbench';
import { productKey, variantKey, type Word } from '../workbook/cells';
import type { Draw } from '../workbook/draw';
import { drawPrice } from '../workbook/draw-workbook';
import { ofPlain } from '../workbook/plain-words';
import type { Ledger } from './ledger';
import { storeFacts } from './store-facts';

/** The cell that the merchant and everybody else are busy with, so that they meet. */
export interface Hot {
  readonly key: string;
  readonly word: Word;
}

/** Somebody else’s app may do all that a person may. */
const accessScopes = [
  'write_products',
  'write_inventory',
  'write_publications',
  'read_publications',
  'read_locations',
];

interface Target {
  readonly productId: string;
  readonly variantId: string;
  readonly itemId: string;
}

type Write = (bench: Workbench, target: Target, draw: Draw) => string;

function send({ store }: Workbench, query: string, variables: object): void {
  const { errors } = store.execute(
    { query, variables: variables as Record<string, unknown> },
    { accessScopes },
  );
  if (errors?.[0]) throw new Error(`Somebody else could not: ${errors[0].message}`);
}

const product = (field: string, value: (draw: Draw) => unknown): Write =>
  productInput((draw) => ({ [field]: value(draw) }));

const productInput =
  (input: (draw: Draw) => object): Write =>
  (bench, { productId }, draw) => {
    const drawn = input(draw);
    send(
      bench,
      'mutation($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }',
      {
        product: { id: productId, ...drawn },
      },
    );
    return JSON.stringify(drawn);
  };

const variant =
  (input: (draw: Draw) => object): Write =>
  (bench, { productId, variantId }, draw) => {
    const drawn = input(draw);
    send(
      bench,
      'mutation($productId: ID!, $variants: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId: $productId, variants: $variants) { userErrors { message } } }',
      { productId, variants: [{ id: variantId, ...drawn }] },
    );
    return JSON.stringify(drawn);
  };

const sell: Write = (bench, { itemId }, draw) => {
  const levels = bench.store.state.inventoryLevels
    .all()
    .filter(({ inventoryItemId, isActive }) => isActive && inventoryItemId === itemId);
  if (levels.length === 0 || !bench.store.state.inventoryItems.get(itemId)?.tracked) return 'nothing to sell';
  const quantity = 1 + draw.upTo(2);
  perform(bench.store, { kind: 'order', levelId: draw.one(levels).id, quantity });
  return `sells ${quantity}`;
};

const metafield =
  (on: 'productId' | 'variantId', { key, type, values }: OneOf): Write =>
  (bench, target, draw) => {
    const value = draw.one(values);
    send(
      bench,
      'mutation($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { userErrors { message } } }',
      { metafields: [{ ownerId: target[on], namespace: 'custom', key, type, value }] },
    );
    return `${key} ${value}`;
  };

interface OneOf {
  readonly key: string;
  readonly type: string;
  readonly values: readonly string[];
}

const skuOf = ({ store: { state } }: Workbench, variantId: string): string =>
  state.inventoryItems.get(state.variants.get(variantId)?.inventoryItemId ?? '')?.sku ?? '';

const showOn =
  (...channels: readonly string[]): Write =>
  (bench, { productId }, draw) => {
    const channel = draw.one(channels);
    const publicationId = bench.store.state.publications.all().find(({ name }) => name === channel)?.id;
    const name = draw.one(['publishablePublish', 'publishableUnpublish']);
    send(
      bench,
      `mutation($id: ID!, $input: [PublicationInput!]!) { ${name}(id: $id, input: $input) { userErrors { message } } }`,
      { id: productId, input: [{ publicationId }] },
    );
    return `${name} ${channel}`;
  };

const orderBy: Write = (bench, { variantId }, draw) => {
  const minimum = draw.one([2, 8]);
  setQuantities(bench, 'Acme', skuOf(bench, variantId), { rule: [minimum, 60, 2] });
  return `from ${minimum} on`;
};

const collect: Write = (bench, { productId }, draw) => {
  const what = draw.one(['Join', 'Leave'] as const);
  const title = draw.one(['Sale', 'Winter', 'Gifts']);
  move(bench, bench.store.state.products.get(productId)?.handle ?? '', what, title);
  return `${what} ${title}`;
};

const fixPrice: Write = (bench, { variantId }, draw) => {
  const sku = skuOf(bench, variantId);
  const isFixed = draw.chance(0.6) || storeFacts(bench).get(`${variantKey(sku)} germany`) === 'none';
  if (isFixed) fix(bench, 'Germany', sku, drawPrice(draw));
  else unfix(bench, 'Germany', sku);
  return isFixed ? 'fixed' : 'relative';
};

/** Somebody takes a picture off a product, or puts the last one first. */
const pictures: Write = (bench, { productId }, draw) => {
  const media = bench.store.state.products.get(productId)?.mediaIds ?? [];
  const last = media.at(-1);
  if (!last) return 'no picture';
  if (draw.chance(0.4)) {
    send(
      bench,
      'mutation ($productId: ID!, $mediaIds: [ID!]!) { productDeleteMedia(productId: $productId, mediaIds: $mediaIds) { mediaUserErrors { message } } }',
      { productId, mediaIds: [last] },
    );
    return 'is removed';
  }
  send(
    bench,
    'mutation ($id: ID!, $moves: [MoveInput!]!) { productReorderMedia(id: $id, moves: $moves) { mediaUserErrors { message } } }',
    { id: productId, moves: [{ id: last, newPosition: '0' }] },
  );
  return 'is the first';
};

/** Somebody gives a variant another picture of its product, or none. */
const variantPicture: Write = (bench, target, draw) => {
  const media = bench.store.state.products.get(target.productId)?.mediaIds ?? [];
  const shown = media.filter((id) => bench.store.state.files.get(id)?.failed === false);
  return variant(() => ({ mediaId: draw.one([null, ...shown]) }))(bench, target, draw);
};

/** What somebody does to the value that a cell of this word speaks of. */
const WRITES: Readonly<Partial<Record<Word, Write>>> = {
  title: product('title', (draw) => draw.one(['Best mug', 'Their lamp', 'Their tee'])),
  vendor: product('vendor', (draw) => draw.one(['Dune', 'Elm'])),
  type: product('productType', (draw) => draw.one(['Kitchen', 'Gifts'])),
  tags: product('tags', (draw) => draw.one([['theirs'], ['theirs', 'sale'], ['summer', 'sale']])),
  status: product('status', (draw) => draw.one(['ACTIVE', 'DRAFT', 'ARCHIVED'])),
  published: showOn('Online Store'),
  material: metafield('productId', {
    ...{ key: 'material', type: 'single_line_text_field' },
    values: ['Silk', 'Felt'],
  }),
  barcode: variant((draw) => ({ barcode: `99${draw.upTo(99)}` })),
  price: variant((draw) => ({ price: drawPrice(draw) })),
  compare: variant((draw) => ({ compareAtPrice: draw.one(['77.00', '88.00', null]) })),
  cost: variant((draw) => ({ inventoryItem: { cost: `${2 + draw.upTo(3)}.25` } })),
  collections: collect,
  germany: fixPrice,
  acme: (bench, { variantId }, draw) => {
    fix(bench, 'Acme', skuOf(bench, variantId), drawPrice(draw));
    return 'fixed';
  },
  channels: showOn('Shop', 'Point of Sale'),
  minimum: orderBy,
  increment: orderBy,
  size: metafield('productId', { key: 'size', type: 'number_integer', values: ['7', '12'] }),
  finish: metafield('productId', {
    ...{ key: 'finish', type: 'list.single_line_text_field' },
    values: ['["Oiled"]', '["Oiled","Matt"]'],
  }),
  thread: metafield('variantId', { key: 'thread', type: 'boolean', values: ['true', 'false'] }),
  image: pictures,
  variantImage: variantPicture,
  available: sell,
  onHand: sell,
  ...ofPlain((column) => (column.of === 'product' ? productInput(column.theirs) : variant(column.theirs))),
};

export interface Others {
  readonly hot: Hot;
  /** Nothing else than the hot cell. */
  readonly isExact?: boolean;
  readonly ledger: Ledger;
}

/** One act of somebody else, mostly on the cell that is hot; undefined where the store has nothing to act on. */
export function actOfOthers(
  bench: Workbench,
  draw: Draw,
  { hot, ledger, isExact = false }: Others,
): string | undefined {
  const { products } = bench.store.dump();
  const all = products.flatMap(({ id, variants }) =>
    variants.map(({ id: variantId, sku }) => ({ productId: id, variantId, sku })),
  );
  if (all.length === 0) return undefined;
  if (!isExact && draw.chance(0.1)) return rareAct(bench, draw, ledger);
  const isHot = ({ sku }: { readonly sku: string | null }) => variantKey(sku ?? '') === hot.key;
  const isNear = ({ sku }: { readonly sku: string | null }) => productKey(sku ?? '') === productKey(hot.key);
  const found = all.find(isHot) ?? all.find(isNear);
  const { sku, ...chosen } = found && (isExact || draw.chance(0.85)) ? found : draw.one(all);
  const itemId = bench.store.state.variants.get(chosen.variantId)?.inventoryItemId ?? '';
  const words = Object.keys(WRITES) as Word[];
  const word = WRITES[hot.word] && (isExact || draw.chance(0.7)) ? hot.word : draw.one(words);
  const before = storeFacts(bench);
  const did = WRITES[word]?.(bench, { ...chosen, itemId }, draw);
  // What stands there now was asked for by somebody.
  ledger.takenAway(before, storeFacts(bench));
  ledger.readStore(bench);
  return `somebody: ${sku} ${word} ${did}`;
}

function rareAct(bench: Workbench, draw: Draw, ledger: Ledger): string | undefined {
  const kind = draw.one(['rename', 'delete'] as const);
  const act = choices[kind](bench.store.state, () => draw.number());
  if (!act) return undefined;
  ledger.others(bench, act);
  perform(bench.store, act);
  ledger.readStore(bench);
  return `somebody: ${JSON.stringify(act)}`;
}
