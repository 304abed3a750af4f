import { openStore } from '../open-store';

const set = `mutation ($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) { metafields { id value compareDigest } userErrors { field message code elementIndex } } }`;

function openWithOwner() {
  const open = openStore();
  const ownerId: string = open.ask('mutation { productCreate(product: { title: "Mug" }) { product { id } } }')
    .product.id;
  const field = (value: string, more: object = {}) => ({
    ownerId,
    namespace: 'custom',
    key: 'material',
    type: 'single_line_text_field',
    value,
    ...more,
  });
  return { ...open, ownerId, field };
}

describe('metafieldsSet', () => {
  test('is atomic', () => {
    const { ask, field, store } = openWithOwner();
    const metafields = [field('Wool'), field('Silk', { ownerId: 'gid://shopify/Product/1' })];
    expect(ask(set, { metafields }).userErrors).toEqual([
      {
        field: ['metafields', '1', 'ownerId'],
        message: 'Owner does not exist.',
        code: 'INVALID_VALUE',
        elementIndex: null,
      },
    ]);
    expect(store.state.metafields.all()).toEqual([]);
  });

  test('compares digests: stale is refused, null means that it must not exist', () => {
    const { ask, field } = openWithOwner();
    const [first] = ask(set, { metafields: [field('Wool', { compareDigest: null })] }).metafields;
    expect(ask(set, { metafields: [field('Silk', { compareDigest: null })] }).userErrors).toMatchObject([
      { code: 'STALE_OBJECT' },
    ]);
    const [second] = ask(set, {
      metafields: [field('Silk', { compareDigest: first.compareDigest })],
    }).metafields;
    expect(second).toMatchObject({ id: first.id, value: 'Silk' });
    expect(second.compareDigest).not.toBe(first.compareDigest);
  });

  test('takes the type from the definition and holds values to it', () => {
    const { ask, field } = openWithOwner();
    const create =
      'mutation ($definition: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $definition) { createdDefinition { id } userErrors { message } } }';
    const definition = {
      name: 'Count',
      namespace: 'custom',
      key: 'count',
      ownerType: 'PRODUCT',
      type: 'number_integer',
      validations: [{ name: 'max', value: '5' }],
    };
    ask(create, { definition });
    const count = (value: string) =>
      ask(set, { metafields: [field(value, { key: 'count', type: undefined })] });
    expect(count('5.0').metafields).toMatchObject([{ value: '5' }]);
    expect(count('6').userErrors).toMatchObject([{ message: 'Value has a maximum of 5.' }]);
    expect(count('many').userErrors).toMatchObject([{ message: 'Value must be an integer.' }]);
  });

  test('wants a type where there is no definition, and 25 entries at most', () => {
    const { ask, field } = openWithOwner();
    expect(ask(set, { metafields: [field('a', { type: undefined })] }).userErrors).toMatchObject([
      { code: 'BLANK' },
    ]);
    const metafields = Array.from({ length: 26 }, (_one, index) => field('a', { key: `key_${index}` }));
    expect(ask(set, { metafields }).userErrors).toMatchObject([
      { message: 'Exceeded the maximum metafields input limit of 25.' },
    ]);
  });
});

test('metafields are read by namespace, by qualified key, and gone once deleted', () => {
  const { ask, ownerId, field } = openWithOwner();
  ask(set, { metafields: [field('Wool'), field('M', { namespace: 'details', key: 'size' })] });
  const read = `query ($id: ID!) { product(id: $id) {
    metafield(namespace: "custom", key: "material") { value }
    metafields(first: 5, keys: ["details.size"]) { nodes { key value } } } }`;
  expect(ask(read, { id: ownerId })).toEqual({
    metafield: { value: 'Wool' },
    metafields: { nodes: [{ key: 'details.size', value: 'M' }] },
  });
  const remove =
    'mutation ($metafields: [MetafieldIdentifierInput!]!) { metafieldsDelete(metafields: $metafields) { deletedMetafields { key } } }';
  const named = (key: string) => ({ ownerId, namespace: 'custom', key });
  expect(ask(remove, { metafields: [named('material'), named('missing')] }).deletedMetafields).toEqual([
    { key: 'material' },
    null,
  ]);
  expect(ask(read, { id: ownerId }).metafield).toBeNull();
});
