import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createAdminApiClient } from '@shopify/admin-api-client';
import { readServerOptions, UsageError } from '../../../../local/store/http/server/server-options';
import { sampleOf, testInFull } from '../../../support/sampled';

const root = resolve(__dirname, '../../../..');

interface Ready {
  readonly url: string;
  readonly shop: string;
  readonly accessToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiVersion: string;
}

const running: ChildProcess[] = [];

function start(...options: string[]): ChildProcess {
  const args = ['--import', 'tsx', 'local/store-server.ts', ...options];
  const child = spawn(process.execPath, args, { cwd: root });
  running.push(child);
  return child;
}

/** The first line on stdout, which says where the store is. */
function ready(child: ChildProcess): Promise<Ready> {
  return new Promise((done, fail) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk;
      if (text.includes('\n')) done(JSON.parse(text));
    });
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}.`)));
  });
}

function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly stderr: string }> {
  return new Promise((done) => {
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.once('close', (code) => done({ code, stderr }));
  });
}

// Each test starts processes of its own.

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

async function post(store: Ready, query: string, variables: unknown = {}): Promise<Response> {
  return fetch(`${store.url}/admin/api/${store.apiVersion}/graphql.json`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Shopify-Access-Token': store.accessToken },
    body: JSON.stringify({ query, variables }),
  });
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a client would, by what they should hold.
const bodyOf = async (answer: Response): Promise<any> => answer.json();
const dumpOf = async ({ url }: Ready) => bodyOf(await fetch(`${url}/_dump`));

const create = `mutation($product: ProductCreateInput!) {
  productCreate(product: $product) { product { id title handle } userErrors { message } } }`;

describe('the served store', () => {
  test('is driven by Shopify’s own client', async () => {
    const store = await ready(start('--port', '0'));
    const client = createAdminApiClient({
      storeDomain: store.url,
      apiVersion: store.apiVersion,
      accessToken: store.accessToken,
      logger: () => undefined,
      isTesting: true,
      // The client insists on https; the store is served on loopback without.
      customFetchApi: (url, init) => fetch(String(url).replace(/^https:/, 'http:'), init),
    });
    const created = await client.request(create, { variables: { product: { title: 'Blue mug' } } });
    expect(created.errors).toBeUndefined();
    expect(created.data.productCreate.product).toMatchObject({ title: 'Blue mug', handle: 'blue-mug' });
    expect(created.extensions?.cost?.requestedQueryCost).toBe(10);
    const wrong = await client.request('{ shop { nothing } }');
    expect(wrong.errors?.graphQLErrors?.[0]?.extensions?.code).toBe('undefinedField');
  });

  test('is driven by plain HTTP, from client credentials to the inside', async () => {
    const store = await ready(start('--port', '0', '--locations', 'Shop,Warehouse', '--plan', 'plus'));
    const granted = await fetch(`${store.url}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: store.clientId,
        client_secret: store.clientSecret,
      }),
    });
    const { access_token: accessToken, expires_in } = await bodyOf(granted);
    expect(expires_in).toBe(86_399);
    const answer = await post({ ...store, accessToken }, '{ locations(first: 5) { nodes { name } } }');
    expect(answer.headers.get('X-Shopify-API-Version')).toBe(store.apiVersion);
    const body = await bodyOf(answer);
    expect(body.data.locations.nodes).toEqual([{ name: 'Shop' }, { name: 'Warehouse' }]);
    expect(body.extensions.cost.throttleStatus.maximumAvailable).toBe(20_000);
    await post(store, create, { product: { title: 'Mug' } });
    const dump = await dumpOf(store);
    expect(dump.products.map(({ title }: { title: string }) => title)).toEqual(['Mug']);
    expect((await fetch(`${store.url}/admin/unknown`)).status).toBe(404);
    expect((await post({ ...store, accessToken: 'wrong' }, '{ shop { name } }')).status).toBe(401);
  });

  test('begins with a catalog and keeps its state from one run to the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'store-server-'));
    const seedFile = join(folder, 'catalog.json');
    const stateFile = join(folder, 'state.json');
    writeFileSync(
      seedFile,
      JSON.stringify({ products: [{ title: 'Mug', variants: [{ sku: 'M-1', price: '5.00' }] }] }),
    );
    const first = start('--port', '0', '--seed-file', seedFile, '--state', stateFile);
    const store = await ready(first);
    await post(store, create, { product: { title: 'Cup' } });
    const end = ended(first);
    first.kill('SIGTERM');
    expect(await end).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(readFileSync(stateFile, 'utf8')).tables.products).toHaveLength(2);
    const again = await ready(start('--port', '0', '--state', stateFile));
    const { products } = await dumpOf(again);
    expect(products.map(({ title }: { title: string }) => title)).toEqual(['Mug', 'Cup']);
    expect(products[0].variants[0]).toMatchObject({ sku: 'M-1', price: '5.00' });
  });

  testInFull('answers too many objects too late where it is told to', async () => {
    const store = await ready(start('--port', '0', '--most-ids-in-time', '1'));
    const ask = async (count: number) => {
      const ids = Array.from({ length: count }, (_, index) => `gid://shopify/Product/${index + 1}`);
      return (await post(store, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).json();
    };
    expect(await ask(1)).toMatchObject({ data: { nodes: [null] } });
    expect(await ask(2)).toEqual({ errors: [{ message: 'Timeout' }] });
  });

  test('fails as it is told to, and lets its clock be moved', async () => {
    const store = await ready(start('--port', '0', '--virtual', '--faults', '1: timeout-after; 2: 503'));
    await expect(post(store, create, { product: { title: 'Mug' } })).rejects.toThrow();
    expect((await post(store, '{ shop { name } }')).status).toBe(503);
    const before = (await bodyOf(await fetch(`${store.url}/_clock`))).nowMs;
    const after = await bodyOf(await fetch(`${store.url}/_clock?advanceMs=5000`, { method: 'POST' }));
    expect(after).toEqual({ nowMs: before + 5000 });
    const { data } = await bodyOf(await post(store, '{ productsCount { count } }'));
    expect(data.productsCount.count).toBe(1);
  });
});

const WRONG: readonly (readonly [options: readonly string[], sentence: string])[] = [
  [['--port', 'many'], '--port must be a whole number, not "many".'],
  [['--plan', 'gold'], '--plan must be one of standard, advanced, plus, enterprise.'],
  [['--bulk-files', 'lost'], '--bulk-files must be one of readable, unreachable, gzip-stored.'],
  [['--idempotency', 'no'], '--idempotency must be one of honoured, ignored.'],
  [['--most-ids-in-time', 'few'], '--most-ids-in-time must be a whole number, not "few".'],
  [['--seed-file', 'absent.json'], '--seed-file: there is no file absent.json.'],
  [['--faults', '3: explode'], '"explode" is no fault this store knows.'],
  [
    ['--other-clients', 'some'],
    '--other-clients must be points per second like "30", or bursts like "400 every 5000".',
  ],
  [['--shop', 'example.com'], '--shop must look like my-store.myshopify.com.'],
];

test.each(WRONG)('%j is wrong usage', (options, sentence) => {
  expect(() => readServerOptions(options)).toThrow(new UsageError(sentence));
});

test.each(sampleOf(WRONG, 1))('%j ends with 2 and the sentence', async (options, sentence) => {
  expect(await ended(start(...options))).toEqual({ code: 2, stderr: `${sentence}\n` });
});
