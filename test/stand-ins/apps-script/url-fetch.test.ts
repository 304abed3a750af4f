import type { WireAnswer, WireRequest } from '../../../local/store/wire';
import { project, startMs } from './script-project';

const shop = 'https://shop.myshopify.com/admin/api';
const ok: WireAnswer = { status: 200, headers: { 'X-Request-Id': '1' }, body: 'née', tookMs: 100 };

/** A project whose requests are answered by the function, and noted. */
function online(answer: (request: WireRequest) => WireAnswer = () => ok, manifest?: object) {
  const requests: WireRequest[] = [];
  const script = project({
    ...(manifest === undefined ? {} : { manifest }),
    send: (request) => {
      requests.push(request);
      return answer(request);
    },
  });
  return { script, requests };
}

describe('UrlFetchApp', () => {
  test('sends what it was given and answers status, text, bytes and headers', () => {
    const { script, requests } = online();
    const value = script.evaluate(`const response = UrlFetchApp.fetch('${shop}', { method: 'post',
        contentType: 'application/json', headers: { 'X-Shopify-Access-Token': 'shpat_fake_example' }, payload: '{"a":"é"}' });
      return [response.getResponseCode(), response.getContentText(), response.getContent(), response.getAllHeaders(), Date.now()]`);
    expect(value).toEqual([200, 'née', [110, -61, -87, 101], { 'X-Request-Id': '1' }, startMs + 100]);
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: shop,
        headers: { 'content-type': 'application/json', 'x-shopify-access-token': 'shpat_fake_example' },
        body: '{"a":"é"}',
      },
    ]);
  });

  test('sends an object as a form, and as multipart where it holds a file', () => {
    const { script, requests } = online();
    script.evaluate(`UrlFetchApp.fetch('${shop}', { method: 'post', payload: { grant: 'a b', id: 1 } });
      UrlFetchApp.fetch('${shop}', { method: 'post', payload: { key: 'k', file: Utilities.newBlob('{}', 'text/jsonl', 'in.jsonl') } })`);
    expect(requests[0]).toMatchObject({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant=a+b&id=1',
    });
    const upload = Buffer.from(requests[1]?.body ?? '').toString();
    expect(requests[1]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(upload).toMatch(
      /name="key"\r\n\r\nk\r\n.*name="file"; filename="in.jsonl"\r\nContent-Type: text\/jsonl\r\n\r\n\{\}/s,
    );
  });

  test('fetches many at once, in the order of the requests, for as long as the slowest takes', () => {
    const { script } = online(({ url }) => ({
      ...ok,
      body: url.slice(-1),
      tookMs: url.endsWith('1') ? 900 : 100,
    }));
    const value =
      script.evaluate(`const responses = UrlFetchApp.fetchAll([1, 2, 3].map((each) => ({ url: '${shop}/' + each })));
      return [responses.map((each) => each.getContentText()), Date.now()]`);
    expect(value).toEqual([['1', '2', '3'], startMs + 900]);
    expect(script.state.quotas['owner@example.com']?.urlFetchCalls).toBe(3);
  });

  test('throws for an error status unless it is muted, and for all requests of a batch', () => {
    const { script, requests } = online(({ url }) =>
      url.endsWith('2') ? { ...ok, status: 503, body: 'x'.repeat(300) } : ok,
    );
    const muted = (mute: boolean) => `return UrlFetchApp.fetchAll(['1', '2'].map((each) =>
      ({ url: '${shop}/' + each, muteHttpExceptions: ${mute} }))).map((each) => each.getResponseCode())`;
    expect(script.evaluate(muted(true))).toEqual([200, 503]);
    expect(() => script.evaluate(muted(false))).toThrow(
      `Exception: Request failed for https://shop.myshopify.com returned code 503. Truncated server response: ${'x'.repeat(200)}... (use muteHttpExceptions option to examine full response)`,
    );
    expect(requests).toHaveLength(4);
  });

  test.each([
    ['timeout', 'Timeout'],
    ['connection-refused', 'Address unavailable'],
    ['unknown-host', 'DNS error'],
  ] as const)('throws at %s for the whole batch, muted or not', (failure, text) => {
    const { script, requests } = online(({ url }) => (url.endsWith('2') ? { failure, tookMs: 50 } : ok));
    const body = `UrlFetchApp.fetchAll(['1', '2', '3'].map((each) => ({ url: '${shop}/' + each, muteHttpExceptions: true })))`;
    expect(() => script.evaluate(body)).toThrow(`Exception: ${text}: ${shop}/2`);
    expect(requests).toHaveLength(3);
  });

  test('gives up at the timeout, although the request arrived', () => {
    const { script, requests } = online(() => ({ ...ok, tookMs: 90_000 }));
    const result = script.execute(`UrlFetchApp.fetch('${shop}', { timeoutSeconds: 60 })`);
    expect(result).toMatchObject({
      outcome: 'threw',
      error: { message: `Timeout: ${shop}` },
      tookMs: 60_000,
    });
    expect(requests).toHaveLength(1);
  });

  test('dies with the execution in the middle of a request that took effect', () => {
    const { script, requests } = online(() => ({ ...ok, tookMs: 300_000 }));
    expect(script.execute(`Utilities.sleep(100000); UrlFetchApp.fetch('${shop}')`)).toMatchObject({
      outcome: 'killed',
      tookMs: 360_000,
    });
    expect(requests).toHaveLength(1);
  });

  test('follows redirects only where it should, and nowhere outside the list', () => {
    const answer = ({ url }: WireRequest): WireAnswer => {
      const location = { '/1': `${shop}/2`, '/3': 'https://evil.example.com/' }[url.slice(-2)];
      return location === undefined ? ok : { ...ok, status: 302, headers: { Location: location } };
    };
    const { script } = online(answer);
    const code = (number: number, options = '') =>
      script.evaluate(
        `return UrlFetchApp.fetch('${shop}/${number}', { muteHttpExceptions: true ${options} }).getResponseCode()`,
      );
    expect([code(1), code(1, ', followRedirects: false'), code(3, ', followRedirects: false')]).toEqual([
      200, 302, 302,
    ]);
    expect(() => code(3)).toThrow('has not been whitelisted');
  });

  test.each([
    'https://shop.myshopify.com/Admin/api',
    'https://shop.myshopify.com/',
    'http://shop.myshopify.com/admin/api',
    'https://myshopify.com/admin/api',
    'https://shop.myshopify.com.evil.example/admin/api',
    'https://evil.example/?https://shop.myshopify.com/admin/api',
  ])('refuses %s, which the manifest does not list', (url) => {
    const { script, requests } = online();
    expect(() => script.evaluate(`UrlFetchApp.fetch('${url}')`)).toThrow(
      `Exception: Request to ${url} failed because the URL has not been whitelisted in the script manifest.`,
    );
    expect(requests).toEqual([]);
  });

  test.each([
    [`'${shop}/' + 'x'.repeat(2082)`, '{}', 'Limit Exceeded: URLFetch URL Length.'],
    [`'${shop}'`, '{ headers: { Host: "x" } }', 'Attribute provided with invalid value: Header:Host'],
    [`'${shop}'`, '{ headers: { "X-Token": null } }', 'Attribute provided with invalid value: Header:null'],
    [`'${shop}'`, '{ headers: { a: "x".repeat(9000) } }', 'Limit Exceeded: URLFetch Header Size.'],
    [`'${shop}'`, '{ method: "head" }', 'Attribute provided with invalid value: method'],
    [`'${shop}'`, '{ timeoutSeconds: 361 }', 'Attribute provided with invalid value: timeoutSeconds'],
    [`'${shop}'`, '{ muteHttpException: true }', 'Invalid argument: muteHttpException'],
    [`'not a url'`, '{}', 'Invalid argument'],
  ])('refuses %s with %s as Google does', (url, options, message) => {
    const { script, requests } = online();
    expect(() => script.evaluate(`UrlFetchApp.fetch(${url}, ${options})`)).toThrow(message);
    expect(requests).toEqual([]);
  });

  test('stops at the day’s allowance of the account', () => {
    const { script, requests } = online();
    script.evaluate(`UrlFetchApp.fetch('${shop}')`);
    const use = script.state.quotas['owner@example.com'];
    if (use !== undefined) use.urlFetchCalls = 19_999;
    expect(() => script.evaluate(`UrlFetchApp.fetchAll(['${shop}', '${shop}'])`)).toThrow(
      'Exception: Service invoked too many times for one day: urlfetch.',
    );
    expect(requests).toHaveLength(1);
  });

  test('fetches any address where the manifest has no list', () => {
    const { script, requests } = online(() => ok, { urlFetchWhitelist: undefined });
    script.evaluate(`UrlFetchApp.fetch('https://example.com')`);
    expect(requests).toHaveLength(1);
  });
});
