import { CHAPTERS, explain, search } from '../../../src/help/topics/chapters';
import { GUIDE_TOPICS } from '../../../src/help/topics/guide';
import { PROBLEM_TOPICS } from '../../../src/help/topics/problems';
import { closeness } from '../../../src/help/topics/topic';
import { saidMessages } from './said-messages';

const TOPICS = CHAPTERS.flatMap(({ topics }) => topics);
const SAID = saidMessages();

/** Parts of sentences that are put together, and errors for developers: nobody reads them alone. */
const READ_BY_NOBODY = [', so it will be $1.', 'Its new product', 'Its new variant', 'No document writes X.'];

describe('the help', () => {
  test('has a paragraph for every message that a run can write', () => {
    const unexplained = SAID.filter(
      ({ text, isSentence }) =>
        isSentence && !READ_BY_NOBODY.includes(text) && explain({ message: text }).length === 0,
    );
    // Add a part of the message to `says` of the paragraph that explains it, or write one, in src/help/topics.
    expect(unexplained).toEqual([]);
    expect(SAID.length).toBeGreaterThan(250);
  });

  test('explains no message that is written no more', () => {
    // These also explain what other rooms than those of the rows say.
    const others = [...GUIDE_TOPICS, ...PROBLEM_TOPICS];
    const stale = TOPICS.filter((topic) => !others.includes(topic)).flatMap((topic) =>
      topic.says
        .filter((part) => !SAID.some(({ text }) => closeness({ ...topic, says: [part] }, text) > 0))
        .map((part) => `${topic.code}: ${part}`),
    );
    expect(stale).toEqual([]);
  });

  test.each([
    [
      'Price 19.90 → 1.99 is held: it goes down by 90 %. Confirm it in the sidebar, or change the cell.',
      'price-jump',
    ],
    [
      'SKU: 60 of the 60 changed SKU values of this tab equal the Title of their item, such as “Mug”',
      'pasted-column',
    ],
    ['Price “abc” is not a price. Type a number such as 19.90.', 'numbers'],
    ['Price “1.234” can be read as 1234 or 1.234. Type it as a number without grouping.', 'numbers'],
    ['Price €5 is in EUR, and the shop sells in USD. Type the amount in USD, as a plain number.', 'currency'],
    [
      'SKU: the spreadsheet made a date of “1-2”. Format the cell as plain text and type it again.',
      'plain-text',
    ],
    [
      'Shopify has no variant with the SKU “X-1”. Check the SKU, or create the product first.',
      'not-in-shopify',
    ],
    [
      'This product is no longer in Shopify. Restore it there, or remove the row; to create it anew, give it a new handle and clear its Shopify ID.',
      'gone',
    ],
    [
      'Available: you changed it to 12 and Shopify has 7 now. Choose a side in the sidebar.',
      'status-changed-in-both',
    ],
    ['Price: Shopify has 45.00, the sheet 49.00.', 'status-differs'],
    ['Title: Shopify has Mug, the sheet Cup. Choose in the sidebar which one counts.', 'never-synced'],
    [
      'Shopify could not fetch this image. Open the address in a private window: it must show the image alone.',
      'image-not-fetched',
    ],
    ['Not sent: this row is hidden. Show it and sync it again, or sync everything.', 'not-in-this-run'],
    ['Shopify refused: Price must be greater than 0.', 'shopify-refused'],
    [
      'Available 5 was not sent: Shopify does not track this item. Set its inventory tracker to shopify.',
      'not-tracked',
    ],
    ['This handle has “Red” twice, here and in row 4. Change or remove one of them.', 'twice'],
    ['21 new items at once are more than the schedule creates by itself', 'schedule-limit'],
  ])('explains “%s” with the paragraph %s first', (message, code) => {
    expect(explain({ message })[0]?.code).toBe(code);
  });

  test('explains a problem by its kind where no paragraph knows its words, and a code by its paragraph', () => {
    expect(explain({ message: 'Shopify does not accept this.', problem: 'unauthorized' })[0]?.code).toBe(
      'problem-unauthorized',
    );
    expect(explain({ code: 'never-synced' }).map(({ code }) => code)).toEqual(['never-synced']);
    expect(explain({ message: 'Created' }).map(({ code }) => code)).toEqual(['status-created']);
    expect(explain({ message: 'Something that nobody says' })).toEqual([]);
    expect(explain({})).toEqual([]);
  });

  test('says each thing once, shortly, and under a code of its own', () => {
    expect(new Set(TOPICS.map(({ code }) => code)).size).toBe(TOPICS.length);
    expect(new Set(TOPICS.map(({ title }) => title)).size).toBe(TOPICS.length);
    for (const { code, title, means, why, next } of TOPICS) {
      expect(code).toMatch(/^[a-z][a-z-]*[a-z]$/);
      for (const words of [title, means, why, next]) {
        expect(words.length).toBeGreaterThan(2);
        expect(words.length).toBeLessThanOrEqual(300);
      }
      for (const sentence of [means, why, next]) expect(sentence).toMatch(/[.?]$/);
    }
  });

  test('finds paragraphs by words in any order, in capitals or not, and by a pasted message', () => {
    expect(search('leading zero')[0]?.code).toBe('plain-text');
    expect(search('ZERO leading').map(({ code }) => code)).toContain('plain-text');
    expect(search('Price “abc” is not a price. Type a number such as 19.90.')[0]?.code).toBe('numbers');
    expect(search('   ')).toEqual([]);
    expect(search('xyzzy')).toEqual([]);
  });
});
