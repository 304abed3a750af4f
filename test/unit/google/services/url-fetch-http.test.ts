import type { WireAnswer, WireRequest } from '../../../../local/store/wire';
import type { HttpAnswer, HttpRequest } from '../../../../src/ports/http';
import { adapters } from '../adapters';

const URL = 'https://acme.myshopify.com/admin/api/2026-10/graphql.json';

function post(body: string): HttpRequest {
  return { method: 'POST', url: URL, headers: { 'X-Example': body }, contentType: 'application/json', body };
}

function sendThrough(answer: (request: WireRequest) => WireAnswer, requests: readonly HttpRequest[]) {
  const sent: WireRequest[] = [];
  const script = adapters({
    send: (request) => {
      sent.push(request);
      return answer(request);
    },
  });
  const { calls, ...end } = script.execute(`return Adapters.urlFetchHttp.send(${JSON.stringify(requests)})`);
  if (end.outcome !== 'returned') throw new Error(JSON.stringify(end));
  return { sent, calls, answers: end.value as readonly HttpAnswer[] };
}

function ok(body: string): WireAnswer {
  return { status: 200, headers: { 'X-Request-Id': `id ${body}` }, body, tookMs: 10 };
}

describe('the requests of a wave', () => {
  test('are answered in their order, header names in lower case', () => {
    const { answers, sent } = sendThrough(({ body }) => ok(String(body)), [post('one'), post('two')]);
    expect(answers).toEqual([
      { status: 200, headers: expect.objectContaining({ 'x-request-id': 'id one' }), body: 'one' },
      { status: 200, headers: expect.objectContaining({ 'x-request-id': 'id two' }), body: 'two' },
    ]);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: URL,
      body: 'one',
      headers: expect.objectContaining({ 'content-type': 'application/json', 'x-example': 'one' }),
    });
  });

  test('keep their status when it says that something is wrong', () => {
    const { answers } = sendThrough(() => ({ ...ok('busy'), status: 429 }) as WireAnswer, [post('one')]);
    expect(answers).toMatchObject([{ status: 429, body: 'busy' }]);
  });

  test('all fail where one of them finds no way out', () => {
    const { answers } = sendThrough(
      ({ body }) => (body === 'two' ? { failure: 'connection-refused', tookMs: 10 } : ok('fine')),
      [post('one'), post('two')],
    );
    expect(answers).toEqual([{ failure: expect.any(String) }, { failure: expect.any(String) }]);
  });

  test('go through fetch where there is one, and nowhere where there is none', () => {
    expect(sendThrough(() => ok(''), [post('one')]).calls).toMatchObject({ 'UrlFetchApp.fetch': 1 });
    expect(sendThrough(() => ok(''), [post('one'), post('two')]).calls).toMatchObject({
      'UrlFetchApp.fetchAll': 1,
    });
    expect(sendThrough(() => ok(''), [])).toMatchObject({ answers: [], calls: {} });
  });

  test('do not follow a redirect, which would carry the token somewhere else', () => {
    const elsewhere = { ...ok(''), status: 302, headers: { Location: 'https://other.myshopify.com/admin/' } };
    const { answers, sent } = sendThrough(() => elsewhere as WireAnswer, [post('one')]);
    expect(answers).toMatchObject([{ status: 302 }]);
    expect(sent).toHaveLength(1);
  });

  test('do not wait longer than a minute', () => {
    const { answers } = sendThrough(() => ({ failure: 'timeout', tookMs: 400_000 }), [post('one')]);
    expect(answers).toEqual([{ failure: expect.any(String) }]);
  });
});
