import type { Report } from '../../../local/cli/report';
import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

/** Shopify's product CSV since 2025. */
const products = (mug: string, lamp: string) =>
  csvOf([
    ['Title', 'URL handle', 'Published on online store', 'Status', 'SKU', 'Price'],
    ['Mug', 'mug', mug, '', 'MUG', '9.00'],
    ['Lamp', 'lamp', lamp, 'draft', 'LAMP', '40.00'],
  ]);

interface Listed {
  readonly handle: string;
  readonly resourcePublicationsV2: {
    readonly nodes: readonly { readonly publication: { readonly name: string } }[];
  };
}

function onOnlineStore({ store }: Workbench): string[] {
  const query = `{ products(first: 9) { nodes { handle resourcePublicationsV2(first: 9, onlyPublished: false) {
    nodes { publication { name } } } } } }`;
  const { data } = store.execute({ query }) as unknown as { data: { products: { nodes: Listed[] } } };
  return data.products.nodes
    .filter(({ resourcePublicationsV2: { nodes: channels } }) =>
      channels.some(({ publication }) => publication.name === 'Online Store'),
    )
    .map(({ handle }) => handle)
    .sort();
}

/** Root fields that were asked for between two reports, without those of every execution. */
function askedBetween(before: Report, after: Report): Record<string, number> {
  const EVERY_TIME = ['shop', 'currentAppInstallation', 'locations', 'publications', 'productsCount'];
  const counts = Object.entries(after.requests.byOperation).map(
    ([name, count]) => [name, count - (before.requests.byOperation[name] ?? 0)] as const,
  );
  return Object.fromEntries(counts.filter(([name, count]) => count > 0 && !EVERY_TIME.includes(name)));
}

test('new products go to the Online Store in the run that creates them, and a second run asks nothing', () => {
  const bench = openWorkbench();
  const first = bench.sync({ Products: products('TRUE', 'TRUE') });
  expect(saidOf(first)).toEqual({
    'Products:2': 'created Published to the Online Store. Status is empty, so it is active.',
    'Products:3': 'created Published to the Online Store.',
  });
  expect(onOnlineStore(bench)).toEqual(['lamp', 'mug']);
  const second = bench.sync({ Products: products('TRUE', 'TRUE') });
  expect(askedBetween(first, second)).toEqual({});
});

test('a cell that turns takes the product off and puts it back', () => {
  const bench = openWorkbench();
  const first = bench.sync({ Products: products('TRUE', 'FALSE') });
  expect(onOnlineStore(bench)).toEqual(['mug']);
  const second = bench.sync({ Products: products('FALSE', 'TRUE') });
  expect(saidOf(second)).toEqual({
    'Products:2': 'updated Taken off the Online Store.',
    'Products:3': 'updated Published to the Online Store.',
  });
  expect(askedBetween(first, second)).toEqual({
    nodes: 1,
    // Whether the handles still mean the products that they meant.
    productByIdentifier: 1,
    publishablePublish: 1,
    publishableUnpublish: 1,
  });
  expect(onOnlineStore(bench)).toEqual(['lamp']);
});

test('a preview of a cell that turned says what would happen, and publishes nothing', () => {
  const bench = openWorkbench();
  bench.sync({ Products: products('TRUE', 'FALSE') });
  const preview = bench.sync({ Products: products('FALSE', '') }, '--preview');
  expect(saidOf(preview)).toMatchObject({ 'Products:2': 'updated Will be taken off the Online Store.' });
  expect(onOnlineStore(bench)).toEqual(['mug']);
});

test('without the access scopes the row says which to add, and later runs ask nothing', () => {
  const bench = openWorkbench({
    store: { accessScopes: ['write_products', 'write_inventory', 'read_locations'] },
  });
  const first = bench.sync({ Products: products('TRUE', 'FALSE') });
  expect(saidOf(first)).toEqual({
    'Products:2':
      'created Status is empty, so it is active. Not published: the app in Shopify lacks the access scopes read_publications and write_publications. Add them to the app, install it again, and test the connection in the sidebar.',
    'Products:3': 'created',
  });
  expect(first.requests.byOperation).not.toHaveProperty('publications');
  const second = bench.sync({ Products: products('TRUE', 'FALSE') });
  expect(askedBetween(first, second)).toEqual({});
});

test('a run whose time is up at any request goes on in the next execution, and publishes the same', () => {
  /** Time flies during the `nth` request, past the moment at which a run pauses. */
  const syncWithPauseAt = (nth: number): { readonly report: Report; readonly published: string[] } => {
    let requests = 0;
    const bench: Workbench = openWorkbench({
      gate: ({ service, method }) => {
        if (service !== 'UrlFetchApp' || !method.startsWith('fetch')) return;
        requests += 1;
        if (requests === nth) bench.clock.advance(275_000);
      },
    });
    const report = bench.sync({ Products: products('TRUE', 'TRUE') });
    return { report, published: onOnlineStore(bench) };
  };
  const { report } = syncWithPauseAt(0);
  for (let nth = 1; nth <= report.requests.total; nth += 1)
    expect(syncWithPauseAt(nth).published).toEqual(['lamp', 'mug']);
});
