import { createStore } from '../../../../local/store/embedded-store';
import { openStore } from '../open-store';

const create = `mutation ($definition: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $definition) {
  createdDefinition { id namespace pinnedPosition constraints { key values(first: 5) { nodes { value } } }
    capabilities { adminFilterable { enabled eligible status } uniqueValues { enabled eligible } }
    validations { name type value } }
  userErrors { field message code } } }`;
const update = `mutation ($definition: MetafieldDefinitionUpdateInput!) { metafieldDefinitionUpdate(definition: $definition) {
  updatedDefinition { pinnedPosition validationStatus } validationJob { id done } userErrors { field message code } } }`;

const plain = {
  name: 'Field',
  namespace: 'custom',
  key: 'field',
  ownerType: 'PRODUCT',
  type: 'single_line_text_field',
};
const identity = { namespace: 'custom', key: 'field', ownerType: 'PRODUCT' };

describe('a new definition', () => {
  test.each([
    [{ namespace: 'ab' }, 'Namespace is too short (minimum is 3 characters)', 'TOO_SHORT'],
    [{ key: 'k'.repeat(65) }, 'Key is too long (maximum is 64 characters)', 'TOO_LONG'],
    [{ key: 'a b' }, 'Key contains one or more invalid characters.', 'INVALID_CHARACTER'],
    [{ name: ' ' }, "Name can't be blank", 'BLANK'],
    [{ description: 'd'.repeat(256) }, 'Description is too long (maximum is 255 characters)', 'TOO_LONG'],
    [
      { validations: [{ name: 'scale_max', value: '5' }] },
      "Validations value for option scale_max contains an invalid value: 'scale_max' isn't supported for single_line_text_field.",
      'INVALID_OPTION',
    ],
    [
      { validations: [{ name: 'max', value: 'many' }] },
      'Validations value for option max must be an integer.',
      'INVALID_OPTION',
    ],
    [
      {
        type: 'date',
        validations: [
          { name: 'min', value: '2026-02-01' },
          { name: 'max', value: '2026-01-01' },
        ],
      },
      "Validations contains an invalid value: 'min' must be less than 'max'.",
      'INVALID_OPTION',
    ],
    [
      { type: 'date', validations: [{ name: 'min', value: 'soon' }] },
      'Validations value for option min must be in YYYY-MM-DD format.',
      'INVALID_OPTION',
    ],
    [
      { type: 'list.metaobject_reference' },
      'Validations require that you select a metaobject.',
      'INVALID_OPTION',
    ],
    [
      { type: 'money', capabilities: { uniqueValues: { enabled: true } } },
      'The capability unique_values is not valid for this definition.',
      'INVALID_CAPABILITY',
    ],
    [
      { ownerType: 'COLLECTION', capabilities: { smartCollectionCondition: { enabled: true } } },
      'The capability smart_collection_condition is not valid for this definition.',
      'INVALID_CAPABILITY',
    ],
    [
      { access: { admin: 'MERCHANT_READ' } },
      'Setting this access control is not permitted. It must be one of ["public_read_write"].',
      'ADMIN_ACCESS_INPUT_NOT_ALLOWED',
    ],
    [
      { pin: true, constraints: { key: 'category', values: ['ap-2'] } },
      'Constrained metafield definitions do not support pinning.',
      'UNSUPPORTED_PINNING',
    ],
  ])('is refused for %j', (wrong, message, code) => {
    const { ask, store } = openStore();
    expect(ask(create, { definition: { ...plain, ...wrong } })).toMatchObject({
      createdDefinition: null,
      userErrors: [{ message, code }],
    });
    expect(store.state.metafieldDefinitions.all()).toEqual([]);
  });

  test('has 128 choices at most', () => {
    const { ask } = openStore();
    const choices = (count: number) =>
      JSON.stringify(Array.from({ length: count }, (_one, index) => `c${index}`));
    const withChoices = (count: number, key: string) =>
      ask(create, {
        definition: { ...plain, key, validations: [{ name: 'choices', value: choices(count) }] },
      });
    expect(withChoices(128, 'most').userErrors).toEqual([]);
    expect(withChoices(129, 'more').userErrors).toMatchObject([{ code: 'INVALID_OPTION' }]);
  });

  test('says what it is, with the type of each validation', () => {
    const { ask } = openStore();
    const constraints = { key: 'category', values: ['ap-2'] };
    const validations = [{ name: 'max', value: '9' }];
    expect(
      ask(create, { definition: { ...plain, constraints, validations } }).createdDefinition,
    ).toMatchObject({
      constraints: { key: 'category', values: { nodes: [{ value: 'ap-2' }] } },
      validations: [{ name: 'max', type: 'number_integer', value: '9' }],
      capabilities: { adminFilterable: { enabled: false, eligible: true, status: 'NOT_FILTERABLE' } },
    });
  });

  test('gives its type to the values that were there before, where they are valid for it', () => {
    const { ask, store } = openStore();
    const ownerId = ask('mutation { productCreate(product: { title: "Mug" }) { product { id } } }').product
      .id;
    ask(
      'mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { message } } }',
      {
        m: [
          { ownerId, namespace: 'custom', key: 'field', type: 'single_line_text_field', value: '5' },
          { ownerId, namespace: 'custom', key: 'other', type: 'single_line_text_field', value: 'five' },
        ],
      },
    );
    ask(create, { definition: { ...plain, type: 'number_integer' } });
    ask(create, { definition: { ...plain, type: 'number_integer', key: 'other' } });
    expect(store.state.metafields.all().map(({ type }) => type)).toEqual([
      'number_integer',
      'single_line_text_field',
    ]);
  });
});

