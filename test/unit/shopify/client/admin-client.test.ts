import { createVirtualClock } from '../../../../local/apps-script/runtime/clock';
import type { HttpAnswer, HttpRequest } from '../../../../src/ports/http';
import { fail, succeed } from '../../../../src/ports/problem';
import { createAdminClient } from '../../../../src/shopify/client/admin-client';
import type { GraphqlRequest } from '../../../../src/shopify/client/graphql';

const read = (name: string, cost = 10): GraphqlRequest => ({
  document: `query ${name} { shop { name } }`,
  variables: { name },
  cost,
  repeatable: true,
});
const write = (name: string): GraphqlRequest => ({
  ...read(name),
  document: `mutation ${name}`,
  repeatable: false,
});

const answer = (data: object, available = 1900): HttpAnswer => ({
  status: 200,
  headers: {},
  body: JSON.stringify({ data, extensions: { cost: costs(available) } }),
});
const throttled = (available: number): HttpAnswer => ({
  status: 200,
  headers: {},
  body: JSON.stringify({
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
    extensions: { cost: costs(available) },
  }),
});
const costs = (currentlyAvailable: number) => ({
  requestedQueryCost: 10,
  actualQueryCost: null,
  throttleStatus: { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 },
});
const status = (code: number, headers = {}): HttpAnswer => ({ status: code, headers, body: '' });

/** A client whose Shopify answers each wave by the next of `script`; the last goes on for ever. */
function scripted(...script: readonly (HttpAnswer | readonly HttpAnswer[])[]) {
  const clock = createVirtualClock(0);
  let tookMs = 100;
  const sent: { readonly atMs: number; readonly requests: readonly HttpRequest[] }[] = [];
  const tokens = ['fake-token-1', 'fake-token-2'];
  const replaced: string[] = [];
  const client = createAdminClient({
    shop: 'hats.myshopify.com',
    auth: {
      accessToken: () => succeed(tokens[0] as string),
      replaceToken: (refused) => {
        replaced.push(refused);
        return tokens[1] ? succeed(tokens[1]) : fail('unauthorized', 'No other token.', 'Connect again.');
      },
    },
    http: {
      send(requests) {
        const answers = script[Math.min(sent.length, script.length - 1)] as
          | HttpAnswer
          | readonly HttpAnswer[];
        sent.push({ atMs: clock.now(), requests });
        clock.advance(tookMs);
        return requests.map((_, index) =>
          Array.isArray(answers) ? (answers[index] as HttpAnswer) : (answers as HttpAnswer),
        );
      },
    },
    clock: { now: clock.now, sleep: clock.advance },
  });
  const names = () =>
    sent.map(({ requests }) => requests.map(({ body }) => JSON.parse(body as string).variables.name));
  const slow = (ms: number) => {
    tookMs = ms;
  };
  return { client, clock, sent, replaced, names, slow };
}

