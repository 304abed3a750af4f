import { problemOf } from '../../../../src/shopify/client/client-problem';

const messageOf = (status: number, reason: string) =>
  problemOf({ kind: 'refused', status, reason }, 'acme.myshopify.com').message;

describe('an answer that stops a run', () => {
  test.each([
    [403, '', 'Shopify refused the request.'],
    [403, 'Forbidden', 'Shopify refused the request. Forbidden.'],
    [403, 'This is forbidden.', 'Shopify refused the request. This is forbidden.'],
    [422, 'Is that right?', 'Shopify answered with status 422. Is that right?'],
    [430, 'Security Rejection', 'Shopify answered with status 430. Security Rejection.'],
  ])('of status %d that says “%s” ends as a sentence, before what to do', (status, reason, message) => {
    expect(messageOf(status, reason)).toBe(message);
  });
});
