/** Measures how fast the embedded store starts and answers: `node --import tsx local/bench/store.ts`. */
const startedAt = performance.now();

async function main(): Promise<void> {
  const { createStore, fakeAccessToken } = await import('../store/embedded-store');
  let nowMs = Date.UTC(2026, 10, 23);
  const store = createStore({ now: () => nowMs, plan: 'enterprise' });

  const ask = (query: string, variables: Readonly<Record<string, unknown>> = {}): void => {
    nowMs += 1000;
    const answer = store.send({
      method: 'POST',
      url: `https://${store.shop}/admin/api/2026-10/graphql.json`,
      headers: { 'content-type': 'application/json', 'x-shopify-access-token': fakeAccessToken },
      body: JSON.stringify({ query, variables }),
    });
    if ('failure' in answer || answer.status !== 200 || answer.body.includes('"errors":[{')) {
      throw new Error(`The store refused: ${JSON.stringify(answer)}`);
    }
  };

  const report = (name: string, ms: number): void => {
    process.stdout.write(`${name.padEnd(44)} ${ms.toFixed(2).padStart(9)} ms\n`);
  };

  ask('{ shop { name } }');
  report('start until the first answer (limit 2000)', performance.now() - startedAt);

  const create = `mutation($product: ProductCreateInput!) {
    productCreate(product: $product) { product { id } userErrors { message } } }`;
  report(
    'productCreate, median of 500',
    medianMs(500, (n) => ask(create, { product: { title: `Mug ${n}`, tags: ['kitchen'] } })),
  );
  report(
    'shop, median of 500 (limit 5)',
    medianMs(500, () => ask('{ shop { name currencyCode } }')),
  );
  report(
    'product by handle, median of 500 (limit 5)',
    medianMs(500, (n) =>
      ask('query($handle: String!) { productByIdentifier(identifier: { handle: $handle }) { id title } }', {
        handle: `mug-${n}`,
      }),
    ),
  );
  const page =
    '{ products(first: 250) { nodes { id title variants(first: 10) { nodes { id sku price } } } } }';
  report(
    'page of 250 products, median of 20',
    medianMs(20, () => ask(page)),
  );
}

function medianMs(times: number, run: (index: number) => void): number {
  const samples = Array.from({ length: times }, (_, index) => {
    const from = performance.now();
    run(index);
    return performance.now() - from;
  });
  return samples.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

void main();
