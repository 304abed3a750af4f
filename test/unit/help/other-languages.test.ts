import { explain } from '../../../src/help/topics/chapters';
import { withStatus } from '../../../src/help/words';
import { inEnglish, wordsInCells } from '../../../src/language/cell-words';
import { LANGUAGES } from '../../../src/language/languages';
import { createSpeak, createUnspeak } from '../../../src/language/speak';
import { wordsOfLanguage } from '../../support/words';

/** As rows say them, with their status before them. */
const MESSAGES = [
  'Error: Price “abc” is not a price. Type a number such as 19.90.',
  'Held: Price 19.90 → 1.99 is held: it goes down by 90 %. Confirm it in the sidebar, or change the cell.',
  'Held: SKU A → B is held: rows look shifted: the 60 changed SKU values of this tab belonged to other items before. Confirm it in the sidebar, or change the cell.',
  'Held: Barcode 400 → (empty) is held: 60 of the 60 Barcode values of this tab are emptied, such as rows 2, 3 and 4 (400, 407, 415). Confirm it in the sidebar, or change the cell.',
  'Changed in both: Price: you changed it to 7.00 and it became 9.00 in Shopify. Choose a side in the sidebar.',
  'Differs: Price: Shopify has 45.00, the sheet 49.00.',
  'Error: Shopify has no variant with the SKU “X-1”. Check the SKU, or create the product first.',
  'Updated: Tags added: Held, Error. Tags removed: Up to date.',
];

describe.each(LANGUAGES)('the help in %s', (language) => {
  const { messages } = wordsOfLanguage(language);
  const words = wordsInCells(language);
  const told = withStatus(createSpeak(language, messages, words), (word) => words[word] ?? word);
  const untold = withStatus(createUnspeak(messages), inEnglish);

  test.each(MESSAGES)('explains a row that says “%s” by the same paragraphs as in English', (message) => {
    const said = told(message);
    expect(said).toMatch(words[message.split(':')[0] ?? ''] ?? 'no status');
    const codes = (text: string) => explain({ message: text }).map(({ code }) => code);
    expect(codes(untold(said))).toEqual(codes(message));
  });

  test('leaves tags that are words of statuses as they were typed', () => {
    const [status, ...rest] = told(MESSAGES.at(-1) ?? '').split(/: ?|：/);
    expect(status).toBe(words.Updated);
    expect(rest.join(' ')).toMatch(/Held, Error.*Up to date/);
  });

  test('knows a status that stands alone', () => {
    expect(untold(told('Up to date'))).toBe('Up to date');
    expect(told('Up to date')).toBe(words['Up to date']);
  });
});
