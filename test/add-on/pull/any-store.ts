import fc from 'fast-check';
import type { EmbeddedStore } from '../../../local/store/store-types';

/** Texts that spreadsheets, or the reading of them, are known to change or to refuse. */
const TRAPS = [
  '=1+1',
  '=HYPERLINK("https://example.com")',
  '+49 30 1234',
  '-5',
  '@home',
  "'quoted'",
  "'=1",
  '[clear]',
  '#REF!',
  'Loading...',
  '1E+5',
  '00417',
  '25/26',
  'TRUE',
  '1,234',
  '12.50',
  '€5',
  'GrÃ¼n',
  'Red\u00a0mug',
  'two  blanks',
  'Zeile\nzwei',
  'not stocked',
  'Title',
  'Handle',
  '[only in Shopify]',
  'x'.repeat(255),
];

export const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('Mug', 'Linen shirt', 'Ärmel 帽子', 'S', 'Blue', 'a, b') },
  { weight: 2, arbitrary: fc.constantFrom(...TRAPS) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 20 }) },
);
const nonBlank = words.filter((text) => text.trim() !== '');

const html = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 2, arbitrary: fc.constantFrom('', '<p>Soft</p>\r\n<ul><li>a</li></ul>', ' <b>x</b> ') },
  { weight: 1, arbitrary: fc.integer({ min: 49_990, max: 70_000 }).map((size) => 'y'.repeat(size)) },
);

const amount = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }).map((cents) => (cents / 100).toFixed(2)),
  fc.constantFrom('0.00', '1234567.89', '0.10'),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const weight = fc.record({
  value: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.double({ min: 0, max: 50, noNaN: true })),
  unit: fc.constantFrom('GRAMS', 'KILOGRAMS', 'OUNCES', 'POUNDS'),
});

const variant = fc.record({
  sku: maybe(fc.oneof(fc.constantFrom('A', 'B', '00417', ''), words)),
  barcode: maybe(fc.oneof(fc.constantFrom('0850064060010', '12345670'), words)),
  price: amount,
  compareAtPrice: maybe(amount),
  taxable: fc.boolean(),
  inventoryPolicy: fc.constantFrom('DENY', 'CONTINUE'),
  /** Of a bundle: sold only together with components that an app adds to it. */
  requiresComponents: fc.boolean(),
  tracked: fc.boolean(),
  cost: maybe(amount),
  requiresShipping: fc.boolean(),
  weight: maybe(weight),
  harmonizedSystemCode: maybe(fc.constantFrom('620520', '6205200000')),
  countryCodeOfOrigin: maybe(fc.constantFrom('CA', 'DE')),
  /** By location; undefined where it is not stocked. */
  stock: fc.array(maybe(fc.integer({ min: -5, max: 5_000 })), { minLength: 3, maxLength: 3 }),
  image: fc.nat(5),
});

const product = fc.record({
  title: nonBlank,
  descriptionHtml: html,
  vendor: words,
  productType: words,
  tags: fc.array(words, { maxLength: 4 }),
  status: fc.constantFrom('ACTIVE', 'DRAFT', 'ARCHIVED', 'UNLISTED'),
  giftCard: fc.boolean(),
  seo: fc.record({ title: maybe(words), description: maybe(words) }),
  category: maybe(fc.nat(20)),
  optionName: nonBlank,
  optionValues: fc.uniqueArray(nonBlank, {
    maxLength: 4,
    selector: (text) => text.trim().replace(/\s+/g, ' ').toLowerCase(),
  }),
  variants: fc.array(variant, { minLength: 4, maxLength: 4 }),
  images: fc.array(fc.record({ alt: words, size: fc.boolean() }), { maxLength: 6 }),
  isPublished: fc.boolean(),
});

export type AnyProduct = typeof product extends fc.Arbitrary<infer One> ? One : never;

export const anyProducts: fc.Arbitrary<readonly AnyProduct[]> = fc.array(product, {
  minLength: 1,
  maxLength: 4,
});

const SET = `mutation ($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) { product { id } userErrors { field message } } }`;
const PUBLISH = `mutation ($id: ID!, $input: [PublicationInput!]!) {
  publishablePublish(id: $id, input: $input) { userErrors { message } } }`;
const VARIANT_IMAGE = `mutation ($id: ID!, $media: [ProductVariantAppendMediaInput!]!) {
  productVariantAppendMedia(productId: $id, variantMedia: $media) { userErrors { message } } }`;

/** Fills a store as other apps would; what Shopify refuses is left out. Answers how many products it took. */
export function fillStore(store: EmbeddedStore, products: readonly AnyProduct[]): number {
  const locations = store.state.locations.all().map(({ id }) => id);
  let taken = 0;
  products.forEach((product, number) => {
    const { data } = store.execute({ query: SET, variables: { input: inputOf(product, number, locations) } });
    const id = (data?.productSet as { product: { id: string } | null } | null)?.product?.id;
    if (!id) return;
    taken += 1;
    const [channel] = store.state.publications.all();
    if (product.isPublished)
      store.execute({ query: PUBLISH, variables: { id, input: [{ publicationId: channel?.id }] } });
    showImages(store, id, product);
  });
  store.searchIndex.catchUp();
  return taken;
}

function showImages(store: EmbeddedStore, id: string, { variants, images }: AnyProduct): void {
  const { data } = store.execute({
    query:
      'query ($id: ID!) { product(id: $id) { variants(first: 9) { nodes { id } } media(first: 9) { nodes { id } } } }',
    variables: { id },
  });
  const found = data?.product as Record<'variants' | 'media', { nodes: { id: string }[] }>;
  found.variants.nodes.forEach((variant, index) => {
    const media = found.media.nodes[variants[index]?.image ?? images.length];
    if (media)
      store.execute({
        query: VARIANT_IMAGE,
        variables: { id, media: [{ variantId: variant.id, mediaIds: [media.id] }] },
      });
  });
}

function inputOf(product: AnyProduct, number: number, locations: readonly string[]): object {
  const { optionName, optionValues, variants, images, isPublished: _, category: __, ...fields } = product;
  const isPlain = optionValues.length === 0;
  const values = isPlain ? ['Default Title'] : optionValues;
  const name = isPlain ? 'Title' : optionName;
  return {
    ...fields,
    handle: `product-${number}`,
    productOptions: [{ name, values: values.map((value) => ({ name: value })) }],
    files: images.map(({ alt, size }, index) => ({
      originalSource: `https://images.example.com/${number}/${index}${size ? '_600x600' : ''}.jpg`,
      alt,
      contentType: 'IMAGE',
    })),
    variants: values.map((value, index) => variantOf(variants[index], { name, value }, locations)),
  };
}

function variantOf(
  variant: AnyProduct['variants'][number] | undefined,
  option: { readonly name: string; readonly value: string },
  locations: readonly string[],
): object {
  if (!variant) throw new Error('A product has more values than variants.');
  const {
    sku,
    barcode,
    price,
    compareAtPrice,
    taxable,
    inventoryPolicy,
    requiresComponents,
    stock,
    image: _,
    weight,
    ...item
  } = variant;
  return {
    optionValues: [{ optionName: option.name, name: option.value }],
    ...{ sku, barcode, price, compareAtPrice, taxable, inventoryPolicy, requiresComponents },
    inventoryItem: { ...item, ...(weight && { measurement: { weight } }) },
    inventoryQuantities: locations.flatMap((locationId, index) =>
      stock[index] === undefined ? [] : [{ locationId, name: 'available', quantity: stock[index] }],
    ),
  };
}
