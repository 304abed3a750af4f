import fc from 'fast-check';
import { sampled } from '../../support/sampled';
import { openShop, type Shop, type Tabs } from './shop-and-sheet';

const HEADER = [
  'Handle',
  'Title',
  'SKU',
  'Price',
  'Charge tax',
  'Inventory tracker',
  'Inventory quantity',
  'Product category',
  'Published',
  'Variant image URL',
  'Status',
];
const row = (cells: Readonly<Record<string, string>>): Tabs => ({
  Products: [
    HEADER,
    HEADER.map(
      (header) =>
        ({ Handle: 'mug', Title: 'Mug', SKU: 'M', Price: '9', Status: 'draft', ...cells })[header] ?? '',
    ),
  ],
});
const said = (rows: Record<string, string>) => rows['Products:2'] as string;
const CATEGORY = 'Animals & Pet Supplies';

describe('a field that Shopify takes without an error and leaves as it was', () => {
  /** As long as it is stubborn, Shopify never turns the tax of a variant off. */
  function stubbornShop() {
    const shop = { isStubborn: true };
    const opened = openShop({}, (body) =>
      shop.isStubborn ? body.replace(/"taxable":false/g, '"taxable":true') : body,
    );
    return Object.assign(shop, { opened });
  }

  test('is not called updated, stays said, and is sent once Shopify takes it', () => {
    const shop = stubbornShop();
    shop.opened.sync(row({ 'Charge tax': 'TRUE' }));
    for (let run = 0; run < 2; run += 1)
      expect(said(shop.opened.sync(row({ 'Charge tax': 'FALSE' })))).toBe(
        'not-synced Charge tax was sent, and Shopify still has TRUE. Look at it in Shopify admin, or sync again.',
      );
    shop.isStubborn = false;
    expect(said(shop.opened.sync(row({ 'Charge tax': 'FALSE' })))).toBe('updated Charge tax TRUE → FALSE.');
    expect(said(shop.opened.sync(row({ 'Charge tax': 'FALSE' })))).toBe('unchanged');
    expect(shop.opened.variant('mug').taxable).toBe(false);
  });

  test('is told of a new item too, and what else changed with it is updated', () => {
    const shop = stubbornShop();
    expect(said(shop.opened.sync(row({ 'Charge tax': 'FALSE' })))).toMatch(
      /^created .*Charge tax was sent, and Shopify still has TRUE\./,
    );
    expect(said(shop.opened.sync(row({ 'Charge tax': 'FALSE', Price: '10' })))).toMatch(
      /^updated Price 9\.00 → 10(\.00)?\. Charge tax was sent/,
    );
    shop.isStubborn = false;
    expect(said(shop.opened.sync(row({ 'Charge tax': 'FALSE', Price: '10' })))).toMatch(
      /^updated Charge tax/,
    );
  });
});

describe('a category that the taxonomy does not know', () => {
  test('of a new product is sent once it is known, and nobody is asked', () => {
    let known = false;
    const shop = openShop({}, (body) =>
      known
        ? body
        : body
            .replaceAll(`"${CATEGORY}"`, '"Nothing of the kind"')
            .replaceAll(`\\"${CATEGORY}\\"`, '\\"Nothing of the kind\\"')
            .replaceAll(CATEGORY, 'Nothing of the kind'),
    );
    expect(said(shop.sync(row({ 'Product category': CATEGORY })))).toMatch(
      /^created .*not in Shopify's product taxonomy/,
    );
    expect(said(shop.sync(row({ 'Product category': CATEGORY })))).toMatch(
      /^not-synced .*not in Shopify's product taxonomy/,
    );
    known = true;
    shop.pass(3_600_000);
    expect(said(shop.sync(row({ 'Product category': CATEGORY })))).toMatch(/^updated Product category/);
    expect(said(shop.sync(row({ 'Product category': CATEGORY })))).toBe('unchanged');
  });
});

describe('a variant image of a product that was never synced from here', () => {
  const IMAGE = 'https://images.example.com/a.jpg';
  const withImage = (url: string) => row({ 'Variant image URL': url });

  function shopWithProduct(hasImage: boolean): Shop {
    const shop = openShop();
    shop.sync({
      Products: [
        [...HEADER, 'Product image URL'],
        [...(row({}).Products?.[1] ?? []), hasImage ? 'https://images.example.com/other.jpg' : ''],
      ],
    });
    shop.pass(60_000);
    shop.forget();
    return shop;
  }

  test('is left alone beside other images and said at every run, until the address changes', () => {
    const shop = shopWithProduct(true);
    for (let run = 0; run < 3; run += 1)
      expect(said(shop.sync(withImage(IMAGE)))).toMatch(/^not-synced The variant image was left alone/);
    expect(shop.product('mug').media).toHaveLength(1);
    expect(said(shop.sync(withImage(`${IMAGE}#again`)))).toMatch(/^updated Variant image: \S+\.jpg\.$/);
    expect(said(shop.sync(withImage(`${IMAGE}#again`)))).toBe('unchanged');
    expect(shop.product('mug').media).toHaveLength(2);
  });

  test('is sent where the product has no image', () => {
    const shop = shopWithProduct(false);
    expect(said(shop.sync(withImage(IMAGE)))).toMatch(/^updated Variant image: \S+\.jpg\.$/);
    expect(said(shop.sync(withImage(IMAGE)))).toBe('unchanged');
  });

  test('is not taken for synced by a run of prices alone', () => {
    const shop = shopWithProduct(true);
    shop.sync(withImage(IMAGE), { groups: ['prices'] });
    expect(said(shop.sync(withImage(IMAGE)))).toMatch(/^not-synced The variant image was left alone/);
  });

  test('typed where the cell was blank before is sent', () => {
    const shop = shopWithProduct(true);
    shop.sync(withImage(''));
    expect(said(shop.sync(withImage(IMAGE)))).toMatch(/^updated Variant image: \S+\.jpg\.$/);
  });
});

