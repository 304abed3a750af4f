import { readFileSync } from 'node:fs';
import { describeBeside } from '../../../support/beside';
import { openStore } from '../open-store';
import { respond } from './upload';

const RECORDING = 'recorded-store/contracts/bulk-operations__bulk-operation-run-query-created-status.json';

interface RecordedProduct {
  readonly id: string;
  readonly title: string;
}

describeBeside(RECORDING, 'the result of a recorded bulk query', (file) => {
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
