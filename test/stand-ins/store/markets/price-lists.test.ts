import { type OpenStore, openStore, setProduct, shirt } from '../open-store';

const create = `mutation ($input: PriceListCreateInput!) {
  priceListCreate(input: $input) { priceList { id name currency fixedPricesCount } userErrors { field message code } } }`;

const prices =
  'price { amount currencyCode } compareAtPrice { amount currencyCode } originType variant { id }';

const add = `mutation ($priceListId: ID!, $prices: [PriceListPriceInput!]!) {
  priceListFixedPricesAdd(priceListId: $priceListId, prices: $prices) {
    prices { ${prices} } userErrors { __typename field message code } } }`;

const update = `mutation ($priceListId: ID!, $pricesToAdd: [PriceListPriceInput!]!, $variantIdsToDelete: [ID!]!) {
  priceListFixedPricesUpdate(priceListId: $priceListId, pricesToAdd: $pricesToAdd, variantIdsToDelete: $variantIdsToDelete) {
    priceList { fixedPricesCount } pricesAdded { ${prices} } deletedFixedPriceVariantIds userErrors { field code } } }`;

const remove = `mutation ($priceListId: ID!, $variantIds: [ID!]!) {
  priceListFixedPricesDelete(priceListId: $priceListId, variantIds: $variantIds) {
    deletedFixedPriceVariantIds userErrors { field code } } }`;

const byProduct = `mutation ($priceListId: ID!, $add: [PriceListProductPriceInput!], $remove: [ID!]) {
  priceListFixedPricesByProductUpdate(priceListId: $priceListId, pricesToAdd: $add, pricesToDeleteByProductIds: $remove) {
    priceList { fixedPricesCount } pricesToAddProducts { id } pricesToDeleteProducts { id } userErrors { field code } } }`;

const list = `query ($id: ID!, $origin: PriceListPriceOriginType, $query: String) {
  priceList(id: $id) { fixedPricesCount prices(first: 10, originType: $origin, query: $query) { nodes { ${prices} } } } }`;

const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });

interface Setting {
  readonly open: OpenStore;
  readonly priceListId: string;
  readonly productId: string;
  readonly variantIds: readonly [string, string, string];
}

/** A list that takes a tenth off a shirt of three variants at 10 dollars. */
function setting(): Setting {
  const open = openStore();
  const { product } = open.ask(setProduct, { input: shirt });
  const parent = { adjustment: { type: 'PERCENTAGE_DECREASE', value: 10 } };
  const { priceList } = open.ask(create, { input: { name: 'Europe', currency: 'EUR', parent } });
  const variantIds = product.variants.nodes.map(({ id }: { id: string }) => id);
  return { open, priceListId: priceList.id, productId: product.id, variantIds };
}

const unknownVariant = 'gid://shopify/ProductVariant/999999999999999';

