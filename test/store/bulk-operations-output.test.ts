import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openStore } from './open-store';
import { respond } from './upload';

/** Recordings of a real store, beside the checkout; see the README there. */
const folder = resolve(__dirname, '../../../shared/recorded-store/contracts');
const file = join(folder, 'bulk-operations__bulk-operation-run-query-created-status.json');

interface RecordedProduct {
  readonly id: string;
  readonly title: string;
}

describe('the result of a recorded bulk query', () => {
  if (!existsSync(file)) {
    test('cannot be compared: ../shared/recorded-store is absent', () => {
      process.stderr.write('The recorded bulk query was not compared: ../shared/recorded-store is absent.\n');
    });
    return;
  }

  const requests: readonly { readonly name: string; readonly answer: never }[] = JSON.parse(
    readFileSync(file, 'utf8'),
  ).requests;
  const answerTo = <T>(name: string): T => requests.find((request) => request.name === name)?.answer as T;
  const products = answerTo<readonly RecordedProduct[]>('run-query-result-artifact-jsonl-body');
  const recorded = answerTo<Record<string, string>>('read-after-run-query-terminal-operation');

  test('has the recorded lines, counts and size to the byte, over the recorded products', () => {
    const open = openStore();
    open.ask('mutation { productCreate(product: { title: "Template" }) { product { id } } }');
    const [template] = open.store.state.products.all();
    if (!template) throw new Error('There is no product to copy.');
    open.store.state.products.delete(template.id);
    for (const product of products)
      open.store.state.products.put({ ...template, ...product, variantIds: [] });
    const { query } = recorded;
    open.ask('mutation ($query: String!) { bulkOperationRunQuery(query: $query) { bulkOperation { id } } }', {
      query,
    });
    open.wait(60_000);
    const operation = open.ask(
      '{ currentBulkOperation { status objectCount rootObjectCount fileSize url query } }',
    );
    const { status, objectCount, rootObjectCount, fileSize } = recorded;
    expect(operation).toMatchObject({ status, objectCount, rootObjectCount, fileSize, query });
    const lines = respond(open.store, 'GET', operation.url).body.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(products);
  });
});
