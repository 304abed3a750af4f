import { createStore } from '../../../../local/store/embedded-store';
import { openMarkets } from './open-markets';

const add = `mutation ($id: ID!, $rules: [QuantityRuleInput!]!) { quantityRulesAdd(priceListId: $id, quantityRules: $rules) {
  quantityRules { minimum maximum increment isDefault } userErrors { field message code } } }`;
const price = `mutation ($id: ID!, $input: QuantityPricingByVariantUpdateInput!) {
  quantityPricingByVariantUpdate(priceListId: $id, input: $input) { productVariants { id } userErrors { field message code } } }`;
const read = `query ($id: ID!) { priceList(id: $id) {
  quantityRules(first: 5, originType: FIXED) { nodes { minimum maximum increment originType } }
  prices(first: 5, originType: FIXED) { nodes { price { amount } quantityPriceBreaks(first: 5) { nodes { id minimumQuantity price { amount } } } } } } }`;

const nothing = {
  pricesToAdd: [],
  pricesToDeleteByVariantId: [],
  quantityRulesToAdd: [],
  quantityRulesToDeleteByVariantId: [],
  quantityPriceBreaksToAdd: [],
  quantityPriceBreaksToDelete: [],
  quantityPriceBreaksToDeleteByVariantId: [],
};
const dollars = (amount: string) => ({ amount, currencyCode: 'USD' });

function openWithList() {
  const open = openMarkets();
  const catalogId = open.catalog('Wholesale', { companyLocationIds: [open.companyLocation] });
  const id = open.priceList('Wholesale', { catalogId });
  const [variantId = '', other = ''] = open.variants;
  const change = (input: object) => open.ask(price, { id, input: { ...nothing, ...input } });
  const rule = (minimum: number, maximum: number | null, increment: number) => ({
    variantId,
    minimum,
    maximum,
    increment,
  });
  return { ...open, id, variantId, other, change, rule };
}

describe('a quantity rule', () => {
  test.each([
    [
      [0, 10, 1],
      ['minimum', 'increment'],
      ['GREATER_THAN_OR_EQUAL_TO', 'INCREMENT_IS_GREATER_THAN_MINIMUM'],
    ],
    [[1, 10, 0], ['increment'], ['GREATER_THAN_OR_EQUAL_TO']],
    [[10, 5, 1], ['minimum'], ['MINIMUM_IS_GREATER_THAN_MAXIMUM']],
    [[5, 12, 3], ['minimum'], ['MINIMUM_NOT_MULTIPLE_OF_INCREMENT']],
    [[6, 10, 3], ['maximum'], ['MAXIMUM_NOT_MULTIPLE_OF_INCREMENT']],
  ] as const)('of %j is refused at %j', ([minimum, maximum, increment], fields, codes) => {
    const { ask, id, rule, store } = openWithList();
    const { userErrors } = ask(add, { id, rules: [rule(minimum, maximum, increment)] });
    expect(userErrors.map(({ field }: { field: string[] }) => field.at(-1))).toEqual(fields);
    expect(userErrors.map(({ code }: { code: string }) => code)).toEqual(codes);
    expect(store.state.quantityRules.all()).toEqual([]);
  });

  test('takes the place of a variant’s default one, and is taken off again once', () => {
    const { ask, id, rule, variantId } = openWithList();
    expect(ask(add, { id, rules: [rule(2, 10, 2)] })).toEqual({
      quantityRules: [{ minimum: 2, maximum: 10, increment: 2, isDefault: false }],
      userErrors: [],
    });
    expect(ask(read, { id }).quantityRules.nodes).toHaveLength(1);
    const remove = `mutation ($id: ID!, $ids: [ID!]!) { quantityRulesDelete(priceListId: $id, variantIds: $ids) {
      deletedQuantityRulesVariantIds userErrors { code } } }`;
    expect(ask(remove, { id, ids: [variantId] }).deletedQuantityRulesVariantIds).toEqual([variantId]);
    expect(ask(remove, { id, ids: [variantId] }).userErrors).toEqual([
      { code: 'VARIANT_QUANTITY_RULE_DOES_NOT_EXIST' },
    ]);
  });

  test('is not for the catalogs of markets of countries', () => {
    const { ask, rule, catalog, market, priceList } = openWithList();
    const id = priceList('Germany', { catalogId: catalog('Germany', { marketIds: [market] }) });
    expect(ask(add, { id, rules: [rule(1, null, 1)] }).userErrors).toMatchObject([
      { code: 'CATALOG_CONTEXT_DOES_NOT_SUPPORT_QUANTITY_RULES' },
    ]);
  });

  test('is named twice where it is given twice', () => {
    const { ask, id, rule } = openWithList();
    expect(ask(add, { id, rules: [rule(1, null, 1), rule(2, null, 2)] }).userErrors).toMatchObject([
      { field: ['quantityRules', '0', 'variantId'], code: 'DUPLICATE_INPUT_FOR_VARIANT' },
      { field: ['quantityRules', '1', 'variantId'], code: 'DUPLICATE_INPUT_FOR_VARIANT' },
    ]);
  });
});

