import type { LanguageWords } from '../../../../src/sidebar/language/say';

type Say = typeof import('../../../../src/sidebar/language/say');

/** As a page loads it whose words stand before its script; without words it is an English page. */
function speaking(words?: LanguageWords): Say {
  let loaded: Say | undefined;
  Object.assign(globalThis, { LANGUAGE_WORDS: words });
  jest.isolateModules(() => {
    loaded = require('../../../../src/sidebar/language/say');
  });
  return loaded as Say;
}

const german: LanguageWords = {
  language: 'de',
  texts: { 'Connected to {1}': 'Verbunden mit {1}', '{1}, row {2}': 'Zeile {2} von {1}' },
  counts: { '{1} rows': ['{1} Zeile', '{1} Zeilen'] },
  messages: { '{1} is not a price': '{1} ist kein Preis' },
};

test('a text is said in English where no language was asked for', () => {
  const { say, countOf } = speaking();
  expect(say`Connected to ${'Acme'}`).toBe('Connected to Acme');
  expect([0, 1, 2, 1204].map((count) => countOf(count, 'row'))).toEqual([
    '0 rows',
    '1 row',
    '2 rows',
    '1,204 rows',
  ]);
  expect(countOf(2, 'entry', 'entries')).toBe('2 entries');
});

test('a text is said in the language of the page, in its order of words', () => {
  const { say, countOf } = speaking(german);
  expect(say`Connected to ${'Acme'}`).toBe('Verbunden mit Acme');
  expect(say`${'Prices'}, row ${7}`).toBe('Zeile 7 von Prices');
  expect([0, 1, 2, 1204].map((count) => countOf(count, 'row'))).toEqual([
    '0 Zeilen',
    '1 Zeile',
    '2 Zeilen',
    '1.204 Zeilen',
  ]);
});

test('what the server says is put into the language of the page, and a status too', () => {
  const { told } = speaking(german);
  expect([told('Price “x” is not a price.'), told('Held')]).toEqual([
    'Price “x” ist kein Preis.',
    'Zurückgehalten',
  ]);
  expect(speaking().told('Held')).toBe('Held');
});

test('what a language has no words for stays English', () => {
  const { say, countOf } = speaking(german);
  expect(say`Sent ${3} of ${4}`).toBe('Sent 3 of 4');
  expect(countOf(2, 'order')).toBe('2 orders');
});

test('a value that looks like a place for one stays as it is', () => {
  const { say } = speaking(german);
  expect(say`Connected to ${'{1} $& {2}'}`).toBe('Verbunden mit {1} $& {2}');
});

test('a line that is broken in the code is one text', () => {
  const { say } = speaking({ ...german, texts: { 'One line and another': 'Eine Zeile und noch eine' } });
  expect(say`One line
    and another`).toBe('Eine Zeile und noch eine');
});

test('elements come where the language has them', () => {
  const { sayAround } = speaking({ ...german, texts: { 'Choose {1} there': 'Dort {1} wählen' } });
  const element = { type: 'b', props: { children: 'Install' } };
  expect(sayAround`Choose ${element as never} there`).toEqual(['Dort ', element, ' wählen']);
});

test.each([
  ['fr', ['0 un', '1 un', '2 more']],
  ['pt-BR', ['0 un', '1 un', '2 more']],
  ['es', ['0 more', '1 un', '2 more']],
  ['it', ['0 more', '1 un', '2 more']],
])('0 and 1 take the form that %s has for them', (language, expected) => {
  const { countOf } = speaking({
    language,
    texts: {},
    counts: { '{1} rows': ['{1} un', '{1} more'] },
    messages: {},
  });
  expect([0, 1, 2].map((count) => countOf(count, 'row'))).toEqual(expected);
});

test('a language of one form has it for every count', () => {
  const { countOf } = speaking({
    language: 'ja',
    texts: {},
    counts: { '{1} rows': ['{1} 行'] },
    messages: {},
  });
  expect([0, 1, 2].map((count) => countOf(count, 'row'))).toEqual(['0 行', '1 行', '2 行']);
});
