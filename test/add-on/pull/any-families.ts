import fc from 'fast-check';
import type { EmbeddedStore } from '../../../local/store/store-types';
import type { MetafieldType } from '../../../src/catalog/metafields/types';
import { setQuantities } from '../markets/quantities';
import { addCatalog, fix } from '../markets/shop';
import { words } from './any-store';

const nonBlank = words.filter((text) => text.trim() !== '');
const line = nonBlank.filter((text) => !/[\r\n]/.test(text));
const measures = fc.record({
  value: fc.constantFrom(2, 12.5, 0.1, 1234.567, 0),
  unit: fc.constantFrom('cm', 'm', 'in'),
});
const dates = fc.constantFrom('2026-05-31', '1999-01-01', '2026-12-24');
const richTexts = fc.record({ text: nonBlank, bold: fc.boolean(), isHeading: fc.boolean() });
const json = (value: unknown) => JSON.stringify(value);

/** Values as Shopify keeps them. */
const VALUES = {
  single_line_text_field: line,
  multi_line_text_field: nonBlank,
  number_integer: fc.integer().map(String),
  number_decimal: fc.constantFrom('0', '1234.5', '-0.125', '1000000.000001', '1.234'),
  boolean: fc.constantFrom('true', 'false'),
  date: dates,
  date_time: fc.constantFrom('2026-05-31T16:30:00+00:00', '2026-01-01T00:00:00+00:00'),
  color: fc.constantFrom('#1A2B3C', '#ffffff'),
  url: fc.constantFrom('https://a.example', 'https://a.example/b?c=1&d=%20#e'),
  json: fc.oneof(fc.json({ maxDepth: 2 }), fc.constantFrom('{"b": [1, 2.0]}', '"=1"', '[]')),
  money: fc.constantFrom('0.00', '19.90', '1234.56').map((amount) => json({ amount, currency_code: 'USD' })),
  link: fc.record({ text: line, url: fc.constantFrom('https://a.example', 'https://b.example/c') }).map(json),
  language: fc.constantFrom('de', 'pt-BR'),
  id: line,
  rating: fc.constant(json({ value: '4.5', scale_min: '1.0', scale_max: '5.0' })),
  rich_text_field: fc.array(richTexts, { minLength: 1, maxLength: 3 }).map((parts) =>
    json({
      type: 'root',
      children: parts.map(({ text, bold, isHeading }) => ({
        ...(isHeading ? { type: 'heading', level: 2 } : { type: 'paragraph' }),
        children: [{ type: 'text', value: text, ...(bold && { bold }) }],
      })),
    }),
  ),
  dimension: measures.map(json),
  'list.single_line_text_field': fc.array(line, { minLength: 1, maxLength: 3 }).map(json),
  'list.number_integer': fc.array(fc.integer(), { minLength: 1, maxLength: 3 }).map(json),
  'list.number_decimal': fc.array(fc.constantFrom(1.5, 2, 0.125), { minLength: 1, maxLength: 3 }).map(json),
  'list.date': fc.array(dates, { minLength: 1, maxLength: 3 }).map(json),
  'list.dimension': fc.array(measures, { minLength: 1, maxLength: 2 }).map(json),
  'list.link': fc
    .array(fc.record({ text: line, url: fc.constant('https://a.example') }), { minLength: 1, maxLength: 2 })
    .map(json),
  product_reference: fc.constant('product'),
  variant_reference: fc.constant('variant'),
  collection_reference: fc.constant('collection'),
  'list.product_reference': fc.constant('products'),
} as const satisfies Partial<Readonly<Record<MetafieldType, fc.Arbitrary<string>>>>;

type Typed = keyof typeof VALUES;