describe('the Admin API client', () => {
  test('answers a wave in the order of its requests', () => {
    const { client, sent } = scripted([answer({ a: 1 }), answer({ b: 2 })]);
    expect(client.send([read('a'), read('b')])).toMatchObject([
      { kind: 'answered', data: { a: 1 } },
      { kind: 'answered', data: { b: 2 } },
    ]);
    expect(sent[0]?.requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://hats.myshopify.com/admin/api/2026-10/graphql.json',
      headers: { 'X-Shopify-Access-Token': 'fake-token-1' },
    });
  });

  test('sends only what was throttled again, unchanged, once the points are there', () => {
    const { client, sent, names } = scripted([answer({}), throttled(0)], answer({}));
    expect(client.send([read('a'), write('b')]).map(({ kind }) => kind)).toEqual(['answered', 'answered']);
    expect(names()).toEqual([['a', 'b'], ['b']]);
    expect(sent[1]?.requests[0]).toEqual(sent[0]?.requests[1]);
    expect((sent[1]?.atMs ?? 0) - (sent[0]?.atMs ?? 0)).toBe(220);
  });

  test('waits as many seconds as Retry-After says', () => {
    const { client, sent } = scripted(status(429, { 'retry-after': '2.0' }), answer({}));
    client.send([read('a')]);
    expect((sent[1]?.atMs ?? 0) - (sent[0]?.atMs ?? 0)).toBe(2100);
  });

  test('asks for another token once after a 401, and sends with it', () => {
    const { client, sent, replaced } = scripted(status(401), answer({}));
    expect(client.send([read('a')])).toMatchObject([{ kind: 'answered' }]);
    expect(replaced).toEqual(['fake-token-1']);
    expect(sent[1]?.requests[0]?.headers['X-Shopify-Access-Token']).toBe('fake-token-2');
  });

  test('stops after a second 401', () => {
    const { client, sent, replaced } = scripted(status(401));
    expect(client.send([read('a')])).toMatchObject([{ kind: 'failed', problem: { kind: 'unauthorized' } }]);
    expect([sent.length, replaced.length]).toEqual([2, 1]);
  });

  test.each([
    ['no answer', { failure: 'timed out' }],
    ['a 502', status(502)],
    ['a page instead of JSON', { status: 200, headers: {}, body: '<html>' }],
  ])('repeats a read after %s', (_, trouble) => {
    const { client, sent } = scripted(trouble, trouble, answer({}));
    expect(client.send([read('a')])).toMatchObject([{ kind: 'answered' }]);
    expect(sent.map(({ atMs }) => atMs)).toEqual([0, 1100, 3200]);
  });

  test.each([
    ['no answer', { failure: 'timed out' }],
    ['a 502', status(502)],
  ])('never repeats what may have been done, after %s', (_, trouble) => {
    const { client, sent } = scripted(trouble, answer({}));
    expect(client.send([write('a')])).toMatchObject([{ kind: 'unknown', problem: { kind: 'network' } }]);
    expect(sent).toHaveLength(1);
  });

  test('lets no request hang for a second minute where Google would end the execution meanwhile', () => {
    const hanging = { failure: 'Timeout' };
    const early = scripted(hanging);
    early.slow(60_000);
    early.client.send([read('early')]);
    expect(early.sent).toHaveLength(2);
    const late = scripted(hanging);
    late.slow(60_000);
    late.clock.advance(4.5 * 60_000);
    expect(late.client.send([read('late')])).toMatchObject([
      { kind: 'failed', problem: { kind: 'network' } },
    ]);
    expect(late.sent).toHaveLength(1);
  });

  test('gives up on trouble that does not end, within its time', () => {
    const { client, clock } = scripted(status(503));
    expect(client.send([read('a')])).toMatchObject([{ kind: 'failed', problem: { kind: 'network' } }]);
    expect(clock.now()).toBeGreaterThan(60_000);
    expect(clock.now()).toBeLessThan(95_000);
  });

  test.each([
    [402, 'shop-frozen'],
    [403, 'missing-scope'],
    [404, 'wrong-shop'],
    [423, 'shop-locked'],
    [400, 'store-error'],
  ])('does not repeat a %d, and says what it means', (code, kind) => {
    const { client, sent } = scripted(status(code));
    const [reply] = client.send([read('a')]);
    expect(reply).toMatchObject({ kind: 'failed', problem: { kind } });
    expect(sent).toHaveLength(1);
    if (reply?.kind === 'failed') expect(reply.problem.nextStep).toMatch(/\.$/);
  });

  test('waits before it sends what the bucket does not hold', () => {
    const { client, sent } = scripted(answer({}, 0), answer({}, 1000));
    client.send([read('a')]);
    client.send([read('b', 300)]);
    expect((sent[1]?.atMs ?? 0) - (sent[0]?.atMs ?? 0)).toBe(3120);
  });

  test('takes as many requests as the bucket holds, each at its own cost, and at least one', () => {
    const { client } = scripted(answer({}, 95));
    client.send([read('a')]);
    const ofCosts = (...costs: readonly number[]) => client.fit(costs.map((cost) => read('b', cost)));
    expect([ofCosts(10, 10), ofCosts(40, 40, 40), ofCosts(10, 80, 10), ofCosts(500, 1)]).toEqual([
      2, 2, 2, 1,
    ]);
  });

  test('takes no more than ten at once, and half of that for a while after a refusal', () => {
    const { client, clock } = scripted([throttled(5)], answer({}));
    const many = Array.from({ length: 30 }, (_, index) => read(`${index}`));
    expect(client.fit(many)).toBe(10);
    client.send([read('a')]);
    expect(client.fit(many)).toBe(5);
    clock.advance(30_000);
    expect(client.fit(many)).toBe(10);
  });

  test('waits by what a document was really charged, once Shopify has said so', () => {
    const dear = { ...costs(60), requestedQueryCost: 100 };
    const told: HttpAnswer = {
      status: 200,
      headers: {},
      body: JSON.stringify({ data: {}, extensions: { cost: dear } }),
    };
    const { client, sent } = scripted(told, answer({}));
    client.send([read('a')]);
    client.send([read('a')]);
    expect((sent[1]?.atMs ?? 0) - (sent[0]?.atMs ?? 0)).toBe(520);
  });
});

