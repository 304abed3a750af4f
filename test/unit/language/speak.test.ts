import fc from 'fast-check';
import { asIs, createSpeak, createUnspeak } from '../../../src/language/speak';

const MESSAGES = {
  '{1} is not a price': '{1} ist kein Preis',
  '{1} is held: {2}': '{1} wird zurückgehalten: {2}',
  'it goes down by {1}': 'der Wert sinkt um {1}',
  'Confirm it in the sidebar, or change the cell': 'Bestätige es in der Seitenleiste oder ändere die Zelle',
  'Shopify has no {1} with the {2} “{3}”': 'In Shopify hat kein {1} unter {2} „{3}“',
  '{1} has no {2}': '{1} hat kein {2}',
  'text, up to 255 characters': 'Text mit bis zu 255 Zeichen',
  'no sale': 'kein Angebot',
};

const speak = createSpeak('de', MESSAGES);

test.each([
  ['Price “x” is not a price.', 'Price “x” ist kein Preis.'],
  [
    'Price 19.90 → 1.99 is held: it goes down by 90 %. Confirm it in the sidebar, or change the cell.',
    'Price 19.90 → 1.99 wird zurückgehalten: der Wert sinkt um 90 %. Bestätige es in der Seitenleiste oder ändere die Zelle.',
  ],
  ['Shopify has no product with the SKU “A. B”.', 'In Shopify hat kein product unter SKU „A. B“.'],
  ['Text, up to 255 characters.', 'Text mit bis zu 255 Zeichen.'],
  ['Metafield: custom.size: It goes down by 3.', 'Metafield: custom.size: Der Wert sinkt um 3.'],
  ['St. Moritz cup is not a price.', 'St. Moritz cup ist kein Preis.'],
])('“%s” is said in the language, sentence by sentence', (english, expected) => {
  expect(speak(english)).toBe(expected);
});

test('of two sentences that fit, the one that says more is meant', () => {
  expect(speak('Shopify has no product with the handle “mug”.')).toBe(
    'In Shopify hat kein product unter handle „mug“.',
  );
});

test('what Shopify says stays as Shopify said it, between what the add-on says', () => {
  expect(speak('Title can’t be blank. Confirm it in the sidebar, or change the cell.')).toBe(
    'Title can’t be blank. Bestätige es in der Seitenleiste oder ändere die Zelle.',
  );
});

test('a value in quotation marks stays as it is, also where it reads like a message', () => {
  expect(speak('Shopify has no product with the title “no sale”.')).toBe(
    'In Shopify hat kein product unter title „no sale“.',
  );
});

test('a value of one word stays as it is: it may be a header, or what a person typed', () => {
  expect(createSpeak('de', { ...MESSAGES, Price: 'Preis' })('Price is not a price.')).toBe(
    'Price ist kein Preis.',
  );
});

test('Japanese ends a sentence with its own stop and puts no blank behind it', () => {
  const japanese = createSpeak('ja', {
    'Sync again': 'もう一度同期してください',
    '{1} is negative': '{1}が負の値です',
  });
  expect(japanese('Price -1 is negative. Sync again.')).toBe(
    'Price -1が負の値です。もう一度同期してください。',
  );
});

test('what is in the language already stays as it is', () => {
  for (const message of ['Price “x” is not a price.', 'Text, up to 255 characters.'])
    expect(speak(speak(message))).toBe(speak(message));
});

test('any value stands in the message as it was typed, and comes back from it', () => {
  const unspeak = createUnspeak(MESSAGES);
  const word = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => /^[^“”„«»「」{}.\n]*$/.test(text));
  fc.assert(
    fc.property(word, (value) => {
      const english = `Shopify has no product with the handle “${value}”.`;
      const german = speak(english);
      expect(german).toBe(`In Shopify hat kein product unter handle „${value}“.`);
      expect(unspeak(german)).toBe(english);
    }),
  );
});

test('any text at all is said, and nothing of it is lost that the language has no words for', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(createSpeak('de', {})(text)).toBe(text)));
  expect(asIs('As it is. Twice.')).toBe('As it is. Twice.');
});
