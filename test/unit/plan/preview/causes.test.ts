import fc from 'fast-check';
import { groupByCause, partsOf } from '../../../../src/plan/preview/causes';

const words = (messages: readonly string[]) =>
  groupByCause(messages, (message) => message).map(({ words, items }) => [words, items.length]);

test('rows with one kind of mistake are one cause, the most frequent first, whatever their values are', () => {
  expect(
    words([
      'This row has no handle. Type the handle of its product.',
      'Price “cheap” is not a number. Type a number such as 12.50.',
      'Price “free” is not a number. Type a number such as 12.50.',
      'SKU has 300 characters; Shopify takes 255. Shorten it.',
      'SKU has 1,256 characters; Shopify takes 255. Shorten it.',
      'Price “1. April. Now” is not a number. Type a number such as 12.50.',
    ]),
  ).toEqual([
    ['Price “…” is not a number', 3],
    ['SKU has … characters; Shopify takes …', 2],
    ['This row has no handle', 1],
  ]);
});

test('a cause of one value is named with it, and 10,000 rows are one line', () => {
  const messages = Array.from({ length: 10_000 }, () => 'Status “gone” is not known. Type active.');
  expect(words(messages)).toEqual([['Status “gone” is not known', 10_000]]);
});

test('what a filter looks for stands in every message of the cause, letter for letter', () => {
  const value = fc.string({ maxLength: 30 }).map((text) => text.replace(/[“”]/g, ''));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 9 }), fc.nat(9_999), (values, number) => {
      const messages = values.map((one) => `Cost “${one}” is not a number in row ${number}. Type another.`);
      for (const { words, items } of groupByCause(messages, (message) => message)) {
        const [text = ''] = partsOf(words);
        expect(text.length).toBeGreaterThan(5);
        for (const message of items) expect(message).toContain(text);
      }
    }),
    { numRuns: 200 },
  );
});