const field = fc
  .record({
    type: fc.constantFrom(...(Object.keys(VALUES) as Typed[])),
    name: line,
    ownerType: fc.constantFrom('PRODUCT' as const, 'PRODUCTVARIANT' as const),
  })
  .chain((one) =>
    fc.record({
      ...{ type: fc.constant(one.type), name: fc.constant(one.name), ownerType: fc.constant(one.ownerType) },
      /** Others may only read it. */
      isShown: fc.boolean(),
      values: fc.array(fc.option(VALUES[one.type] as fc.Arbitrary<string>, { nil: undefined }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  );

const collection = fc.record({
  title: fc.oneof(nonBlank, fc.constantFrom('Sale', 'Sale', 'Winter, warm', 'sale', 'Hats')),
  /** The tag by which products are in it; undefined where they are put into it by hand. */
  tag: fc.option(words, { nil: undefined }),
  members: fc.array(fc.nat(3), { maxLength: 4 }),
});

const market = fc.record({
  title: fc.oneof(fc.constantFrom('Germany', 'Japan, Korea', 'EU / north', 'B2B'), line),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD', undefined),
  percent: fc.constantFrom(0, -10, 12.5),
  selects: fc.boolean(),
  /** A company's catalog, with quantities. */
  isOfCompany: fc.boolean(),
  fixed: fc.array(
    fc.record({
      variant: fc.nat(12),
      price: fc.constantFrom('0', '12', '1234.5', '0.5'),
      compareAt: fc.option(fc.constantFrom('20', '2000'), { nil: undefined }),
    }),
    { maxLength: 4 },
  ),
  included: fc.array(fc.nat(3), { maxLength: 3 }),
});

export const anyFamilies = fc.record({
  fields: fc.array(field, { maxLength: 5 }),
  collections: fc.array(collection, { maxLength: 4 }),
  markets: fc.uniqueArray(market, { maxLength: 3, selector: ({ title }) => title.trim().toLowerCase() }),
  /** Of each product, the channels that show it, and from when the first does. */
  channels: fc.array(fc.record({ shown: fc.array(fc.nat(4), { maxLength: 3 }), isLater: fc.boolean() }), {
    maxLength: 4,
  }),
  /** Of each variant. */
  barcodes: fc.array(fc.uniqueArray(fc.constantFrom('0850', '12345670', 'X-1', '00417'), { maxLength: 3 }), {
    maxLength: 6,
  }),
});

export type AnyFamilies = typeof anyFamilies extends fc.Arbitrary<infer One> ? One : never;

/** Whatever the app was granted, a person in Shopify admin may do all of this. */
const accessScopes = [
  ...['write_products', 'write_files', 'write_publications', 'write_markets', 'read_markets'],
  'read_locations',
];

/** Puts all of it into a store that has products. What Shopify refuses is left out. */
export function fillFamilies(store: EmbeddedStore, families: AnyFamilies): void {
  const put = (query: string, variables: object) =>
    store.execute({ query, variables: { ...variables } }, { accessScopes }).data ?? {};
  const products = store.state.products.all();
  const variants = store.state.variants.all();
  for (const { title, tag } of families.collections) {
    const rules = tag && [{ column: 'TAG', relation: 'EQUALS', condition: tag }];
    const ruleSet = rules && { appliedDisjunctively: false, rules };
    put(
      'mutation ($input: CollectionInput!) { collectionCreate(input: $input) { userErrors { message } } }',
      { input: { title, ...(ruleSet && { ruleSet }) } },
    );
  }
  const collections = store.state.collections.all();
  for (const { title, tag, members } of families.collections) {
    const joined = collections.find((one) => one.title === title.trim());
    for (const index of tag === undefined ? members : []) {
      const id = products[index]?.id;
      if (id && joined)
        put(
          'mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }',
          { product: { id, collectionsToJoin: [joined.id] } },
        );
    }
  }
  putMarkets(
    store,
    families,
    variants.map(({ id }) => id),
  );
  const referred: Readonly<Record<string, string | undefined>> = {
    product: products[0]?.id,
    variant: variants[0]?.id,
    collection: collections[0]?.id,
    products: json(products.slice(0, 2).map(({ id }) => id)),
  };
  for (const [number, { type, name, ownerType, values, isShown }] of families.fields.entries()) {
    const key = `field_${number}`;
    const definition = { namespace: 'custom', key, name, type, ownerType };
    put(
      'mutation ($definition: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $definition) { userErrors { message } } }',
      { definition },
    );
    const owners = ownerType === 'PRODUCT' ? products : variants;
    for (const [index, value] of values.entries()) {
      const ownerId = owners[index]?.id;
      if (ownerId === undefined || value === undefined) continue;
      const stored = type.endsWith('_reference') ? referred[value] : value;
      put(
        'mutation ($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { userErrors { message } } }',
        { metafields: [{ ownerId, namespace: 'custom', key, type, value: stored }] },
      );
    }
    const known = store.state.metafieldDefinitions.all().find((each) => each.key === key);
    if (known && isShown)
      store.state.metafieldDefinitions.put({ ...known, access: { ...known.access, admin: 'PUBLIC_READ' } });
  }
  putChannels(store, families, put);
  for (const [index, codes] of families.barcodes.entries()) {
    const variant = variants[index];
    if (variant)
      put(
        'mutation ($id: ID!, $variants: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }',
        {
          id: variant.productId,
          variants: [{ id: variant.id, barcodes: codes.map((value) => ({ value })) }],
        },
      );
  }
  store.searchIndex.catchUp();
}

function putMarkets(store: EmbeddedStore, { markets }: AnyFamilies, variants: readonly string[]): void {
  const products = store.state.products.all();
  for (const { title, currency, percent, selects, isOfCompany, fixed, included } of markets) {
    try {
      addCatalog(
        { store },
        { title, percent, selects, ...(currency && { currency }), ...(isOfCompany && { company: title }) },
      );
    } catch {
      continue;
    }
    const catalog = store.state.catalogs.all().find((one) => one.title === title);
    const list = store.state.priceLists.all().find(({ catalogId }) => catalogId === catalog?.id);
    const money = (amount: string) => ({ amount, currencyCode: currency });
    for (const { variant, price, compareAt } of list ? fixed : []) {
      const prices = [
        {
          variantId: variants[variant],
          price: money(price),
          ...(compareAt && { compareAtPrice: money(compareAt) }),
        },
      ];
      store.execute(
        {
          query:
            'mutation ($id: ID!, $prices: [PriceListPriceInput!]!) { priceListFixedPricesAdd(priceListId: $id, prices: $prices) { userErrors { message } } }',
          variables: { id: list?.id, prices },
        },
        { accessScopes },
      );
    }
    const skus = store.state.inventoryItems.all().flatMap(({ sku }) => sku || []);
    const [sku] = skus.filter((one) => skus.indexOf(one) === skus.lastIndexOf(one));
    if (isOfCompany && list && sku) {
      fix({ store }, title, sku, '1');
      setQuantities({ store }, title, sku, { rule: [2, null, 2], prices: { 4: '0.50' } });
    }
    const publicationId = catalog?.publicationId;
    for (const index of publicationId ? included : [])
      store.execute(
        {
          query:
            'mutation ($id: ID!, $input: [PublicationInput!]!) { publishablePublish(id: $id, input: $input) { userErrors { message } } }',
          variables: { id: products[index]?.id, input: [{ publicationId }] },
        },
        { accessScopes },
      );
  }
}

function putChannels(
  store: EmbeddedStore,
  { channels }: AnyFamilies,
  put: (query: string, variables: object) => unknown,
): void {
  const publications = store.state.publications.all();
  const products = store.state.products.all();
  for (const [index, { shown, isLater }] of channels.entries()) {
    const id = products[index]?.id;
    for (const [place, at] of shown.entries()) {
      const publicationId = publications[at]?.id;
      const publishDate = isLater && place === 0 ? '2027-01-05T08:00:00Z' : undefined;
      if (id && publicationId)
        put(
          'mutation ($id: ID!, $input: [PublicationInput!]!) { publishablePublish(id: $id, input: $input) { userErrors { message } } }',
          { id, input: [{ publicationId, ...(publishDate && { publishDate }) }] },
        );
    }
  }
}
