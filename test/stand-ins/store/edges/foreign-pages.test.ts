import { request } from 'node:http';
import { createVirtualClock } from '../../../../local/apps-script/runtime';
import { createStore } from '../../../../local/store/embedded-store';
import { type ServedStore, serveStore } from '../../../../local/store/http/server/serve';
import { virtualClock } from '../../../../local/store/http/server/server-clock';
import { createBench } from '../../../../local/workbench/bench';
import { type ServedBench, serveBench } from '../../../../local/workbench/serve';
import { ROOT } from '../../../bundle/built';
import { builtFolder } from '../../../support/built-once';
import { testInFull } from '../../../support/sampled';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** As it stands: no client adds or mends a header. */
function send(url: string, { method, path, headers = {}, body = '' }: Sent): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    // The server hangs up on what is too long.
    asked.once('error', (error: Error & { readonly code?: string }) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? resolve(413) : reject(error),
    );
    asked.end(body);
  });
}

let bench: ServedBench;
let store: ServedStore;
let storeNowMs: () => number;
let benchNowMs: () => number;

beforeAll(async () => {
  const opened = createBench({
    distDir: builtFolder(),
    spreadsheetDir: `${ROOT}/examples`,
    startMs: Date.UTC(2026, 10, 22),
  });
  benchNowMs = () => opened.view().nowMs;
  bench = await serveBench(opened, 0);
  const clock = virtualClock(Date.UTC(2026, 10, 22));
  storeNowMs = clock.now;
  store = await serveStore(createStore({ now: createVirtualClock(clock.now()).now }), clock, 0);
}, 60_000);
afterAll(async () => {
  await Promise.all([bench.close(), store.close()]);
});

/** What changes something, and is to change nothing. */
const WAIT: Sent = { method: 'POST', path: '/wait', body: '{"ms":3600000}' };
const LEAP: Sent = { method: 'POST', path: '/_clock?advanceMs=3600000' };

describe.each([
  ['the workbench', () => ({ url: bench.url, action: WAIT, nowMs: benchNowMs })],
  ['the store', () => ({ url: store.url, action: LEAP, nowMs: () => storeNowMs() })],
])('%s', (_, open) => {
  test.each([
    ['a page of another site', { Origin: 'https://evil.example' }],
    ['a page on another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['a page without an origin of its own', { Origin: 'null' }],
    ['a name that was made to lead here', { Host: 'evil.example' }],
    ['this machine under another port', { Host: '127.0.0.1:1' }],
    ['a name without the port', { Host: 'localhost' }],
  ])('does nothing for %s', async (_name, headers) => {
    const { url, action, nowMs } = open();
    const before = nowMs();
    expect(await send(url, { ...action, headers })).toBe(403);
    expect(nowMs()).toBe(before);
  });

  test('answers its own page, under either name of this machine', async () => {
    const { url, action } = open();
    const { port } = new URL(url);
    expect(await send(url, { ...action, headers: { Origin: url } })).toBe(200);
    const headers = { Host: `localhost:${port}`, Origin: `http://localhost:${port}` };
    expect(await send(url, { ...action, headers })).toBe(200);
  });
});

test.each(['-1', 'soon', '1e300', 'NaN', '', '0.5', '99999999999999'])(
  'the store’s clock is not moved by “%s”',
  async (ms) => {
    const before = storeNowMs();
    expect(await send(store.url, { method: 'POST', path: `/_clock?advanceMs=${ms}` })).toBe(
      ms === '' ? 200 : 400,
    );
    expect(storeNowMs()).toBe(before);
  },
);

test.each(['{"ms":-1}', '{"ms":"soon"}', '{"ms":1e300}', '{', ''])(
  'the workbench does not wait for %s',
  async (body) => {
    const before = benchNowMs();
    expect(await send(bench.url, { method: 'POST', path: '/wait', body })).toBe(400);
    expect(benchNowMs()).toBe(before);
  },
);

testInFull('a body that is too long is not read to its end', async () => {
  expect(await send(bench.url, { ...WAIT, body: 'x'.repeat(6_000_000) })).toBe(413);
  expect(await send(store.url, { ...LEAP, body: 'x'.repeat(120_000_000) })).toBe(413);
});