/** What keeps Shopify from having what the sheet says. */
const OBSTACLES = ['tracking is off', 'category unknown', 'no access to publish', 'tax stays on'] as const;
type Obstacle = (typeof OBSTACLES)[number];

type Cells = Readonly<Record<string, string>>;

const cells: fc.Arbitrary<Cells> = fc.record({
  Title: fc.constantFrom('Mug', 'Cup'),
  Price: fc.constantFrom('9', '10'),
  Status: fc.constantFrom('draft', 'active'),
  'Charge tax': fc.constantFrom('TRUE', 'FALSE'),
  'Inventory quantity': fc.constantFrom('', '0', '3', '5'),
  'Product category': fc.constantFrom('', CATEGORY),
  Published: fc.constantFrom('TRUE', 'FALSE'),
});

/** A shop whose obstacles come and go. */
function obstructedShop() {
  const present = new Set<Obstacle>();
  const shop = openShop({}, (body) => {
    const asked = present.has('tax stays on') ? body.replace(/"taxable":false/g, '"taxable":true') : body;
    return present.has('category unknown') ? asked.replaceAll(CATEGORY, 'Nothing of the kind') : asked;
  });
  const possible = shop.facts.publishing;
  const setTracking = (tracked: boolean) => {
    for (const { id } of shop.embedded.state.inventoryItems.all())
      shop.execute(
        'mutation ($id: ID!, $input: InventoryItemInput!) { inventoryItemUpdate(id: $id, input: $input) { userErrors { message } } }',
        { id, input: { tracked } },
      );
  };
  const meet = (obstacles: readonly Obstacle[]) => {
    present.clear();
    for (const obstacle of obstacles) present.add(obstacle);
    shop.facts.publishing = present.has('no access to publish')
      ? { kind: 'missing-scopes', scopes: ['write_publications'] }
      : possible;
    setTracking(!present.has('tracking is off'));
    shop.pass(3_600_000);
  };
  return { shop, meet };
}

/** The headers of the cells that say otherwise than the store. */
function differences({ embedded, ...shop }: Shop, asked: Cells): string[] {
  const [product] = embedded.state.products.all();
  const variant = shop.variant.call({ ...shop, embedded }, 'mug');
  const isPublished = embedded.state.resourcePublications
    .all()
    .some(({ publishableId }) => publishableId === product?.id);
  const level = Object.values(variant.inventory)[0]?.available ?? 0;
  const same: Readonly<Record<string, boolean>> = {
    Title: asked.Title === product?.title,
    Price: Number(asked.Price) === Number(variant.price),
    Status: asked.Status === product?.status.toLowerCase(),
    'Charge tax': (asked['Charge tax'] === 'TRUE') === variant.taxable,
    'Inventory quantity': asked['Inventory quantity'] === '' || Number(asked['Inventory quantity']) === level,
    'Product category': asked['Product category'] === '' || product?.categoryId !== null,
    Published: (asked.Published === 'TRUE') === isPublished,
  };
  return Object.keys(same).filter((header) => !same[header]);
}

test('what Shopify does not have is said at every run, and sent without a question once nothing is in its way', () => {
  const edits = fc.array(fc.record({ cells, obstacles: fc.subarray([...OBSTACLES], { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(edits, (steps) => {
      const { shop, meet } = obstructedShop();
      const expectSaid = (asked: Cells, told: string) => {
        // That nothing can be published is told without asking Shopify: see plan-publishing.test.ts.
        const isTold = (header: string) =>
          header !== 'Published' || shop.facts.publishing.kind === 'possible';
        // A cell of the sheet has no room for more than two of these sentences.
        const isCut = told.includes('…');
        for (const header of differences(shop, asked).filter(isTold))
          expect(isCut ? `${told} ${header}` : told).toMatch(header);
        if (differences(shop, asked).some(isTold)) expect(told).not.toMatch(/^unchanged/);
        expect(told).not.toMatch(/^(conflict|skipped|error)/);
      };
      for (const { cells: asked, obstacles } of steps) {
        meet(obstacles);
        shop.sync(row(asked));
        expectSaid(asked, said(shop.sync(row(asked))));
      }
      const last = steps.at(-1)?.cells as Cells;
      meet([]);
      expectSaid(last, said(shop.sync(row(last))));
      expect(differences(shop, last)).toEqual([]);
    }),
    { numRuns: sampled(6, 150) },
  );
});