describe('the Admin API client, where the pace goes wrong', () => {
  const level = (currentlyAvailable: number, maximumAvailable: number, restoreRate: number) => ({
    requestedQueryCost: 10,
    actualQueryCost: 10,
    throttleStatus: { currentlyAvailable, maximumAvailable, restoreRate },
  });
  const saying = (cost: ReturnType<typeof level>, isRefused = false): HttpAnswer => ({
    status: 200,
    headers: {},
    body: JSON.stringify({
      ...(isRefused ? { errors: [{ message: '', extensions: { code: 'THROTTLED' } }] } : { data: {} }),
      extensions: { cost },
    }),
  });
  const slowDown = [{ kind: 'failed', problem: { kind: 'throttled' } }];

  test('says so at once, and sends nothing, where no points come back any more', () => {
    const { client, clock, sent } = scripted(saying(level(0, 2000, 0)));
    client.send([read('a')]);
    expect(client.send([read('b')])).toMatchObject(slowDown);
    expect([sent.length, clock.now()]).toEqual([1, 100]);
  });

  test('goes on at the new pace where the bucket shrinks', () => {
    const { client, sent } = scripted(saying(level(5, 50, 10)), answer({}));
    client.send([read('a')]);
    expect(client.send([read('b', 200)])).toMatchObject([{ kind: 'answered' }]);
    expect((sent[1]?.atMs ?? 0) - (sent[0]?.atMs ?? 0)).toBe(4_620);
  });

  test('gives up soon on a request that is refused though the bucket is full', () => {
    const { client, clock, sent } = scripted(saying({ ...level(50, 50, 10), requestedQueryCost: 200 }, true));
    expect(client.send([read('a', 200)])).toMatchObject(slowDown);
    expect(sent.length).toBeLessThan(10);
    expect(clock.now()).toBeLessThan(80_000);
  });

  test.each([
    ['back', -3_600_000],
    ['ahead', 3_600_000],
  ])('survives a clock that jumps %s an hour', (_, jumpMs) => {
    let offsetMs = 0;
    let wallMs = 0;
    const sentAtMs: number[] = [];
    const client = createAdminClient({
      shop: 'hats.myshopify.com',
      auth: { accessToken: () => succeed('fake-token'), replaceToken: () => succeed('fake-token') },
      http: {
        send(requests) {
          sentAtMs.push(wallMs);
          wallMs += 100;
          if (sentAtMs.length === 2) offsetMs = jumpMs;
          return requests.map(() => (sentAtMs.length < 6 ? throttled(0) : answer({})));
        },
      },
      clock: {
        now: () => 1_800_000_000_000 + wallMs + offsetMs,
        sleep: (ms) => {
          wallMs += ms;
        },
      },
    });
    expect(client.send([read('a')])).toMatchObject([{ kind: 'answered' }]);
    expect(wallMs).toBeLessThan(60_000);
  });
});
