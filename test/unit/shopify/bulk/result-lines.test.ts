import fc from 'fast-check';
import { partOf } from '../../../../local/store/shop/bulk-operations/byte-range';
import type { HttpAnswer, HttpRequest } from '../../../../src/ports/http';
import { readResultLines } from '../../../../src/shopify/bulk/result-lines';
import { asLine } from '../../../../src/shopify/bulk/upload-lines';

const URL = 'https://storage.googleapis.com/result';
const clock = { now: () => 0, sleep: () => undefined };

function read(answer: (request: HttpRequest) => HttpAnswer, partBytes?: number, fileSize?: number) {
  const asked: HttpRequest[] = [];
  const lines: unknown[] = [];
  const http = {
    send: (requests: readonly HttpRequest[]) => {
      asked.push(...requests);
      return requests.map(answer);
    },
  };
  const result = readResultLines(
    { http, clock },
    { resultUrl: URL, fileSize },
    (line) => lines.push(line),
    partBytes,
  );
  return { result, lines, asked };
}

const storage =
  (text: string) =>
  ({ headers }: HttpRequest): HttpAnswer => {
    const part = partOf(Buffer.from(text), headers.Range);
    if (!part) return { status: 200, headers: {}, body: text };
    const body = part.status === 206 ? part.body : '';
    return { status: part.status, headers: { 'content-range': part.contentRange }, body };
  };

test('lines are read from a result that comes as a whole, and from one that comes in parts', () => {
  const text = '{"a":1}\n{"a":2}\n';
  const whole = read(() => ({ status: 200, headers: {}, body: text }));
  expect(whole.lines).toEqual([{ a: 1 }, { a: 2 }]);
  expect(read(storage(text)).lines).toEqual(whole.lines);
});

const words = fc
  .array(fc.constantFrom('a', 'é', '漢', '😀', '"'), { maxLength: 8 })
  .map((all) => all.join(''));

test('a result larger than a part is put together, although parts end within lines and letters', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1 }), fc.integer({ min: 60, max: 90 }), (values, partBytes) => {
      const text = values.map((value) => `${JSON.stringify({ value })}\n`).join('');
      const { result, lines, asked } = read(storage(text), partBytes);
      expect(result).toEqual({ ok: true, value: 'read' });
      expect(lines).toEqual(values.map((value) => ({ value })));
      expect(asked.length).toBeGreaterThanOrEqual(Buffer.byteLength(text) / partBytes);
    }),
  );
});

test('no token goes along', () => {
  const [request] = read(storage('{}\n')).asked;
  expect(Object.keys(request?.headers ?? {})).toEqual(['Range']);
});

test('a result that comes whole is asked for whole, since a part of a packed file cannot be unpacked', () => {
  const text = '{"a":1}\n{"a":2}\n';
  const { lines, asked } = read(storage(text), 20, text.length);
  expect(lines).toEqual([{ a: 1 }, { a: 2 }]);
  expect(asked.map(({ headers }) => headers.Range)).toEqual([undefined]);
});

test('a damaged line is handed over as such, and its neighbours as they are', () => {
  expect(read(storage('{"a":1}\n{"a"\n{"a":3}')).lines).toEqual([{ a: 1 }, undefined, { a: 3 }]);
});

test('a result that has expired is gone; one that cannot be reached is a problem, after several attempts', () => {
  expect(read(() => ({ status: 400, headers: {}, body: 'ExpiredToken' })).result).toEqual({
    ok: true,
    value: 'gone',
  });
  const unreachable = read(() => ({ failure: 'timeout' }));
  expect(unreachable.result).toMatchObject({ ok: false, problem: { kind: 'network' } });
  expect(unreachable.asked).toHaveLength(4);
});

test('a line for a bulk mutation is pure ASCII, and means what it meant', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff)), (codes) => {
      const variables = { text: String.fromCharCode(...codes), codes };
      const line = asLine(variables);
      expect(line).toMatch(/^[\x20-\x7e]*\n$/);
      expect(JSON.parse(line)).toEqual(variables);
    }),
  );
});
