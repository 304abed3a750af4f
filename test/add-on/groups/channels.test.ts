import { rowsOf, undoLast } from '../../support/running';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';
import { sheetOf } from './shop';

/** `Online Store 2026-12-01T08:00:00Z`, of each channel that a product was put on. */
function shownOn({ store }: Workbench, handle: string): string[] {
  const { products, resourcePublications, publications } = store.state;
  const product = products.all().find((each) => each.handle === handle);
  return resourcePublications
    .find('publishable', product?.id ?? '')
    .map(({ publicationId }) => publications.get(publicationId)?.name ?? '')
    .sort();
}

function dateOf({ store }: Workbench, handle: string): string | null | undefined {
  return store.state.products.all().find((each) => each.handle === handle)?.publishedAt;
}

function publish({ store }: Workbench, handle: string, channel: string): void {
  const { products, publications } = store.state;
  const id = products.all().find((each) => each.handle === handle)?.id;
  const publicationId = publications.all().find(({ name }) => name === channel)?.id;
  store.execute({
    query:
      'mutation ($id: ID!, $input: [PublicationInput!]!) { publishablePublish(id: $id, input: $input) { userErrors { message } } }',
    variables: { id, input: [{ publicationId }] },
  });
}

const rows = (bench: Workbench, headers: readonly string[], cells: readonly string[], ...args: string[]) =>
  saidOf(bench.sync({ Products: sheetOf(headers, ['hat', ...cells]) }, ...args))['Products:2'] ?? '';
const channels = (bench: Workbench, cell: string, ...args: string[]) =>
  rows(bench, ['Channels'], [cell], ...args);

test.each([
  ['Channels', 'Online Store', 'Online Store, Point of Sale'],
  ['Published at', '2026-12-20T08:00:00Z', '2026-12-24T08:00:00Z'],
  ['Published', 'FALSE', 'TRUE'],
])('nothing that costs 0.00 is put on a sales channel by %s without a person', (header, had, has) => {
  const bench = openWorkbench();
  const file = (cell: string) => `Handle,Title,Status,Price,${header}\nhat,Hat,active,,"${cell}"`;
  bench.sync({ Products: file(had) }, '--confirm-held');
  const before = [shownOn(bench, 'hat'), dateOf(bench, 'hat')];
  const said = saidOf(bench.sync({ Products: file(has) }, '--hold'))['Products:2'];
  expect(said).toMatch(/^skipped .*it would be sold for 0\.00/);
  expect([shownOn(bench, 'hat'), dateOf(bench, 'hat')]).toEqual(before);
});

describe('the sales channels of a product', () => {
  test('are those of its cell once it is created, and a second run asks nothing about it', () => {
    const bench = openWorkbench();
    expect(channels(bench, 'Point of Sale, online store', '--preview')).toContain('Channels added: ');
    channels(bench, 'Point of Sale, online store');
    expect(shownOn(bench, 'hat')).toEqual(['Online Store', 'Point of Sale']);
    expect(channels(bench, 'Point of Sale, Online Store', '--preview')).toBe('unchanged');
    expect(channels(bench, 'Point of Sale, Online Store')).toMatch(/^not-compared/);
  });

  test('are merged: what the sheet gained and lost is sent, and what others did stays', () => {
    const bench = openWorkbench();
    channels(bench, 'Online Store');
    publish(bench, 'hat', 'Point of Sale');
    const preview = channels(bench, '[clear]', '--preview');
    expect(preview).toMatch(/^conflict /);
    expect(channels(bench, 'Shpo', '--preview')).toMatch(
      /^error .*“Shpo”, which is no sales channel in Shopify\. Type “Shop” if/,
    );
    rows(bench, ['Channels'], ['Point of Sale']);
    expect(shownOn(bench, 'hat')).toEqual(['Point of Sale']);
    expect(channels(bench, '')).not.toMatch(/^(updated|error)/);
    expect(shownOn(bench, 'hat')).toEqual(['Point of Sale']);
    expect(channels(bench, 'Online Store')).toBe(
      'updated Channels removed: Point of Sale. Channels added: Online Store.',
    );
    expect(shownOn(bench, 'hat')).toEqual(['Online Store']);
  });

  test('are given back when a run is undone', () => {
    const bench = openWorkbench();
    channels(bench, 'Online Store');
    channels(bench, 'Point of Sale');
    undoLast(bench);
    expect(shownOn(bench, 'hat')).toEqual(['Online Store']);
  });

  test('that the app may not see are left alone, with the scopes that it lacks', () => {
    const bench = openWorkbench({
      store: { accessScopes: ['write_products', 'write_inventory', 'read_locations'] },
    });
    const run = bench.sync({ Products: sheetOf(['Channels'], ['hat', 'Online Store']) });
    expect(saidOf(run)['Products:2']).toMatch(/^created/);
    bench.call('previewSync');
    expect(JSON.stringify(rowsOf(bench, 'Sync preview'))).toContain(
      'lacks the access scopes read_publications and',
    );
    expect(shownOn(bench, 'hat')).toEqual([]);
  });
});

describe('Published at', () => {
  const HEADERS = ['Published', 'Published at'];

  test('schedules a product for the Online Store, which is never shown before', () => {
    const bench = openWorkbench();
    rows(bench, HEADERS, ['TRUE', '2026-12-24 08:00']);
    expect(dateOf(bench, 'hat')).toMatch(/^2026-12-24T08:00:00/);
    const publishings = bench.wire.filter((text) => /"query":"mutation [^"]*publishablePublish/.test(text));
    expect(publishings).toHaveLength(1);
    expect(rows(bench, HEADERS, ['TRUE', '2026-12-24 08:00'], '--preview')).toBe('unchanged');
    expect(rows(bench, HEADERS, ['TRUE', '2026-12-20T10:00:00+01:00'])).toMatch(
      /^updated Published at 2026-12-24T08:00:00\S* → 2026-12-20T09:00:00\S*\.$/,
    );
    expect(dateOf(bench, 'hat')).toMatch(/^2026-12-20T09:00:00/);
  });

  test.each([
    [
      'FALSE beside a date',
      HEADERS,
      ['FALSE', '2026-12-24'],
      'Published says FALSE, and Published at gives a date',
    ],
    [
      'FALSE beside the Online Store among the channels',
      ['Published', 'Channels'],
      ['FALSE', 'Online Store'],
      'Published says FALSE, and Channels lists the Online Store',
    ],
  ])('%s is an error, for a new product and for one that is there', (_, headers, cells, words) => {
    const bench = openWorkbench();
    expect(rows(bench, headers, cells)).toContain(words);
    expect(shownOn(bench, 'hat')).toEqual([]);
    rows(bench, [], []);
    expect(rows(bench, headers, cells)).toContain(words);
    expect(shownOn(bench, 'hat')).toEqual([]);
  });

  test('an edit of Published counts where the other column was not edited', () => {
    const bench = openWorkbench();
    const headers = [...HEADERS, 'Channels'];
    rows(bench, headers, ['TRUE', '', 'Online Store, Point of Sale']);
    expect(rows(bench, headers, ['FALSE', '', 'Online Store, Point of Sale'])).toContain(
      'Taken off the Online Store',
    );
    expect(shownOn(bench, 'hat')).toEqual(['Point of Sale']);
  });
});
