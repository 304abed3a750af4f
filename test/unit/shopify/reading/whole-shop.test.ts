import fc from 'fast-check';
import type { CatalogSeed } from '../../../../local/store/seed-catalog';
import type { ProductId, VariantId } from '../../../../src/catalog/values/gid';
import type { SnapshotNeeds, StoreSnapshot } from '../../../../src/plan/model/snapshot';
import type { LookUpWay } from '../../../../src/shopify/reading/choose-way';
import { sampled } from '../../../support/sampled';
import { openLookUp, plainCatalog } from './open-look-up';

const DIRECT: LookUpWay = { kind: 'direct', skus: 'search' };
const OTHER_WAYS: readonly LookUpWay[] = [
  { kind: 'direct', skus: 'list' },
  { kind: 'bulk', of: 'variants', levels: false, skus: 'search' },
  { kind: 'bulk', of: 'variants', levels: true, skus: 'search' },
  { kind: 'bulk', of: 'products', levels: false, skus: 'search' },
  { kind: 'bulk', of: 'products', levels: true, skus: 'search' },
];

const skus = ['A', 'B', 'C', 'D', ''] as const;
const sizes = ['S', 'M', 'L', 'XL'] as const;

const product = (handle: string) =>
  fc.record({
    handle: fc.constant(handle),
    title: fc.constantFrom('Hat', 'Tee “é”', '帽子'),
    descriptionHtml: fc.constantFrom('', '<p>Warm & <b>round</b></p>'),
    tags: fc.subarray(['new', 'sale', 'wool']),
    options: fc.constant([{ name: 'Size', values: [...sizes] }]),
    variants: fc
      .uniqueArray(
        fc.record({
          size: fc.constantFrom(...sizes),
          sku: fc.constantFrom(...skus),
          price: fc.constantFrom('5.00', '19.90'),
        }),
        { minLength: 1, maxLength: 4, selector: ({ size }) => size },
      )
      .map((variants) => variants.map(({ size, ...variant }) => ({ ...variant, options: { Size: size } }))),
    media: fc
      .subarray(['one.jpg', 'two.jpg'])
      .map((names) =>
        names.map((name) => ({ alt: name, originalSource: `https://images.example.com/${name}` })),
      ),
  });

const catalogs: fc.Arbitrary<CatalogSeed> = fc
  .subarray(['hat', 'tee', 'cap', 'mug'], { minLength: 1 })
  .chain((handles) => fc.tuple(...handles.map(product)))
  .map((products) => ({
    locations: [{ name: 'Cellar', isActive: true }],
    products: products as unknown as CatalogSeed['products'],
  }));

/** What may be asked, of things that are there and of things that are not. */
const questions = fc.record({
  handles: fc.subarray(['hat', 'Tee', 'cap', 'gone']),
  productIndexes: fc.subarray([0, 1, 2]),
  variantIndexes: fc.subarray([0, 1, 3, 5]),
  skus: fc.subarray(['A', 'B', 'nowhere']),
  stock: fc.boolean(),
  media: fc.boolean(),
  descriptions: fc.boolean(),
});

type Asked = Parameters<typeof questions.map>[0] extends (value: infer Value) => unknown ? Value : never;

function needsOf(asked: Asked, products: readonly ProductId[], variants: readonly VariantId[]) {
  const { handles, productIndexes, variantIndexes, stock, media, descriptions } = asked;
  const gone = 'gid://shopify/ProductVariant/999' as const;
  return {
    products: [
      ...handles.map((handle) => ({ id: undefined, handle, skus: ['A', 'D'] })),
      ...productIndexes.map((index) => ({
        id: products[index] ?? ('gid://shopify/Product/999' as const),
        handle: undefined,
        skus: [],
      })),
    ],
    variants: [
      ...variantIndexes.map((index) => ({ id: variants[index] ?? gone })),
      ...asked.skus.map((sku) => ({ sku })),
    ],
    stock,
    media,
    descriptions,
  } satisfies Partial<SnapshotNeeds>;
}

/** The order in which things were read says nothing. */
function sorted(snapshot: StoreSnapshot) {
  const byText = (one: unknown, other: unknown) => JSON.stringify(one).localeCompare(JSON.stringify(other));
  const entries = (map: ReadonlyMap<string, unknown>) => [...map].sort(byText);
  return {
    products: entries(
      new Map(
        [...snapshot.products].map(([id, { variants, ...rest }]) => [
          id,
          { ...rest, variants: [...variants].sort(byText) },
        ]),
      ),
    ),
    handles: entries(snapshot.productIdsByHandle),
    variants: entries(snapshot.variants),
    matches: entries(
      new Map([...snapshot.matchesBySku].map(([sku, matches]) => [sku, [...matches].sort(byText)])),
    ),
    levels: entries(snapshot.levels),
  };
}

describe('a look-up in bulk', () => {
  test('finds of any catalog what reading directly finds', () => {
    fc.assert(
      fc.property(catalogs, questions, (catalog, asked) => {
        const bench = openLookUp(catalog, { locations: ['Main'], searchLagMs: 0 });
        const needs = needsOf(asked, bench.products(), bench.variants());
        const directly = sorted(bench.lookUpBy(DIRECT, needs));
        for (const way of OTHER_WAYS) expect(sorted(bench.lookUpBy(way, needs))).toEqual(directly);
      }),
      { numRuns: sampled(8, 200) },
    );
  });

  test('tells whether products are published', () => {
    const bench = openLookUp(plainCatalog(3), { locations: ['Main'] });
    const [onlineStore] = bench.store.state.publications.all();
    const needs = {
      products: bench.products().map((id) => ({ id, handle: undefined, skus: [] })),
      onlineStore: onlineStore?.id as `gid://shopify/Publication/${string}`,
    };
    bench.store.execute({
      query: `mutation($id: ID!, $on: ID!) {
        publishablePublish(id: $id, input: [{ publicationId: $on }]) { userErrors { message } } }`,
      variables: { id: bench.products()[1], on: onlineStore?.id },
    });
    const directly = sorted(bench.lookUpBy(DIRECT, needs));
    expect(JSON.stringify(directly)).toContain('"published":true');
    expect(sorted(bench.lookUpBy(OTHER_WAYS[3] as LookUpWay, needs))).toEqual(directly);
  });

  test('asks directly for what was made after the bulk query began', () => {
    const bench = openLookUp(plainCatalog(3));
    bench.meanwhile = ({ method }, send) => {
      if (method === 'GET') bench.store.execute({ query: CREATE });
      return send();
    };
    const way = OTHER_WAYS[3] as LookUpWay;
    bench.lookUpBy(way, { products: [{ id: undefined, handle: 'product-1', skus: [] }] });
    const late = bench.products().at(-1) as ProductId;
    const found = bench.lookUpBy(way, { products: [{ id: late, handle: undefined, skus: [] }] });
    expect([...found.products.keys()]).toEqual([late]);
  });
});

const CREATE = 'mutation { productSet(input: { title: "Late" }, synchronous: true) { product { id } } }';
