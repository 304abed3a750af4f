import type { EmbeddedStore } from '../../../../local/store/store-types';

const SET = `mutation ($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) { product { id } userErrors { field message } } }`;

const PUBLISH = `mutation ($id: ID!, $input: [PublicationInput!]!) {
  publishablePublish(id: $id, input: $input) { userErrors { message } } }`;

const weight = (value: number, unit: string) => ({ measurement: { weight: { value, unit } } });

/** Products as an app may write them; what Shopify then answers differs in HTML, tags, digits and addresses. */
function inputsOf(locationIds: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
  const stock = (...quantities: readonly number[]) =>
    locationIds.map((locationId, index) => ({
      locationId,
      name: 'available',
      quantity: quantities[index] ?? 0,
    }));
  const size = (name: string, colour: string) => [
    { optionName: 'Size', name },
    { optionName: 'Colour', name: colour },
  ];
  const only = [{ optionName: 'Title', name: 'Default Title' }];
  return [
    {
      title: 'Linen shirt',
      handle: 'Linen-Shirt',
      descriptionHtml: '<P>Cool &amp; light.<br>“Nice”</P><ul>\n<li>one\n<li>two</ul>',
      vendor: 'Acme',
      productType: 'Shirts',
      tags: ['summer', 'Linen', 'b2b', 'new'],
      status: 'ACTIVE',
      seo: { title: 'Buy a shirt', description: 'It is cool.\nAnd light.' },
      productOptions: [
        { name: 'Size', values: [{ name: 'S' }, { name: '25/26' }] },
        { name: 'Colour', values: [{ name: 'Blue' }, { name: 'weiß' }] },
      ],
      files: ['front', 'back', 'detail'].map((name) => ({
        originalSource: `https://images.example.com/shirts/${name}.jpg?size=large`,
        alt: name === 'back' ? '' : `The ${name}, “plain”`,
        contentType: 'IMAGE',
      })),
      variants: [
        {
          optionValues: size('S', 'Blue'),
          ...{ sku: 'LS-S', barcode: '0850064060010', price: '85', compareAtPrice: '100.5', taxable: false },
          inventoryItem: { tracked: true, cost: '40.5', requiresShipping: true, ...weight(1.5, 'KILOGRAMS') },
          inventoryQuantities: stock(4, 7),
        },
        {
          optionValues: size('25/26', 'weiß'),
          ...{ sku: '00123', price: '85.10', inventoryPolicy: 'CONTINUE' },
          inventoryItem: { tracked: true, ...weight(350, 'GRAMS'), harmonizedSystemCode: '620520' },
          inventoryQuantities: stock(0),
        },
      ],
    },
    {
      title: 'Mug, 帽子 & co',
      handle: 'mug®-blau',
      descriptionHtml: '',
      tags: [],
      status: 'DRAFT',
      productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
      variants: [
        {
          optionValues: only,
          ...{ sku: 'MUG', price: '9' },
          inventoryItem: {
            ...{
              tracked: false,
              requiresShipping: false,
              countryCodeOfOrigin: 'CA',
              provinceCodeOfOrigin: 'QC',
            },
            ...weight(2.5, 'POUNDS'),
          },
        },
      ],
    },
    {
      title: 'Sample',
      handle: 'sample',
      descriptionHtml: 'no tags at all',
      tags: ['summer'],
      status: 'ARCHIVED',
      productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
      variants: [
        {
          optionValues: only,
          price: '0.00',
          inventoryItem: { tracked: true, ...weight(3, 'OUNCES') },
          inventoryQuantities: stock(-2, 1),
        },
      ],
    },
  ];
}

/** Fills a store as somebody else's app would, and puts the first product on the Online Store. */
export function writeStore(store: EmbeddedStore): void {
  const locationIds = store.state.locations.all().map(({ id }) => id);
  const ids = inputsOf(locationIds).map((input) => {
    const { data, errors } = store.execute({ query: SET, variables: { input } });
    const payload = data?.productSet as
      | {
          readonly product: { readonly id: string } | null;
          readonly userErrors: readonly { message: string }[];
        }
      | undefined;
    if (!payload?.product) throw new Error(JSON.stringify(errors ?? payload?.userErrors));
    return payload.product.id;
  });
  const [channel] = store.state.publications.all();
  store.execute({ query: PUBLISH, variables: { id: ids[0], input: [{ publicationId: channel?.id }] } });
  store.searchIndex.catchUp();
}
