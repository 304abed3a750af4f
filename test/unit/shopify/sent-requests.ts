import { SENDING_ORDER } from '../../../src/plan/action-kinds';
import { batchPlan } from '../../../src/plan/batches/plan-batches';
import type { Batch } from '../../../src/plan/model/batch';
import { awaitedRequest } from '../../../src/shopify/bulk/await-jobs';
import { bulkOperationRequest } from '../../../src/shopify/bulk/bulk-operation';
import {
  cancelRequest,
  latestOperationsRequest,
  runRequest,
} from '../../../src/shopify/bulk/run-bulk-mutation';
import { startRequest } from '../../../src/shopify/bulk/run-bulk-query';
import { stageRequest } from '../../../src/shopify/bulk/upload-lines';
import type { GraphqlRequest } from '../../../src/shopify/client/graphql';
import { STORE_LIMITS } from '../../../src/shopify/client/limits';
import { operations } from '../../../src/shopify/operations/operations';
import {
  catalogSizeRequest,
  findCollectionsRequest,
  foundProductsRequest,
} from '../../../src/shopify/queries/catalog';
import { categoriesRequest } from '../../../src/shopify/queries/categories';
import {
  collectionsRequest,
  membershipsRequest,
  moreMembershipsRequest,
} from '../../../src/shopify/queries/collections';
import { levelsRequest } from '../../../src/shopify/queries/inventory-levels';
import {
  catalogsRequest,
  includedRequest,
  listSizesRequest,
  pricesRequest,
} from '../../../src/shopify/queries/markets';
import { createdMediaRequest } from '../../../src/shopify/queries/media';
import { definitionsRequest, valuesRequest } from '../../../src/shopify/queries/metafields';
import { handlesRequest, moreVariantsRequest, productsRequest } from '../../../src/shopify/queries/products';
import { quantityPricesRequest, rulesRequest } from '../../../src/shopify/queries/quantities';
import {
  locationsRequest,
  productCountRequest,
  publicationsRequest,
  shopRequest,
  shopSizeRequest,
} from '../../../src/shopify/queries/shop';
import {
  allSkusRequest,
  barcodesRequest,
  skusRequest,
  variantsRequest,
} from '../../../src/shopify/queries/variants';
import { openShop, type Tabs } from '../plan/shop-and-sheet';

const HEADER = [
  'Handle',
  'Title',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'SKU',
  'Price',
  'Inventory tracker',
];
const PUBLISHED: readonly string[] = ['', 'FALSE', 'TRUE', 'FALSE'];
const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A product of so many variants and images, everything about it turning with `edition`. */
function sheet(variants: number, images: number, edition: number, options = true): Tabs {
  const rows = times(Math.max(variants, images), (index) => [
    'tee',
    index ? '' : `Tee ${edition}`,
    index ? '' : `a, tag-${edition}`,
    index ? '' : (PUBLISHED[edition] ?? ''),
    index || !options ? '' : 'Size',
    index < variants && options ? `Size ${index}` : '',
    index < variants ? `T-${index}` : '',
    index < variants ? `${10 + edition}` : '',
    'shopify',
    index < variants ? `${edition}` : '',
    index < images ? `https://images.example.com/${index}.jpg` : '',
    index < images ? `Image ${index}, ${edition}` : '',
    index < Math.min(variants, images) ? `https://images.example.com/${index}-${edition}.jpg` : '',
  ]);
  return {
    Products: [[...HEADER, 'Inventory quantity', 'Image Src', 'Image Alt Text', 'Variant Image'], ...rows],
  };
}

export interface SentRequest extends GraphqlRequest {
  readonly name: string;
}

/** A request of every kind that the add-on sends, small and large. */
export function sentRequests(): SentRequest[] {
  const sizes = [
    { variants: 1, images: 0 },
    { variants: 1, images: 3 },
    { variants: 20, images: 5 },
    { variants: 200, images: 30 },
  ];
  const writes = [
    ...sizes.flatMap(({ variants, images }) => writesOf(variants, images)),
    ...renames(),
    ofSeveralBarcodes(),
    ...ofMetafields(),
    ...ofImages(),
    ...ofChannels(),
    ...ofOptionsAndEnds(),
  ];
  return [...writes.map(requestOf), ...reads()];
}

