import fc from 'fast-check';
import { errorStatuses } from '../../../../local/store/http/faults/error-statuses';
import type { Fault, FaultEffect } from '../../../../local/store/http/faults/fault';
import { createFaultSchedule } from '../../../../local/store/http/faults/fault-schedule';
import { formatFaults, parseFaults } from '../../../../local/store/http/faults/fault-text';
import { bodyOf, createClient, responded, type TestClient } from './client';

const create = `mutation($product: ProductCreateInput!) {
  productCreate(product: $product) { product { id } userErrors { message } } }`;
const send = (client: TestClient, title = 'Mug') =>
  client.graphql(create, { variables: { product: { title } } });
const titles = (client: TestClient) => client.store.state.products.all().map(({ title }) => title);
const withFaults = (faults: string, seed = 1): TestClient => createClient({ faults, seed });

describe('a fault before the effect', () => {
  test.each(['timeout', 'refused', '503', '429', 'html', '500-before'])(
    '(%s) leaves the store alone',
    (what) => {
      const client = withFaults(`1: ${what}`);
      send(client);
      expect(titles(client)).toEqual([]);
      send(client);
      expect(titles(client)).toEqual(['Mug']);
    },
  );
});

describe('a fault after the effect', () => {
  test.each(['timeout-after', '500-after', '504-after', 'truncated', 'html-after', 'slow 5000'])(
    '(%s) keeps what was written',
    (what) => {
      const client = withFaults(`1: ${what}`);
      send(client);
      expect(titles(client)).toEqual(['Mug']);
    },
  );
});

describe('what the client sees of', () => {
  test('a timeout is a failure after a minute', () => {
    expect(send(withFaults('1: timeout-after'))).toEqual({ failure: 'timeout', tookMs: 60_000 });
  });

  test('a refused connection is a failure at once', () => {
    expect(send(withFaults('1: refused'))).toEqual({ failure: 'connection-refused', tookMs: 20 });
  });

  test('a truncated body is no JSON', () => {
    const answer = responded(send(withFaults('1: truncated')));
    expect(answer.status).toBe(200);
    expect(() => JSON.parse(answer.body)).toThrow();
  });

  test('a page is HTML with status 200', () => {
    const answer = responded(send(withFaults('1: html')));
    expect([answer.status, answer.headers['Content-Type']]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('a slow answer is the answer, later', () => {
    const slow = responded(send(withFaults('1: slow 5000')));
    const usual = responded(send(createClient()));
    expect(slow).toEqual({ ...usual, tookMs: usual.tookMs + 5000 });
  });

  test.each(Object.keys(errorStatuses).map(Number))('status %d is that status with a body', (status) => {
    const answer = responded(send(withFaults(`1: ${status}`)));
    expect(answer.status).toBe(status);
    expect(answer.body).not.toBe('');
  });

  test('an edge limit says in seconds when to come back', () => {
    expect(responded(send(withFaults('1: 429'))).headers['Retry-After']).toBe('2.0');
  });
});

describe('a fault strikes', () => {
  const struck = (client: TestClient, count: number): number[] =>
    Array.from({ length: count }, (_, index) => index + 1).filter((number) => {
      const answer = number % 2 ? send(client, `Mug ${number}`) : client.graphql('{ shop { name } }');
      return 'failure' in answer;
    });

  test('by number and range', () => {
    expect(struck(withFaults('2: timeout; 5-6: refused'), 8)).toEqual([2, 5, 6]);
  });

  test('by operation, every time or once', () => {
    expect(struck(withFaults('productCreate: timeout'), 6)).toEqual([1, 3, 5]);
    expect(struck(withFaults('productCreate#2: timeout'), 6)).toEqual([3]);
    expect(struck(withFaults('shop: timeout'), 4)).toEqual([2, 4]);
  });

  test('by chance, the same with the same seed', () => {
    const first = struck(withFaults('30%: timeout', 5), 60);
    expect(struck(withFaults('30%: timeout', 5), 60)).toEqual(first);
    expect(struck(withFaults('30%: timeout', 6), 60)).not.toEqual(first);
    expect(first.length).toBeGreaterThan(8);
    expect(first.length).toBeLessThan(30);
  });

  test('requests for tokens too', () => {
    const client = withFaults('1: 502');
    expect(client.form('/admin/oauth/access_token', {}).status).toBe(502);
    expect(bodyOf(client.graphql('{ shop { name } }')).data.shop.name).toBe('embedded-store');
  });
});

const moments = fc.constantFrom('before' as const, 'after' as const);
const effects: fc.Arbitrary<FaultEffect> = fc.oneof(
  fc.record({ kind: fc.constantFrom('timeout' as const, 'html' as const), moment: moments }),
  fc.record({ kind: fc.constantFrom('refused' as const, 'truncated' as const) }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(...Object.keys(errorStatuses).map(Number)),
    moment: moments,
  }),
  fc.record({ kind: fc.constant('slow' as const), addedMs: fc.nat(100_000) }),
);
const faults: fc.Arbitrary<Fault> = fc.record({
  what: effects,
  when: fc.oneof(
    fc
      .tuple(fc.nat(50), fc.nat(50))
      .map(([first, more]) => ({ kind: 'requests' as const, first, last: first + more })),
    fc.nat(100).map((percent) => ({ kind: 'chance' as const, percent })),
    fc.record(
      {
        kind: fc.constant('operation' as const),
        root: fc.constantFrom('shop', 'productSet'),
        nth: fc.nat(9),
      },
      { requiredKeys: ['kind', 'root'] },
    ),
  ),
});

describe('the readable form', () => {
  test('says everything a schedule holds', () => {
    fc.assert(
      fc.property(fc.array(faults), (schedule) => {
        expect(parseFaults(formatFaults(schedule))).toEqual(schedule);
      }),
    );
  });

  test.each(['3', '3: explode', 'a b: 429', '3: 200', '120: slow', '1: 2: 3'])('"%s" is refused', (text) => {
    expect(() => parseFaults(text)).toThrow();
  });
});

test('a schedule decides the same for the same requests', () => {
  fc.assert(
    fc.property(
      fc.array(faults),
      fc.integer(),
      fc.array(fc.constantFrom('shop', 'productSet')),
      (all, seed, roots) => {
        const decide = () => {
          const schedule = createFaultSchedule(all, seed);
          return roots.map((root) => schedule.next([root]));
        };
        expect(decide()).toEqual(decide());
      },
    ),
  );
});
