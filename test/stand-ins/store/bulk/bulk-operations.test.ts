import { type OpenStore, openStore, setProduct, shirt } from '../open-store';
import { respond, uploadLines } from './upload';

const operationFields =
  'id status type errorCode createdAt completedAt objectCount rootObjectCount fileSize url partialDataUrl query';

const runMutation = `mutation ($mutation: String!, $path: String!, $client: String) {
  bulkOperationRunMutation(mutation: $mutation, stagedUploadPath: $path, clientIdentifier: $client) {
    bulkOperation { ${operationFields} } userErrors { field message code } } }`;

const runQuery = `mutation ($query: String!, $grouped: Boolean! = false) {
  bulkOperationRunQuery(query: $query, groupObjects: $grouped) {
    bulkOperation { ${operationFields} } userErrors { field message code } } }`;

const cancel = `mutation ($id: ID!) {
  bulkOperationCancel(id: $id) { bulkOperation { ${operationFields} } userErrors { field message } } }`;

const byId = `query ($id: ID!) { bulkOperation(id: $id) { ${operationFields} } }`;

const createProduct = `mutation ($product: ProductCreateInput!) {
  productCreate(product: $product) { product { id title } userErrors { field message } } }`;

const titles = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ product: { title: `Mug ${index}` } }));

function importTitles(open: OpenStore, count: number) {
  return open.ask(runMutation, { mutation: createProduct, path: uploadLines(open, titles(count)) })
    .bulkOperation;
}

