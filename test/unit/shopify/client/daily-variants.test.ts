import { classify } from '../../../../src/shopify/client/classify';
import { isDailyVariantLimit } from '../../../../src/shopify/client/graphql-errors';

const TEXT = 'Daily variant creation limit reached. Please try again later. See https://help.shopify.com';

test('the daily limit of new variants is known by its code and by its text, whichever way it comes', () => {
  expect(isDailyVariantLimit({ message: 'x', extensions: { code: 'VARIANT_THROTTLE_EXCEEDED' } })).toBe(true);
  expect(isDailyVariantLimit({ message: TEXT, field: null })).toBe(true);
  expect(isDailyVariantLimit({ message: 'Title can’t be blank', field: ['title'] })).toBe(false);
  const answer = { status: 429, headers: {}, body: JSON.stringify({ errors: { product: [TEXT] } }) };
  expect(classify(answer)).toMatchObject({ kind: 'answered', errors: [{}] });
  expect(classify({ ...answer, body: '' })).toMatchObject({ kind: 'throttled' });
});