describe('quantityPricingByVariantUpdate', () => {
  test('sets prices, rules and breaks at once, and reads them back', () => {
    const { ask, id, change, rule, variantId } = openWithList();
    const answer = change({
      pricesToAdd: [{ variantId, price: dollars('17.00') }],
      quantityRulesToAdd: [rule(2, 10, 2)],
      quantityPriceBreaksToAdd: [{ variantId, minimumQuantity: 4, price: dollars('15.00') }],
    });
    expect(answer).toEqual({ productVariants: [{ id: variantId }], userErrors: [] });
    expect(ask(read, { id })).toMatchObject({
      quantityRules: { nodes: [{ minimum: 2, maximum: 10, increment: 2, originType: 'FIXED' }] },
      prices: {
        nodes: [
          {
            price: { amount: '17.0' },
            quantityPriceBreaks: { nodes: [{ minimumQuantity: 4, price: { amount: '15.0' } }] },
          },
        ],
      },
    });
  });

  test('is all or nothing: one wrong entry, and what was to be deleted stays', () => {
    const { change, variantId, other, store } = openWithList();
    change({ pricesToAdd: [{ variantId, price: dollars('17.00') }] });
    const answer = change({
      pricesToDeleteByVariantId: [variantId],
      pricesToAdd: [{ variantId: other, price: { amount: '5.00', currencyCode: 'EUR' } }],
    });
    expect(answer).toEqual({
      productVariants: null,
      userErrors: [
        {
          field: ['input', 'pricesToAdd', '0'],
          message: 'Currency mismatch.',
          code: 'PRICE_ADD_CURRENCY_MISMATCH',
        },
      ],
    });
    expect(store.state.fixedPrices.all()).toHaveLength(1);
  });

  test.each([
    ['pricesToDeleteByVariantId', 'PRICE_DELETE_PRICE_NOT_FIXED'],
    ['quantityRulesToDeleteByVariantId', 'QUANTITY_RULE_DELETE_RULE_NOT_FOUND'],
  ])('refuses in %s what has nothing to delete', (list, code) => {
    const { change, variantId, other, store } = openWithList();
    change({ pricesToAdd: [{ variantId, price: dollars('17.00') }] });
    expect(change({ [list]: [other] })).toMatchObject({
      productVariants: null,
      userErrors: [{ field: ['input', list, '0'], code }],
    });
    expect(store.state.fixedPrices.all()).toHaveLength(1);
  });

  test('deletes before it creates, so that a price may be replaced in one go', () => {
    const { change, variantId, store } = openWithList();
    change({ pricesToAdd: [{ variantId, price: dollars('17.00') }] });
    change({
      pricesToDeleteByVariantId: [variantId],
      pricesToAdd: [{ variantId, price: dollars('18.00') }],
    });
    expect(store.state.fixedPrices.all()).toMatchObject([{ price: '18.00' }]);
  });

  test.each([
    [{ minimumQuantity: 3 }, 'QUANTITY_PRICE_BREAK_ADD_MIN_NOT_A_MULTIPLE_OF_QUANTITY_RULES_INCREMENT'],
    [{ minimumQuantity: 12 }, 'QUANTITY_PRICE_BREAK_ADD_MIN_HIGHER_THAN_QUANTITY_RULES_MAX'],
    [{ minimumQuantity: 1 }, 'QUANTITY_PRICE_BREAK_ADD_MIN_LOWER_THAN_QUANTITY_RULES_MIN'],
    [{ price: { amount: '1', currencyCode: 'EUR' } }, 'QUANTITY_PRICE_BREAK_ADD_CURRENCY_MISMATCH'],
    [{ variantId: 'gid://shopify/ProductVariant/1' }, 'QUANTITY_PRICE_BREAK_ADD_VARIANT_NOT_FOUND'],
  ])('refuses a price break with %j', (wrong, code) => {
    const { change, rule, variantId } = openWithList();
    const good = { variantId, minimumQuantity: 4, price: dollars('15.00') };
    const { userErrors } = change({
      pricesToAdd: [{ variantId, price: dollars('17.00') }],
      quantityRulesToAdd: [rule(2, 10, 2)],
      quantityPriceBreaksToAdd: [{ ...good, ...wrong }],
    });
    expect(userErrors).toMatchObject([{ field: ['input', 'quantityPriceBreaksToAdd', '0'], code }]);
  });

  test('wants a fixed price below a price break', () => {
    const { change, variantId } = openWithList();
    const breaks = [{ variantId, minimumQuantity: 4, price: dollars('15.00') }];
    expect(change({ quantityPriceBreaksToAdd: breaks }).userErrors).toMatchObject([
      { code: 'QUANTITY_PRICE_BREAK_ADD_PRICE_LIST_PRICE_NOT_FOUND' },
    ]);
  });

  test('takes breaks off by their id and by their variant', () => {
    const { ask, id, change, variantId } = openWithList();
    const breaks = [4, 8].map((minimumQuantity) => ({ variantId, minimumQuantity, price: dollars('15.00') }));
    change({ pricesToAdd: [{ variantId, price: dollars('17.00') }], quantityPriceBreaksToAdd: breaks });
    const left = () => ask(read, { id }).prices.nodes[0].quantityPriceBreaks.nodes;
    change({ quantityPriceBreaksToDelete: [left()[0].id] });
    expect(left()).toMatchObject([{ minimumQuantity: 8 }]);
    change({ quantityPriceBreaksToDeleteByVariantId: [variantId] });
    expect(left()).toEqual([]);
    expect(
      change({ quantityPriceBreaksToDelete: ['gid://shopify/QuantityPriceBreak/1'] }).userErrors,
    ).toMatchObject([{ code: 'QUANTITY_PRICE_BREAK_DELETE_NOT_FOUND' }]);
  });
});