describe('pinning', () => {
  test('counts up to 50, and closes the gap when one is unpinned', () => {
    const { ask } = openStore();
    const pin = (key: string) => ask(create, { definition: { ...plain, key, pin: true } });
    for (let index = 1; index <= 50; index += 1)
      expect(pin(`key_${index}`).createdDefinition.pinnedPosition).toBe(index);
    expect(pin('over').userErrors).toMatchObject([{ code: 'PINNED_LIMIT_REACHED' }]);
    const unpin =
      'mutation ($i: MetafieldDefinitionIdentifierInput!) { metafieldDefinitionUnpin(identifier: $i) { unpinnedDefinition { pinnedPosition } userErrors { code } } }';
    const first = { ...identity, key: 'key_1' };
    expect(ask(unpin, { i: first }).unpinnedDefinition).toEqual({ pinnedPosition: null });
    expect(ask(unpin, { i: first }).userErrors).toEqual([{ code: 'NOT_PINNED' }]);
    const pinned =
      '{ metafieldDefinitions(ownerType: PRODUCT, first: 60, pinnedStatus: PINNED, sortKey: PINNED_POSITION) { nodes { key pinnedPosition } } }';
    expect(ask(pinned).nodes).toHaveLength(49);
    expect(ask(pinned).nodes[0]).toEqual({ key: 'key_2', pinnedPosition: 1 });
  });
});

test('new validations are checked in the background, and the definition says that some values are wrong', () => {
  const { ask, wait } = openStore();
  const ownerId = ask('mutation { productCreate(product: { title: "Mug" }) { product { id } } }').product.id;
  ask(create, { definition: plain });
  ask('mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { message } } }', {
    m: [{ ownerId, namespace: 'custom', key: 'field', value: 'much too long' }],
  });
  const changed = ask(update, { definition: { ...identity, validations: [{ name: 'max', value: '5' }] } });
  expect(changed).toMatchObject({
    updatedDefinition: { validationStatus: 'ALL_VALID' },
    validationJob: { done: false },
  });
  wait(2000);
  const job = 'query ($id: ID!) { job(id: $id) { done query { shop { name } } } }';
  expect(ask(job, { id: changed.validationJob.id })).toMatchObject({ done: true });
  const read =
    'query ($i: MetafieldDefinitionIdentifierInput!) { metafieldDefinition(identifier: $i) { validationStatus metafieldsCount(validationStatus: INVALID) } }';
  expect(ask(read, { i: identity })).toEqual({ validationStatus: 'SOME_INVALID', metafieldsCount: 1 });
  expect(ask(update, { definition: { ...identity, name: 'Renamed' } }).validationJob).toBeNull();
});

test("another app's namespace is neither defined nor written, and its values not deleted", () => {
  const { ask, graphql } = openStore();
  const namespace = 'app--999999999999';
  expect(graphql(create, { definition: { ...plain, namespace } }).errors).toMatchObject([
    { extensions: { code: 'ACCESS_DENIED' } },
  ]);
  const ownerId = ask('mutation { productCreate(product: { title: "Mug" }) { product { id } } }').product.id;
  const field = { ownerId, namespace, key: 'field' };
  const write =
    'mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { id } userErrors { field code } } }';
  expect(ask(write, { m: [{ ...field, type: 'single_line_text_field', value: 'x' }] })).toEqual({
    metafields: [],
    userErrors: [{ field: ['metafields', '0'], code: 'APP_NOT_AUTHORIZED' }],
  });
  const remove =
    'mutation ($m: [MetafieldIdentifierInput!]!) { metafieldsDelete(metafields: $m) { deletedMetafields { key } userErrors { field } } }';
  expect(ask(remove, { m: [field] })).toEqual({
    deletedMetafields: [],
    userErrors: [{ field: ['metafields'] }],
  });
});

test('a standard definition is enabled once, and enabling it again answers the same one', () => {
  const { ask } = openStore();
  const enable =
    'mutation { standardMetafieldDefinitionEnable(ownerType: PRODUCT, namespace: "descriptors", key: "subtitle") { createdDefinition { id name standardTemplate { name } } userErrors { code } } }';
  const first = ask(enable);
  expect(first.createdDefinition).toMatchObject({
    name: 'Product subtitle',
    standardTemplate: { name: 'Product subtitle' },
  });
  expect(ask(enable)).toEqual(first);
  const unknown =
    'mutation { standardMetafieldDefinitionEnable(ownerType: PRODUCT, namespace: "no", key: "where") { userErrors { code } } }';
  expect(ask(unknown).userErrors).toEqual([{ code: 'TEMPLATE_NOT_FOUND' }]);
});

test('definitions with constraints and jobs are in what is saved', () => {
  const { ask, store } = openStore();
  ask(create, { definition: { ...plain, constraints: { key: 'category', values: ['ap-2'] } } });
  ask(update, { definition: { ...identity, validations: [{ name: 'max', value: '5' }] } });
  const saved = JSON.parse(JSON.stringify(store.save()));
  const again = createStore({ now: () => 0, saved });
  expect(again.state.metafieldDefinitions.all()).toEqual(store.state.metafieldDefinitions.all());
  expect(again.state.jobs.all()).toHaveLength(1);
});
