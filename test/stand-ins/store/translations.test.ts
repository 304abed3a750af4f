import { createHash } from 'node:crypto';
import { createStore } from '../../../local/store/embedded-store';
import { openStore } from './open-store';

const enable =
  'mutation ($locale: String!) { shopLocaleEnable(locale: $locale) { shopLocale { name published } userErrors { field message } } }';
const register = `mutation ($id: ID!, $t: [TranslationInput!]!) { translationsRegister(resourceId: $id, translations: $t) {
  translations { key value locale outdated market { id } } userErrors { field code } } }`;
const remove = `mutation ($id: ID!, $keys: [String!]!, $locales: [String!]!) {
  translationsRemove(resourceId: $id, translationKeys: $keys, locales: $locales) { translations { key } userErrors { code } } }`;
const read = `query ($id: ID!) { translatableResource(resourceId: $id) {
  translatableContent { key value digest } translations(locale: "fr") { key value outdated } } }`;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function openInFrench() {
  const open = openStore();
  open.ask(enable, { locale: 'fr' });
  const { product } = open.ask(
    'mutation { productCreate(product: { title: "Mug", descriptionHtml: "<p>Blue</p>" }) { product { id } } }',
  );
  const french = (key: string, value: string, original: string, more: object = {}) => ({
    locale: 'fr',
    key,
    value,
    translatableContentDigest: digestOf(original),
    ...more,
  });
  return { ...open, id: product.id as string, french };
}

test('languages are enabled once, published, and gone with their translations', () => {
  const { ask, id, french, store } = openInFrench();
  expect(ask(enable, { locale: 'fr' }).userErrors).toEqual([
    { field: ['locale'], message: 'Locale has already been taken' },
  ]);
  const publish =
    'mutation { shopLocaleUpdate(locale: "fr", shopLocale: { published: true }) { shopLocale { locale published } } }';
  expect(ask(publish).shopLocale).toEqual({ locale: 'fr', published: true });
  expect(ask('{ shopLocales(published: true) { locale primary } }')).toEqual([
    { locale: 'en', primary: true },
    { locale: 'fr', primary: false },
  ]);
  ask(register, { id, t: [french('title', 'Tasse', 'Mug')] });
  ask('mutation { shopLocaleDisable(locale: "fr") { locale userErrors { message } } }');
  expect(store.state.translations.all()).toEqual([]);
  expect(ask('mutation { shopLocaleDisable(locale: "en") { locale userErrors { field } } }')).toEqual({
    locale: null,
    userErrors: [{ field: ['locale'] }],
  });
});

test('a translation is read back, and is outdated once the original says something else', () => {
  const { ask, id, french } = openInFrench();
  expect(ask(register, { id, t: [french('title', 'Tasse', 'Mug')] })).toEqual({
    translations: [{ key: 'title', value: 'Tasse', locale: 'fr', outdated: false, market: null }],
    userErrors: [],
  });
  const before = ask(read, { id });
  expect(before.translatableContent.map(({ key }: { key: string }) => key)).toEqual([
    'title',
    'body_html',
    'handle',
    'product_type',
  ]);
  expect(before.translatableContent[0].digest).toBe(digestOf('Mug'));
  ask('mutation ($id: ID!) { productUpdate(product: { id: $id, title: "Cup" }) { product { id } } }', { id });
  expect(ask(read, { id }).translations).toEqual([{ key: 'title', value: 'Tasse', outdated: true }]);
  expect(ask(remove, { id, keys: ['title'], locales: ['fr'] }).translations).toEqual([{ key: 'title' }]);
  expect(ask(remove, { id, keys: ['title'], locales: ['fr'] })).toEqual({
    translations: null,
    userErrors: [],
  });
});

test.each([
  [{ locale: 'de' }, 'locale', 'INVALID_LOCALE_FOR_SHOP'],
  [{ locale: 'en' }, 'locale', 'INVALID_LOCALE_FOR_SHOP'],
  [{ marketId: 'gid://shopify/Market/1' }, 'marketId', 'MARKET_DOES_NOT_EXIST'],
  [{ key: 'colour' }, 'key', 'INVALID_KEY_FOR_MODEL'],
  [{ value: ' ' }, 'value', 'FAILS_RESOURCE_VALIDATION'],
  [
    { translatableContentDigest: digestOf('Old mug') },
    'translatableContentDigest',
    'INVALID_TRANSLATABLE_CONTENT',
  ],
])('a translation with %j is refused, and a good one beside it is kept', (wrong, field, code) => {
  const { ask, id, french } = openInFrench();
  const t = [french('title', 'Tasse', 'Mug', wrong), french('body_html', '<p>Bleu</p>', '<p>Blue</p>')];
  expect(ask(register, { id, t })).toMatchObject({
    translations: [{ key: 'body_html' }],
    userErrors: [{ field: ['translations', '0', field], code }],
  });
});

test('a resource that is not there, and more than 100 keys, are refused as a whole', () => {
  const { ask, id, french } = openInFrench();
  const one = french('title', 'Tasse', 'Mug');
  expect(ask(register, { id: 'gid://shopify/Product/1', t: [one] })).toEqual({
    translations: null,
    userErrors: [{ field: ['resourceId'], code: 'RESOURCE_NOT_FOUND' }],
  });
  expect(ask(register, { id, t: Array.from({ length: 101 }, () => one) })).toEqual({
    translations: null,
    userErrors: [{ field: ['resourceId'], code: 'TOO_MANY_KEYS_FOR_RESOURCE' }],
  });
});

test('a market has translations of its own, and options are translated on their own', () => {
  const { ask, id, french, store } = openInFrench();
  const market = ask('mutation { marketCreate(input: { name: "Canada" }) { market { id } } }').market.id;
  ask(register, {
    id,
    t: [french('title', 'Tasse', 'Mug'), french('title', 'Gobelet', 'Mug', { marketId: market })],
  });
  const titles =
    'query ($id: ID!, $market: ID) { product(id: $id) { translations(locale: "fr", marketId: $market) { value } } }';
  expect(ask(titles, { id }).translations).toEqual([{ value: 'Tasse' }]);
  expect(ask(titles, { id, market }).translations).toEqual([{ value: 'Gobelet' }]);
  const nested =
    'query ($id: ID!) { translatableResource(resourceId: $id) { nestedTranslatableResources(first: 5) { nodes { translatableContent { key value } } } } }';
  expect(ask(nested, { id }).nestedTranslatableResources.nodes).toEqual([
    { translatableContent: [{ key: 'name', value: 'Title' }] },
  ]);
  const again = createStore({ now: () => 0, saved: JSON.parse(JSON.stringify(store.save())) });
  expect(again.state.translations.find('resource', id)).toHaveLength(2);
  expect(again.state.shopLocales.all()).toEqual(store.state.shopLocales.all());
});