const linesAt = (open: OpenStore, url: string) =>
  respond(open.store, 'GET', url)
    .body.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a bulk mutation', () => {
  test('is CREATED, then RUNNING with a growing count, then COMPLETED with a result', () => {
    const open = openStore({ bulk: { mutationRowsPerSecond: 10 } });
    const started = importTitles(open, 20);
    expect(started).toMatchObject({ status: 'CREATED', type: 'MUTATION', objectCount: '0', url: null });
    open.wait(2_000);
    const running = open.ask(byId, { id: started.id });
    expect(running.status).toBe('RUNNING');
    expect(Number(running.objectCount)).toBeGreaterThan(0);
    expect(open.store.state.products.all()).toHaveLength(Number(running.objectCount));
    open.wait(2_000);
    const completed = open.ask(byId, { id: started.id });
    expect(completed).toMatchObject({ status: 'COMPLETED', objectCount: '20', rootObjectCount: '20' });
    const { body } = respond(open.store, 'GET', completed.url);
    expect(completed.fileSize).toBe(String(Buffer.byteLength(body)));
  });

  test('answers every line once, out of order, by its number', () => {
    const open = openStore();
    const { id } = importTitles(open, 40);
    open.wait(60_000);
    const lines = linesAt(open, open.ask(byId, { id }).url);
    const numbers = lines.map(({ __lineNumber }) => __lineNumber);
    expect(numbers).not.toEqual([...numbers].sort((a, b) => a - b));
    expect([...numbers].sort((a, b) => a - b)).toEqual(titles(40).map((_one, index) => index));
    for (const { data, __lineNumber } of lines) {
      expect(data.productCreate.product.title).toBe(`Mug ${__lineNumber}`);
    }
  });

  test('goes on after a line that fails, and answers its errors', () => {
    const open = openStore();
    const lines = [
      { product: { title: 'Mug' } },
      { product: { title: 7 } },
      '{oops',
      { product: { title: '' } },
    ];
    const started = open.ask(runMutation, { mutation: createProduct, path: uploadLines(open, lines) });
    open.wait(60_000);
    const byNumber = linesAt(open, open.ask(byId, { id: started.bulkOperation.id }).url).sort(
      (one, other) => one.__lineNumber - other.__lineNumber,
    );
    expect(byNumber).toEqual([
      { data: expect.anything(), __lineNumber: 0 },
      {
        errors: [
          expect.objectContaining({ extensions: expect.objectContaining({ code: 'INVALID_VARIABLE' }) }),
        ],
        __lineNumber: 1,
      },
      { errors: [{ message: expect.any(String) }], __lineNumber: 2 },
      {
        data: {
          productCreate: { product: null, userErrors: [expect.objectContaining({ field: ['title'] })] },
        },
        __lineNumber: 3,
      },
    ]);
  });

  test('sets products synchronously, whatever the document says', () => {
    const open = openStore();
    const path = uploadLines(open, [{ input: shirt, synchronous: false }]);
    open.ask(runMutation, { mutation: setProduct, path });
    open.wait(60_000);
    expect(open.store.dump().products.map(({ handle }) => handle)).toEqual(['shirt']);
  });

  test('takes an idempotency key per line', () => {
    const open = openStore();
    const { product } = open.ask(setProduct, { input: shirt });
    const quantity = (key: string) => ({
      key,
      input: {
        name: 'available',
        reason: 'correction',
        quantities: [
          {
            inventoryItemId: product.variants.nodes[0].inventoryItem.id,
            locationId: open.store.state.locations.all()[0]?.id,
            quantity: 5,
            changeFromQuantity: 0,
          },
        ],
      },
    });
    const mutation = `mutation ($input: InventorySetQuantitiesInput!, $key: String!) {
      inventorySetQuantities(input: $input) @idempotent(key: $key) { userErrors { code } } }`;
    const path = uploadLines(open, [quantity('first'), quantity('first'), quantity('second')]);
    const { bulkOperation } = open.ask(runMutation, { mutation, path });
    open.wait(60_000);
    const answers = linesAt(open, open.ask(byId, { id: bulkOperation.id }).url);
    const codes = answers.map(({ data }) => data.inventorySetQuantities.userErrors[0]?.code ?? 'ok');
    expect(codes.sort()).toEqual(['CHANGE_FROM_QUANTITY_STALE', 'ok', 'ok']);
  });

  test('breaks off where it was told to, and keeps what it did', () => {
    const open = openStore({
      bulk: { breakOffs: [{ operation: 1, afterRows: 3, errorCode: 'INTERNAL_SERVER_ERROR' }] },
    });
    const { id } = importTitles(open, 10);
    open.wait(60_000);
    const failed = open.ask(byId, { id });
    expect(failed).toMatchObject({ status: 'FAILED', errorCode: 'INTERNAL_SERVER_ERROR', url: null });
    expect(linesAt(open, failed.partialDataUrl)).toHaveLength(3);
    expect(open.store.state.products.all()).toHaveLength(3);
  });

  test('can be canceled: it is CANCELING, then CANCELED, and does no more', () => {
    const open = openStore({ bulk: { mutationRowsPerSecond: 1 } });
    const { id } = importTitles(open, 100);
    open.wait(5_000);
    const { objectCount } = open.ask(byId, { id });
    expect(open.ask(cancel, { id }).bulkOperation).toMatchObject({
      status: 'CANCELING',
      objectCount,
      completedAt: null,
    });
    open.wait(60_000);
    expect(open.ask(byId, { id })).toMatchObject({ status: 'CANCELED', objectCount, url: null });
    expect(open.ask(cancel, { id }).userErrors).toEqual([
      { field: null, message: 'A bulk operation cannot be canceled when it is canceled' },
    ]);
  });

  test('goes on after the store was saved and loaded', () => {
    const open = openStore({ bulk: { mutationRowsPerSecond: 2 } });
    const { id } = importTitles(open, 20);
    open.wait(4_000);
    expect(open.ask(byId, { id }).status).toBe('RUNNING');
    const again = openStore({ saved: JSON.parse(JSON.stringify(open.store.save())) });
    again.wait(60_000);
    expect(again.ask(byId, { id })).toMatchObject({ status: 'COMPLETED', objectCount: '20' });
    expect(again.store.state.products.all()).toHaveLength(20);
  });

  test('is refused before it starts where its file or its document is no good', () => {
    const open = openStore();
    const path = uploadLines(open, titles(1));
    const refusal = (mutation: string, at = path, client: string | null = null) => {
      const { bulkOperation, userErrors } = open.ask(runMutation, { mutation, path: at, client });
      expect(bulkOperation).toBeNull();
      return userErrors[0];
    };
    expect(refusal(createProduct, 'tmp/1/bulk/none.jsonl').code).toBe('NO_SUCH_FILE');
    expect(refusal('{ products { edges { node { id } } } }').code).toBe('INVALID_MUTATION');
    expect(refusal('mutation { productCreate(').message).toMatch(/^Failed to parse the mutation - /);
    expect(refusal('mutation { productCreate(colour: 1) { shop { id } } }').code).toBe('INVALID_MUTATION');
    expect(refusal(createProduct, path, 'short').field).toEqual(['clientIdentifier']);
    expect(refusal(`#${'a'.repeat(65_535)}\n${createProduct}`).message).toContain('maximum is 65535 bytes');
  });
});

describe('at once', () => {
  test('five operations of a type run, the sixth is refused with their ids', () => {
    const open = openStore();
    const ids = Array.from({ length: 5 }, () => importTitles(open, 5).id);
    const path = uploadLines(open, titles(1));
    expect(open.ask(runMutation, { mutation: createProduct, path }).userErrors).toEqual([
      {
        field: null,
        message: `A bulk mutation operation for this app and shop is already in progress: ${ids.join(', ')}.`,
        code: 'OPERATION_IN_PROGRESS',
      },
    ]);
    expect(open.ask(runQuery, { query: '{ products { edges { node { id } } } }' }).userErrors).toEqual([]);
    open.wait(60_000);
    expect(open.ask(runMutation, { mutation: createProduct, path }).userErrors).toEqual([]);
  });

  test('only one ran before 2026-01', () => {
    const open = openStore();
    const query = '{ products { edges { node { id } } } }';
    expect(open.ask(runQuery, { query }, '2025-10').userErrors).toEqual([]);
    expect(open.ask(runQuery, { query }, '2025-10').userErrors[0].code).toBe('OPERATION_IN_PROGRESS');
  });
});