function writesOf(variants: number, images: number): Batch[] {
  const shop = openShop({ locations: ['Main', 'Cellar'] });
  const [main] = shop.embedded.state.locations.all();
  const policy = { defaultLocationId: main?.id as `gid://shopify/Location/${string}` };
  const batches: Batch[] = [];
  const sync = (tabs: Tabs) => {
    batches.push(
      ...batchPlan(shop.plan(tabs, policy).actions, { newKey: () => 'fake-key', limits: STORE_LIMITS }),
    );
    shop.sync(tabs, policy);
  };
  sync(sheet(variants, images, 1, variants > 1));
  sync(sheet(variants, images, 2, variants > 1));
  sync(sheet(variants, images, 3, variants > 1));
  if (variants > 1) sync(sheet(variants + 20, images + 2, 3));
  sync({
    Inventory: [
      ['SKU', 'Location', 'Available'],
      ['T-0', 'Cellar', '4'],
    ],
  });
  return batches;
}

/** Options that change, and items that are to be deleted. */
function ofOptionsAndEnds(): Batch[] {
  const head = [
    'Handle',
    'Title',
    'Option1 Name',
    'Option1 Value',
    'Option2 Name',
    'Option2 Value',
    'Delete',
  ];
  const tee = (first: string, second: string, words: readonly string[] = []): Tabs => ({
    Products: [
      head,
      ...['S', 'M'].map((size, index) => {
        const values = [
          first,
          first === 'Color' ? 'Red' : size,
          second,
          second === '' ? '' : first === 'Color' ? size : 'Red',
        ];
        return ['tee', index ? '' : 'Tee', ...values, words[index] ?? ''];
      }),
    ],
  });
  const planned = (before: Tabs, after: Tabs): readonly Batch[] => {
    const shop = openShop();
    shop.sync(before);
    return batchPlan(shop.plan(after).actions, { newKey: () => 'fake-key', limits: STORE_LIMITS });
  };
  const both = tee('Size', 'Color');
  const inOrder = ({ Products = [] }: Tabs, order: string): Tabs => ({
    Products: Products.map((row, index) => [...row, ['Option1 Value Order', order][index] ?? '']),
  });
  return [
    ...planned(both, tee('Fit', 'Color')),
    ...planned(both, tee('Color', 'Size')),
    ...planned(tee('Size', ''), both),
    ...planned(inOrder(both, ''), inOrder(both, 'M, S')),
    ...planned(both, tee('Size', 'Color', ['', '[delete]'])),
    ...planned(both, tee('Size', 'Color', ['[delete]', '[delete]'])),
  ];
}

function renames(): Batch[] {
  const shop = openShop();
  const tabs = (size: string): Tabs => ({
    Products: [
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU'],
      ['tee', 'Tee', 'Size', size, 'T-0'],
    ],
  });
  shop.sync(tabs('Smal'));
  return batchPlan(shop.plan(tabs('Small')).actions, { newKey: () => 'fake-key', limits: STORE_LIMITS });
}

function ofChannels(): Batch[] {
  const shop = openShop();
  const tabs = (channel: string, date: string): Tabs => ({
    Products: [
      ['Handle', 'Title', 'SKU', 'Channels', 'Published at'],
      ['tee', 'Tee', 'T-0', channel, date],
    ],
  });
  shop.sync(tabs('Shop', '2026-12-01'));
  return batchPlan(shop.plan(tabs('Point of Sale', '2026-12-02')).actions, {
    newKey: () => 'fake-key',
    limits: STORE_LIMITS,
  });
}

function ofSeveralBarcodes(): Batch {
  const ref = { sheetId: 1, tab: 'Products', row: 2 };
  const barcodes = [
    { value: '4006381333931', type: 'EAN' },
    { value: 'own-2', type: null },
  ];
  const change = {
    key: 'barcode',
    from: '1',
    to: '4006381333931',
    sheet: '4006381333931',
    ref,
    column: 'Barcode',
  } as const;
  const variants = [
    { id: 'gid://shopify/ProductVariant/1', ref, changes: [{ ...change, barcodes }] },
  ] as const;
  return {
    kind: 'update-variants',
    action: { kind: 'update-variants', productId: 'gid://shopify/Product/1', variants },
  };
}

