import type { StoreOptions } from '../../../../local/store/store-types';
import type { SnapshotNeeds } from '../../../../src/plan/model/snapshot';
import type { Result } from '../../../../src/ports/problem';
import { type LookUpBench, openLookUp, plainCatalog } from './open-look-up';

const COUNT = 700;
const seeded = JSON.stringify(openLookUp(plainCatalog(COUNT)).store.save());
/** A shop of so many products, and a look-up of them all. */
const open = (options: Partial<StoreOptions> = {}) =>
  openLookUp({ products: [] }, { saved: JSON.parse(seeded), ...options });
const all = (bench: LookUpBench): Partial<SnapshotNeeds> => ({
  products: bench.products().map((_, index) => byHandle(index)),
});
const byHandle = (index: number) => ({ id: undefined, handle: `product-${index}`, skus: [] });
const PRODUCTS_PER_REQUEST = 100;

function countOf(asked: readonly string[], name: string): number {
  return asked.filter((root) => root === name).length;
}

function problemOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.problem.kind;
}

/** Answers a root field with a GraphQL answer of its own, or lets it pass. */
function answerInstead(bench: LookUpBench, root: string, body: object): void {
  bench.meanwhile = (_, send) =>
    bench.asked.at(-1) === root ? { status: 200, headers: {}, body: JSON.stringify(body) } : send();
}

describe('a look-up of most of a shop', () => {
  test('takes a few requests, polls not counted, and finds everything', () => {
    const bench = open();
    const found = bench.lookUp(all(bench));
    expect(found.ok && found.value.products.size).toBe(COUNT);
    expect(bench.asked.filter((root) => root !== 'bulkOperation')).toEqual([
      'productsCount',
      'bulkOperationRunQuery',
      'download',
    ]);
  });

  test('pauses where the bulk query is not done in time, and goes on with it in the next execution', () => {
    const bench = open({ bulk: { queryRowsPerSecond: 2 } });
    const kinds: (string | undefined)[] = [];
    for (let executions = 0; executions < 4; executions += 1)
      kinds.push(problemOf(bench.lookUp(all(bench), 200)));
    expect(kinds).toEqual(['time-up', 'time-up', 'time-up', undefined]);
    expect(countOf(bench.asked, 'bulkOperationRunQuery')).toBe(1);
  });

  test('begins anew where the bulk query that was begun broke off', () => {
    const breakOffs = [{ operation: 1, afterRows: 10, errorCode: 'TIMEOUT' as const }];
    const bench = open({ bulk: { queryRowsPerSecond: 2, breakOffs } });
    bench.lookUp(all(bench), 2);
    bench.clock.advance(60_000);
    expect(problemOf(bench.lookUp(all(bench), 200))).toBe('time-up');
    expect(countOf(bench.asked, 'bulkOperationRunQuery')).toBe(2);
  });

  test('begins anew where the earlier one is of long ago', () => {
    const bench = open({ bulk: { queryRowsPerSecond: 2 } });
    bench.lookUp(all(bench), 200);
    bench.clock.advance(2 * 60 * 60_000);
    bench.lookUp(all(bench), 200);
    expect(countOf(bench.asked, 'bulkOperationRunQuery')).toBe(2);
  });

  test.each([
    [
      'five others are running',
      { bulkOperation: null, userErrors: [{ field: null, message: 'In progress.' }] },
    ],
    ['Shopify answers nothing', null],
  ])('reads directly where %s', (_, bulkOperationRunQuery) => {
    const bench = open();
    answerInstead(bench, 'bulkOperationRunQuery', { data: { bulkOperationRunQuery } });
    const found = bench.lookUp(all(bench));
    expect(found.ok && found.value.products.size).toBe(COUNT);
    expect(countOf(bench.asked, 'nodes')).toBe(COUNT / PRODUCTS_PER_REQUEST);
  });

  test('reads directly where the app may not run bulk queries', () => {
    const bench = open();
    const error = { message: 'Access denied.', extensions: { code: 'ACCESS_DENIED' } };
    answerInstead(bench, 'bulkOperationRunQuery', { data: null, errors: [error] });
    expect(bench.lookUp(all(bench)).ok).toBe(true);
    expect(countOf(bench.asked, 'nodes')).toBe(COUNT / PRODUCTS_PER_REQUEST);
  });

  test.each([
    ['is missing', (lines: string[]) => lines.slice(1)],
    ['is damaged', (lines: string[]) => ['{"id":"gid://sh', ...lines.slice(1)]],
  ])('reads directly where a line of the result %s', (_, doctor) => {
    const bench = open();
    bench.meanwhile = ({ method }, send) => {
      const answer = send();
      if (method !== 'GET' || !('body' in answer)) return answer;
      return { ...answer, body: `${doctor(answer.body.trim().split('\n')).join('\n')}\n` };
    };
    const found = bench.lookUp(all(bench));
    expect(found.ok && found.value.products.size).toBe(COUNT);
    expect(countOf(bench.asked, 'nodes')).toBe(COUNT / PRODUCTS_PER_REQUEST);
  });

  test('takes a line that comes twice once', () => {
    const bench = open();
    bench.meanwhile = ({ method }, send) => {
      const answer = send();
      return method === 'GET' && 'body' in answer ? { ...answer, body: answer.body.repeat(2) } : answer;
    };
    const found = bench.lookUp(all(bench));
    expect(countOf(bench.asked, 'download')).toBe(1);
    const products = found.ok ? [...found.value.products.values()] : [];
    expect(products.filter(({ variants }) => variants.length === 1)).toHaveLength(COUNT);
  });
});

describe('reading directly', () => {
  test('stops at the deadline, and is not chosen again by the next execution', () => {
    const bench = open();
    bench.meanwhile = (_, send) => {
      if (bench.asked.at(-1) === 'productByIdentifier') bench.clock.advance(30_000);
      return send();
    };
    const products = Array.from({ length: 300 }, (_, index) => byHandle(index));
    expect(problemOf(bench.lookUp({ products }, 60))).toBe('time-up');
    expect(countOf(bench.asked, 'bulkOperationRunQuery')).toBe(0);
    const found = bench.lookUp({ products }, 60);
    expect(found.ok && found.value.products.size).toBe(300);
    expect(countOf(bench.asked, 'bulkOperationRunQuery')).toBe(1);
  });

  test('asks nothing where nothing is needed', () => {
    const bench = openLookUp(plainCatalog(3));
    expect(bench.lookUp({}).ok).toBe(true);
    expect(bench.asked).toEqual([]);
  });

  test('reads all variants of products that have more than a page, those of many products at once', () => {
    const values = Array.from({ length: 120 }, (_, index) => `Size ${index}`);
    const large = (handle: string) => ({
      handle,
      options: [{ name: 'Size', values }],
      variants: values.map((value) => ({ options: { Size: value } })),
    });
    const bench = openLookUp({ products: [large('hat'), large('tee'), { handle: 'mug' }] });
    const products = ['hat', 'tee', 'mug'].map((handle) => ({ id: undefined, handle, skus: [] }));
    const found = bench.lookUp({ products });
    const counts = found.ok ? [...found.value.products.values()].map(({ variants }) => variants.length) : [];
    expect(counts.sort()).toEqual([1, 120, 120]);
    expect(countOf(bench.asked, 'product')).toBe(2);
  });
});
