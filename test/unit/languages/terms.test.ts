import { LANGUAGES, type Language } from '../../../src/language/languages';
import { wordsOfLanguage } from '../../support/words';
import { NEVER, TERMS } from './terms';

/** Every text of a language with its English, help and counts among them. */
function textsOf(code: Language): readonly (readonly [english: string, text: string])[] {
  const { texts, messages, counts, help } = wordsOfLanguage(code) as ReturnType<typeof wordsOfLanguage> & {
    readonly help: Readonly<Record<string, string>>;
  };
  const counted = Object.entries(counts).map(([english, forms]) => [english, forms.join(' ')] as const);
  return [...Object.entries(texts), ...Object.entries(messages), ...Object.entries(help), ...counted];
}

/** Texts that say it in a way of their own, because a sentence of that language needs none or another. */
const OTHERWISE: Readonly<Record<Language, readonly string[]>> = {
  de: [],
  es: [],
  fr: [],
  it: [
    'Nobody has seen yet what a sync of this spreadsheet would do',
    'This spreadsheet was last synced by a newer version of this add-on, whose memory this one cannot read',
  ],
  ja: [
    'A row repeats the header',
    'A further row of a product says something of the whole product, or an alt text has no image, or a cell of a variant no variant.',
  ],
  nl: [],
  'pt-BR': [],
};

describe.each(LANGUAGES)('%s', (code) => {
  const all = textsOf(code);

  test('says each term of Shopify, Google and ours as its speakers find it there', () => {
    const strange = TERMS.flatMap(({ english: term, words }) => {
      const said = new RegExp(words[LANGUAGES.indexOf(code)] as string, 'iu');
      return all.filter(([english, text]) => term.test(english) && !said.test(text));
    });
    const left = new Set(OTHERWISE[code]);
    expect(strange.filter(([english]) => !left.has(english))).toEqual([]);
    expect(OTHERWISE[code].filter((english) => !strange.some(([each]) => each === english))).toEqual([]);
  });

  test('says none of the words that mean something else there', () => {
    const never = new RegExp(NEVER[code], 'iu');
    expect(all.filter(([, text]) => never.test(text))).toEqual([]);
  });
});

test('a term is said often enough for its words to matter', () => {
  const rare = TERMS.filter(({ english }) => textsOf('de').filter(([text]) => english.test(text)).length < 3);
  expect(rare.map(({ english }) => english.source)).toEqual([]);
});
