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

/** Without a status, as a cell of messages has them: sentences that end in a question, begin in small letters or with a value. */
const UNTITLED = [
  'Deletion of the product “Cap” is held: it has 3 in stock and is deleted for good in Shopify; its orders stay, and bundles and collections lose it. Archive it instead in the sidebar? Confirm it in the sidebar, or change the cell.',
  'Options Size, Color → Fit, Color is held: change the options in Shopify? Confirm it in the sidebar, or change the cell.',
  'Handle hat → sun-hat. Links to “hat” lead to “sun-hat”: Shopify makes a redirect, or turns the one that is there.',
  'Price “+5 % round to 9” does not say how to round. Type round to 0.95, or leave it out.',
  'Price “*” is no change of a price. Type +5 %, -10 % or *1.2, and round to .95 after it if you like.',
  'Price / Germny “12” is for “Germny”, which is no catalog or market of the shop. Did you mean “Germany”? Name one of “Germany”, “Bare”, “Twin”, “Summer” and 4 more.',
  'An image will be added. https://example.com/b.jpg stays in Shopify: it is not clear what replaces it.',
  'Left alone: the command in row 3 was refused. Mend that row first.',
  'The variant still shows it. Sync again, or take it off in Shopify admin.',
  'Variant Inventory Adjust could not be emptied: empty it yourself. Its +3 is not added again.',
  'Price was taken from Shopify.',
  'Title is 300 characters long. Shopify allows 255.',
  '12 of the 12 Status values of this tab become archived, such as rows 2, 3 and 4.',
  'Another one has the SKU “S. l-1”. Correct one of them.',
  'This tab is empty. Put a header row and your products into it.',
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

  test.each(UNTITLED)('explains “%s” by the same paragraphs as in English', (message) => {
    const codes = (text: string) => explain({ message: text }).map(({ code }) => code);
    expect(told(message)).not.toBe(message);
    expect(codes(untold(told(message)))).toEqual(codes(message));
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