describe('fixed prices', () => {
  test('stand in place of the adjusted prices of the list', () => {
    const { open, priceListId, variantIds } = setting();
    const [variantId] = variantIds;
    open.ask(add, { priceListId, prices: [{ variantId, price: euros('8.5'), compareAtPrice: euros('9') }] });
    const { fixedPricesCount, prices: shown } = open.ask(list, { id: priceListId });
    expect(fixedPricesCount).toBe(1);
    expect(shown.nodes.slice(0, 2)).toEqual([
      {
        price: { amount: '8.5', currencyCode: 'EUR' },
        compareAtPrice: { amount: '9.0', currencyCode: 'EUR' },
        originType: 'FIXED',
        variant: { id: variantId },
      },
      {
        price: { amount: '9.0', currencyCode: 'EUR' },
        compareAtPrice: null,
        originType: 'RELATIVE',
        variant: { id: variantIds[1] },
      },
    ]);
    expect(open.ask(list, { id: priceListId, origin: 'FIXED' }).prices.nodes).toHaveLength(1);
    const query = `variant_id:${variantIds[2].split('/').at(-1)}`;
    expect(open.ask(list, { id: priceListId, query }).prices.nodes).toEqual([
      expect.objectContaining({ variant: { id: variantIds[2] } }),
    ]);
  });

  test('are added all or not at all, every fault named', () => {
    const { open, priceListId, variantIds } = setting();
    const dollars = { amount: '8', currencyCode: 'USD' };
    const mismatch = {
      __typename: 'PriceListPriceUserError',
      message: "The specified currency does not match the price list's currency.",
      code: 'PRICE_LIST_CURRENCY_MISMATCH',
    };
    expect(
      open.ask(add, {
        priceListId,
        prices: [
          { variantId: variantIds[0], price: euros('8') },
          { variantId: variantIds[1], price: dollars, compareAtPrice: dollars },
          { variantId: unknownVariant, price: dollars },
        ],
      }),
    ).toEqual({
      prices: [],
      userErrors: [
        { ...mismatch, field: ['prices', '1', 'price', 'currencyCode'] },
        { ...mismatch, field: ['prices', '1', 'compareAtPrice', 'currencyCode'] },
        {
          __typename: 'PriceListPriceUserError',
          field: ['prices', '2', 'variantId'],
          message: 'Product variant ID does not exist.',
          code: 'VARIANT_NOT_FOUND',
        },
      ],
    });
    expect(open.ask(list, { id: priceListId }).fixedPricesCount).toBe(0);
  });

  test('given twice for a variant keep the last', () => {
    const { open, priceListId, variantIds } = setting();
    const [variantId] = variantIds;
    const twice = ['8', '7'].map((amount) => ({ variantId, price: euros(amount) }));
    expect(open.ask(add, { priceListId, prices: twice }).prices).toEqual([
      expect.objectContaining({ price: euros('7.0') }),
    ]);
  });

  test('are replaced and removed in one update, and only fixed ones can be removed', () => {
    const { open, priceListId, variantIds } = setting();
    const [first, second] = variantIds;
    open.ask(add, { priceListId, prices: [{ variantId: first, price: euros('8') }] });
    const variables = {
      priceListId,
      pricesToAdd: [{ variantId: second, price: euros('6') }],
      variantIdsToDelete: [first],
    };
    expect(open.ask(update, variables)).toMatchObject({
      priceList: { fixedPricesCount: 1 },
      pricesAdded: [{ originType: 'FIXED', variant: { id: second } }],
      deletedFixedPriceVariantIds: [first],
      userErrors: [],
    });
    expect(open.ask(update, variables)).toEqual({
      priceList: { fixedPricesCount: 1 },
      pricesAdded: [],
      deletedFixedPriceVariantIds: [],
      userErrors: [{ field: ['variantIdsToDelete', '0'], code: 'PRICE_NOT_FIXED' }],
    });
    expect(open.ask(remove, { priceListId, variantIds: [second] }).deletedFixedPriceVariantIds).toEqual([
      second,
    ]);
    expect(open.ask(remove, { priceListId, variantIds: [second] }).userErrors[0].code).toBe(
      'PRICE_NOT_FIXED',
    );
  });

  test('of a list that does not exist are refused', () => {
    const { open } = setting();
    const priceListId = 'gid://shopify/PriceList/999999999999999';
    const refused = { field: ['priceListId'], code: 'PRICE_LIST_NOT_FOUND' };
    expect(open.ask(add, { priceListId, prices: [] })).toMatchObject({ prices: null, userErrors: [refused] });
    expect(open.ask(remove, { priceListId, variantIds: [] }).userErrors).toEqual([refused]);
    expect(open.ask(byProduct, { priceListId, remove: [] }).userErrors[0].code).toBe(
      'PRICE_LIST_DOES_NOT_EXIST',
    );
  });

  test('can be set and removed for all variants of a product', () => {
    const { open, priceListId, productId } = setting();
    const price = { productId, price: euros('5') };
    expect(open.ask(byProduct, { priceListId, add: [price] })).toMatchObject({
      priceList: { fixedPricesCount: 3 },
      pricesToAddProducts: [{ id: productId }],
    });
    expect(open.ask(byProduct, { priceListId, add: [price], remove: [productId] }).userErrors[0].code).toBe(
      'ID_MUST_BE_MUTUALLY_EXCLUSIVE',
    );
    expect(open.ask(byProduct, { priceListId }).userErrors[0].code).toBe('NO_UPDATE_OPERATIONS_SPECIFIED');
    expect(open.ask(byProduct, { priceListId, remove: [productId] }).priceList).toEqual({
      fixedPricesCount: 0,
    });
  });
});

describe('a price list', () => {
  test('belongs to a catalog of a market', () => {
    const { open, priceListId } = setting();
    const { market } = open.ask(
      `mutation { marketCreate(input: { name: "Europe", currencySettings: { baseCurrency: EUR },
        conditions: { regionsCondition: { regions: [{ countryCode: DE }] } } }) {
        market { id name type currencySettings { baseCurrency { currencyCode currencyName } } } userErrors { message } } }`,
    );
    expect(market).toMatchObject({
      type: 'REGION',
      currencySettings: { baseCurrency: { currencyName: 'Euro' } },
    });
    open.ask(
      `mutation ($list: ID!, $market: ID!) { catalogCreate(input: { title: "EU", status: ACTIVE, priceListId: $list,
        context: { marketIds: [$market] } }) { catalog { id } userErrors { message } } }`,
      { list: priceListId, market: market.id },
    );
    expect(
      open.ask(`{ priceLists(first: 5) { nodes { name catalog { title status
        ... on MarketCatalog { markets(first: 5) { nodes { name } } } } } } }`).nodes,
    ).toEqual([
      {
        name: 'Europe',
        catalog: { title: 'EU', status: 'ACTIVE', markets: { nodes: [{ name: 'Europe' }] } },
      },
    ]);
  });

  test('has a name of its own, and takes its prices with it when it is deleted', () => {
    const { open, priceListId, variantIds } = setting();
    const parent = { adjustment: { type: 'PERCENTAGE_INCREASE', value: 5 } };
    expect(open.ask(create, { input: { name: 'Europe', currency: 'EUR', parent } }).userErrors[0].code).toBe(
      'TAKEN',
    );
    open.ask(add, { priceListId, prices: [{ variantId: variantIds[0], price: euros('8') }] });
    open.ask('mutation ($id: ID!) { priceListDelete(id: $id) { deletedId userErrors { code } } }', {
      id: priceListId,
    });
    expect(open.ask(list, { id: priceListId })).toBeNull();
    expect(open.store.state.fixedPrices.all()).toEqual([]);
  });
});