describe('a bulk query', () => {
  const query = `{ products { edges { node { id title variants { edges { node { id sku product { handle } } } } } } } }`;

  function exportShirts(grouped: boolean) {
    const open = openStore();
    open.ask(setProduct, { input: shirt });
    open.ask(setProduct, { input: { ...shirt, title: 'Other shirt', handle: 'other' } });
    const { id } = open.ask(runQuery, { query, grouped }).bulkOperation;
    open.wait(10_000);
    const operation = open.ask(byId, { id });
    return { operation, lines: linesAt(open, operation.url) };
  }

  test('writes every object on a line of its own, children with their parent', () => {
    const { operation, lines } = exportShirts(false);
    expect(operation).toMatchObject({ status: 'COMPLETED', objectCount: '8', rootObjectCount: '2' });
    const [parent, other, child] = lines;
    expect(Object.keys(parent)).toEqual(['id', 'title']);
    expect(other).not.toHaveProperty('__parentId');
    expect(child).toEqual({
      id: expect.any(String),
      sku: 'SHIRT-S-RED',
      product: { handle: 'shirt' },
      __parentId: parent.id,
    });
  });

  test('puts children after their parents when asked to', () => {
    const { lines } = exportShirts(true);
    expect(lines.map(({ __parentId }) => __parentId === undefined)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  test('has no result where there is nothing to write', () => {
    const open = openStore();
    const { id } = open.ask(runQuery, { query }).bulkOperation;
    open.wait(10_000);
    expect(open.ask(byId, { id })).toMatchObject({ status: 'COMPLETED', objectCount: '0', url: null });
  });

  test('fails where the app may not read what it asks for', () => {
    const open = openStore({ accessScopes: ['read_products'] });
    const asked = '{ locations { edges { node { id } } } }';
    const { id } = open.ask(runQuery, { query: asked }).bulkOperation;
    open.wait(10_000);
    expect(open.ask(byId, { id })).toMatchObject({ status: 'FAILED', errorCode: 'ACCESS_DENIED' });
  });

  test.each([
    ['', /^Invalid bulk query: syntax error/],
    [
      'mutation { productDelete(input: { id: "gid://shopify/Product/1" }) { shop { id } } }',
      /Only `query` operations/,
    ],
    ['{ shop { name } }', /at least one connection/],
    ['{ products { nodes { id } } }', /Selecting via 'nodes' is not supported/],
    [
      '{ products { edges { node { title variants { edges { node { id } } } } } } }',
      /must select the 'id' field/,
    ],
    ['{ products { edges { node { id colour } } } }', /^Invalid bulk query: Field 'colour' doesn't exist/],
  ])('is refused: %s', (asked, message) => {
    const { bulkOperation, userErrors } = openStore().ask(runQuery, { query: asked });
    expect(bulkOperation).toBeNull();
    expect(userErrors[0]).toEqual({
      field: ['query'],
      message: expect.stringMatching(message),
      code: 'INVALID',
    });
  });
});

describe('a result', () => {
  test('is kept for a week at its signed address, and nowhere else', () => {
    const open = openStore();
    const { id } = importTitles(open, 1);
    open.wait(60_000);
    const { url } = open.ask(byId, { id });
    expect(respond(open.store, 'GET', url).headers['Content-Type']).toBe('application/jsonl');
    expect(respond(open.store, 'GET', url.split('?')[0]).status).toBe(403);
    expect(respond(open.store, 'GET', url.replace(/outputs\/..../, 'outputs/0000')).status).toBe(404);
    open.wait(7 * 24 * 60 * 60 * 1000);
    expect(respond(open.store, 'GET', url).body).toContain('<Code>ExpiredToken</Code>');
    expect(open.ask(byId, { id }).status).toBe('EXPIRED');
  });
});

describe('bulkOperations', () => {
  test('lists the latest first, and filters by type and status', () => {
    const open = openStore();
    const first = importTitles(open, 1).id;
    open.wait(60_000);
    const second = open.ask(runQuery, { query: '{ products { edges { node { id } } } }' }).bulkOperation.id;
    const ids = (filter: string | null, more = '') =>
      open
        .ask(
          `query ($filter: String) { bulkOperations(first: 5, query: $filter ${more}) { nodes { id } } }`,
          { filter },
        )
        .nodes.map(({ id }: { id: string }) => id);
    expect(ids(null)).toEqual([second, first]);
    expect(ids(null, ', reverse: true')).toEqual([first, second]);
    expect(ids('operation_type:mutation')).toEqual([first]);
    expect(ids('status:created')).toEqual([second]);
    expect(ids('status:completed operation_type:query')).toEqual([]);
    expect(open.ask('{ currentBulkOperation(type: MUTATION) { id } }')).toEqual({ id: first });
  });
});
