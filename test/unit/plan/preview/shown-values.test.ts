import { foresee, foreseenOutcomes } from '../../../../src/plan/preview/foretell';
import { openShop, type Shop, type Tabs } from '../shop-and-sheet';

const tabs = (title: string): Tabs => ({
  Products: [
    ['Handle', 'Title'],
    ['mug', title],
  ],
});

function inShopify(shop: Shop, title: string): void {
  const id = shop.product('mug').id;
  shop.execute(
    'mutation ($input: ProductUpdateInput!) { productUpdate(product: $input) { userErrors { message } } }',
    { input: { id, title } },
  );
}

/** Titles that look like our own words. */
const TITLES = [
  'was sent',
  'The image was left alone',
  'Not sent: a game',
  'Mug: Not sent.',
  'Mug. Not created: it grew',
  'Image added.',
  'It is red, so it is warm.',
  'It was taken from Shopify.',
  'Cards were added',
  'Published to the world',
];

test.each(TITLES)('a preview shows the title “%s” as it is typed, whatever happens to it', (title) => {
  const said = (shop: Shop, sheet: string) => {
    const { outcomes, actions } = shop.plan(tabs(sheet));
    return [...foresee(outcomes), ...actions.flatMap(foreseenOutcomes)]
      .map(({ message }) => message)
      .join(' | ');
  };
  const begin = (first: string) => {
    const shop = openShop();
    shop.sync(tabs(first));
    return shop;
  };
  const sent = begin('Mug');
  expect(said(sent, title)).toContain(`Title Mug → ${title}`);
  const back = begin(title);
  expect(said(back, 'Mug')).toContain(`Title ${title} → Mug`);
  const both = begin('Mug');
  inShopify(both, title);
  expect(said(both, 'Cup')).toContain(`you changed it to Cup and it became ${title} in Shopify.`);
  const other = begin('Mug');
  inShopify(other, 'Cup');
  expect(said(other, title)).toContain(`you changed it to ${title} and it became Cup in Shopify.`);
  other.forget();
  expect(said(other, title)).toContain(`Shopify has Cup, the sheet ${title}.`);
  both.forget();
  expect(said(both, 'Cup')).toContain(`Shopify has ${title}, the sheet Cup.`);
});