function ofImages(): Batch[] {
  const ref = { sheetId: 1, tab: 'Products', row: 2 };
  const productId = 'gid://shopify/Product/1' as const;
  const [one, other] = ['gid://shopify/MediaImage/1', 'gid://shopify/MediaImage/2'] as const;
  const action = {
    ...{ ref, productId, moves: [{ id: one, to: 1 }], places: [{ ref, from: 1, to: 2 }] },
    ...{ now: [one, other], from: [one, other], to: [other, one], sheet: [other, one] },
  };
  const image = { ref, productId, mediaId: one, column: 'Image Src', url: 'a', order: [one], shownBy: [] };
  return [
    { kind: 'reorder-images', action: { kind: 'reorder-images', ...action } },
    { kind: 'remove-image', action: { kind: 'remove-image', ...image } },
    { kind: 'restore-image', action: { kind: 'restore-image', ...image, now: [] } },
    {
      kind: 'detach-image',
      action: { kind: 'detach-image', ...image, variant: 'gid://shopify/ProductVariant/1' },
    },
    {
      kind: 'replace-images',
      action: {
        ...{ kind: 'replace-images', productId, order: [one] },
        images: [{ ...image, by: { url: 'https://images.example.com/b.jpg', alt: 'B', isSaid: false } }],
      },
    },
  ];
}

function ofMetafields(): Batch[] {
  const ref = { sheetId: 1, tab: 'Products', row: 2 };
  const id = 'gid://shopify/Product/1';
  const change = {
    key: 'metafield:product:meta_money:custom.deposit',
    from: null,
    to: '{"amount":"5.00","currency_code":"USD"}',
    sheet: '5',
    ref,
    column: 'Deposit',
  } as const;
  const set = times(25, () => ({ kind: 'set-value' as const, ref, id, change, version: null }) as const);
  const clear = set.map((action) => ({
    ...action,
    kind: 'clear-value' as const,
    change: { ...change, to: null },
  }));
  return [
    { kind: 'set-value', actions: set },
    { kind: 'clear-value', actions: clear },
    { kind: 'set-list-price', actions: times(250, listPrice) },
    { kind: 'set-quantities', actions: times(25, quantities('set-quantities')) },
    { kind: 'clear-quantities', actions: times(250, quantities('clear-quantities')) },
  ];
}

/** One in ten is removed. */
function listPrice(index: number) {
  const [price, compareAt] = (['listPrice', 'listCompareAt'] as const).map(
    (family) => ({ key: `${family}:variant:amount_JPY:1/Japan`, now: '1500' }) as const,
  );
  const ref = { sheetId: 1, tab: 'Products', row: index };
  const id = `gid://shopify/ProductVariant/${index}` as const;
  const to = index % 10 === 0 ? null : '1600';
  const change = { key: price!.key, from: '1500', to, sheet: to, ref, column: 'Price / Japan' } as const;
  return {
    ...({ kind: 'set-list-price', ref, id, list: 'gid://shopify/PriceList/1' } as const),
    ...{ price: price!, compareAt: compareAt!, changes: [change] },
  };
}

/** Ten prices each, or none any more. */
function quantities<Kind extends 'set-quantities' | 'clear-quantities'>(kind: Kind) {
  const key = (family: string, kindOfCell: string) =>
    `${family}:variant:${kindOfCell}:JPY/1/Japan` as `listMinimum:variant:${string}:${string}`;
  const none = (family: string) => ({ key: key(family, 'orderedAtLeast'), now: null });
  const prices = key('listQuantityPrices', 'byquantity_JPY');
  const to = times(10, (index) => `${index + 2}:${1500 - index}`).join(',');
  return (index: number) => {
    const ref = { sheetId: 1, tab: 'Products', row: index };
    const change = { key: prices, from: to, to: kind === 'set-quantities' ? to : null, sheet: to, ref };
    return {
      ...{ kind, ref, list: 'gid://shopify/PriceList/1' as const },
      id: `gid://shopify/ProductVariant/${index}` as const,
      changes: [{ ...change, column: 'Quantity prices / Japan' }],
      fields: {
        minimum: none('listMinimum'),
        maximum: none('listMaximum'),
        increment: none('listIncrement'),
        quantityPrices: { key: prices, now: to },
      },
    } as const;
  };
}

function requestOf(batch: Batch): SentRequest {
  const table = operations(() => 'fake-key');
  const { request } = table[batch.kind] as { request(batch: Batch): GraphqlRequest };
  return { name: batch.kind, ...request(batch) };
}

