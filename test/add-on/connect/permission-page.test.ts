import fc from 'fast-check';
import { usualApp } from '../../../local/store/http/edge';
import { equalInConstantTime, exchangeCode } from '../../../src/shopify/auth/authorize';
import { sampled } from '../../support/sampled';
import { AUTHORIZATION_CODE, approve, connected, hmac, PERMANENT_TOKEN } from './ways';

const CREDENTIAL = { kind: 'authorization-code', ...usualApp } as const;
const NOT_SHOPIFY = {
  ok: false,
  problem: expect.objectContaining({ message: 'The answer did not come from Shopify for this store.' }),
};

/** A spreadsheet that waits for Shopify's answer. */
function waiting() {
  const app = connected(PERMANENT_TOKEN);
  const exchange = (parameters: Record<string, string>) =>
    exchangeCode(app.context, CREDENTIAL, parameters, hmac);
  return { ...app, exchange, answer: () => approve(app.store) };
}

describe("Shopify's answer on the way back", () => {
  test('is accepted and exchanged for both tokens and both expiries', () => {
    const app = connected(AUTHORIZATION_CODE);
    const nowMs = app.clock.now();
    expect(app.stored()).toEqual({
      ...CREDENTIAL,
      token: {
        accessToken: expect.stringMatching(/^shpat_fake_/),
        refreshToken: expect.stringMatching(/^shprt_fake_/),
        issuedAtMs: nowMs,
        expiresAtMs: nowMs + 3_600_000,
        refreshTokenExpiresAtMs: nowMs + 7_776_000_000,
      },
    });
    expect(app.writes).toHaveLength(1);
  });

  test('is accepted whatever Google adds to it', () => {
    const { exchange, answer } = waiting();
    const added = { secretKey: 'shopify:a:b', connectedBy: 'Anna & Söhne', authuser: '0', scope: 'x' };
    expect(exchange({ ...answer(), ...added })).toEqual({ ok: true, value: null });
  });

  test('is accepted with a parameter that Shopify signs and nobody knew of before', () => {
    const { exchange, answer } = waiting();
    const { hmac: _, ...known } = answer();
    const signed: Record<string, string> = { ...known, locale: 'en-CA' };
    const text = Object.entries(signed)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .join('&');
    const again = { ...signed, hmac: hmac(text, usualApp.clientSecret), spreadsheetId: 'ours' };
    expect(exchange(again)).toEqual({ ok: true, value: null });
  });

  test.each(['code', 'host', 'shop', 'state', 'timestamp'])('is refused when %s was changed', (key) => {
    const { exchange, answer, tokenRequests } = waiting();
    const signed = answer();
    expect(exchange({ ...signed, [key]: `${signed[key]}0` })).toEqual(NOT_SHOPIFY);
    const { [key]: _, ...without } = signed;
    expect(exchange(without)).toEqual(NOT_SHOPIFY);
    expect(tokenRequests()).toBe(0);
  });

  test.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['is that of another secret', hmac('code=1', 'another')],
  ])('is refused when the signature %s', (_name, signature) => {
    const { exchange, answer } = waiting();
    const { hmac: _, ...unsigned } = answer();
    expect(exchange({ ...unsigned, ...(signature !== undefined && { hmac: signature }) })).toEqual(
      NOT_SHOPIFY,
    );
  });

  test('is refused when it is for another store, though its signature is right', () => {
    const { context, answer } = waiting();
    const elsewhere = { ...context, shop: 'another.myshopify.com' };
    expect(exchangeCode(elsewhere, CREDENTIAL, answer(), hmac)).toEqual(NOT_SHOPIFY);
  });

  test('is exchanged once', () => {
    const { exchange, answer, writes } = waiting();
    const once = answer();
    exchange(once);
    const kept = writes.length;
    expect(exchange(once)).toMatchObject({ ok: false, problem: { kind: 'unauthorized' } });
    expect(writes).toHaveLength(kept);
  });
});

describe('two signatures', () => {
  test('are equal only if they are the same text', () => {
    expect(equalInConstantTime('abc', 'abc')).toBe(true);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => equalInConstantTime(a, b) === (a === b)),
      { numRuns: sampled(150, 5_000) },
    );
  });
});
