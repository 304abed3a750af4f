import { productSeenAt } from '../../../local/store/shop/rules/url-redirects';
import { type Answered, openStore } from './open-store';

const scopes = ['write_products', 'write_online_store_navigation'];

function open() {
  const { store } = openStore();
  const ask = (query: string, variables: Record<string, unknown> = {}, accessScopes = scopes): Answered => {
    const { data, errors } = store.execute({ query, variables }, { accessScopes });
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return JSON.parse(JSON.stringify(Object.values(data)[0]));
  };
  const make = (handle: string): string =>
    ask(
      'mutation ($p: ProductCreateInput!) { productCreate(product: $p) { product { id } userErrors { message } } }',
      { p: { title: handle, handle } },
    ).product.id;
  return {
    store,
    ask,
    make,
    rename: (id: string, handle: string, redirectNewHandle?: boolean, accessScopes = scopes) =>
      ask(
        'mutation ($p: ProductUpdateInput!) { productUpdate(product: $p) { product { handle } userErrors { message } } }',
        { p: { id, handle, ...(redirectNewHandle !== undefined && { redirectNewHandle }) } },
        accessScopes,
      ),
    create: (path: string, target: string) =>
      ask(
        `mutation ($r: UrlRedirectInput!) { urlRedirectCreate(urlRedirect: $r) {
          urlRedirect { id path target } userErrors { field message code } } }`,
        { r: { path, target } },
      ),
    redirects: (args = ''): { path: string; target: string }[] =>
      ask(`{ urlRedirects(first: 50${args}) { nodes { path target } } }`).nodes,
    seenAt: (path: string) => productSeenAt(store.state, path)?.handle,
  };
}

describe('a handle that is changed', () => {
  test('leads from the old address to the new one where a redirect is asked for, without further access', () => {
    const { make, rename, redirects, seenAt } = open();
    rename(make('mug'), 'cup', true, ['write_products']);
    expect(redirects()).toEqual([{ path: '/products/mug', target: '/products/cup' }]);
    expect(seenAt('/products/MUG')).toBe('cup');
  });

  test('leaves nothing at the old address where it is not', () => {
    const { make, rename, redirects, seenAt } = open();
    rename(make('mug'), 'cup');
    rename(make('hat'), 'cap', false);
    expect([redirects(), seenAt('/products/mug'), seenAt('/products/hat')]).toEqual([
      [],
      undefined,
      undefined,
    ]);
  });

  test('makes no redirect where it is the same', () => {
    const { make, rename, redirects } = open();
    rename(make('mug'), 'mug', true);
    expect(redirects()).toEqual([]);
  });

  test('leads on through several renames, and back to the first name without a circle', () => {
    const { make, rename, redirects, seenAt } = open();
    const id = make('a');
    for (const handle of ['b', 'c', 'a', 'b']) rename(id, handle, true);
    expect(redirects()).toEqual([
      { path: '/products/a', target: '/products/b' },
      { path: '/products/b', target: '/products/c' },
      { path: '/products/c', target: '/products/a' },
    ]);
    for (const handle of ['a', 'b', 'c']) expect(seenAt(`/products/${handle}`)).toBe('b');
  });

  test('shows the product that took the old name, whatever redirect stands there', () => {
    const { make, rename, seenAt } = open();
    rename(make('mug'), 'cup', true);
    make('mug');
    expect(seenAt('/products/mug')).toBe('mug');
  });

  test('leads on with productSet too', () => {
    const { ask, make, redirects } = open();
    const id = make('mug');
    ask(
      `mutation ($input: ProductSetInput!, $id: ID!) { productSet(input: $input, identifier: { id: $id }, synchronous: true) {
        userErrors { message } } }`,
      { id, input: { handle: 'cup', redirectNewHandle: true } },
    );
    expect(redirects()).toEqual([{ path: '/products/mug', target: '/products/cup' }]);
  });
});

describe('redirects of one’s own', () => {
  test.each([
    ['a path that has one already', '/OLD', '/y', 'Path has already been taken'],
    ['an empty path', ' ', '/y', "Path can't be blank"],
    ['an empty target', '/x', '', "Target can't be blank"],
    ['a path of the checkout', '/cart/x', '/y', 'Path is reserved'],
    ['a target that is the path', '/x', 'x', "Target can't be the same as path"],
  ])('are refused for %s', (_what, path, target, message) => {
    const { create } = open();
    create('old', 'https://example.com/new');
    expect(create(path, target)).toMatchObject({
      urlRedirect: null,
      userErrors: [{ message, code: 'CREATE_FAILED' }],
    });
  });

  test('are listed page by page, sorted, counted, searched, changed and deleted', () => {
    const { store, ask, create, redirects } = open();
    for (const name of ['c', 'a', 'b']) create(`/old/${name}`, `/new/${name}`);
    store.searchIndex.catchUp();
    expect(redirects(', sortKey: PATH').map(({ path }) => path)).toEqual(['/old/a', '/old/b', '/old/c']);
    expect(redirects(', query: "path:\\"/old/b\\""')).toEqual([{ path: '/old/b', target: '/new/b' }]);
    const page = ask('{ urlRedirects(first: 2) { nodes { id } pageInfo { hasNextPage endCursor } } }');
    expect(page.pageInfo.hasNextPage).toBe(true);
    const rest = ask(
      'query ($after: String) { urlRedirects(first: 2, after: $after) { nodes { id path } } }',
      {
        after: page.pageInfo.endCursor,
      },
    );
    expect(rest.nodes.map(({ path }: { path: string }) => path)).toEqual(['/old/b']);
    const { id } = rest.nodes[0];
    ask(
      'mutation ($id: ID!) { urlRedirectUpdate(id: $id, urlRedirect: { target: "/other" }) { userErrors { message } } }',
      { id },
    );
    expect(ask('query ($id: ID!) { urlRedirect(id: $id) { path target } }', { id })).toEqual({
      path: '/old/b',
      target: '/other',
    });
    const gone =
      'mutation ($id: ID!) { urlRedirectDelete(id: $id) { deletedUrlRedirectId userErrors { code } } }';
    expect(ask(gone, { id })).toEqual({ deletedUrlRedirectId: id, userErrors: [] });
    expect(ask(gone, { id }).userErrors).toEqual([{ code: 'DOES_NOT_EXIST' }]);
    expect(ask('{ urlRedirectsCount { count } }')).toEqual({ count: 2 });
  });

  test('need access to the shop’s navigation, and stay in a saved store', () => {
    const { store, make, rename, ask } = open();
    rename(make('mug'), 'cup', true);
    expect(() => ask('{ urlRedirects(first: 1) { nodes { id } } }', {}, ['write_products'])).toThrow(
      'read_online_store_navigation',
    );
    const loaded = openStore({ saved: JSON.parse(JSON.stringify(store.save())) });
    expect(productSeenAt(loaded.store.state, '/products/mug')?.handle).toBe('cup');
  });
});