const NO_PARTS = { media: false, descriptions: false, onlineStore: null };

function reads(): SentRequest[] {
  const id = 'gid://shopify/Product/1';
  const product = { id, handle: 'tee', fields: {}, optionNames: [], variants: [], media: [] } as const;
  const gids = <Type extends string>(type: Type) =>
    times(50, (index) => `gid://shopify/${type}/${index + 1}` as const);
  const requests: Record<string, GraphqlRequest> = {
    shop: shopRequest,
    productsCount: productCountRequest,
    locations: locationsRequest,
    handles: handlesRequest(times(100, (index) => `handle-${index}`)),
    oneHandle: handlesRequest(['handle']),
    publications: publicationsRequest,
    products: productsRequest(gids('Product'), { ...NO_PARTS, media: true, descriptions: true }),
    productsWithOptions: productsRequest(gids('Product'), { ...NO_PARTS, options: true }),
    productsWithPublishing: productsRequest(gids('Product'), {
      ...NO_PARTS,
      onlineStore: 'gid://shopify/Publication/1',
    }),
    moreVariants: moreVariantsRequest({ product, nextCursor: 'fake-cursor' }, { variantImages: true }),
    productsWithImagesOfVariants: productsRequest(gids('Product'), { ...NO_PARTS, variantImages: true }),
    foundProducts: foundProductsRequest('vendor:"A"', 'cursor'),
    catalogSize: catalogSizeRequest('status:active'),
    findCollections: findCollectionsRequest('Sale "now"'),
    variants: variantsRequest(gids('ProductVariant')),
    barcodes: barcodesRequest(gids('ProductVariant')),
    skus: skusRequest({ skus: ['a', 'b"c\\d'] }),
    allSkus: allSkusRequest('cursor'),
    shopSize: shopSizeRequest,
    levels: levelsRequest(gids('InventoryItem')),
    definitions: definitionsRequest({ level: 'product' }),
    collections: collectionsRequest({ after: 'after' }),
    memberships: membershipsRequest(['gid://shopify/Product/1']),
    moreMemberships: moreMembershipsRequest({
      id: 'gid://shopify/Product/1',
      groups: [],
      nextCursor: 'after',
    }),
    productValues: valuesRequest({ level: 'product', ids: gids('Product'), names: ['custom.a', 'custom.b'] }),
    variantValues: valuesRequest({
      level: 'variant',
      ids: gids('ProductVariant'),
      names: times(100, (index) => `custom.field_${index}`),
    }),
    mediaOrder: awaitedRequest({ job: 'gid://shopify/Job/1', productId: id }),
    catalogs: catalogsRequest({ type: 'MARKET', withMarkets: true }),
    catalogsWithoutMarkets: catalogsRequest({
      type: 'COMPANY_LOCATION',
      withMarkets: false,
      after: 'cursor',
    }),
    listPrices: pricesRequest({
      list: 'gid://shopify/PriceList/1',
      variants: gids('ProductVariant').slice(0, 50),
    }),
    allListPrices: pricesRequest({ list: 'gid://shopify/PriceList/1', after: 'cursor' }),
    listSizes: listSizesRequest,
    quantityRules: rulesRequest({ list: 'gid://shopify/PriceList/1', after: 'cursor' }),
    quantityPrices: quantityPricesRequest({
      list: 'gid://shopify/PriceList/1',
      variants: gids('ProductVariant').slice(0, 50),
    }),
    includedProducts: includedRequest({
      publication: 'gid://shopify/Publication/1',
      ids: gids('Product').slice(0, 25),
    }),
    createdMedia: createdMediaRequest(gids('Product')),
    categories: categoriesRequest(['Apparel & Accessories > Clothing', 'Hats']),
    bulkOperation: bulkOperationRequest('gid://shopify/BulkOperation/1'),
    cancelBulkOperation: cancelRequest('gid://shopify/BulkOperation/1'),
    latestBulkOperations: latestOperationsRequest,
    startBulkQuery: startRequest('{ products { edges { node { id } } } }'),
    stageLines: stageRequest,
    startBulkMutation: runRequest('mutation SetTags { x }', 'tmp/1/bulk/lines.jsonl', 'fake-mark-1'),
  };
  return Object.entries(requests).map(([name, request]) => ({ name, ...request }));
}

export const ALL_OPERATIONS: readonly string[] = SENDING_ORDER;