describe('a price list', () => {
  const update = `mutation ($id: ID!, $input: PriceListUpdateInput!) { priceListUpdate(id: $id, input: $input) {
    priceList { currency catalog { id } parent { adjustment { type value } settings { compareAtMode } } }
    userErrors { field code } } }`;

  test('changes its adjustment, and one out of range leaves it as it is', () => {
    const { ask, id } = openWithList();
    const parent = (type: string, value: number) => ({ parent: { adjustment: { type, value } } });
    expect(
      ask(update, { id, input: parent('PERCENTAGE_INCREASE', 1000) }).priceList.parent.adjustment,
    ).toEqual({
      type: 'PERCENTAGE_INCREASE',
      value: 1000,
    });
    expect(ask(update, { id, input: parent('PERCENTAGE_DECREASE', 101) })).toMatchObject({
      priceList: { parent: { adjustment: { value: 1000 } } },
      userErrors: [{ code: 'INVALID_ADJUSTMENT_VALUE' }],
    });
  });

  test('in another currency has lost its fixed prices', () => {
    const { ask, id, change, variantId, store } = openWithList();
    change({ pricesToAdd: [{ variantId, price: dollars('17.00') }] });
    ask(update, { id, input: { currency: 'EUR' } });
    expect(store.state.fixedPrices.all()).toEqual([]);
  });

  test('is taken off its catalog, and goes to no catalog that has one', () => {
    const { ask, id, priceList, store } = openWithList();
    const catalogId = store.state.catalogs.all()[0]?.id;
    const second = priceList('Second');
    expect(ask(update, { id: second, input: { catalogId } }).userErrors).toMatchObject([
      { code: 'CATALOG_TAKEN' },
    ]);
    expect(ask(update, { id, input: { catalogId: null } }).priceList.catalog).toBeNull();
    expect(ask(update, { id: second, input: { catalogId } }).priceList.catalog).toEqual({ id: catalogId });
  });
});

test('rules and price breaks are in what is saved', () => {
  const { change, rule, variantId, store } = openWithList();
  change({
    pricesToAdd: [{ variantId, price: dollars('17.00') }],
    quantityRulesToAdd: [rule(2, 10, 2)],
    quantityPriceBreaksToAdd: [{ variantId, minimumQuantity: 4, price: dollars('15.00') }],
  });
  const again = createStore({ now: () => 0, saved: JSON.parse(JSON.stringify(store.save())) });
  expect(again.state.quantityRules.all()).toEqual(store.state.quantityRules.all());
  expect(
    again.state.quantityPriceBreaks.find('priceList', store.state.priceLists.all()[0]?.id ?? ''),
  ).toHaveLength(1);
});
