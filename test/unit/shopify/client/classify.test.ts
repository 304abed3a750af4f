import { classify } from '../../../../src/shopify/client/classify';

const body = (value: unknown, status = 200, headers = {}) =>
  classify({ status, headers, body: JSON.stringify(value) });
const error = (code: string, more = {}) => ({
  message: 'Words that nobody matches',
  extensions: { code, ...more },
});
const cost = {
  requestedQueryCost: 10,
  actualQueryCost: null,
  throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 5, restoreRate: 100 },
};

describe('an answer of Shopify', () => {
  test('with data is answered, whatever errors stand beside it', () => {
    const errors = [{ message: 'Odd', path: ['a'] }];
    expect(body({ data: { shop: {} }, errors, extensions: { cost } })).toEqual({
      kind: 'answered',
      data: { shop: {} },
      errors,
      cost,
    });
  });

  test('is throttled where any of its errors says so, not only the first', () => {
    expect(body({ errors: [error('OTHER'), error('THROTTLED')], extensions: { cost } })).toEqual({
      kind: 'throttled',
      cost,
      waitMs: undefined,
    });
  });

  test('with status 429 waits as many seconds as it asks for', () => {
    expect(body({}, 429, { 'retry-after': '2.0' })).toMatchObject({ kind: 'throttled', waitMs: 2000 });
    expect(body({}, 429, { 'retry-after': 'soon' })).toMatchObject({ kind: 'throttled', waitMs: undefined });
    expect(body({}, 429)).toMatchObject({ kind: 'throttled', waitMs: undefined });
  });

  test.each([
    [
      403,
      { errors: '[API] Non-expiring access tokens are no longer accepted for the Admin API. Start using …' },
    ],
    [403, { errors: [{ message: 'nonexpiring offline tokens are not accepted for this app' }] }],
    [401, { error: 'invalid_token', error_description: 'Non-expiring token.' }],
  ])('with status %d ends this way to connect where it names tokens that never expire', (status, text) => {
    expect(body(text, status)).toEqual({ kind: 'connection-ended' });
  });

  test.each([
    [403, { errors: 'This action requires merchant approval for read_products scope.' }],
    [403, { errors: 'Non-expiring discounts are not available.' }],
    [404, { errors: 'Non-expiring access tokens are no longer accepted' }],
  ])('with status %d ends no way to connect where it says %j', (status, text) => {
    expect(body(text, status).kind).not.toBe('connection-ended');
  });

  test('that denies access names the access scope', () => {
    const requiredAccess = '`write_products` access scope.';
    expect(
      body({ data: { productSet: null }, errors: [error('ACCESS_DENIED', { requiredAccess })] }),
    ).toEqual({
      kind: 'missing-scope',
      requiredAccess,
    });
  });

  test.each([500, 502, 503, 504, 520, 530])(
    'with status %d does not tell whether anything was done',
    (status) => {
      expect(body({}, status).kind).toBe('unclear');
    },
  );

  test.each([
    ['an internal error', { data: null, errors: [error('INTERNAL_SERVER_ERROR')] }],
    ['a timeout', { errors: [error('TIMEOUT')] }],
    ['a timeout that has no code', { errors: [{ message: 'Timeout' }] }],
    ['no data and no error', {}],
    ['a list', []],
    ['null', null],
  ])('with %s does not tell either', (_, value) => {
    expect(body(value).kind).toBe('unclear');
  });

  test.each(['<html>Something went wrong</html>', '{"data":{"shop"', ''])(
    'that reads “%s” does not tell',
    (text) => {
      expect(classify({ status: 200, headers: {}, body: text }).kind).toBe('unclear');
    },
  );

  test('that says which variable is wrong is answered, and no timeout', () => {
    const errors = [{ message: 'Variable $id is invalid', locations: [{ line: 1, column: 1 }] }];
    expect(body({ errors })).toMatchObject({ kind: 'answered', errors });
  });

  test('of another version than the one that was asked for is outdated', () => {
    const headers = { 'x-shopify-api-version': '2027-01' };
    expect(body({ data: { shop: {} } }, 200, headers)).toEqual({ kind: 'outdated' });
    expect(body({ data: {} }, 200, { 'x-shopify-api-version': '2026-10' }).kind).toBe('answered');
  });

  test('with status 401 means the token', () => {
    expect(body({ errors: 'Invalid API key' }, 401)).toEqual({ kind: 'unauthorized' });
  });

  test.each([400, 402, 403, 404, 406, 423])('with status %d is refused, and its words are kept', (status) => {
    expect(body({ errors: 'Unavailable Shop' }, status)).toEqual({
      kind: 'refused',
      status,
      reason: 'Unavailable Shop',
    });
  });
});

test('no answer at all does not tell whether anything was done', () => {
  expect(classify({ failure: 'timed out' })).toEqual({
    kind: 'unclear',
    reason: expect.stringContaining('timed out'),
  });
});
